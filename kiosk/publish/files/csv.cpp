#include "publish/files/csv.hpp"

#include <algorithm>

#include "publish/files/source.hpp"

namespace mingting {
namespace {

class Parser {
 public:
  Parser(std::string_view text, FileReport& report) : text_(text), report_(report) {}

  std::vector<CsvRow> rows() {
    while (at_ < text_.size()) {
      CsvRow row{line_, {}};
      if (!read_row(row)) break;
      const bool blank =
          std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
      if (!blank) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  bool read_row(CsvRow& row) {
    for (;;) {
      std::string cell;
      if (!read_cell(cell)) return false;
      row.cells.push_back(tidy(cell));
      if (at_ >= text_.size()) return true;
      const char end = text_[at_++];
      if (end == '\n') {
        ++line_;
        return true;
      }
    }
  }

  /// Up to the comma or line feed that ends it.
  bool read_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell)) return false;
    const auto end = std::min(text_.find_first_of(",\n", at_), text_.size());
    const auto rest = text_.substr(at_, end - at_);
    if (rest.find('"') != std::string_view::npos) {
      report_.error(line_,
                    "引号的位置不对：含有引号的格子，要整格用英文双引号括起来，里面的引号写两个（\"\"）");
    }
    cell += rest;
    at_ = end;
    return true;
  }

  bool read_quoted(std::string& cell) {
    const int opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"')
        ++at_;
      else if (c == '"')
        return ++at_, true;
      if (c == '\n') ++line_;
      cell += c;
    }
    report_.error(opened, "这一行的双引号没有关上：请在格子末尾补一个英文双引号");
    return false;
  }

  std::string_view text_;
  FileReport& report_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text, FileReport& report) {
  return Parser(text, report).rows();
}

}  // namespace mingting
