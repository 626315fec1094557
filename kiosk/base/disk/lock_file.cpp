// One holder at a time, by flock.
#include "base/disk/lock_file.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace mingting {

Result<LockFile> LockFile::take(const Path& path) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file) {
    const int code = errno;
    const auto trouble = code == EROFS || code == EACCES || code == EPERM ? Trouble::ReadOnly
                         : code == ENOSPC || code == EDQUOT               ? Trouble::DiskFull
                                                                          : Trouble::General;
    return fail(trouble, "lock.cannot-open", path.string(), std::generic_category().message(code));
  }
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return fail(Trouble::Busy, "lock.held", path.string());
    return fail("lock.cannot-lock", path.string(), std::generic_category().message(errno));
  }
  return LockFile(std::move(file));
}

}  // namespace mingting
