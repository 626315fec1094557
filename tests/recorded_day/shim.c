// What do the programs see of the clock, of chance and of who is logged in? The same at every run: `run` puts this in front
// of the system's own functions (LD_PRELOAD) and says by environment variables what they answer.
//   RECORDED_DAY_NOW    milliseconds since 1970 that the clock on the wall stands at for the whole process
//   RECORDED_DAY_SEED   which stream of bytes stands for chance
//   RECORDED_DAY_STILL  when set, no time passes on the clock that measures durations either
// Untouched: time(), which the programs compare with the times of files, and the randomness SQLite draws for itself.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/time.h>
#include <time.h>

static const int64_t kSecond = 1000;  // milliseconds

static int64_t number_of(const char* variable) {
  const char* text = getenv(variable);
  return text != NULL ? strtoll(text, NULL, 10) : 0;
}

int clock_gettime(clockid_t clock, struct timespec* at) {
  static int (*real)(clockid_t, struct timespec*);
  const int wall = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
  if (!wall && getenv("RECORDED_DAY_STILL") == NULL) {
    if (real == NULL) real = (int (*)(clockid_t, struct timespec*))dlsym(RTLD_NEXT, "clock_gettime");
    return real(clock, at);
  }
  const int64_t now = wall ? number_of("RECORDED_DAY_NOW") : kSecond;
  at->tv_sec = now / kSecond;
  at->tv_nsec = now % kSecond * 1000000;
  return 0;
}

int gettimeofday(struct timeval* restrict at, void* restrict zone) {
  (void)zone;
  const int64_t now = number_of("RECORDED_DAY_NOW");
  at->tv_sec = now / kSecond;
  at->tv_usec = now % kSecond * 1000;
  return 0;
}

// SplitMix64, a byte of each number.
ssize_t getrandom(void* buffer, size_t size, unsigned flags) {
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  static uint64_t state;
  static int begun;
  (void)flags;
  pthread_mutex_lock(&lock);
  if (!begun) state = (uint64_t)number_of("RECORDED_DAY_SEED") << 32;
  begun = 1;
  for (size_t i = 0; i < size; ++i) {
    uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    ((unsigned char*)buffer)[i] = (unsigned char)(z ^ (z >> 31));
  }
  pthread_mutex_unlock(&lock);
  return (ssize_t)size;
}

int getentropy(void* buffer, size_t size) {
  getrandom(buffer, size, 0);
  return 0;
}

struct passwd* getpwuid(uid_t user) {
  static char name[] = "示例经办", nothing[] = "", home[] = "/";
  static struct passwd clerk;
  clerk = (struct passwd){.pw_name = name, .pw_passwd = nothing, .pw_uid = user, .pw_gecos = nothing, .pw_dir = home, .pw_shell = nothing};
  return &clerk;
}
