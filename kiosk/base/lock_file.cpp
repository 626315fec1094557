#include "base/lock_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace mingting {

Result<LockFile> LockFile::take(const Path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (file < 0) {
    const int code = errno;
    const auto trouble = code == EROFS || code == EACCES || code == EPERM ? Trouble::ReadOnly
                         : code == ENOSPC || code == EDQUOT               ? Trouble::DiskFull
                                                                          : Trouble::General;
    return fail(trouble, "cannot open the lock {}: {}", path.string(), std::generic_category().message(code));
  }
  LockFile lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return fail(Trouble::Busy, "{} is held by another process", path.string());
    return fail("cannot lock {}: {}", path.string(), std::generic_category().message(errno));
  }
  return lock;
}

LockFile::LockFile(LockFile&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

LockFile::~LockFile() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace mingting
