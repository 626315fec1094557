// State, due day, how it was counted and what is next, as labelled lines and as JSON.
#include "desk/told/parts/standing.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/days.hpp"

namespace mingting {
namespace {

std::string phase_text(const Standing& now) {
  const auto title = named(kPhases, now.phase).title;
  return now.clock == ClockState::Stopped ? words("standing.stopped", title) : std::string(title);
}

std::string due_text(const Standing& now) {
  if (!now.due) return {};
  const auto left = now.phase != Phase::Finished ? left_text(now.days_left)
                    : now.overdue                ? words("standing.served-late")
                                                 : words("standing.in-time");
  return words("standing.due-on", deadline_text(*now.due), left);
}

OrderedJson next_json(const std::vector<NextStep>& next) {
  auto list = OrderedJson::array();
  for (const auto& each : next) {
    list.push_back({{"name", each.name}, {"what", worded(each.what)}, {"by", deadline_json(each.by)}, {"ours", each.ours}});
  }
  return list;
}

/// 作出答复并送达：2026年12月21日（星期一）为止，还有 20 个工作日（我方）
std::string next_text(const NextStep& next) {
  if (!next.by) return words("standing.next-step", next.what, who_text(next));
  return words("standing.next-step-by", next.what, deadline_text(*next.by), left_text(next.days_left, next.overdue),
               who_text(next));
}

}  // namespace

std::string who_text(const NextStep& next) { return words(next.ours ? "standing.ours" : "standing.theirs"); }

LabelledLines standing_lines(const CaseStanding& standing) {
  std::vector<std::string> next;
  for (const auto& each : standing.now.next) next.push_back(next_text(each));
  return {{words("standing.phase"), phase_text(standing.now)},
          {words("standing.outcome"), standing.outcome ? std::string(reply_title(*standing.outcome)) : ""},
          {words("standing.due"), due_text(standing.now)},
          {words("standing.counted"), worded(standing.counted)},
          {words("standing.next"), join(next, "\n")}};
}

OrderedJson standing_json(const CaseStanding& standing) {
  const auto& now = standing.now;
  return {{"phase", named(kPhases, now.phase).key}, {"clock", named(kClockStates, now.clock).key},
          {"due", deadline_json(now.due)},          {"days_used", now.days_used},
          {"days_left", now.days_left},             {"overdue", now.overdue},
          {"next", next_json(now.next)}};
}

}  // namespace mingting
