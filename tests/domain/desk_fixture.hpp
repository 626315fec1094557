// One application at a desk, in lines of one step each.
#pragma once

#include <gtest/gtest.h>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"
#include "domain/case/clock.hpp"

namespace mingting {

WorkCalendar starter_calendar();

Date day_of(std::string_view iso);

Step step_on(Date on, StepWhat what);

struct Desk {
  WorkCalendar calendar = starter_calendar();
  LocalRules rules;
  Case one;

  Reckoning with() const { return {calendar, rules}; }
  /// Takes the step; the test fails when it is refused.
  Desk& does(std::string_view iso, StepWhat what);
  /// The sentence of the refusal; "" when the step would be taken. Nothing changes.
  std::string refusal(std::string_view iso, StepWhat what) const;
  std::string due(std::string_view today) const;
  Standing on(std::string_view today) const;
};

}  // namespace mingting
