// Days for people and for programs.
#include "desk/told/parts/days.hpp"

#include "base/said/words.hpp"

namespace mingting {

std::string day_text(Date date) { return words("day.with-weekday", date, chinese_weekday(date)); }

std::string deadline_text(const Deadline& deadline) {
  return day_text(deadline.date) + (deadline.provisional ? words("day.provisional-why") : "");
}

std::string short_deadline_text(const std::optional<Deadline>& deadline) {
  if (!deadline) return {};
  return chinese_date(deadline->date) + (deadline->provisional ? words("day.provisional") : "");
}

std::string left_text(int working_days) {
  if (working_days == 0) return words("day.due-today");
  return working_days > 0 ? words("day.left", working_days) : words("day.over", -working_days);
}

std::string left_text(int working_days, bool overdue) {
  return overdue && working_days == 0 ? words("day.past") : left_text(working_days);
}

OrderedJson deadline_json(const std::optional<Deadline>& deadline) {
  if (!deadline) return nullptr;
  return {{"date", iso_date(deadline->date)}, {"provisional", deadline->provisional}};
}

std::string moment_json(Instant instant) { return iso_local_time(instant) + "+08:00"; }

}  // namespace mingting
