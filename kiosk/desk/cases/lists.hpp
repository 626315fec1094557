// What there is in the register, and what is due.
#pragma once

#include <vector>

#include "desk/entries/privacy.hpp"
#include "domain/case/clock.hpp"

namespace mingting {

/// One entry of a list, and where it stands.
struct ListedEntry {
  ShownEntry entry;
  Phase phase = Phase::Unreceived;  ///< of an application
  std::optional<Deadline> due;      ///< what falls due next; of the others, the promised answer. Nothing when finished
};
struct EntryList {
  std::vector<ListedEntry> entries;
  std::uint64_t total = 0;  ///< of all that the filter lets through, listed here or not
};
/// Newest first, names masked.
Result<EntryList> list_entries(const DeskWork& work, const EntryFilter& filter);

/// Something to be done, by us or by others.
struct DueItem {
  EntryHead entry;
  NextStep next;
  bool stopped = false;  ///< the reply clock stands still
};
struct DueList {
  Date as_of{};
  int days = 0;  ///< working days looked ahead
  std::vector<DueItem> items;
};
/// Everything overdue or due within `days` working days, ours and theirs, most urgent first; promised answers included.
Result<DueList> due_entries(const DeskWork& work, int days);

}  // namespace mingting
