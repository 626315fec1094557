// How are other programs run?
#include "paper/tools.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

namespace mingting {

std::vector<char*> arguments_of(std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return arguments;
}

Ran run(std::vector<std::string> command) {
  int ends[2];
  if (::pipe(ends) != 0) return {};
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], 1);
    ::dup2(ends[1], 2);
    ::close(ends[0]);
    ::execvp(command[0].c_str(), arguments_of(command).data());
    ::_exit(127);
  }
  ::close(ends[1]);
  Ran ran;
  char buffer[4096];
  for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
    ran.output.append(buffer, static_cast<std::size_t>(count));
  }
  ::close(ends[0]);
  int status = 0;
  if (::waitpid(child, &status, 0) == child && WIFEXITED(status)) ran.status = WEXITSTATUS(status);
  return ran;
}

bool installed(const std::string& program) {
  for (const char* folder : {"/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"}) {
    if (std::filesystem::exists(folder + program)) return true;
  }
  return false;
}

Beside::Beside(std::vector<std::string> command, const Path& output, const std::vector<std::pair<std::string, std::string>>& settings)
    : child_(::fork()) {
  if (child_ != 0) return;
  ::setpgid(0, 0);
  const int file = ::open(output.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
  ::dup2(file, 1);
  ::dup2(file, 2);
  for (const auto& [name, value] : settings) ::setenv(name.c_str(), value.c_str(), 1);
  ::execvp(command[0].c_str(), arguments_of(command).data());
  ::_exit(127);
}

Beside::~Beside() {
  if (child_ <= 0) return;
  ::kill(-child_, SIGKILL);
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
}

bool Beside::running() const { return ::waitpid(child_, nullptr, WNOHANG) == 0; }

}  // namespace mingting
