// The head line says where each described column stands; rows are then put in the description's order.
#include "publish/kinds/table.hpp"

#include <algorithm>
#include <map>

#include "base/names.hpp"
#include "base/text/cells.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

void read_columns(TomlKeys& keys, TableFile& file) {
  for (const auto* entry : keys.tables("columns")) {
    TomlKeys column(*entry, file.report, remark("toml-place.group", "columns"));
    TableColumn result;
    result.name = column.required_text("name");
    result.title = column.required_text("title");
    result.type = column.one_word("type", {"text", "number", "date", "money"}, "text");
    result.unit = column.text("unit");
    file.required.push_back(column.truth("required", false));
    column.finish();
    const auto& columns = file.table.columns;
    if (std::any_of(columns.begin(), columns.end(),
                    [&](const auto& other) { return other.name == result.name; })) {
      file.report.error(column.line("name"), "table-file.column-twice", result.name);
    }
    file.table.columns.push_back(std::move(result));
  }
}

std::size_t position(const std::vector<TableColumn>& columns, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name || columns[i].title == name) return i;
  }
  return kAbsent;
}

/// The head is one cell with full-width commas in it, which part nothing.
bool has_full_width_commas(const CsvRow& head) {
  return head.cells.size() == 1 && head.cells[0].find("，") != std::string::npos;
}

/// Columns without a name at the right edge, which spreadsheets leave behind, go where they hold nothing.
void drop_blank_edge(std::vector<CsvRow>& rows) {
  const auto blank_at = [](std::size_t at) {
    return [at](const CsvRow& row) { return row.cells.size() <= at || row.cells[at].empty(); };
  };
  auto& head = rows.front().cells;
  const auto full = head.size();
  while (head.size() > 1 && head.back().empty() && std::ranges::all_of(rows, blank_at(head.size() - 1)))
    head.pop_back();
  for (auto& row : rows) {
    if (row.cells.size() <= full && row.cells.size() > head.size()) row.cells.resize(head.size());
  }
}

/// For each column of the table, where the CSV has it.
std::vector<std::size_t> match_head(const CsvRow& head, const TableFile& file, FileReport& report) {
  const auto& columns = file.table.columns;
  std::vector<std::size_t> places(columns.size(), kAbsent);
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    const auto column = position(columns, head.cells[i]);
    if (column == kAbsent) {
      report.warning(head.line, "table-file.undescribed-column", i + 1, head.cells[i], file.report.file());
    } else if (places[column] != kAbsent) {
      report.error(head.line, "table-file.head-twice", head.cells[i]);
    } else {
      places[column] = i;
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (places[i] != kAbsent) continue;
    report.error(head.line, "table-file.missing-column", columns[i].name, columns[i].title, file.report.file());
  }
  return places;
}

/// A number or an amount has so many digits after its point at most.
constexpr std::size_t kMostDecimals = 12, kMostMoneyDecimals = 2;

bool fits(const std::string& number, std::size_t decimals) {
  const auto point = number.find('.');
  return point == std::string::npos || number.size() - point - 1 <= decimals;
}

/// The code of what the cell should be, or "" when it is that; then it stands in the cell in its one form.
std::string_view put_in_form(const std::string& type, std::string& cell) {
  if (is_scientific(cell, type == "text" ? Among::Words : Among::Numbers)) return "table-file.scientific";
  if (type == "text") return "";
  if (says_nothing(cell)) return cell.clear(), "";
  if (type == "date") {
    const auto day = day_in(cell);
    if (day) cell = iso_date(*day);
    return day ? "" : "table-file.date";
  }
  const bool money = type == "money";
  auto number = number_in(cell);
  if (!number || !fits(*number, money ? kMostMoneyDecimals : kMostDecimals))
    return money ? "table-file.money" : "table-file.number";
  cell = std::move(*number);
  return "";
}

class RowReader {
 public:
  RowReader(TableFile& file, FileReport& report, std::vector<std::size_t> places, std::size_t width)
      : file_(file), report_(report), places_(std::move(places)), width_(width) {}

  void read(CsvRow& row) {
    if (row.cells.size() != width_) {
      report_.error(row.line, "table-file.ragged", row.cells.size(), width_);
      return;
    }
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      cells.push_back(places_[i] == kAbsent ? "" : std::move(row.cells[places_[i]]));
      if (places_[i] != kAbsent) check(row.line, file_.table.columns[i], file_.required[i], cells.back());
    }
    check_key(row.line, cells);
    file_.table.rows.push_back(std::move(cells));
  }

 private:
  void check(int line, const TableColumn& column, bool required, std::string& cell) {
    const auto wanted = put_in_form(column.type, cell);
    if (!wanted.empty()) report_.error(line, "table-file.wrong-cell", column.title, cell, remark(wanted));
    else if (cell.empty() && required)
      report_.error(line, "table-file.blank-cell", column.title);
  }

  void check_key(int line, const std::vector<std::string>& cells) {
    if (file_.key.empty()) return;
    std::vector<std::string> key;
    for (const auto& name : file_.key) {
      if (const auto column = position(file_.table.columns, name); column != kAbsent)
        key.push_back(trimmed(fold_width(cells[column])));
    }
    const auto [earlier, is_new] = lines_.emplace(key, line);
    if (!is_new)
      report_.error(line, "table-file.row-twice", names_told(key), earlier->second);
  }

  TableFile& file_;
  FileReport& report_;
  std::vector<std::size_t> places_;
  std::size_t width_;
  std::map<std::vector<std::string>, int> lines_;
};

}  // namespace

TableFile read_table(std::string id, std::string file, const std::optional<std::string>& text) {
  TableFile result(std::move(file));
  result.table.id = std::move(id);
  const auto toml = text ? parse_toml(*text, 1, result.report) : std::nullopt;
  if (!toml) return result;
  TomlKeys keys(*toml, result.report);
  result.table.title = keys.required_text("title");
  result.table.source = keys.text("source");
  if (result.table.source.empty() && result.table.title.find("示例") == std::string::npos) {
    result.report.warning(keys.line("source"), "table-file.no-source");
  }
  read_columns(keys, result);
  if (result.table.columns.empty())
    result.report.error(keys.line("columns"), "table-file.no-columns");
  result.key = keys.texts("key");
  for (const auto& name : result.key) {
    if (position(result.table.columns, name) == kAbsent)
      result.report.error(keys.line("key"), "table-file.unknown-key", name);
  }
  keys.finish();
  return result;
}

void read_rows(const std::string& csv, TableFile& table, FileReport& report) {
  auto rows = tidy_rows(csv, report);
  if (rows.empty()) {
    if (report.errors() == 0) report.error(0, "table-file.blank");
    return;
  }
  if (table.table.columns.empty()) return;
  drop_blank_edge(rows);
  if (has_full_width_commas(rows.front()) && position(table.table.columns, rows.front().cells[0]) == kAbsent)
    return report.error(rows.front().line, "table-file.full-width-commas");
  RowReader reader(table, report, match_head(rows.front(), table, report), rows.front().cells.size());
  for (std::size_t i = 1; i < rows.size(); ++i) reader.read(rows[i]);
  if (rows.size() == 1) report.warning(0, "table-file.head-alone");
}

}  // namespace mingting
