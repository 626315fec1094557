// A row ends where a line ends outside quotes; one that the text in hand cuts off is begun again when there is more.
#include "base/text/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

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

/// Apostrophes in front do not count: they are what guards.
bool needs_guard(std::string_view text) {
  return could_run(text.substr(std::min(text.size(), text.find_first_not_of('\''))));
}

std::string quoted(std::string cell) {
  if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
  return "\"" + replace_all(std::move(cell), "\"", "\"\"") + "\"";
}

}  // namespace

// ---- writing -------------------------------------------------------------------------------------------------------

std::string csv_row(const std::vector<std::string>& row, const std::vector<bool>& figures) {
  std::string text;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) text += ',';
    const bool figure = i < figures.size() && figures[i];
    text += quoted(!figure && needs_guard(row[i]) ? "'" + row[i] : row[i]);
  }
  return text + "\r\n";
}

std::string csv_text(const CsvRows& rows) {
  std::string text(kByteOrderMark);
  for (const auto& row : rows) text += csv_row(row);
  return text;
}

bool is_guarded(std::string_view cell) { return cell.starts_with('\'') && needs_guard(cell.substr(1)); }

// ---- reading -------------------------------------------------------------------------------------------------------

CsvReader::CsvReader(TextSource more, Quotes quotes) : more_(std::move(more)), quotes_(quotes) {}

Result<void> CsvReader::fetch() {
  buffer_.erase(0, std::exchange(at_, 0));
  // Twice as much each time, so that a long row is not begun again for every piece.
  for (const auto wanted = buffer_.size() * 2 + 1; buffer_.size() < wanted && !complete_;) {
    auto piece = more_();
    if (!piece) return fail(piece.error());
    if (piece->empty()) complete_ = true;
    buffer_ += *piece;
  }
  if (begun_) return {};
  begun_ = true;
  std::string_view text = buffer_;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const char declared = declared_separator(text);
  separator_ = declared == '\0' ? separator_in_head(text) : declared;
  line_ = declared == '\0' ? 1 : 2;
  at_ = buffer_.size() - text.size();
  return {};
}

Result<bool> CsvReader::next(CsvRow& row) {
  for (;;) {
    const auto at = at_;
    const int line = line_;
    const auto told = faults_.size();
    row.line = line_;
    if (begun_ && at_ < buffer_.size() && read_row(row)) return true;
    if (complete_) return at < buffer_.size();
    if (buffer_.size() - at > kLongestRow) return complete_ = true, at_ = buffer_.size(), true;
    at_ = at, line_ = line;
    faults_.resize(told);
    if (auto done = fetch(); !done) return fail(done.error());
  }
}

/// False: the text that is there ends before the row does, or where it does; more of it may belong to the row.
bool CsvReader::read_row(CsvRow& row) {
  for (std::size_t count = 0;; ++count) {
    if (row.cells.size() <= count) row.cells.emplace_back();
    row.cells[count].clear();
    row.ended = read_cell(row.cells[count]);
    if (at_ + 1 >= buffer_.size() && !complete_) return false;  // a CR may have its LF in the next piece
    const char end = at_ < buffer_.size() ? buffer_[at_++] : '\n';
    if (end == separator_) continue;
    if (end == '\r' && at_ < buffer_.size() && buffer_[at_] == '\n') ++at_;
    row.cells.resize(count + 1);
    ++line_;
    return true;
  }
}

/// Up to the separator or line end that ends it. False: inside a quote that never closes.
bool CsvReader::read_cell(std::string& cell) {
  bool stray = false;
  for (bool begins = true; at_ < buffer_.size(); begins = false) {
    const auto plain = at_;
    while (at_ < buffer_.size() && buffer_[at_] != separator_ && buffer_[at_] != '"' && !ends_line(buffer_[at_])) ++at_;
    cell.append(buffer_, plain, at_ - plain);
    if (at_ >= buffer_.size() || buffer_[at_] != '"') break;
    if ((begins && at_ == plain) || quotes_ == Quotes::Anywhere) {
      if (!read_quoted(cell)) return false;
      continue;
    }
    stray = true;
    cell += buffer_[at_++];
  }
  if (stray) faults_.push_back({line_, remark("csv.stray-quote")});
  return true;
}

bool CsvReader::read_quoted(std::string& cell) {
  const int opened = line_;
  for (++at_; at_ < buffer_.size(); ++at_) {
    const char c = buffer_[at_];
    if (c == '"' && at_ + 1 < buffer_.size() && buffer_[at_ + 1] == '"') ++at_;
    else if (c == '"') return ++at_, true;
    if (c == '\n') ++line_;
    cell += c;
  }
  faults_.push_back({opened, remark("csv.open-quote")});
  return false;
}

Result<CsvTable> read_csv(std::string_view bytes, Quotes quotes) {
  auto decoded = decoded_text(std::string(bytes));
  if (!decoded) return fail(decoded.error());
  CsvReader reader([text = std::move(*decoded)]() mutable -> Result<std::string> { return std::exchange(text, {}); }, quotes);
  CsvTable table;
  CsvRow row;
  while (*reader.next(row)) table.rows.push_back(row);
  table.faults = reader.take_faults();
  return table;
}

}  // namespace mingting
