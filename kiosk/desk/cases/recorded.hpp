// A step and a paper as they were recorded.
#pragma once

#include <vector>

#include "desk/register/register.hpp"
#include "domain/case/clock.hpp"

namespace mingting {

struct RecordedStep {
  int number = 0;        ///< from 1, in the order of recording
  Step step;
  bool in_force = true;  ///< false: taken back, or a taking back itself
};
/// All steps of a case, number 1 first.
std::vector<RecordedStep> recorded_steps(const Case& one);

struct IssuedPaper {
  IssuedDocument document;
  std::optional<Path> file;  ///< its PDF, where one was asked for and could be written
};

}  // namespace mingting
