// Entering figures among figures.
#include "desk/register/disclosure.hpp"

#include <array>
#include <cstddef>

namespace mingting {
namespace {

auto figures_in(DisclosureTable& table) {
  const std::array figures{&table.rules.made,     &table.rules.repealed,     &table.rules.in_force,
                           &table.normative.made, &table.normative.repealed, &table.normative.in_force,
                           &table.licences,       &table.penalties,          &table.coercion,
                           &table.charges_fen};
  static_assert(figures.size() * sizeof(Figure) == sizeof(DisclosureTable), "every figure of the table");
  return figures;
}

}  // namespace

DisclosureTable changed(DisclosureTable before, const DisclosureChange& change) {
  auto entered = change.entered;
  const auto kept = figures_in(before), given = figures_in(entered);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (*given[i]) *kept[i] = *given[i];
    if (change.rest_is_zero && !*kept[i]) *kept[i] = 0;
  }
  return before;
}

}  // namespace mingting
