// Finds an entry, and an application with its steps.
#include "desk/entries/finding.hpp"

namespace mingting {

Result<Entry> find_entry(const DeskWork& work, std::string_view id) {
  return work.book.find(id).and_then([&](std::int64_t found) { return work.book.entry(found); });
}

Result<FoundCase> find_case(const DeskWork& work, std::string_view id) {
  auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  const auto steps = work.book.steps(entry->id);
  if (!steps) return fail(steps.error());
  return FoundCase{std::move(*entry), case_of(*steps)};
}

}  // namespace mingting
