// Cells are read character by character; a row ends where a line ends outside quotes.
#include "base/text/csv.hpp"

#include <algorithm>
#include <array>

#include "base/text/charset.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// What parts cells, the likeliest first.
constexpr std::string_view kSeparators = ",\t;";

/// The line "sep=;" that Excel writes and reads before the head: its separator, and the line goes.
char declared_separator(std::string_view& text) {
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  const bool declared = line.size() == 5 && line.starts_with("sep=") && kSeparators.find(line[4]) != std::string_view::npos;
  if (!declared) return '\0';
  text.remove_prefix(line.size());
  text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(text.size(), 1));
  return line[4];
}

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

/// The one that stands most often in the first line that is not blank, outside quotes: the head, whose names
/// rarely hold one.
char separator_in_head(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  bool quoted = false, begun = false;
  for (const char c : text) {
    if (ends_line(c) && !quoted && begun) break;
    if (c == '"') quoted = !quoted;
    if (const auto at = kSeparators.find(c); at != std::string_view::npos && !quoted) ++counts.at(at);
    begun = begun || !ends_line(c);
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

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
  Parser(std::string_view text, char separator, int first_line, Quotes quotes)
      : text_(text), separator_(separator), quotes_(quotes), line_(first_line) {}

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
      const char end = text_[at_++];
      if (end == separator_) continue;
      if (end == '\r' && text_.substr(at_, 1) == "\n") ++at_;
      ++line_;
      return row;
    }
  }

  /// Up to the separator or line end that ends it. False: inside a quote that never closes.
  bool read_cell(std::string& cell) {
    bool stray = false;
    for (bool begins = true; at_ < text_.size() && text_[at_] != separator_ && !ends_line(text_[at_]);
         begins = false) {
      const char c = text_[at_];
      if (c == '"' && (begins || quotes_ == Quotes::Anywhere)) {
        if (!read_quoted(cell)) return false;
        continue;
      }
      stray = stray || c == '"';
      cell += c;
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
  char separator_;
  Quotes quotes_;
  std::size_t at_ = 0;
  int line_;
  CsvTable table_;
};

std::string csv_cell(std::string_view text) {
  std::string cell = could_run(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
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

Result<CsvTable> read_csv(std::string_view bytes, Quotes quotes) {
  const auto decoded = decoded_text(std::string(bytes));
  if (!decoded) return fail(decoded.error());
  std::string_view text = *decoded;
  const char declared = declared_separator(text);
  const int first_line = declared == '\0' ? 1 : 2;
  return Parser(text, declared == '\0' ? separator_in_head(text) : declared, first_line, quotes).table();
}

}  // namespace mingting
