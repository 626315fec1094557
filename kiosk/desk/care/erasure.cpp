// What may be erased is counted as the register erases it: finished by the day and not in dispute.
#include "desk/care/erasure.hpp"

#include <algorithm>
#include <set>

namespace mingting {
namespace {

Result<std::uint64_t> count_ripe(const DeskWork& work, Date before) {
  const auto disputes = work.book.disputes();
  if (!disputes) return fail(disputes.error());
  std::set<std::int64_t> disputed;  // the erasure leaves these out as well
  for (const auto& one : *disputes) {
    if (one.outcome == DisputeOutcome::Open) disputed.insert(one.entry);
  }
  EntryFilter filter;
  filter.open = false;
  filter.limit = 2000;
  std::uint64_t count = 0;
  for (;; filter.offset += filter.limit) {
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    count += static_cast<std::uint64_t>(std::count_if(entries->begin(), entries->end(), [&](const Entry& entry) {
      return !entry.erased && entry.finished && *entry.finished <= before && !disputed.contains(entry.id);
    }));
    if (entries->size() < filter.limit) return count;
  }
}

/// The same day so many years ago; 29 February becomes the 28th.
Date years_before(Date date, int years) {
  const Date earlier = date - std::chrono::years{years};
  return earlier.ok() ? earlier : Date{earlier.year() / earlier.month() / std::chrono::last};
}

}  // namespace

Result<Erased> erase_entries(const DeskWork& work, std::optional<Date> before, bool agreed, const Wording& wording) {
  if (!before && work.office.retention_years <= 0) return fail(Trouble::Refused, "erase.no-retention");
  const auto until = before ? *before : years_before(work.on, work.office.retention_years);
  if (until > work.today()) return fail(Trouble::Refused, "erase.day-to-come");
  if (!agreed) {
    const auto count = count_ripe(work, until);
    if (!count) return fail(count.error());
    return Erased{.until = until, .entries = *count};
  }
  const auto basis = before ? remark("erase.basis-day", until) : remark("erase.basis-retention", work.office.retention_years);
  const auto done = work.book.erase({until, wording(basis), wording(remark("erase.mark"))}, work.clerk);
  if (!done) return fail(as_refusal(done.error()));
  return Erased{true, until, done->entries, done->basis};
}

}  // namespace mingting
