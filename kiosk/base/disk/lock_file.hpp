// One process at a time: a lock the kernel drops when its holder ends, however it ends.
#pragma once

#include "base/disk/descriptor.hpp"
#include "base/disk/files.hpp"

namespace mingting {

class LockFile {
 public:
  /// Takes the lock of `path`, a file made when it is not there. Does not wait: Trouble::Busy when somebody holds it, another
  /// LockFile of this process included.
  static Result<LockFile> take(const Path& path);

 private:
  explicit LockFile(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;  ///< its end is the lock's
};

}  // namespace mingting
