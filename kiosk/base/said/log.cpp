// Where the log goes and how much of it is kept.
#include "base/said/log.hpp"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "base/said/words.hpp"

namespace mingting {

void log_to_folder(const Path& folder) {
  try {
    spdlog::set_default_logger(
        spdlog::rotating_logger_mt("mingting", (folder / "mingting.log").string(), 1 << 20, 3));
    spdlog::flush_on(spdlog::level::warn);
  } catch (const spdlog::spdlog_ex& error) {
    spdlog::warn("the log cannot be written: {}", error.what());
  }
}

void log_warning(const Remark& remark) { spdlog::warn("{}", worded(remark)); }

}  // namespace mingting
