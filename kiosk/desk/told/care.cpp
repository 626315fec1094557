// Moved deadlines as a table with the years they came from; what was erased; what cannot be used.
#include "desk/told/care.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/days.hpp"
#include "desk/told/parts/entry.hpp"

namespace mingting {
namespace {

std::string years_text(const std::set<int>& years) {
  std::vector<std::string> all;
  for (const int year : years) all.push_back(std::to_string(year));
  return all.empty() ? words("take-calendar.no-years") : join(all, "、");
}

std::string moved_text(const CalendarTaken& taken) {
  if (taken.moved.empty()) return words("take-calendar.none-moved") + "\n";
  auto table = table_of("take-calendar.head");
  for (const auto& [entry, deadlines] : taken.moved) {
    for (const auto& each : deadlines) {
      table.rows.push_back({std::to_string(entry.id), entry.number, applicant_text(entry), worded(each.name),
                            short_deadline_text(each.before), short_deadline_text(each.after)});
    }
  }
  return words("take-calendar.moved", taken.moved.size()) + "\n" + table_text(table);
}

}  // namespace

std::string as_text(const CalendarTaken& taken) {
  auto text = moved_text(taken) + words("take-calendar.done", taken.calendar.string(), years_text(taken.added),
                                        years_text(taken.changed), years_text(taken.kept)) + "\n";
  if (!taken.copy.empty()) text += words("take-calendar.copied", taken.copy.string()) + "\n";
  return text;
}

OrderedJson as_json(const CalendarTaken& taken) {
  auto moved = OrderedJson::array();
  for (const auto& [entry, deadlines] : taken.moved) {
    for (const auto& each : deadlines) {
      moved.push_back({{"id", entry.id},
                       {"number", entry.number},
                       {"name", worded(each.name)},
                       {"before", deadline_json(each.before)},
                       {"after", deadline_json(each.after)}});
    }
  }
  return {{"ok", true},
          {"calendar", taken.calendar.string()},
          {"copy", taken.copy.string()},
          {"added", taken.added},
          {"changed", taken.changed},
          {"kept", taken.kept},
          {"moved", std::move(moved)}};
}

std::string as_text(const Erased& erased) {
  if (erased.done) return words("erase.done", erased.entries, erased.basis) + "\n";
  if (erased.entries == 0) return words("erase.nothing", erased.until) + "\n";
  return words("erase.counted", erased.until, erased.entries) + "\n";
}

OrderedJson as_json(const Erased& erased) {
  OrderedJson json{{"ok", is_whole(erased)},
                   {"until", iso_date(erased.until)},
                   {"entries", erased.entries},
                   {"erased", erased.done}};
  if (erased.done) json["basis"] = erased.basis;
  return json;
}

std::string as_text(const OfficeCheck& check) {
  if (check.problems.empty()) return words("check-office.fine") + "\n";
  std::string text;
  for (const auto& problem : check.problems) text += worded(problem) + "\n";
  return text;
}

OrderedJson as_json(const OfficeCheck& check) {
  auto problems = OrderedJson::array();
  for (const auto& problem : check.problems) problems.push_back(worded(problem));
  return {{"ok", is_whole(check)}, {"problems", std::move(problems)}};
}

}  // namespace mingting
