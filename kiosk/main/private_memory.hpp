// What people typed stays in this process: no core dump, no other process looking in.
#pragma once

#include <sys/prctl.h>
#include <sys/resource.h>

namespace mingting {

/// For programs that hold what visitors typed. Called first in main().
inline void keep_memory_private() {
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  (void)::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // the leak sanitizer must be able to look in
#endif
}

}  // namespace mingting
