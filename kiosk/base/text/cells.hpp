// What does a person mean by this cell: a day, a number, nothing? In the spellings of offices and of their
// spreadsheets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace mingting {

/// 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, in full width too, with the midnight that a
/// spreadsheet adds; nothing for anything else, impossible days included.
std::optional<Date> day_in(std::string_view cell);

/// A number in its one form, as in -1234.50: without the separators of thousands, ￥ and a plus sign;
/// brackets and every dash are a minus; digits after the point stay as many as they were. Nothing when it is
/// none; then see is_scientific().
std::optional<std::string> number_in(std::string_view cell);

/// 5.20102E+17: a spreadsheet shortened a long number, and its last digits are gone. Among words only what
/// has the sign and the two figures that spreadsheets write is one: 2E3 may be a room.
enum class Among { Numbers, Words };
bool is_scientific(std::string_view cell, Among among);

/// Blank, dashes, a stroke or 空, where a number or a day could stand.
bool says_nothing(std::string_view cell);

}  // namespace mingting
