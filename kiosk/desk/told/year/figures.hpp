// Part 2's figures told: what is entered, what is wanting.
#pragma once

#include <string>

#include "desk/told/table_text.hpp"
#include "desk/year/figures.hpp"

namespace mingting {

std::string as_text(const FiguresSheet& sheet);
/// {ok, year, blank, figures {key: figure or null}}; money in fen.
OrderedJson as_json(const FiguresSheet& sheet);

}  // namespace mingting
