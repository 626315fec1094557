// Each column keeps which types all of its cells allow; the narrowest that is left is the guess.
#include "publish/kinds/tables/sketch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text/cells.hpp"
#include "base/text/csv.hpp"
#include "base/text/text.hpp"
#include "domain/identity/document_number.hpp"
#include "domain/identity/identifiers.hpp"
#include "domain/table/decimal.hpp"
#include "domain/table/values.hpp"
#include "publish/kinds/tables/access.hpp"
#include "publish/kinds/tables/dirt.hpp"
#include "publish/kinds/tables/table_file.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostChoices = 16, kMostKept = 5000, kLookedAt = 12, kLongChoice = 60;

struct KnownName {
  std::string_view word, name;
};
constexpr std::array kNames{
    KnownName{"信用代码", "credit_code"}, KnownName{"文号", "document_number"}, KnownName{"文书号", "document_number"}, KnownName{"序号", "number"},
    KnownName{"编号", "number"},          KnownName{"编码", "code"},            KnownName{"代码", "code"},              KnownName{"金额", "amount"},
    KnownName{"日期", "date"},            KnownName{"年度", "year"},            KnownName{"年份", "year"},              KnownName{"名称", "name"},
    KnownName{"姓名", "person"},          KnownName{"单位", "unit"},            KnownName{"部门", "department"},        KnownName{"机关", "agency"},
    KnownName{"类别", "kind"},            KnownName{"类型", "kind"},            KnownName{"街道", "street"},            KnownName{"村", "village"},
    KnownName{"社区", "village"},         KnownName{"地址", "address"},         KnownName{"电话", "phone"},             KnownName{"备注", "note"},
    KnownName{"依据", "basis"},           KnownName{"内容", "content"},         KnownName{"结果", "result"},            KnownName{"状态", "state"},
};

constexpr std::array kTried{CellType::Day, CellType::Number, CellType::Percent, CellType::Stretch};

/// What is seen of one column.
class ColumnSeen {
 public:
  void add(const std::string& cell) {
    ++rows_;
    if (says_nothing(cell)) return void(++blank_);
    percent_ = percent_ || cell.ends_with('%') || cell.ends_with("％");
    for (std::size_t i = 0; i < kTried.size(); ++i) {
      auto copy = cell;
      if (can_be_[i] && put_in_form({.type = kTried[i]}, copy)) can_be_[i] = false;
    }
    credit_ = credit_ && (check_credit_code(cell) == IdentifierFault::None || check_credit_code(cell) == IdentifierFault::Checksum);
    document_ = document_ && parse_document_number(cell).has_value();
    phone_ = phone_ && check_phone(cell) != IdentifierFault::Unusual;
    brief_ = brief_ && cell.size() <= kLongChoice;
    if (values_.size() <= kMostKept) once_ = values_.insert(cell).second && once_;
    if (order_.size() <= kMostChoices && std::ranges::find(order_, cell) == order_.end()) order_.push_back(cell);
  }
  bool filled() const { return rows_ > 0 && blank_ == 0; }
  bool once() const { return filled() && once_ && values_.size() <= kMostKept; }
  bool recurs() const { return brief_ && order_.size() <= kMostChoices && order_.size() >= 2 && rows_ - blank_ >= 3 * order_.size(); }
  const std::vector<std::string>& values() const { return order_; }

  void judge(TableColumn& column, std::vector<Remark>& doubts) const {
    if (blank_ == rows_) return doubts.push_back(remark("table-sketch.blank"));
    column.required = filled();
    if (credit_) column.type = CellType::Code, column.code = "credit";
    else if (document_) column.type = CellType::Code, column.code = "document";
    else if (percent_ && can_be_[2]) column.type = CellType::Percent;
    else if (can_be_[0]) column.type = CellType::Day;
    else if (can_be_[1]) judge_number(column, doubts);
    else if (can_be_[3]) column.type = CellType::Stretch;
    else if (phone_) column.type = CellType::Phone;
    else if (recurs()) column.type = CellType::Option, column.choices = order_, doubts.push_back(remark("table-sketch.choices"));
  }

 private:
  void judge_number(TableColumn& column, std::vector<Remark>& doubts) const {
    const bool year = can_be_[3] && column.title.find("年") != std::string::npos;
    if (year) return void(column.type = CellType::Stretch);
    const bool code = std::ranges::any_of(values_, [](const auto& cell) { return cell.size() > 1 && cell.front() == '0' && cell[1] != '.'; });
    if (code) return column.type = CellType::Code, column.code = "any", doubts.push_back(remark("table-sketch.leading-zeros"));
    column.type = money_power(column.unit) ? CellType::Money : CellType::Number;
    if (column.unit.empty()) doubts.push_back(remark("table-sketch.no-unit"));
  }

  std::array<bool, kTried.size()> can_be_{true, true, true, true};
  bool percent_ = false, credit_ = true, document_ = true, phone_ = true, brief_ = true, once_ = true;
  std::size_t rows_ = 0, blank_ = 0;
  std::set<std::string> values_;
  std::vector<std::string> order_;
};

