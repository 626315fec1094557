// How values of domain/ are written in a content.db: names of enumerations, dates, and JSON for what has no table.
// The JSON readers accept only what the writers make; anything else throws nlohmann's exceptions or std::runtime_error
// (see guarded() in connection.hpp).
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/content/content.hpp"
#include "domain/form/form.hpp"
#include "domain/matcher/matcher.hpp"
#include "domain/named.hpp"

namespace mingting {

/// The value that stands in a row by its key (domain/named.hpp). Throws when no value has it.
template <class E, std::size_t N>
E value_stored(const Named<E> (&table)[N], std::string_view key) {
  const auto value = value_named(table, key);
  if (!value) throw std::runtime_error("unknown name");
  return *value;
}

/// The relation the other item has to this one; nothing for those that say nothing about the other.
std::optional<RelationKind> inverse(RelationKind kind);

/// What a block's text alone does not say; nothing for one run of plain text.
std::optional<std::string> block_detail(const Block& block);
/// Fills in spans, cells and alt from the text and the detail ("" for NULL).
void restore_block(Block& block, std::string text, std::string_view detail);

std::string form_to_json(const Form& form);
Form form_from_json(std::string_view json);
std::string matcher_to_json(const Matcher& matcher);
Matcher matcher_from_json(std::string_view json);

}  // namespace mingting
