// CSV (tables as text) as spreadsheets write it and open it with a double click: the product's only reader
// and only writer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

struct CsvRow {
  int line = 0;                    ///< on which it begins, from 1
  std::vector<std::string> cells;  ///< as they were meant: without the quotes around them, not trimmed
  bool ended = true;               ///< false: a quote in it never closes, so the rest of the text is in it
};

struct CsvFault {
  int line = 0;
  Remark what;
};

struct CsvTable {
  std::vector<CsvRow> rows;  ///< blank lines among them, so that the n-th is the n-th
  std::vector<CsvFault> faults;
};

/// Which quotes hold a cell's separators and line feeds together: those around a whole cell (any other stays
/// in the text and is a fault), or all, wherever they stand (they go without a word).
enum class Quotes { AroundCells, Anywhere };

/// As any spreadsheet saves it: cells parted by commas, semicolons or tabs (the head tells which, or Excel's
/// first line "sep=;"), any line ends, in UTF-8 with or without a byte order mark, UTF-16 or GB18030. What is
/// not as a spreadsheet would write it is a fault; the rows are given all the same. Trouble::Invalid: in
/// another encoding.
Result<CsvTable> read_csv(std::string_view bytes, Quotes quotes = Quotes::AroundCells);

using CsvRows = std::vector<std::vector<std::string>>;

/// All rows in UTF-8 with CRLF, the byte order mark in front. Cells are quoted where they must be; what begins (after white
/// space) with = + - @, in full width too, or with a tab or return, gets an apostrophe in front, which a spreadsheet takes for
/// "this is text".
std::string csv_text(const CsvRows& rows);

}  // namespace mingting
