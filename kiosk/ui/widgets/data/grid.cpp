// A table that scrolls both ways: heads stay above, the first column at the left.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets/data/grid.hpp"

namespace mingting::ui {
namespace grid {
namespace {

constexpr std::size_t kMostGrids = 64;        // remembered
constexpr float kSlop = 14, kFastest = 6000;  // dp, as the page has it
constexpr Milliseconds kRecent{100};
constexpr float kArrow = 20, kBesideArrow = 8, kBar = 40, kSlimBar = 10, kThumb = 8;  // dp

/// A grid as it stands on screen.
struct Place {
  Rect whole;      ///< heads and all rows
  Rect zone;       ///< where the moving columns are seen
  float head = 0;  ///< where the heads stand now
  float offset = 0;
  const GridState* state = nullptr;  ///< knows the rows
  Rect rows;
};

float left_of(const Place& at, const Plan& plan, std::size_t column) {
  return column == 0 ? at.whole.x : at.zone.x + plan.places[column] - at.offset;
}

void draw_arrow(Ui::Impl& impl, const GridHead& head, float x, float middle) {
  const float size = impl.grown(kArrow);
  const Rect rect{std::round(x), std::round(middle - size * 0.4F), size, std::round(size * 0.8F)};
  if (impl.draws(rect)) impl.paint.triangle(rect, head.sorted == GridHead::Sorted::Up, impl.colors().primary);
}

void draw_head_words(Ui::Impl& impl, const GridHead& head, const Plan& plan, const Rect& cell) {
  const auto& c = impl.colors();
  const bool sorted = head.sorted != GridHead::Sorted::No;
  const float arrow = sorted ? impl.grown(kArrow) + impl.px(kBesideArrow) : 0;
  const float room = cell.w - 2 * plan.pad - arrow;
  Setting setting = plan.head;
  setting.bold = sorted;
  const auto& title = impl.lay_label(head.title, setting, room, 0);
  const auto& unit = impl.lay_line(head.unit, plan.head, cell.w - 2 * plan.pad);
  const float high = title.height() + (head.unit.empty() ? 0 : unit.height());
  const float y = cell.y + std::round((cell.h - high) / 2), x = cell.x + plan.pad;
  const auto align = head.figure ? Align::Right : Align::Left;
  impl.draw_words(title, x, y, room, align, sorted ? c.primary : c.ink);
  const float end = head.figure ? x + room : x + title.width;
  if (sorted) draw_arrow(impl, head, end + impl.px(kBesideArrow), y + title.setting.line / 2);
  if (!head.unit.empty()) impl.draw_words(unit, x, y + title.height(), cell.w - 2 * plan.pad, align, c.quiet);
}

/// A head out of sight keeps its place in the tree, at the edge it went out by, so that the focus can bring it back.
bool take_head(Ui::Impl& impl, const GridHead& head, const Plan& plan, const Rect& cell, const Rect& window) {
  const float apart = impl.px(kRowApart);
  Rect rect{cell.x + apart, cell.y + apart, cell.w - 2 * apart, cell.h - 2 * apart - impl.px(8)};
  impl.paint.push_clip(rect);  // only what is seen of it is touched
  rect.w = std::min(rect.w, window.w);
  rect.x = std::clamp(rect.x, window.x, window.x + window.w - rect.w);
  int index = -1;
  Touch touch;
  if (head.sorts)
    touch = impl.target(
        {.role = Role::Head, .id = head.id, .label = head.title, .rect = rect, .selected = head.sorted != GridHead::Sorted::No},
        index);
  else
    index = impl.record(Role::Head, head.id, head.title, rect);
  impl.paint.pop_clip();
  impl.node(index).value = head.unit;
  impl.typeset(index, plan.head, impl.colors().ink, impl.area().paper);
  if (touch.held && impl.draws(cell)) impl.paint.box(rect, impl.px(12), impl.pressed(impl.area().paper));
  return touch.tapped;
}

std::optional<std::size_t> draw_heads(Ui::Impl& impl, const GridView& view, const Plan& plan, const Place& at) {
  const auto& c = impl.colors();
  const Rect band{at.whole.x, at.head, at.whole.w, plan.head_height};
  if (impl.draws(band)) impl.paint.fill(band, impl.area().paper);
  std::optional<std::size_t> tapped;
  for (std::size_t column = 0; column < view.heads.size(); ++column) {
    const Rect window = column == 0 ? Rect{at.whole.x, at.head, plan.fixed, plan.head_height}
                                    : Rect{at.zone.x, at.head, at.zone.w, plan.head_height};
    const Rect cell{left_of(at, plan, column), at.head, plan.widths[column], plan.head_height};
    impl.paint.push_clip(window);
    if (take_head(impl, view.heads[column], plan, cell, window)) tapped = column;
    if (impl.draws(cell)) draw_head_words(impl, view.heads[column], plan, cell);
    impl.paint.pop_clip();
  }
  const float line = std::max(2.0F, impl.px(3));
  const Rect rule{band.x, band.y + band.h - line, band.w, line};
  if (impl.draws(rule)) impl.paint.fill(rule, c.ink);
  return tapped;
}

/// How far the columns have been moved, under the heads.
void draw_thumb(Ui::Impl& impl, const Plan& plan, const Place& at) {
  const float most = plan.moving - at.zone.w;
  if (most < 1) return;
  const float high = impl.px(kThumb), length = std::max(impl.px(72), at.zone.w * at.zone.w / plan.moving);
  const float x = at.zone.x + (at.zone.w - length) * at.offset / most;
  const Rect thumb{std::round(x), at.head + plan.head_height + impl.px(2), std::round(length), high};
  if (impl.draws(thumb))
    impl.paint.box(thumb, high / 2, mix(impl.area().paper, impl.colors().ink, impl.outlined() ? 1.0F : 0.38F));
}

void draw_cell(Ui::Impl& impl, const GridView& view, const Plan& plan, std::size_t row, std::size_t column, const Rect& cell) {
  if (!impl.draws(cell)) return;
  const auto& head = view.heads[column];
  const auto words = view.cell(row, column);
  const float room = cell.w - 2 * plan.pad, x = cell.x + plan.pad;
  if (head.bar) {
    const float high = impl.px(words.empty() ? kBar : kSlimBar);
    const float y = words.empty() ? cell.y + std::round((cell.h - high) / 2) : cell.y + cell.h - high - impl.px(6);
    draw_bar(impl, view, row, column, {x, y, room, high});
  }
  if (words.empty()) return;
  const auto& layout = lay_cell(impl, head, words, plan.cell, room, plan.lines);
  const float y = cell.y + std::round((cell.h - layout.height()) / 2);
  impl.draw_words(layout, x, y, room, head.figure ? Align::Right : Align::Left, impl.colors().ink);
}

Rect row_at(const Place& at, std::size_t row) { return row_rect(*at.state, row, at.rows); }

/// Says the rows and asks the finger; all of a small table, of a large one those on screen.
std::optional<std::size_t> take_rows(Ui::Impl& impl, const GridView& view, const Plan& plan, const Place& at, Range rows) {
  std::optional<std::size_t> tapped;
  for (std::size_t row = rows.from; row < rows.until; ++row) {
    const auto rect = row_at(at, row);
    const auto touch = take_row(impl, view, row, rect, plan.cell);
    if (touch.tapped) tapped = row;
    const Rect inner = inflate(rect, -impl.px(2));
    if (touch.held && impl.draws(inner)) impl.paint.fill({rect.x, inner.y, rect.w, inner.h}, impl.pressed(impl.area().paper));
  }
  return tapped;
}

void draw_columns(Ui::Impl& impl, const GridView& view, const Plan& plan, const Place& at, Range rows) {
  for (std::size_t row = rows.from; row < rows.until; ++row) {
    const auto rect = row_at(at, row);
    for (std::size_t column = 1; column < view.heads.size(); ++column)
      draw_cell(impl, view, plan, row, column, {left_of(at, plan, column), rect.y, plan.widths[column], rect.h});
  }
}

void draw_fixed(Ui::Impl& impl, const GridView& view, const Plan& plan, const Place& at, Range rows) {
  for (std::size_t row = rows.from; row < rows.until; ++row) {
    const auto rect = row_at(at, row);
    draw_cell(impl, view, plan, row, 0, {rect.x, rect.y, plan.fixed, rect.h});
    const Rect rule{rect.x, rect.y + rect.h - impl.hairline(), rect.w, impl.hairline()};
    if (impl.draws(rule)) impl.paint.fill(rule, impl.colors().line);
  }
  const Rect edge{at.zone.x - impl.hairline(), at.whole.y, impl.hairline(), at.whole.h};
  if (at.offset > 0 && impl.draws(edge)) impl.paint.fill(edge, impl.colors().quiet);
}

std::optional<std::size_t> draw_rows(Ui::Impl& impl, const GridView& view, const Plan& plan, const Place& at) {
  const float below = at.head + plan.head_height;
  impl.paint.push_clip({at.whole.x, below, at.whole.w, std::max(0.0F, at.whole.y + at.whole.h - below)});
  const auto seen = seen_rows(impl, view, *at.state, at.rows.y);
  const auto told = view.rows <= kAskedWhole ? Range{0, view.rows} : seen;
  const auto tapped = take_rows(impl, view, plan, at, told);
  impl.paint.push_clip({at.zone.x, below, at.zone.w, at.whole.h});
  draw_columns(impl, view, plan, at, seen);
  impl.paint.pop_clip();
  draw_fixed(impl, view, plan, at, seen);
  impl.paint.pop_clip();
  return tapped;
}

float speed_of(const std::vector<GridState::Sample>& samples, Instant now) {
  if (samples.size() < 2 || now - samples.back().at > kRecent) return 0;
  const auto span = samples.back().at - samples.front().at;
  return span <= Milliseconds{0} ? 0 : (samples.front().x - samples.back().x) * 1000 / static_cast<float>(span.count());
}

void follow(GridState& state, Scrolling& across, float x, Instant now) {
  if (!state.samples.empty()) across.offset = std::clamp(across.offset - (x - state.samples.back().x), 0.0F, across.most());
  state.samples.push_back({now, x});
  while (state.samples.size() > 2 && now - state.samples.front().at > kRecent) state.samples.erase(state.samples.begin());
}

/// Whether the finger went down on these columns and has gone sideways far enough.
bool goes_sideways(const Ui::Impl& impl, const Rect& zone) {
  const auto& io = ImGui::GetIO();
  const auto from = io.MouseClickedPos[0];
  const float x = std::abs(io.MousePos.x - from.x), y = std::abs(io.MousePos.y - from.y);
  return impl.pointer.touched() == impl.current_scroll && contains(intersect(zone, impl.paint.clip()), from.x, from.y) &&
         x > impl.px(kSlop) && x > y;
}

}  // namespace

float pan(Ui::Impl& impl, GridState& state, const std::string& name, const Rect& zone, float moving, float room) {
  auto& across = impl.scrolls[name];
  across.content = moving;
  across.view = room;
  across.used = impl.frame;
  across.pulled = across.recoil = 0;
  impl.drawn_scrolls.push_back(name);  // without a rectangle: it glides, and no finger going up or down is taken for it
  const auto& io = ImGui::GetIO();
  if (io.MouseDown[0] && !state.panning && across.most() >= 1 && goes_sideways(impl, zone)) {
    state.panning = true;
    state.samples.clear();
  }
  if (state.panning && io.MouseDown[0]) follow(state, across, io.MousePos.x, impl.now);
  if (state.panning && !io.MouseDown[0] && !io.MouseReleased[0]) state.panning = false;
  if (state.panning && io.MouseReleased[0])
    across.speed = std::clamp(speed_of(state.samples, impl.now), -impl.px(kFastest), impl.px(kFastest));
  if (state.panning) impl.settle_after(Milliseconds{0});
  across.offset = std::clamp(std::round(across.offset), 0.0F, std::round(across.most()));
  return across.offset;
}

namespace {

/// The focus on a head that is out of sight brings its column in.
void follow_focus(Ui::Impl& impl, const GridView& view, const Plan& plan, Place& at, const std::string& name) {
  for (std::size_t column = 1; column < view.heads.size(); ++column) {
    if (impl.focus != impl.path + "/" + view.heads[column].id) continue;
    const float left = plan.places[column], right = left + plan.widths[column];
    at.offset = std::clamp(at.offset, std::max(0.0F, right - at.zone.w), std::max(left, std::max(0.0F, right - at.zone.w)));
    at.offset = std::min(at.offset, left);
    impl.scrolls[name].offset = at.offset;
  }
}

std::optional<GridTap> draw_table(Ui::Impl& impl, const GridView& view, const Plan& plan, GridState& state, const Rect& whole) {
  Place at{whole, {whole.x + plan.fixed, whole.y, whole.w - plan.fixed, whole.h}};
  at.state = &state;
  at.rows = {whole.x, whole.y + plan.head_height, whole.w, whole.h - plan.head_height};
  at.head = std::clamp(impl.paint.clip().y, whole.y, std::max(whole.y, whole.y + whole.h - plan.head_height));
  const auto name = impl.path + "/across";
  at.offset = pan(impl, state, name, at.zone, plan.moving, at.zone.w);
  follow_focus(impl, view, plan, at, name);
  const auto row = draw_rows(impl, view, plan, at);
  const auto head = draw_heads(impl, view, plan, at);
  draw_thumb(impl, plan, at);
  if (state.panning || (!row && !head)) return {};
  return GridTap{row, head};
}

}  // namespace
}  // namespace grid

std::optional<GridTap> Ui::data_grid(const GridView& view) {
  auto& self = *impl_;
  if (view.heads.empty() || !view.cell) return {};
  const float y = self.next_y(16);
  const Impl::Below here(self, view.id);
  if (self.grids.size() > grid::kMostGrids && !self.grids.contains(self.path)) self.grids.clear();
  auto& state = self.grids[self.path];
  const auto seen = grid::seen_rows(self, view, state, y);
  const auto plan = grid::plan_for(self, view, state, seen);
  if (plan.folded) return grid::draw_folded(*this, self, view, plan, state);
  grid::learn_heights(view, state, seen, plan.anew, [&](std::size_t row) { return grid::height_of(self, view, plan, row); });
  const Rect whole{self.area().x, y, self.area().width, plan.head_height + static_cast<float>(grid::row_top(state, view.rows))};
  self.area().y = y + whole.h;
  if (self.measuring()) return {};
  const int index = self.record(Role::Grid, "", view.label, whole);
  const Impl::Under below(self, index);
  return grid::draw_table(self, view, plan, state, whole);
}

}  // namespace mingting::ui
