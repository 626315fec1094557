// The releases of one kiosk: what is shown, and newer ones from a stick or a watched folder.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "base/clock.hpp"
#include "library/library.hpp"
#include "main/kiosk/adapters.hpp"
#include "release/installer.hpp"

namespace mingting {

/// Safe from several threads, one at a time.
class Releases {
 public:
  static Result<std::unique_ptr<Releases>> open(FileSystem& files, const Path& state);

  /// The installed release, opened, or the one before it when that cannot be opened; nothing when none was ever installed.
  Result<std::optional<OpenRelease>> open_current();
  /// What a command has installed meanwhile, opened, also one of the same number that mends what is shown. Cheap while nothing
  /// changed.
  std::optional<OpenRelease> open_switched();
  /// Reads what is installed to its end. When what is shown proves damaged: what stands in for it, opened, or why nothing can.
  /// Nothing otherwise. Slow, as long as content.db is.
  std::optional<Result<OpenRelease>> check_shown();
  /// The file of a medium of the release that is shown. Never waits for an installation.
  std::optional<Path> media(std::string_view name) const;
  /// Installs a newer release if the folder holds one. Nothing when it holds none. What cannot be opened is not switched to.
  Result<std::optional<OpenRelease>> take_newer(const Path& repository);

 private:
  Releases(FileSystem& files, ReleaseStore store, Path pointer)
      : files_(&files), store_(std::move(store)), pointer_(std::move(pointer)) {}
  Result<std::optional<OpenRelease>> open_held();
  Result<OpenRelease> show(const InstalledRelease& release);
  std::optional<std::uint64_t> shown_sequence() const;
  void show_nothing();
  void note_pointer();

  FileSystem* files_;
  std::mutex installing_;  ///< held for as long as a stick may take
  ReleaseStore store_;
  Path pointer_;
  std::int64_t pointer_time_ = 0;
  std::set<std::uint64_t> damaged_;  ///< found so since the start, and not installed again
  mutable std::mutex showing_;  ///< held for moments: the frame loop waits for it
  std::optional<InstalledRelease> shown_;
  mutable std::optional<Library> media_;
};

/// Whether this program can open the release: what an installation asks before it switches.
Result<void> can_be_shown(const InstalledRelease& release);

}  // namespace mingting
