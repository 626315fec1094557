// How often a test of chance repeats: in the daily suite, and in the long one (bash tests/run long), which sets MINGTING_LONG.
#pragma once

#include <cstdlib>

namespace mingting {

inline unsigned rounds(unsigned daily, unsigned in_the_long_run) {
  return std::getenv("MINGTING_LONG") != nullptr ? in_the_long_run : daily;
}

}  // namespace mingting
