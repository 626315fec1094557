// Other programs, run and waited for, or run beside the test and stopped by their id.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/disk/files.hpp"

namespace mingting {

struct Ran {
  int status = -1;     ///< exit status, -1 when it could not be started or was killed
  std::string output;  ///< standard output and standard error
};

std::vector<char*> arguments_of(std::vector<std::string>& command);

Ran run(std::vector<std::string> command);

bool installed(const std::string& program);

/// A program that runs until the object goes; it and its children form a group of their own and are ended together.
class Beside {
 public:
  Beside(std::vector<std::string> command, const Path& output, const std::vector<std::pair<std::string, std::string>>& settings);
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside();
  bool running() const;

 private:
  pid_t child_;
};

}  // namespace mingting