std::string name_for(const std::string& title, const Table& table, std::size_t number) {
  for (const auto& known : kNames) {
    if (title.find(known.word) != std::string::npos && !column_at(table, known.name)) return std::string(known.name);
  }
  return fmt::format("c{}", number + 1);
}

bool is_head(const CsvRow& row) {
  const auto words = std::ranges::count_if(row.cells, [](const auto& cell) { return !cell.empty() && !number_in(cell); });
  return words >= 2 && std::ranges::none_of(row.cells, [](const auto& cell) { return !unit_said(cell).empty(); });
}

class Sketcher {
 public:
  explicit Sketcher(std::string id) { sketch_.table.id = std::move(id); }

  void add(CsvRow& row) {
    for (auto& cell : row.cells) tidy_in_place(cell);
    if (std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); })) return;
    if (seen_.empty()) return is_head(row) ? begin(row) : take_above(row);
    const auto dirt = dirt_in(row.cells, sketch_.table, places_, sketch_.rows == 0);
    if (dirt != Dirt::None) return note(dirt, row.line);
    ++sketch_.rows;
    for (std::size_t i = 0; i < seen_.size() && i < row.cells.size(); ++i) seen_[i].add(row.cells[i]);
  }

  std::optional<TableSketch> result() {
    if (seen_.empty()) return std::nullopt;
    for (std::size_t i = 0; i < seen_.size(); ++i) judge(i);
    choose_key();
    return std::move(sketch_);
  }

 private:
  void begin(const CsvRow& row) {
    auto cells = row.cells;
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      TableColumn column;
      column.unit = unit_in_head(cells[i]);
      column.title = column.unit.empty() ? cells[i] : trimmed(fold_width(cells[i]).substr(0, fold_width(cells[i]).rfind('(')));
      column.name = name_for(column.title, sketch_.table, i);
      sketch_.table.columns.push_back(std::move(column));
      places_.push_back(i);
    }
    seen_.resize(cells.size());
    sketch_.doubts.resize(cells.size());
  }
  void take_above(const CsvRow& row) {
    sketch_.general.push_back(remark("table-sketch.above", row.line));
    for (const auto& cell : row.cells) {
      if (const auto unit = unit_said(cell); !unit.empty()) sketch_.table.unit = unit;
      else if (!cell.empty() && sketch_.table.title.empty()) sketch_.table.title = cell;
    }
  }
  void note(Dirt dirt, int line) {
    sketch_.general.push_back(remark(dirt == Dirt::Total ? "table-sketch.total" : "table-sketch.no-data", line));
  }
  void judge(std::size_t i) {
    auto& column = sketch_.table.columns[i];
    seen_[i].judge(column, sketch_.doubts[i]);
    const bool amount = column.title.find("金额") != std::string::npos || column.title.find("经费") != std::string::npos;
    if (column.type == CellType::Number && column.unit.empty() && !sketch_.table.unit.empty() && amount) column.type = CellType::Money;
    if (!is_figure(column.type) && !column.unit.empty()) column.unit.clear();
    const auto personal = personal_kind(column.title);
    if (personal == Personal::Nothing || column.type == CellType::Option) return;
    column.mask = personal == Personal::Name ? Mask::Name : personal == Personal::Number ? Mask::Left : Mask::Phone;
    sketch_.doubts[i].push_back(remark("table-sketch.person"));
  }
  void choose_key() {
    auto& table = sketch_.table;
    for (std::size_t i = 0; i < seen_.size() && table.key.empty(); ++i) {
      if (seen_[i].once() && !is_figure(table.columns[i].type) && table.columns[i].mask == Mask::None) table.key = {table.columns[i].name};
    }
    for (std::size_t i = 0; i < seen_.size() && table.key.empty(); ++i) {
      if (seen_[i].once() && table.columns[i].mask == Mask::None) table.key = {table.columns[i].name};
    }
    if (table.key.empty()) sketch_.general.push_back(remark("table-sketch.no-key"));
  }

  TableSketch sketch_;
  std::vector<ColumnSeen> seen_;
  std::vector<std::size_t> places_;
};

}  // namespace

Result<TableSketch> sketch_table(FileSystem& files, const FolderFile& csv, std::string id) {
  FileReport report(csv.name);
  const Coverage all;
  auto source = open_source(files, csv, kCsvLimit, all, report);
  if (!source) {
    const auto findings = report.take();
    return fail(Trouble::Invalid, "table-sketch.unreadable", csv.name, findings.front().what);
  }
  CsvReader reader(std::move(*source));
  Sketcher sketcher(std::move(id));
  CsvRow row;
  for (auto got = reader.next(row); got && *got; got = reader.next(row)) sketcher.add(row);
  auto sketch = sketcher.result();
  if (!sketch) return fail(Trouble::Invalid, "table-sketch.no-head", csv.name);
  return std::move(*sketch);
}

}  // namespace mingting
