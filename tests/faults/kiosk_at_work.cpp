// How does a kiosk run in a test of faults?
#include "faults/kiosk_at_work.hpp"

#include <spdlog/sinks/ostream_sink.h>

#include "base/said/log.hpp"
#include "main/kiosk/journey.hpp"

namespace mingting {

KioskAtWork::KioskAtWork() : before_(spdlog::default_logger()) {
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_)));
}

KioskAtWork::~KioskAtWork() {
  kiosk_.reset();
  spdlog::set_default_logger(before_);
}

void KioskAtWork::install_first() {
  Published::get().install(state());
  folder_.write("state/device.toml", "kiosk = \"K01\"\n");
}

Result<void> KioskAtWork::open(FileSystem& files) {
  KioskOptions options{.state = state(),
                       .assets = Path(MINGTING_SOURCE) / "assets",
                       .fonts = Path(MINGTING_SOURCE) / "fonts",
                       .pinyin = Path(MINGTING_BUILD) / "pinyin",
                       .motion = false};
  options.display.headless = options.display.on_demand = true;
  options.display.size = {1080, 1920};
  options.display.icons = options.assets / "icons";
  auto kiosk = Kiosk::open(files, clock_, random_, options);
  if (!kiosk) return fail(kiosk.error());
  kiosk_ = std::move(*kiosk);
  kiosk_->tick();
  return {};
}

void KioskAtWork::start_watching() {
  install_first();
  folder_.write("state/device.toml", "kiosk = \"K01\"\nwatch = \"" + stick().string() + "\"\n");
  const auto opened = open();
  ASSERT_TRUE(opened) << worded(opened.error());
}

void KioskAtWork::pass(Milliseconds time) {
  for (auto left = time; left > Milliseconds(0); left -= Milliseconds(1000)) {
    clock_.advance(std::min(left, Milliseconds(1000)));
    kiosk_->tick();
  }
}

Result<void> KioskAtWork::play(const std::string& text) {
  auto lines = parse_journey(text);
  if (!lines) return fail(lines.error());
  return mingting::play(*kiosk_, clock_, disk(), *lines, folder_ / "out");
}

void KioskAtWork::put_on_stick(const Path& repository) const {
  std::filesystem::remove_all(stick());
  std::filesystem::copy(repository, stick(), std::filesystem::copy_options::recursive);
}

std::size_t KioskAtWork::count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace mingting
