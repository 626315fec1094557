// The releases of one kiosk: what is shown, and newer ones from a stick or a watched folder.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "main/kiosk/adapters.hpp"
#include "release/installer.hpp"

namespace mingting {

/// Safe from several threads, one at a time.
class Releases {
 public:
  static Result<std::unique_ptr<Releases>> open(FileSystem& files, const Path& state);

  /// The installed release, opened; nothing when none was ever installed.
  Result<std::optional<OpenRelease>> open_current(Instant now);
  /// The file of a medium of the release that is shown.
  std::optional<Path> media(std::string_view name) const;
  /// Installs a newer release if the folder holds one. Nothing when it holds none.
  Result<std::optional<OpenRelease>> take_newer(const Path& repository, Instant now);

 private:
  explicit Releases(ReleaseStore store) : store_(std::move(store)) {}
  Result<OpenRelease> show(const InstalledRelease& release, Instant now);
  mutable std::mutex mutex_;
  ReleaseStore store_;
  std::optional<InstalledRelease> shown_;
};

}  // namespace mingting
