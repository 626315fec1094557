// The head line says where each described column stands; rows are then put in the description's order.
#include "publish/kinds/table.hpp"

#include <algorithm>
#include <map>

#include "base/names.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

void read_columns(Keys& keys, TableFile& file) {
  for (const auto* entry : keys.tables("columns")) {
    Keys column(*entry, file.report, remark("toml-place.group", "columns"));
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

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 1234.5, -3, 1,234.50; at most `decimals` digits after the point.
bool is_number(std::string_view text, std::size_t decimals) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto point = text.find('.');
  if (point != std::string_view::npos) {
    const auto fraction = text.substr(point + 1);
    if (!all_digits(fraction) || fraction.size() > decimals) return false;
    text = text.substr(0, point);
  }
  if (text.find(',') == std::string_view::npos) return all_digits(text);
  const auto groups = split(text, ',');
  return all_digits(groups.front()) && groups.front().size() <= 3 &&
         std::all_of(groups.begin() + 1, groups.end(),
                     [](const auto& group) { return group.size() == 3 && all_digits(group); });
}

/// The code of what the cell should be, or "" when it is that.
std::string_view type_fault(const std::string& type, const std::string& cell) {
  if (cell.empty() || type == "text") return "";
  const auto plain = fold_width(cell);
  if (type == "number") return is_number(plain, 12) ? "" : "table-file.number";
  if (type == "money") return is_number(plain, 2) ? "" : "table-file.money";
  return parse_date(cell) ? "" : "table-file.date";
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
  void check(int line, const TableColumn& column, bool required, const std::string& cell) {
    if (cell.empty() && required) report_.error(line, "table-file.blank-cell", column.title);
    const auto wanted = type_fault(column.type, cell);
    if (!wanted.empty()) report_.error(line, "table-file.wrong-cell", column.title, cell, remark(wanted));
  }

  void check_key(int line, const std::vector<std::string>& cells) {
    if (file_.key.empty()) return;
    std::vector<std::string> key;
    for (const auto& name : file_.key) {
      if (const auto column = position(file_.table.columns, name); column != kAbsent)
        key.push_back(cells[column]);
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
  Keys keys(*toml, result.report);
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
  RowReader reader(table, report, match_head(rows.front(), table, report), rows.front().cells.size());
  for (std::size_t i = 1; i < rows.size(); ++i) reader.read(rows[i]);
  if (rows.size() == 1) report.warning(0, "table-file.head-alone");
}

}  // namespace mingting
