// The parts official papers are put together from.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paper/set/composer.hpp"

namespace mingting {

/// The measures of one shape of official paper: a letter, or a form.
struct OfficialShape {
  Grid grid;  ///< body: the running text; label: of the table
  TypeStyle title, number, contact, foot;
  double seal_room = 0;  ///< left free between text and signature
};

/// Centred lines of about equal length; a title that begins with the agency is broken after it when it needs two lines.
std::vector<Line> title_lines(const Composer& page, std::string_view title, std::string_view agency, const TypeStyle& style);

/// The rows as a ruled table from the cursor down. A row goes to the next page whole unless it is longer than a third of
/// a page; then it is cut and its label repeated. `tail`: what must stand below the last row on its page.
void put_table(Composer& page, const std::vector<std::pair<std::string, std::string>>& rows, double tail);

}  // namespace mingting
