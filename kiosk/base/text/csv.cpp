// Cells are read character by character; a row ends where a line feed stands outside quotes.
#include "base/text/csv.hpp"

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether a spreadsheet could take the text for something to be worked out. Full width counts: Excel folds it.
bool could_run(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '\t' || text.front() == '\r' || text.front() == '\n') return true;
  const auto folded = fold_width(text);
  const auto at = folded.find_first_not_of(" \t\r\n");
  return at != std::string::npos && std::string_view("=+-@").find(folded[at]) != std::string_view::npos;
}

class Parser {
 public:
  Parser(std::string_view text, Quotes quotes) : text_(text), quotes_(quotes) {}

  CsvTable table() {
    while (at_ < text_.size()) table_.rows.push_back(row());
    return std::move(table_);
  }

 private:
  CsvRow row() {
    CsvRow row{line_, {}};
    for (;;) {
      row.ended = read_cell(row.cells.emplace_back());
      if (at_ >= text_.size()) return row;
      if (text_[at_++] == ',') continue;
      ++line_;
      return row;
    }
  }

  /// Up to the comma or line feed that ends it. False: inside a quote that never closes.
  bool read_cell(std::string& cell) {
    bool stray = false;
    for (bool begins = true; at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n'; begins = false) {
      const char c = text_[at_];
      if (c == '"' && (begins || quotes_ == Quotes::Anywhere)) {
        if (!read_quoted(cell)) return false;
        continue;
      }
      stray = stray || c == '"';
      if (c != '\r') cell += c;
      ++at_;
    }
    if (stray) table_.faults.push_back({line_, remark("csv.stray-quote")});
    return true;
  }

  bool read_quoted(std::string& cell) {
    const int opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && text_.substr(at_ + 1, 1) == "\"") ++at_;
      else if (c == '"') return ++at_, true;
      if (c == '\n') ++line_;
      cell += c;
    }
    table_.faults.push_back({opened, remark("csv.open-quote")});
    return false;
  }

  std::string_view text_;
  Quotes quotes_;
  std::size_t at_ = 0;
  int line_ = 1;
  CsvTable table_;
};

std::string csv_cell(std::string_view text) {
  std::string cell = could_run(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  return "\"" + replace_all(std::move(cell), "\"", "\"\"") + "\"";
}

}  // namespace

std::string csv_text(const CsvRows& rows) {
  std::string text(kByteOrderMark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      text += csv_cell(row[i]);
    }
    text += "\r\n";
  }
  return text;
}

Result<CsvTable> read_csv(std::string_view text, Quotes quotes) {
  if (first_invalid_utf8(text)) return fail(Trouble::Invalid, "csv.not-utf8");
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return Parser(text, quotes).table();
}

}  // namespace mingting
