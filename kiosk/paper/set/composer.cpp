// The cursor that sets paper from top to bottom.
#include "paper/set/composer.hpp"

#include <algorithm>
#include <limits>

#include "base/text/whole.hpp"

namespace mingting {
namespace {

constexpr double kBlankLine = 2 * 72.0 / 203;  // two dots of a slip printer

}  // namespace

Composer::Composer(const PaperFaces& faces, const Grid& grid, const std::vector<std::string>& names)
    : faces_(faces), grid_(grid), names_(names_to_keep(names)) {
  turn_page();
}

double Composer::limit() const {
  return grid_.height > 0 ? grid_.height - grid_.bottom : std::numeric_limits<double>::infinity();
}

void Composer::turn_page() {
  y_ = sheets_.empty() ? grid_.top : grid_.later_top;
  sheets_.push_back({grid_.width, grid_.height, {}, {}});
}

void Composer::need(double height) {
  const bool fresh = sheet().runs.empty() && sheet().shapes.empty();
  if (!fresh && y_ + height > limit()) turn_page();
}

std::vector<Line> Composer::lines(std::string_view text, const TypeStyle& style, double measure, Fill fill) const {
  return set_lines(faces_, text, style, measure, fill, names_);
}

void Composer::put_baseline(double x, double baseline, const Line& line, const TypeStyle& style) {
  sheet().runs.push_back({x + line.indent, baseline, style.size, style.weight, line.text, line.spacing});
}

void Composer::put(double x, double top, const Line& line, const TypeStyle& style) {
  put_baseline(x, top + baseline_in(style), line, style);
}

void Composer::paragraph(double x, double measure, std::string_view text, const TypeStyle& style) {
  for (const Line& line : lines(text, style, measure)) {
    need(style.leading);
    put(x, y_, line, style);
    y_ += style.leading;
  }
}

void Composer::rule(double thickness) {
  sheet().shapes.push_back({{grid_.left, y_ - thickness / 2, grid_.measure(), thickness}});
}

void Composer::blank(double x, double length, const TypeStyle& style) {
  sheet().shapes.push_back({{x, y_ + baseline_in(style) + 0.12 * style.size, length, kBlankLine}});
}

void Composer::frame(double height, double thickness) {
  const double width = grid_.measure(), left = grid_.left;
  sheet().shapes.push_back({{left, y_, width, thickness},
                            {left, y_ + height - thickness, width, thickness},
                            {left, y_ + thickness, thickness, height - 2 * thickness},
                            {left + width - thickness, y_ + thickness, thickness, height - 2 * thickness}});
}

double Composer::height_of(const Row& row) const {
  const TypeStyle& style = row.strong ? grid_.strong : grid_.body;
  double height = static_cast<double>(lines(row.value, style, grid_.value_measure()).size()) * style.leading;
  if (!row.note.empty()) {
    height += static_cast<double>(lines(row.note, grid_.note, grid_.value_measure()).size()) * grid_.note.leading;
  }
  const auto labels = lines(row.label, grid_.label, grid_.label_measure()).size();
  return std::max(height, static_cast<double>(labels) * grid_.label.leading) + 2 * grid_.row_padding;
}

void Composer::row(const Row& row) {
  const double height = height_of(row);
  if (height < limit() / 2) need(height);
  const TypeStyle& style = row.strong ? grid_.strong : grid_.body;
  const std::size_t page = sheets_.size();
  const double top = y_;
  y_ += grid_.row_padding;
  double baseline = y_ + baseline_in(style);  // label and value share it
  for (const Line& line : lines(row.label, grid_.label, grid_.label_measure())) {
    put_baseline(grid_.left, baseline, line, grid_.label);
    baseline += grid_.label.leading;
  }
  paragraph(grid_.value_left(), grid_.value_measure(), row.value, style);
  if (!row.note.empty()) paragraph(grid_.value_left(), grid_.value_measure(), row.note, grid_.note);
  y_ = page == sheets_.size() ? top + height : y_ + grid_.row_padding;
}

void Composer::step(double x, double measure, std::size_t number, std::string_view text, const TypeStyle& style) {
  const auto set = lines(text, style, measure - grid_.number_column);
  need(style.leading * static_cast<double>(std::min<std::size_t>(set.size(), 2)));
  TypeStyle figure = style;
  figure.weight = Weight::Bold;
  put(x, y_, lines(std::to_string(number), figure, measure).front(), figure);
  for (const Line& line : set) {
    need(style.leading);
    put(x + grid_.number_column, y_, line, style);
    y_ += style.leading;
  }
}

std::vector<Sheet> Composer::finish() && {
  if (grid_.height <= 0) sheet().height = y_ + grid_.bottom;
  return std::move(sheets_);
}

}  // namespace mingting
