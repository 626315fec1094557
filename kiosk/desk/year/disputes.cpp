// Records reviews and suits, and keeps those out that cannot have been.
#include "desk/year/disputes.hpp"

#include <algorithm>

namespace mingting {
namespace {

Result<DisputeRecorded> recorded(const DeskWork& work, RegisteredDispute dispute) {
  const auto id = work.book.record_dispute(dispute, work.clerk);
  if (!id) return fail(as_refusal(id.error()));
  dispute.id = *id;
  return DisputeRecorded{std::move(dispute)};
}

template <class E, std::size_t N>
Result<E> chosen(const Named<E> (&table)[N], const std::string& typed) {
  const auto value = value_named(table, typed);
  if (!value) return fail(Trouble::Refused, "dispute.unknown", typed, choices_told(table));
  return *value;
}

Result<void> not_to_come(const DeskWork& work, Date on) {
  if (on > work.today()) return fail(Trouble::Refused, "dispute.day-to-come", on);
  return {};
}

/// Refuses one that cannot have been raised on that day. A review may be about not having been answered at all, and a suit may
/// follow such a review.
Result<void> may_be_raised(const DeskWork& work, const RegisteredDispute& dispute) {
  const auto entry = work.book.entry(dispute.entry);
  if (!entry) return fail(entry.error());
  const auto steps = work.book.steps(dispute.entry);
  if (!steps) return fail(steps.error());
  const auto one = case_of(*steps);
  const auto arrived = one.arrived.value_or(local_date(entry->received));
  if (dispute.opened < arrived) {
    return fail(Trouble::Refused, "dispute.before-arrival", dispute.entry, arrived, dispute.opened);
  }
  if (dispute.kind == DisputeKind::Review || (one.replied && *one.replied <= dispute.opened)) return {};
  const auto all = work.book.disputes();
  if (!all) return fail(all.error());
  const bool reviewed = std::any_of(all->begin(), all->end(), [&](const RegisteredDispute& other) {
    return other.entry == dispute.entry && other.kind == DisputeKind::Review && other.opened <= dispute.opened;
  });
  if (dispute.kind == DisputeKind::SuitAfterReview && reviewed) return {};
  return fail(Trouble::Refused, "dispute.before-reply", dispute.entry, dispute.opened);
}

}  // namespace

Result<DisputeRecorded> add_dispute(const DeskWork& work, const NewDispute& options) {
  const auto kind = chosen(kDisputeKinds, options.kind);
  if (!kind) return fail(kind.error());
  if (auto may = not_to_come(work, options.on); !may) return fail(may.error());
  RegisteredDispute dispute{.kind = *kind, .opened = options.on, .note = options.note};
  if (!options.entry.empty()) {
    const auto id = work.book.find(options.entry);
    if (!id) return fail(as_refusal(id.error()));
    dispute.entry = *id;
    if (auto may = may_be_raised(work, dispute); !may) return fail(may.error());
  }
  return recorded(work, std::move(dispute));
}

Result<DisputeRecorded> close_dispute(const DeskWork& work, const ClosedDispute& options) {
  const auto outcome = chosen(kDisputeOutcomes, options.outcome);
  if (!outcome) return fail(outcome.error());
  if (auto may = not_to_come(work, options.on); !may) return fail(may.error());
  const auto all = work.book.disputes();
  if (!all) return fail(all.error());
  const auto found = std::find_if(all->begin(), all->end(), [&](const auto& one) { return one.id == options.id; });
  if (found == all->end()) return fail(Trouble::Refused, "dispute.no-such", options.id);
  auto dispute = *found;
  dispute.outcome = *outcome;
  dispute.closed = *outcome == DisputeOutcome::Open ? std::nullopt : std::optional(options.on);
  if (!options.note.empty()) dispute.note = options.note;
  return recorded(work, std::move(dispute));
}

Result<DisputeList> list_disputes(const DeskWork& work) {
  auto all = work.book.disputes();
  if (!all) return fail(all.error());
  return DisputeList{std::move(*all)};
}

}  // namespace mingting
