// A folder looked at for new releases.
#include "main/kiosk/watched_folder.hpp"

#include <fmt/format.h>

#include "base/said/log.hpp"
#include "base/said/words.hpp"

namespace mingting {
namespace {

constexpr Milliseconds kSettled{60'000};  // a stamp may stay the same when a file changes twice within its clock's tick
constexpr Milliseconds kFirstPatience{15'000}, kMostPatience{600'000};

}  // namespace

std::string WatchedFolder::stamp() const {
  std::string stamp;
  for (const char* name : {"manifest.json", "manifest.sig"}) {
    if (const auto info = files_->info(folder_ / name)) stamp += fmt::format("{} {} ", info->size, info->modified_ns);
  }
  return stamp;
}

std::optional<OpenRelease> WatchedFolder::look(Instant now) {
  const auto stamp = this->stamp();
  const bool early = now >= looked_ && now < looked_ + patience_;
  if (stamp == seen_ && (stamp.empty() || early)) return std::nullopt;
  looked_ = now;
  if (stamp.empty()) {  // nothing there, or the stick is out: whatever comes back is looked at anew
    seen_.clear();
    refusal_.clear();
    return std::nullopt;
  }
  auto newer = releases_->take_newer(folder_);
  if (!newer) {
    refused(stamp, newer.error());
    return std::nullopt;
  }
  seen_ = stamp;
  refusal_.clear();
  patience_ = kSettled;
  if (*newer) spdlog::info("release {} taken from {}", (*newer)->hall->release, folder_.string());
  return std::move(*newer);
}

void WatchedFolder::refused(const std::string& stamp, const Error& error) {
  const bool again = stamp == seen_ && !refusal_.empty();
  patience_ = again ? std::min(patience_ * 2, kMostPatience) : kFirstPatience;
  if (worded(error) != refusal_) spdlog::warn("release refused: {}", worded(error));
  seen_ = stamp;
  refusal_ = worded(error);
}

}  // namespace mingting
