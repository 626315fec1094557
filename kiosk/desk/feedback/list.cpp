// Everything that is no application, by the day its answer was promised for.
#include "desk/feedback/list.hpp"

#include <algorithm>

#include "desk/entries/promises.hpp"

namespace mingting {

Result<FeedbackList> list_feedback(const DeskWork& work, bool all) {
  Promises promises(work);
  ShownEntries shown(work);
  FeedbackList list{all, {}};
  for (const auto kind : {EntryKind::Feedback, EntryKind::Comment, EntryKind::Letter}) {
    EntryFilter filter;
    filter.kind = kind;
    if (!all) filter.open = true;
    filter.limit = 10'000;
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      list.lines.push_back({shown.of(entry), entry.finished ? std::nullopt : promises.of(entry)});
    }
  }
  const auto order = [](const FeedbackList::Line& line) {
    return std::pair(line.due ? std::chrono::sys_days{line.due->date} : std::chrono::sys_days::max(), line.entry.received);
  };
  std::stable_sort(list.lines.begin(), list.lines.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  return list;
}

}  // namespace mingting
