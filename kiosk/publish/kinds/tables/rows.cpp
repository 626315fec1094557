// The first rows are looked at together to find the head; those after it go by one at a time.
#include "publish/kinds/tables/rows.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "base/names.hpp"
#include "base/text/csv.hpp"
#include "base/text/text.hpp"
#include "domain/table/conditions.hpp"
#include "domain/table/values.hpp"
#include "publish/kinds/tables/dirt.hpp"
#include "publish/kinds/tables/table_file.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLookedAt = 12;  ///< rows among which the head is looked for

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); });
}

/// Rows that are not blank, tidied; faults of quotes go to the report.
class TidyRows {
 public:
  TidyRows(TextSource source, FileReport& report) : reader_(std::move(source)), report_(report) {}

  bool next(CsvRow& row) {
    if (!seen_.empty()) {
      row = std::move(seen_.front());
      seen_.pop_front();
      return true;
    }
    return read(row);
  }
  /// Reads ahead; the rows come again.
  const std::deque<CsvRow>& look(std::size_t most) {
    for (CsvRow row; seen_.size() < most && read(row);) seen_.push_back(row);
    return seen_;
  }
  void drop(std::size_t count) { seen_.erase(seen_.begin(), seen_.begin() + static_cast<std::ptrdiff_t>(count)); }

 private:
  bool read(CsvRow& row) {
    for (;;) {
      const auto got = reader_.next(row);
      for (const auto& fault : reader_.take_faults()) report_.error(fault.line, fault.what);
      if (!got) report_.error(0, "source-file.unreadable", got.error());
      if (!got || !*got) return false;
      for (auto& cell : row.cells) tidy_in_place(cell);
      if (row.ended && !is_blank(row)) return true;
    }
  }

  CsvReader reader_;
  FileReport& report_;
  std::deque<CsvRow> seen_;
};

// ---- the head ------------------------------------------------------------------------------------------------------

std::size_t known_in(const CsvRow& row, const Table& table) {
  return static_cast<std::size_t>(std::ranges::count_if(row.cells, [&](const auto& cell) { return column_meant(table, cell).has_value(); }));
}

/// Which of the first rows is the head: the one that has most of the columns' names, the first where none has any.
std::size_t head_among(const std::deque<CsvRow>& rows, const Table& table) {
  const auto best = std::ranges::max_element(rows, {}, [&](const CsvRow& row) { return known_in(row, table); });
  const auto least = std::max<std::size_t>(1, table.columns.size() / 3);
  return known_in(*best, table) >= least && known_in(rows.front(), table) < least ? static_cast<std::size_t>(best - rows.begin()) : 0;
}

/// The head is one cell with full-width commas in it, which part nothing.
bool has_full_width_commas(const CsvRow& head, const Table& table) {
  return head.cells.size() == 1 && head.cells[0].find("，") != std::string::npos && !column_meant(table, head.cells[0]);
}

std::string unit_of(const Table& table, const TableColumn& column) {
  return column.unit.empty() && column.type == CellType::Money ? table.unit : column.unit;
}

/// Reads the head: where each of the table's columns stands.
class Head {
 public:
  Head(const Table& table, const std::string& toml, FileReport& report) : table_(table), toml_(toml), report_(report) {}

  std::vector<std::size_t> places(const CsvRow& head) {
    std::vector<std::size_t> places(table_.columns.size(), kAbsent);
    auto width = head.cells.size();
    while (width > 1 && head.cells[width - 1].empty()) --width;
    for (std::size_t i = 0; i < width; ++i) place(head, i, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] == kAbsent) report_.error(head.line, "table-file.missing-column", table_.columns[i].name, table_.columns[i].title, toml_);
    }
    return places;
  }

 private:
  void place(const CsvRow& head, std::size_t i, std::vector<std::size_t>& places) {
    const auto& cell = head.cells[i];
    const auto column = column_meant(table_, cell);
    if (!column) report_.warning(head.line, "table-file.undescribed-column", i + 1, cell, toml_);
    else if (places[*column] != kAbsent) report_.error(head.line, "table-file.head-twice", cell);
    else places[*column] = i, check_unit(head.line, cell, table_.columns[*column]);
  }
  void check_unit(int line, const std::string& cell, const TableColumn& column) {
    const auto said = cell == column.title || cell == column.name ? "" : unit_in_head(cell);
    const auto unit = column.type == CellType::Percent ? "%" : unit_of(table_, column);
    if (!said.empty() && said != unit) report_.error(line, "table-dirt.other-unit", column.title, said, unit, toml_);
  }

  const Table& table_;
  const std::string& toml_;
  FileReport& report_;
};

