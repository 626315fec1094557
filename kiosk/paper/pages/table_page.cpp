// How high rows are, where a table breaks, and its rules.
#include "paper/pages/table_page.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// A cell in its place, its text in lines.
struct Placed {
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
  CellAlign align = CellAlign::Centre;
  TypeStyle style;
  std::vector<Line> lines;
  std::size_t end() const { return row + rows; }
};

/// Rows of the table that stand together on one page, the head not counted.
struct Stretch {
  std::size_t from = 0, to = 0;
};

class TableSetter {
 public:
  TableSetter(const Composer& page, const TablePage& table, const TableLook& look)
      : page_(page), table_(table), look_(look), rows_(table.rows.size()), columns_(table.widths.size()) {}

  Result<void> place();
  double height_of(Stretch stretch) const;
  /// As many rows as fit from `from` on; empty when not one does.
  Stretch fitting(std::size_t from, double room) const;
  void put(Composer& page, Stretch stretch) const;

  Stretch whole() const { return {table_.head_rows, rows_}; }

 private:
  using Heights = std::vector<double>;

  void measure_columns();
  Result<void> place_row(std::size_t row, std::vector<std::vector<bool>>& taken);
  Result<void> place_cell(const TableCell& cell, std::size_t row, std::size_t column, std::vector<std::vector<bool>>& taken);
  /// Where on its page the stretch shows the cell: rows counted from the head's first; none when it is elsewhere.
  Stretch shown(const Placed& cell, Stretch stretch) const;
  Heights heights_of(Stretch stretch) const;
  double text_height(const Placed& cell) const { return static_cast<double>(cell.lines.size()) * cell.style.leading; }
  double needed(const Placed& cell) const { return text_height(cell) + 2 * look_.above; }
  double left_of(std::size_t column) const { return page_.grid().left + edges_[column]; }
  std::size_t cuts_at(std::size_t row) const;
  void put_text(Composer& page, const Placed& cell, double top, double height) const;

  const Composer& page_;
  const TablePage& table_;
  const TableLook& look_;
  std::size_t rows_, columns_;
  std::vector<double> edges_;  ///< of the columns, from the left margin
  std::vector<Placed> cells_;
};

constexpr double kLeastFigure = 5.5;  // points; still legible in print

/// A number is set smaller rather than broken: half a figure is another figure.
bool is_figure(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-") == std::string::npos;
}

tl::unexpected<Error> torn(std::size_t row) {
  return fail(Trouble::Invalid, "printed-page.cells-amiss", row + 1);
}

void TableSetter::measure_columns() {
  const double shares = std::accumulate(table_.widths.begin(), table_.widths.end(), 0.0);
  double edge = 0;
  edges_.assign(1, 0.0);
  for (const double width : table_.widths) edges_.push_back(edge += page_.grid().measure() * width / shares);
}

Result<void> TableSetter::place() {
  if (table_.head_rows > rows_ || columns_ == 0) return torn(rows_);
  measure_columns();
  std::vector<std::vector<bool>> taken(rows_, std::vector<bool>(columns_));
  for (std::size_t row = 0; row < rows_; ++row) {
    if (auto placed = place_row(row, taken); !placed) return placed;
  }
  return {};
}

Result<void> TableSetter::place_row(std::size_t row, std::vector<std::vector<bool>>& taken) {
  for (const TableCell& cell : table_.rows[row]) {
    const auto free = std::find(taken[row].begin(), taken[row].end(), false);
    const auto column = static_cast<std::size_t>(free - taken[row].begin());
    if (auto placed = place_cell(cell, row, column, taken); !placed) return placed;
  }
  const bool full = std::find(taken[row].begin(), taken[row].end(), false) == taken[row].end();
  return full ? Result<void>{} : torn(row);
}

Result<void> TableSetter::place_cell(const TableCell& cell, std::size_t row, std::size_t column,
                                     std::vector<std::vector<bool>>& taken) {
  if (cell.columns < 1 || cell.rows < 1) return torn(row);
  Placed placed{row, column, static_cast<std::size_t>(cell.rows), static_cast<std::size_t>(cell.columns), cell.align,
                {look_.size, look_.leading, cell.weight}, {}};
  const std::size_t limit = row < table_.head_rows ? table_.head_rows : rows_;
  if (placed.end() > limit || column + placed.columns > columns_) return torn(row);
  for (std::size_t r = row; r < placed.end(); ++r) {
    for (std::size_t c = column; c < column + placed.columns; ++c) {
      if (taken[r][c]) return torn(r);
      taken[r][c] = true;
    }
  }
  const double measure = std::max(look_.size, edges_[column + placed.columns] - edges_[column] - 2 * look_.side);
  if (is_figure(cell.text)) {
    placed.style.size = fitting_size(page_.faces(), to_code_points(cell.text), cell.weight, measure, kLeastFigure, look_.size);
  }
  placed.lines = page_.lines(cell.text, placed.style, measure);
  cells_.push_back(std::move(placed));
  return {};
}

Stretch TableSetter::shown(const Placed& cell, Stretch stretch) const {
  if (cell.row < table_.head_rows) return {cell.row, cell.end()};
  const auto from = std::max(cell.row, stretch.from), to = std::min(cell.end(), stretch.to);
  if (from >= to) return {0, 0};
  return {from - stretch.from + table_.head_rows, to - stretch.from + table_.head_rows};
}

