// CSV (tables as text) as spreadsheets write it and open it with a double click: the product's only reader
// and only writer.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
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

/// Gives the next piece of a text in UTF-8, of any length; "" at its end.
using TextSource = std::function<Result<std::string>()>;

/// The same row by row, of a text that need not be in memory. Holds a row and the piece it ends in.
class CsvReader {
 public:
  /// A row longer than this is one whose quote does not close: it is given as it is, and the rest of the text is not read.
  static constexpr std::size_t kLongestRow = 8U << 20;

  explicit CsvReader(TextSource more, Quotes quotes = Quotes::AroundCells);
  /// The next row into `row`, whose memory is used again. False at the end. An error of the source ends the reading.
  Result<bool> next(CsvRow& row);
  /// What was found since it was asked last.
  std::vector<CsvFault> take_faults() { return std::exchange(faults_, {}); }

 private:
  Result<void> fetch();
  bool read_row(CsvRow& row);
  bool read_cell(std::string& cell);
  bool read_quoted(std::string& cell);

  TextSource more_;
  Quotes quotes_;
  std::string buffer_;
  std::size_t at_ = 0;
  int line_ = 1;
  char separator_ = ',';
  bool begun_ = false, complete_ = false;
  std::vector<CsvFault> faults_;
};

using CsvRows = std::vector<std::vector<std::string>>;

/// All rows in UTF-8 with CRLF, the byte order mark in front. Cells are quoted where they must be; what begins (after white
/// space) with = + - @, in full width too, or with a tab or return, gets an apostrophe in front, which a spreadsheet takes for
/// "this is text".
std::string csv_text(const CsvRows& rows);
/// One row of it. What stands in a column of figures is a figure: a minus in front of it runs nothing.
std::string csv_row(const std::vector<std::string>& row, const std::vector<bool>& figures = {});
/// Whether the apostrophe in front of the cell is one that csv_row() puts there: without it the cell is as it was meant.
bool is_guarded(std::string_view cell);

}  // namespace mingting