// ---- rows ----------------------------------------------------------------------------------------------------------

int decimals(std::string_view figure) {
  const auto point = figure.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(figure.size() - point - 1);
}

class RowReader {
 public:
  RowReader(const Table& table, const RowsFile& rows, FileReport& report, const CsvRow& head, std::vector<std::size_t> places, const RowSink& sink)
      : table_(table), forms_(rows.forms), report_(report), head_(head.cells), places_(std::move(places)), sink_(sink), cells_(places_.size()) {
    while (width_ > 1 && head_[width_ - 1].empty()) --width_;
    read_.scales.resize(places_.size());
    for (const auto& check : table.checks) {
      if (check.kind == CheckKind::Subtotal) totals_.emplace_back(table, RowConditions{check.total_row}, Date{});
    }
    for (const auto& name : table.key) {
      if (const auto at = column_at(table, name)) key_.push_back(*at);
    }
    constexpr std::uint64_t kUsualRow = 128;
    if (!key_.empty()) lines_.reserve(static_cast<std::size_t>(rows.file.info.size / kUsualRow));
  }

  void read(CsvRow& row) {
    const bool first = std::exchange(first_, false);
    if (is_dirt(row, first)) return;
    if (!fit(row)) return report_.error(row.line, "table-file.ragged", row.cells.size(), width_);
    take_cells(row);
    check_key(row.line);
    ++read_.rows;
    sink_(row.line, cells_);
  }
  const RowsRead& result() const { return read_; }

 private:
  /// Cells beyond the head's last name that hold nothing are what spreadsheets leave behind.
  bool fit(CsvRow& row) const {
    while (row.cells.size() > width_ && row.cells.size() <= head_.size() && row.cells.back().empty()) row.cells.pop_back();
    return row.cells.size() == width_;
  }

  bool is_dirt(const CsvRow& row, bool first) {
    if (first && is_second_head(head_, row.cells, table_, places_)) {
      report_.error(row.line, "table-dirt.second-head", second_head_example(row));
      return true;
    }
    const auto dirt = dirt_in(row.cells, table_, places_, first);
    if (dirt == Dirt::None || (dirt == Dirt::Total && is_known_total(row))) return false;
    tell(row, dirt);
    return true;
  }
  std::string second_head_example(const CsvRow& row) const {
    std::string above;
    for (std::size_t i = 0; i < row.cells.size() && i < head_.size(); ++i) {
      if (!head_[i].empty()) above = head_[i];
      if (!row.cells[i].empty() && !above.empty()) return above + "·" + row.cells[i];
    }
    return above;
  }
  void tell(const CsvRow& row, Dirt dirt) {
    const auto filled = std::ranges::find_if(row.cells, [](const auto& cell) { return !cell.empty(); });
    const auto& cell = filled == row.cells.end() ? row.cells.front() : *filled;
    switch (dirt) {
      case Dirt::Unit: return report_.error(row.line, "table-dirt.unit", cell);
      case Dirt::Formula: return report_.error(row.line, "table-dirt.formula");
      case Dirt::Numbers: return report_.error(row.line, "table-dirt.numbers");
      case Dirt::Total: return report_.error(row.line, "table-dirt.total", total_word(row));
      default: return report_.error(row.line, "table-dirt.note", cell);
    }
  }
  static std::string total_word(const CsvRow& row) {
    const auto found = std::ranges::find_if(row.cells, [](const auto& cell) { return is_total_word(cell); });
    return found == row.cells.end() ? "" : *found;
  }
  bool is_known_total(const CsvRow& row) const {
    if (totals_.empty()) return false;
    std::vector<std::string> cells;
    for (const auto place : places_) cells.push_back(place < row.cells.size() ? row.cells[place] : "");
    return std::ranges::any_of(totals_, [&](const RowTest& test) { return test(cells); });
  }