/// Cells of one row first; what a joined cell still wants is shared among its rows.
TableSetter::Heights TableSetter::heights_of(Stretch stretch) const {
  Heights heights(table_.head_rows + stretch.to - stretch.from, look_.leading + 2 * look_.above);
  for (const std::size_t joined : {0U, 1U}) {
    for (const Placed& cell : cells_) {
      const auto [from, to] = shown(cell, stretch);
      if (from >= to || (to - from > 1) != (joined == 1)) continue;
      const auto first = heights.begin() + static_cast<std::ptrdiff_t>(from);
      const auto last = heights.begin() + static_cast<std::ptrdiff_t>(to);
      const double wanting = needed(cell) - std::accumulate(first, last, 0.0);
      const double share = wanting / static_cast<double>(to - from);
      if (wanting > 0) std::for_each(first, last, [share](double& height) { height += share; });
    }
  }
  return heights;
}

double TableSetter::height_of(Stretch stretch) const {
  const auto heights = heights_of(stretch);
  return std::accumulate(heights.begin(), heights.end(), look_.frame);
}

/// Joined cells that a break above the row would cut.
std::size_t TableSetter::cuts_at(std::size_t row) const {
  return static_cast<std::size_t>(
      std::count_if(cells_.begin(), cells_.end(), [row](const Placed& cell) { return cell.row < row && row < cell.end(); }));
}

Stretch TableSetter::fitting(std::size_t from, double room) const {
  std::size_t to = from;
  while (to < rows_ && height_of({from, to + 1}) <= room) ++to;
  if (to == rows_ || to == from) return {from, to};
  const auto least = to - (to - from) / 3;
  auto best = to;
  for (auto at = to; at >= least && at > from; --at) {
    if (cuts_at(at) < cuts_at(best)) best = at;
  }
  return {from, best};
}

void TableSetter::put_text(Composer& page, const Placed& cell, double top, double height) const {
  const double left = left_of(cell.column) + look_.side;
  const double measure = left_of(cell.column + cell.columns) - look_.side - left;
  double y = top + (height - text_height(cell)) / 2;
  for (const Line& line : cell.lines) {
    const double rest = measure - line.width;
    const double indent = cell.align == CellAlign::Left ? 0 : cell.align == CellAlign::Right ? rest : rest / 2;
    Line even = line;
    if (cell.align != CellAlign::Left) even.spacing = 0;  // filled lines would stand off centre
    page.put(left + indent, y, even, cell.style);
    y += cell.style.leading;
  }
}

void TableSetter::put(Composer& page, Stretch stretch) const {
  const auto heights = heights_of(stretch);
  std::vector<double> tops(1, page.y() + look_.frame / 2);
  for (const double height : heights) tops.push_back(tops.back() + height);
  Shape rules;
  const double half = look_.rule / 2;
  for (const Placed& cell : cells_) {
    const auto [from, to] = shown(cell, stretch);
    if (from >= to) continue;
    const double left = left_of(cell.column), right = left_of(cell.column + cell.columns);
    if (from > 0) rules.push_back({left - half, tops[from] - half, right - left + look_.rule, look_.rule});
    if (cell.column > 0) rules.push_back({left - half, tops[from] - half, look_.rule, tops[to] - tops[from] + look_.rule});
    put_text(page, cell, tops[from], tops[to] - tops[from]);
  }
  const double left = left_of(0), right = left_of(columns_), top = tops.front(), bottom = tops.back(), edge = look_.frame / 2;
  for (const double y : {top, bottom}) rules.push_back({left - edge, y - edge, right - left + look_.frame, look_.frame});
  for (const double x : {left, right}) rules.push_back({x - edge, top - edge, look_.frame, bottom - top + look_.frame});
  page.sheet().shapes.push_back(std::move(rules));
  page.move_to(bottom + edge);
}

}  // namespace

Grid table_grid() {
  return {.width = kA4Width,
          .height = kA4Height,
          .left = 57,
          .right = 57,
          .top = 64,
          .bottom = 62,
          .later_top = 64,
          .body = {13, 24, Weight::Regular},
          .strong = {14, 24, Weight::Bold},
          .note = {9.5, 14, Weight::Regular}};
}

Grid lying(Grid upright) {
  std::swap(upright.width, upright.height);
  return upright;
}

Result<double> table_height(const Composer& page, const TablePage& table, const TableLook& look) {
  TableSetter setter(page, table, look);
  if (const auto placed = setter.place(); !placed) return fail(placed.error());
  return setter.height_of(setter.whole());
}

Result<void> set_table(Composer& page, const TablePage& table, const TableLook& look) {
  TableSetter setter(page, table, look);
  if (auto placed = setter.place(); !placed) return placed;
  const auto end = setter.whole().to;
  if (setter.whole().from >= end) return {};
  bool fresh = false;
  for (auto from = setter.whole().from; from < end;) {
    const auto stretch = setter.fitting(from, page.limit() - page.y());
    if (stretch.to == stretch.from && fresh) return fail(Trouble::Invalid, "printed-page.row-too-high", from + 1);
    if (stretch.to > stretch.from) setter.put(page, stretch);
    from = stretch.to;
    fresh = from < end;
    if (fresh) page.turn_page();
  }
  return {};
}

}  // namespace mingting
