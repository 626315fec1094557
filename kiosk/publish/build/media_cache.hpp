// Which media were hashed before, so that unchanged ones are not read again: REPOSITORY/.media-cache.json.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/disk/files.hpp"

namespace mingting {

/// A convenience only: what it says counts only where size and time of the file agree, and a cache that
/// cannot be read is an empty one. It is no part of the release; kiosks never look at it.
class MediaCache {
 public:
  static MediaCache load(FileSystem& files, const Path& repository);
  /// Writes what was remembered since load(); the rest is forgotten.
  Result<void> save(FileSystem& files, const Path& repository) const;

  /// SHA-256 of the medium as it was hashed last, when it is still of that size and time.
  std::optional<std::string> find(const std::string& name, const FileInfo& info) const;
  void remember(const std::string& name, const FileInfo& info, const std::string& sha256);

 private:
  struct Entry {
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;
    std::string sha256;
  };
  std::map<std::string, Entry> old_, new_;
};

}  // namespace mingting
