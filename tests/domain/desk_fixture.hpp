// One application at a desk, in lines of one step each.
#pragma once

#include <gtest/gtest.h>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"
#include "domain/case/clock.hpp"

namespace mingting {

inline WorkCalendar starter_calendar() {
  const auto text = disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20);
  return WorkCalendar::from_csv(text.value()).value();
}

inline Date day_of(std::string_view iso) { return parse_date(iso).value(); }

inline Step step_on(Date on, StepWhat what) {
  return {on, "张三", start_of(on) + std::chrono::hours{10}, std::move(what)};
}

struct Desk {
  WorkCalendar calendar = starter_calendar();
  LocalRules rules;
  Case one;

  Reckoning with() const { return {calendar, rules}; }
  /// Takes the step; the test fails when it is refused.
  Desk& does(std::string_view iso, StepWhat what) {
    auto after = record(one, step_on(day_of(iso), std::move(what)), with());
    EXPECT_TRUE(after) << iso << ": " << (after ? "" : worded(after.error()));
    if (after) one = std::move(*after);
    return *this;
  }
  /// The sentence of the refusal; "" when the step would be taken. Nothing changes.
  std::string refusal(std::string_view iso, StepWhat what) const {
    const auto after = record(one, step_on(day_of(iso), std::move(what)), with());
    return after ? "" : worded(after.error());
  }
  std::string due(std::string_view today) const {
    const auto due = reply_due(one, with(), day_of(today));
    return due ? iso_date(due->date) : "";
  }
  Standing on(std::string_view today) const { return standing(one, with(), day_of(today)); }
};

}  // namespace mingting
