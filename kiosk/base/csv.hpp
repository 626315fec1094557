// CSV as Excel opens it with a double click: UTF-8 with a byte order mark, CRLF, and nothing in a cell that a spreadsheet would
// run as a formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

using CsvRows = std::vector<std::vector<std::string>>;

/// One cell: quoted where it must be; what begins (after white space) with = + - @, in full width too, or with a tab or return,
/// gets an apostrophe in front, which a spreadsheet takes for "this is text".
std::string csv_cell(std::string_view text);
/// All rows, the byte order mark in front.
std::string csv_text(const CsvRows& rows);
/// Reads what csv_text or a spreadsheet wrote (RFC 4180, any line ends, with or without the mark). Trouble::Invalid: not UTF-8.
Result<CsvRows> csv_rows(std::string_view text);

}  // namespace mingting
