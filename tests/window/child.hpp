// A process started by a test: ended by its own id, never outliving the test, waited for at most so long.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/disk/files.hpp"

namespace mingting {

using Seconds = std::chrono::duration<double>;

/// Asks every 20 ms until it holds, at most so long. Whether it did.
template <class Condition>
bool eventually(Condition condition, Seconds most) {
  const auto deadline = std::chrono::steady_clock::now() + most;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

class Child {
 public:
  struct Options {
    std::map<std::string, std::string> environment;  ///< added to ours
    Path output;                                     ///< stdout and stderr; empty: thrown away
    int keep_open = -1;                              ///< a descriptor it inherits
  };

  Child(const std::vector<std::string>& command, const Options& options) {
    pid_ = ::fork();
    if (pid_ == 0) become(command, options);
  }
  Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)), status_(other.status_) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(); }

  pid_t pid() const { return pid_; }
  bool running() {
    if (pid_ <= 0 || status_) return false;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) status_ = status;
    return !status_;
  }
  /// Its exit code (128 + signal when it was killed); nothing while it still runs after that time.
  std::optional<int> wait(Seconds most) {
    if (pid_ <= 0 || !eventually([this] { return !running(); }, most)) return std::nullopt;
    return WIFEXITED(*status_) ? WEXITSTATUS(*status_) : 128 + WTERMSIG(*status_);
  }
  void signal(int number) {
    if (running()) ::kill(pid_, number);
  }
  /// Asks it to end, and makes it.
  void end() {
    signal(SIGTERM);
    if (!wait(Seconds(5))) signal(SIGKILL);
    wait(Seconds(5));
  }

 private:
  [[noreturn]] static void become(const std::vector<std::string>& command, const Options& options) {
    const int output = ::open(options.output.empty() ? "/dev/null" : options.output.c_str(),
                              O_WRONLY | O_CREAT | O_APPEND, 0644);
    ::dup2(output, 1);
    ::dup2(output, 2);
    for (int descriptor = 3; descriptor < 256; ++descriptor)
      if (descriptor != options.keep_open) ::close(descriptor);
    for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }

  pid_t pid_ = -1;
  std::optional<int> status_;
};

/// The processor time a process has used, in ticks of 10 ms; nothing when it is gone.
inline std::optional<long> processor_time(pid_t pid) {
  const auto stat = disk().read("/proc/" + std::to_string(pid) + "/stat", 4096);
  if (!stat) return std::nullopt;
  // After the name in brackets: state, then 10 numbers, then user and system time.
  long user = 0, system = 0;
  const char* rest = stat->c_str() + stat->rfind(')') + 1;
  const int read = std::sscanf(rest, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system);
  return read == 2 ? std::optional(user + system) : std::nullopt;
}

/// Runs a command to its end; its exit code, or 124 when it took longer than that.
inline int run(const std::vector<std::string>& command, const Child::Options& options, Seconds most) {
  Child child(command, options);
  return child.wait(most).value_or(124);
}

}  // namespace mingting
