// Part 2 of the year's report, which the register cannot count itself: figures as the office enters them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/desk_work.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// A figure of the tables as typed or printed; money is typed in 万元 and kept in fen. Nothing for anything else.
std::optional<std::int64_t> figure_typed(std::string_view text, bool money);

/// figures YEAR [NAME=VALUE ...]. 其余=0 (rest=0) fills what is still blank.
struct FiguresOptions {
  int year = 0;
  std::vector<std::string> values;
};

/// Part 2 as it stands, blanks included.
struct FiguresSheet {
  int year = 0;
  DisclosureTable table;
};

/// Enters the values, all or none of them; without values it only looks.
Result<FiguresSheet> enter_figures(const DeskWork& work, const FiguresOptions& options);

}  // namespace mingting
