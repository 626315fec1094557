// The folder a kiosk looks into for newer releases: cheap while nothing changes, patient with what was refused.
#pragma once

#include <optional>
#include <string>

#include "main/kiosk/releases.hpp"

namespace mingting {

class WatchedFolder {
 public:
  WatchedFolder(FileSystem& files, Path folder, Releases& releases)
      : files_(&files), folder_(std::move(folder)), releases_(&releases) {}

  /// The newer release the folder holds, installed and opened. A refusal is logged once with its reason, and tried again at
  /// once only when the folder has changed or was away; otherwise after 15 s, 30 s, and so on up to ten minutes, because a
  /// disk may have got room, or a copy may have been finished. One thread at a time.
  std::optional<OpenRelease> look(Instant now);

 private:
  std::string stamp() const;
  void refused(const std::string& stamp, const Error& error);

  FileSystem* files_;
  Path folder_;
  Releases* releases_;
  std::string seen_;     ///< the stamp of what was looked at last
  std::string refusal_;  ///< its sentence, "" when it was not refused
  Instant looked_{};
  Milliseconds patience_{};
};

}  // namespace mingting
