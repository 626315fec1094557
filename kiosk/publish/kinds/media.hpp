// media/**: pictures, audio, video. Only the folder's word on them and their first bytes are looked at.
#pragma once

#include "publish/files/folder.hpp"

namespace mingting {

struct MediaFile {
  std::string name;  ///< below content/media
  Path file;
  std::uint64_t size = 0;
};

/// Media to publish, sorted by name; too large, empty and mislabelled files are reported.
std::vector<MediaFile> read_media(FileSystem& files, const std::vector<FolderFile>& found,
                                  std::vector<Finding>& findings);

}  // namespace mingting