  void take_cells(CsvRow& row) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      cells_[i].clear();
      if (places_[i] >= row.cells.size()) continue;
      std::swap(cells_[i], row.cells[places_[i]]);
      take_cell(row.line, i);
    }
  }
  void take_cell(int line, std::size_t i) {
    auto& cell = cells_[i];
    const auto& title = table_.columns[i].title;
    if (is_guarded(cell)) cell.erase(0, 1);
    const auto fault = put_in_form(forms_[i], cell);
    if (fault && fault.doubtful) report_.warning(line, "table-file.doubtful-cell", title, cell, remark(fault.code));
    else if (fault) report_.error(line, "table-file.wrong-cell", title, cell, wanted(fault.code, forms_[i]));
    else if (is_figure(forms_[i].type)) read_.scales[i] = std::max(read_.scales[i], decimals(cell));
    if (!fault && cell.empty() && table_.columns[i].required) report_.error(line, "table-file.blank-cell", title);
  }

  static Remark wanted(std::string_view code, const TableColumn& form) {
    return form.type == CellType::Option ? remark(code, names_told(form.choices)) : remark(code);
  }

  void check_key(int line) {
    if (key_.empty()) return;
    together_.clear();
    for (const auto at : key_) together_ += key_cell(at), together_ += '\x1f';
    const auto [earlier, is_new] = lines_.emplace(std::hash<std::string>()(together_), line);
    if (is_new) return;
    std::vector<std::string> key;
    for (const auto at : key_) key.push_back(key_cell(at));
    report_.error(line, "table-file.row-twice", names_told(key), earlier->second);
  }
  std::string key_cell(std::size_t at) const {
    return forms_[at].type == CellType::Code ? folded_code(forms_[at], cells_[at]) : fold_width(cells_[at]);
  }

  const Table& table_;
  const std::vector<TableColumn>& forms_;
  FileReport& report_;
  const std::vector<std::string> head_;
  std::vector<std::size_t> places_;
  const RowSink& sink_;
  std::vector<std::string> cells_;
  std::size_t width_ = head_.size();
  bool first_ = true;
  std::vector<RowTest> totals_;
  std::vector<std::size_t> key_;
  std::string together_;  ///< a row's key
  std::unordered_map<std::size_t, int> lines_;  ///< of each key, by its hash
  RowsRead read_;
};

/// What stands above the head is told in one sentence.
void tell_above(const std::deque<CsvRow>& rows, std::size_t head, FileReport& report) {
  std::string unit;
  for (std::size_t i = 0; i < head; ++i) {
    for (const auto& cell : rows[i].cells) {
      if (unit.empty()) unit = unit_said(cell);
    }
  }
  report.error(rows.front().line, "table-dirt.above", rows[head].line, unit.empty() ? Remark() : remark("table-dirt.unit-above", unit, unit));
}

std::string beside(const std::string& csv) {
  const auto stem = csv.substr(0, csv.find_last_of('.'));
  return stem.substr(0, stem.find('@')) + ".toml";
}

}  // namespace

RowsRead read_rows(FileSystem& files, const RowsFile& rows, const Table& table, const Coverage& coverage, FileReport& report, const RowSink& sink) {
  auto source = open_source(files, rows.file, kCsvLimit, coverage, report);
  if (!source) return {};
  TidyRows all(std::move(*source), report);
  const auto& first = all.look(kLookedAt);
  if (first.empty()) {
    if (report.errors() == 0) report.error(0, "table-file.blank");
    return {};
  }
  if (table.columns.empty()) return {};
  const auto at = head_among(first, table);
  if (at > 0) tell_above(first, at, report);
  auto head = first[at];
  all.drop(at + 1);
  if (has_full_width_commas(head, table)) return report.error(head.line, "table-file.full-width-commas"), RowsRead{};
  const auto toml = beside(report.file());
  RowReader reader(table, rows, report, head, Head(table, toml, report).places(head), sink);
  for (CsvRow row; all.next(row);) reader.read(row);
  if (reader.result().rows == 0 && report.errors() == 0) report.warning(0, "table-file.head-alone");
  return reader.result();
}

}  // namespace mingting
