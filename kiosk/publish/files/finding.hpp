// One thing that is wrong, or may be, in a content folder.
#pragma once

#include <string>

#include "base/remark.hpp"

namespace mingting {

enum class Severity { Error, Warning };

struct Finding {
  Severity severity = Severity::Error;
  std::string file;  ///< below the content folder
  int line = 0;      ///< from 1; 0 when it concerns the whole file
  Remark what;       ///< what is wrong and what to do: office staff read it
  bool operator==(const Finding&) const = default;
};

}  // namespace mingting
