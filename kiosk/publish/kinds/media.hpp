// media/**: pictures, audio, video.
#pragma once

#include "publish/files/folder.hpp"

namespace mingting {

struct MediaFile {
  std::string name;  ///< below content/media
  Path file;
  std::uint64_t size = 0;
  bool picture = false;  ///< by its name
};

/// Media to publish, sorted by name; too large, empty and mislabelled files are reported, and pictures that the kiosk could not
/// show: each is decoded whole.
std::vector<MediaFile> read_media(FileSystem& files, const std::vector<FolderFile>& found,
                                  std::vector<Finding>& findings);

}  // namespace mingting
