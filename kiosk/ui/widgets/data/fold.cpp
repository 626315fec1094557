// Where columns have no room, a row is a block: its name, and under it a head and a value in each line.
#include <algorithm>
#include <cmath>

#include "ui/widgets/data/grid.hpp"

namespace mingting::ui::grid {
namespace {

constexpr float kPad = 24, kUnderPair = 6, kBeside = 24;  // dp
constexpr float kMostHead = 0.44F;                        // of the room
constexpr std::size_t kMostPairs = 8;                     // of a row that opens, where all of them are

/// What all blocks share.
struct Block {
  Setting name;
  float head_width = 0, value_width = 0;
  std::vector<std::size_t> columns;
};

bool left_out(const GridView& view, std::size_t column) { return view.heads[column].bar && column > 0; }

Block plan_block(Ui::Impl& impl, const GridView& view, const Plan& plan) {
  Block block{impl.setting(TextStyle::Label, true)};
  const float room = impl.area().width;
  float widest = 0;
  const bool all = !view.opens || view.rows <= kAskedWhole;
  for (std::size_t column = 1; column < view.heads.size() && (all || block.columns.size() < kMostPairs); ++column) {
    if (left_out(view, column)) continue;
    widest = std::max(widest, impl.texts.measure(view.heads[column].title, plan.head) + 1);
    block.columns.push_back(column);
  }
  block.head_width = std::min(widest, std::round(room * kMostHead));
  block.value_width = room - block.head_width - impl.px(kBeside);
  return block;
}

const Layout& lay_name(Ui::Impl& impl, const GridView& view, const Plan& plan, const Block& block, std::size_t row) {
  return impl.lay(view.cell(row, 0), block.name, impl.area().width, static_cast<int>(plan.lines), Wrap::Balanced);
}

struct Pair {
  const Layout *head, *value;
  float height(const Ui::Impl& impl) const { return std::max(head->height(), value->height()) + impl.px(kUnderPair); }
};

Pair lay_pair(Ui::Impl& impl, const GridView& view, const Plan& plan, const Block& block, std::size_t row, std::size_t column) {
  const auto& head = view.heads[column];
  std::string text(view.cell(row, column));
  if (!text.empty() && !head.unit.empty()) text += " " + head.unit;
  return {&impl.lay_label(head.title, plan.head, block.head_width, 0),
          &lay_cell(impl, head, text, plan.cell, block.value_width, plan.lines)};
}

float block_height(Ui::Impl& impl, const GridView& view, const Plan& plan, const Block& block, std::size_t row) {
  float high = 2 * impl.px(kPad) + lay_name(impl, view, plan, block, row).height();
  for (const auto column : block.columns) high += lay_pair(impl, view, plan, block, row, column).height(impl);
  return high;
}

void draw_words(Ui::Impl& impl, const GridView& view, const Plan& plan, const Block& block, std::size_t row, const Rect& rect) {
  const auto& c = impl.colors();
  const auto& name = lay_name(impl, view, plan, block, row);
  float y = rect.y + impl.px(kPad);
  impl.draw_words(name, rect.x, y, rect.w, Align::Left, c.ink);
  y += name.height();
  for (const auto column : block.columns) {
    const auto pair = lay_pair(impl, view, plan, block, row, column);
    const float lift = std::round((pair.head->setting.line - pair.value->setting.line) / 2);
    impl.draw_words(*pair.head, rect.x, y, block.head_width, Align::Left, c.quiet);
    impl.draw_words(*pair.value, rect.x + block.head_width + impl.px(kBeside), y + lift, block.value_width, Align::Left, c.ink);
    y += pair.height(impl);
  }
}

bool draw_block(Ui::Impl& impl, const GridView& view, const Plan& plan, const Block& block, std::size_t row, const Rect& rect) {
  const auto touch = take_row(impl, view, row, rect, plan.head);
  if (!impl.draws(rect)) return touch.tapped;
  if (touch.held) impl.paint.fill(rect, impl.pressed(impl.area().paper));
  draw_words(impl, view, plan, block, row, rect);
  impl.paint.fill({rect.x, rect.y + rect.h - impl.hairline(), rect.w, impl.hairline()}, impl.colors().line);
  return touch.tapped;
}

/// By which head the rows are sorted, as chips, since there are no heads to tap.
std::optional<std::size_t> draw_orders(Ui& ui, const GridView& view) {
  std::vector<ChipView> chips;
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < view.heads.size(); ++column) {
    const auto& head = view.heads[column];
    if (!head.sorts || left_out(view, column)) continue;
    const bool sorted = head.sorted != GridHead::Sorted::No;
    const auto* arrow = head.sorted == GridHead::Sorted::Up ? " \xE2\x96\xB2" : " \xE2\x96\xBC";
    chips.push_back({.id = head.id, .label = head.title + (sorted ? arrow : ""), .count = {}, .selected = sorted});
    columns.push_back(column);
  }
  if (chips.empty()) return {};
  const auto tapped = ui.chips("orders", view.label, chips);
  return tapped ? std::optional(columns[*tapped]) : std::nullopt;
}

}  // namespace

std::optional<GridTap> draw_folded(Ui& ui, Ui::Impl& impl, const GridView& view, const Plan& plan, GridState& state) {
  const auto head = draw_orders(ui, view);
  const auto block = plan_block(impl, view, plan);
  const float top = impl.next_y(16);
  const auto seen = seen_rows(impl, view, state, top);
  learn_heights(view, state, seen, plan.anew, [&](std::size_t row) { return block_height(impl, view, plan, block, row); });
  const Rect whole{impl.area().x, top, impl.area().width, static_cast<float>(row_top(state, view.rows))};
  impl.area().y = top + whole.h;
  if (impl.measuring()) return {};
  const Ui::Impl::Under below(impl, impl.record(Role::Grid, "", view.label, whole));
  const auto shown = seen_rows(impl, view, state, top);
  const auto told = view.rows <= kAskedWhole ? Range{0, view.rows} : shown;
  std::optional<GridTap> tapped;
  for (std::size_t row = told.from; row < told.until; ++row) {
    if (draw_block(impl, view, plan, block, row, row_rect(state, row, whole))) tapped = GridTap{row, {}};
  }
  return head ? GridTap{{}, head} : tapped;
}

}  // namespace mingting::ui::grid
