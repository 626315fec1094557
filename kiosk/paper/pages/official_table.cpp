// The title and the table of official papers.
#include <algorithm>

#include "paper/pages/official_layout.hpp"

namespace mingting {
namespace {

constexpr double kRule = 0.6;
constexpr double kCellSide = 8;  ///< from a rule to the text beside it

using Cells = std::pair<std::string, std::string>;

class Table {
 public:
  explicit Table(Composer& page) : page_(page), grid_(page.grid()) {}

  bool is_heading(const Cells& row) const { return row.first.empty(); }

  double height_of(const Cells& row) const {
    const auto count = std::max(labels(row).size(), values(row).size());
    return static_cast<double>(count) * grid_.body.leading + 2 * grid_.row_padding;
  }

  /// What of the row must stand on one page: all of it, or of a long one its first lines.
  double kept_together(const Cells& row) const {
    const double all = height_of(row), page = page_.limit() - grid_.top;
    return all < page / 3 ? all : 4 * grid_.body.leading + 2 * grid_.row_padding;
  }

  void put(const Cells& row) {
    if (is_heading(row)) return put_heading(row.second);
    const auto label = labels(row), value = values(row);
    for (std::size_t done = 0; done < std::max(value.size(), label.size());) {
      const auto rest = std::max(value.size() - std::min(done, value.size()), done == 0 ? label.size() : 1);
      const auto count = std::min(rest, room());
      put_part(label, value, done, count);
      done += count;
      if (count < rest) page_.turn_page();
    }
  }

 private:
  std::vector<Line> labels(const Cells& row) const {
    if (is_heading(row)) return {};
    return page_.lines(row.first, grid_.label, grid_.label_column - 2 * kCellSide);
  }
  std::vector<Line> values(const Cells& row) const {
    if (is_heading(row)) return page_.lines(row.second, grid_.strong, grid_.measure() - 2 * kCellSide);
    return page_.lines(row.second, grid_.body, grid_.value_measure() - 2 * kCellSide);
  }
  /// Lines that still fit on this page, at least one.
  std::size_t room() const {
    const double height = page_.limit() - page_.y() - 2 * grid_.row_padding;
    return static_cast<std::size_t>(std::max(1.0, height / grid_.body.leading + 0.01));
  }

  void put_part(const std::vector<Line>& label, const std::vector<Line>& value, std::size_t from, std::size_t count) {
    const double top = page_.y(), height = static_cast<double>(count) * grid_.body.leading + 2 * grid_.row_padding;
    put_centred(label, grid_.left, grid_.label_column, top, height, grid_.label);
    const auto here = value.size() > from ? std::min(count, value.size() - from) : 0;
    double y = top + (height - static_cast<double>(here) * grid_.body.leading) / 2;
    for (std::size_t i = 0; i < here; ++i, y += grid_.body.leading) {
      page_.put(grid_.value_left() + kCellSide, y, value[from + i], grid_.body);
    }
    put_rules(top, height, true);
    page_.move_to(top + height);
  }
  void put_heading(const std::string& words) {
    const auto lines = page_.lines(words, grid_.strong, grid_.measure() - 2 * kCellSide);
    const double top = page_.y(), height = static_cast<double>(lines.size()) * grid_.body.leading + 2 * grid_.row_padding;
    put_centred(lines, grid_.left, grid_.measure(), top, height, grid_.strong);
    put_rules(top, height, false);
    page_.move_to(top + height);
  }
  void put_centred(std::vector<Line> lines, double left, double width, double top, double height,
                   const TypeStyle& style) {
    double y = top + (height - static_cast<double>(lines.size()) * style.leading) / 2;
    for (Line& line : lines) {
      line.spacing = 0;  // not filled: centred lines keep their own length
      page_.put(left + (width - line.width) / 2, y, line, style);
      y += style.leading;
    }
  }
  void put_rules(double top, double height, bool divided) {
    const double half = kRule / 2;
    Shape rules{{grid_.left - half, top - half, grid_.measure() + kRule, kRule},
                {grid_.left - half, top + height - half, grid_.measure() + kRule, kRule},
                {grid_.left - half, top, kRule, height},
                {grid_.left + grid_.measure() - half, top, kRule, height}};
    if (divided) rules.push_back({grid_.value_left() - half, top, kRule, height});
    page_.sheet().shapes.push_back(std::move(rules));
  }

  Composer& page_;
  const Grid& grid_;
};

}  // namespace

void put_table(Composer& page, const std::vector<std::pair<std::string, std::string>>& rows, double tail) {
  Table table(page);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool last = i + 1 == rows.size();
    double together = table.kept_together(rows[i]);
    if (!last && table.is_heading(rows[i])) together += table.kept_together(rows[i + 1]);
    if (last) together = table.height_of(rows[i]) + tail;
    if (together < page.limit() - page.grid().top) page.need(together);
    table.put(rows[i]);
  }
}

}  // namespace mingting
