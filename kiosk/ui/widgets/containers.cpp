// Widgets that hold others: groups, cards, columns, grids.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kNarrowestCell = 200;  // dp at standard size: two columns of big words
constexpr float kNarrowestRow = 600;   // dp at standard size: a title of two lines, a fact and its date
constexpr float kBetweenLists = 48;    // dp

struct Row {
  float height = 0;
  std::vector<Measured> cells;
};

struct Cells {
  std::vector<float> x, width;
};

Row measure_row(Ui::Impl& impl, const Cells& cells, const IndexedBody& body, int first, int count) {
  Row row;
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    row.cells.push_back(impl.measure(cells.x[at], cells.width[at], [&] { body(first + i); }));
    row.height = std::max(row.height, row.cells.back().height);
  }
  return row;
}

Area cell_area(Ui::Impl& impl, const Cells& cells, const Row& row, std::size_t at, float y) {
  const auto& outer = impl.area();
  Area cell;
  cell.x = cells.x[at];
  cell.width = cells.width[at];
  cell.top = cell.y = y;
  cell.paper = outer.paper;
  cell.in_bar = outer.in_bar;
  if (outer.in_bar)
    cell.top = cell.y = y + std::round((row.height - row.cells[at].height) / 2);
  else if (row.cells[at].count == 1)
    cell.stretch = row.height;
  return cell;
}

/// One row of cells side by side; how high it came out.
float draw_row(Ui::Impl& impl, const Cells& cells, const IndexedBody& body, int first, int count, float y,
               float more = 0) {
  auto row = measure_row(impl, cells, body, first, count);
  row.height += more;
  if (impl.measuring()) return row.height;
  float high = 0;
  for (int i = 0; i < count; ++i) {
    const auto area = cell_area(impl, cells, row, static_cast<std::size_t>(i), y);
    high = std::max(high, impl.inside(area, [&] { body(first + i); }) + area.top - y);
  }
  return high;
}

Cells split(const Area& area, std::span<const float> weights, float gap) {
  Cells cells;
  const float sum = std::accumulate(weights.begin(), weights.end(), 0.0F);
  const float room = area.width - gap * static_cast<float>(weights.size() - 1);
  float x = area.x;
  for (const float weight : weights) {
    const float next = x + room * weight / sum;
    cells.x.push_back(std::round(x));
    cells.width.push_back(std::round(next) - std::round(x));
    x = next + gap;
  }
  return cells;
}

/// The body of a whole column of a list that runs down: `share` of `count`.
IndexedBody column_of(const IndexedBody& body, int share, int count) {
  return [&body, share, count](int column) {
    for (int i = column * share; i < std::min(count, (column + 1) * share); ++i) body(i);
  };
}

}  // namespace

void Ui::rows(int count, const IndexedBody& body, Flow flow) {
  auto& self = *impl_;
  const bool two = count > 1 && self.area().width >= 2 * self.px(kNarrowestRow * self.factor()) + self.px(kBetweenLists);
  if (!two) {
    for (int i = 0; i < count; ++i) body(i);
    return;
  }
  const std::vector<float> weights(2, 1);
  const auto cells = split(self.area(), weights, self.px(kBetweenLists));
  float y = self.next_y(0);
  if (flow == Flow::Down) {
    y += draw_row(self, cells, column_of(body, (count + 1) / 2, count), 0, 2, y);
  } else {
    for (int first = 0; first < count; first += 2)
      y += draw_row(self, cells, body, first, std::min(2, count - first), y);
  }
  self.area().y = y;
}

float Ui::room() const {
  return impl_->area().width / impl_->unit;
}

bool Ui::can_lower() const {
  return impl_->portrait();
}

bool Ui::lowered() const {
  return impl_->lowered();
}

void Ui::space(float dp) {
  impl_->area().spaced += impl_->px(dp);
}

void Ui::divider() {
  auto& self = *impl_;
  const auto rect = self.place(self.hairline(), 16);
  if (self.draws(rect)) self.paint.fill(rect, self.colors().line);
}

void Ui::group(std::string_view id, std::string_view label, const Body& body) {
  auto& self = *impl_;
  const auto& area = self.area();
  const int index = self.record(Role::Group, id, label, {area.x, area.y, area.width, 0});
  {
    const Impl::Below here(self, id);
    const Impl::Under below(self, index);
    body();
  }
  if (index < 0) return;
  auto& node = self.node(index);
  node.rect.h = self.area().y - node.rect.y;
  node.visible = intersect(node.rect, self.paint.clip());
}

void Ui::card(std::string_view id, std::string_view label, const Body& body, Tone tint) {
  auto& self = *impl_;
  const float pad = self.px(32);
  const bool alone = self.area().count == 0;
  const float stretch = alone ? self.area().stretch : 0;
  const float y = self.next_y(24);
  const auto outer = self.area();
  const float natural = self.measure(outer.x + pad, outer.width - 2 * pad, body).height;
  const Rect rect{outer.x, y, outer.width, std::max(natural + 2 * pad, stretch)};
  const Color paper = tint == Tone::Ink ? self.colors().surface : self.tint(tint);
  self.surface(rect, 16, paper, self.colors().line);
  const int index = self.record(Role::Group, id, label, rect);
  if (!self.measuring()) {
    const Impl::Below here(self, id);
    const Impl::Under below(self, index);
    Area inner;
    inner.x = outer.x + pad;
    inner.width = outer.width - 2 * pad;
    inner.top = inner.y = y + pad;
    inner.paper = paper;
    inner.bleed = std::min(pad, self.px(16));
    self.inside(inner, body);
  }
  self.area().y = y + rect.h;
}

void Ui::columns(std::span<const float> weights, float gap_dp, const IndexedBody& body) {
  if (weights.empty()) return;
  auto& self = *impl_;
  const float y = self.next_y(16);
  const auto cells = split(self.area(), weights, self.px(gap_dp));
  self.area().y = y + draw_row(self, cells, body, 0, static_cast<int>(weights.size()), y);
}

void Ui::grid(int columns, float gap_dp, int count, const IndexedBody& body) {
  auto& self = *impl_;
  if (count <= 0) return;
  const float gap = self.px(gap_dp);
  const float needed = self.px(kNarrowestCell * self.factor());
  const float wide = self.area().width;
  int fitting = std::max(columns, 1);
  const auto cell = [&] { return (wide - gap * static_cast<float>(fitting - 1)) / static_cast<float>(fitting); };
  while (fitting > 1 && (cell() < needed || columns % fitting != 0)) --fitting;  // full rows stay full
  float y = self.next_y(16);
  const std::vector<float> weights(static_cast<std::size_t>(fitting), 1.0F);
  const auto cells = split(self.area(), weights, gap);
  const int rows = (count + fitting - 1) / fitting;
  const float more = std::floor(self.take_spare() / static_cast<float>(rows));
  for (int first = 0; first < count; first += fitting) {
    if (first > 0) y += gap;
    y += draw_row(self, cells, body, first, std::min(fitting, count - first), y, more);
  }
  self.area().y = y;
}

}  // namespace mingting::ui
