// Lists: what there is, and what is due.
#include "desk/cases/lists.hpp"

#include <algorithm>

#include "desk/entries/promises.hpp"

namespace mingting {
namespace {

/// A case without steps is read for those that are still open; what is finished tells enough by itself.
Result<Case> case_for_list(const DeskWork& work, const Entry& entry) {
  if (entry.kind != EntryKind::Application) return Case{};
  if (entry.finished) {
    Case one;
    one.phase = Phase::Finished;
    return one;
  }
  return work.book.steps(entry.id).map([](const std::vector<Step>& steps) { return case_of(steps); });
}

/// The day something falls due that is still waited for; nothing when nothing is.
std::optional<Deadline> next_due(const Standing& standing) {
  std::optional<Deadline> first;
  for (const auto& next : standing.next) {
    if (next.by && next.name != "ask-correction" && (!first || next.by->date < first->date)) first = next.by;
  }
  return first;
}

std::optional<Deadline> due_of(const DeskWork& work, const Entry& entry, const Case& one, Promises& promises) {
  if (entry.finished) return std::nullopt;
  return entry.kind == EntryKind::Application ? next_due(standing(one, work.with(), work.on)) : promises.of(entry);
}

/// A list with room left has shown all there is: what a search went through once it need not go through again.
Result<std::uint64_t> total_of(const DeskWork& work, const EntryFilter& filter, std::size_t listed) {
  if (listed < filter.limit && (listed > 0 || filter.offset == 0)) return filter.offset + listed;
  return work.book.count(filter);
}

// ---- due ------------------------------------------------------------------------------------------------------------

/// What has no day but is ours to do is due now; others without a day are not waited for here.
bool is_wanted(const NextStep& next, int days) {
  if (!next.by) return next.ours;
  return next.overdue || next.days_left <= days;
}

void add_case(const OpenCase& open, const DeskWork& work, DueList& list) {
  const auto now = standing(case_of(open.steps), work.with(), work.on);
  for (const auto& next : now.next) {
    if (is_wanted(next, list.days)) list.items.push_back({head_of(open), next, now.clock == ClockState::Stopped});
  }
}

NextStep promised_answer(const DeskWork& work, EntryKind kind, const Deadline& by) {
  return {"answer", remark("due-list.answer", named(kEntryKinds, kind).title), by, true,
          working_days_between(work.calendar, work.on, by.date), work.on > by.date};
}

Result<void> add_promised(const DeskWork& work, DueList& list) {
  Promises promises(work);
  for (const auto kind : {EntryKind::Feedback, EntryKind::Letter}) {
    const EntryFilter filter{.kind = kind, .open = true, .text = "", .from = std::nullopt, .to = std::nullopt,
                             .limit = 100'000, .offset = 0};
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      const auto by = promises.of(entry);
      if (!by) continue;
      auto next = promised_answer(work, kind, *by);
      if (is_wanted(next, list.days)) list.items.push_back({head_of(entry), std::move(next)});
    }
  }
  return {};
}

/// Those without a day stand first: they are to be done now.
std::chrono::sys_days order_of(const DueItem& item) {
  return item.next.by ? std::chrono::sys_days{item.next.by->date} : std::chrono::sys_days::min();
}

}  // namespace

Result<EntryList> list_entries(const DeskWork& work, const EntryFilter& filter) {
  const auto entries = work.book.list(filter);
  if (!entries) return fail(entries.error());
  const auto total = total_of(work, filter, entries->size());
  if (!total) return fail(total.error());
  Promises promises(work);
  ShownEntries shown(work);
  EntryList list{{}, *total};
  for (const auto& entry : *entries) {
    const auto one = case_for_list(work, entry);
    if (!one) return fail(one.error());
    list.entries.push_back({shown.of(entry), one->phase, due_of(work, entry, *one, promises)});
  }
  return list;
}

Result<DueList> due_entries(const DeskWork& work, int days) {
  const auto open = work.book.open_cases();
  if (!open) return fail(open.error());
  DueList list{work.on, days, {}};
  for (const auto& each : *open) add_case(each, work, list);
  if (auto added = add_promised(work, list); !added) return fail(added.error());
  std::stable_sort(list.items.begin(), list.items.end(),
                   [](const DueItem& a, const DueItem& b) { return order_of(a) < order_of(b); });
  return list;
}

}  // namespace mingting
