// One holder at a time, by flock.
#include "base/disk/lock_file.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <utility>

#include "base/disk/system_trouble.hpp"

namespace mingting {

Result<LockFile> LockFile::take(const Path& path) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file) {
    const int code = errno;
    return fail(system_trouble(code), "lock.cannot-open", path.string(), system_reason(code));
  }
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return fail(Trouble::Busy, "lock.held", path.string());
    return fail("lock.cannot-lock", path.string(), system_reason(errno));
  }
  return LockFile(std::move(file));
}

}  // namespace mingting
