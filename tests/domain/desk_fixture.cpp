// How does an application at a desk take its steps?
#include "domain/desk_fixture.hpp"

namespace mingting {

WorkCalendar starter_calendar() {
  const auto text = disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20);
  return WorkCalendar::from_csv(text.value()).value();
}

Date day_of(std::string_view iso) { return parse_date(iso).value(); }

Step step_on(Date on, StepWhat what) {
  return {on, "张三", start_of(on) + std::chrono::hours{10}, std::move(what)};
}

Desk& Desk::does(std::string_view iso, StepWhat what) {
  auto after = record(one, step_on(day_of(iso), std::move(what)), with());
  EXPECT_TRUE(after) << iso << ": " << (after ? "" : worded(after.error()));
  if (after) one = std::move(*after);
  return *this;
}

std::string Desk::refusal(std::string_view iso, StepWhat what) const {
  const auto after = record(one, step_on(day_of(iso), std::move(what)), with());
  return after ? "" : worded(after.error());
}

std::string Desk::due(std::string_view today) const {
  const auto due = reply_due(one, with(), day_of(today));
  return due ? iso_date(due->date) : "";
}

Standing Desk::on(std::string_view today) const { return standing(one, with(), day_of(today)); }

}  // namespace mingting
