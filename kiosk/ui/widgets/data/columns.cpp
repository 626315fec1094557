// Columns as wide as their words, within reason.
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "ui/widgets/data/grid.hpp"

namespace mingting::ui::grid {
namespace {

constexpr float kPad = 18, kRowPad = 18, kLeastColumn = 76, kLeastRow = 72, kBar = 200, kArrow = 30;  // dp
constexpr float kMostTitle = 5;                                                                       // em
constexpr float kSpare = 1.02F;  // figures of a type are not quite those of another made smaller
/// Em of texts, of those in the first column, and what of the room that may take.
struct Most {
  float text, first, fixed;
};
constexpr Most kAmple{20, 20, 1}, kFair{15, 14, 0.5F}, kTight{11, 9, 0.4F};
constexpr std::size_t kMostLines = 2, kMostLinesWhole = 4;

std::size_t signature(const Ui::Impl& impl, const GridView& view) {
  std::string all = std::to_string(view.rows) + ' ' + std::to_string(impl.setting(TextStyle::Body).em) + ' ' +
                    std::to_string(impl.areas.back().width);
  for (const auto& head : view.heads) all += '\n' + head.title;
  return std::hash<std::string>{}(all);
}

float title_width(Ui::Impl& impl, const GridHead& head, const Setting& setting) {
  const float arrow = head.sorted == GridHead::Sorted::No ? 0 : impl.grown(kArrow);
  const float unit = impl.texts.measure(head.unit, setting) + 1;
  return std::max(std::min(impl.texts.measure(head.title, setting) + 1, kMostTitle * static_cast<float>(setting.em)) + arrow,
                  unit);
}

void learn_row(Ui::Impl& impl, const GridView& view, GridState& state, std::size_t row) {
  const auto setting = impl.setting(TextStyle::Body);
  for (std::size_t column = 0; column < view.heads.size(); ++column) {
    const auto& head = view.heads[column];
    float wants = impl.texts.measure(view.cell(row, column), setting) + 1;
    if (!head.figure) wants = std::min(wants, kAmple.text * static_cast<float>(setting.em));
    if (head.bar) wants = std::max(wants, impl.px(kBar));
    state.widths[column] = std::max(state.widths[column], wants);
  }
}

Range known_rows(const GridView& view, Range seen) { return view.rows <= kAskedWhole ? Range{0, view.rows} : seen; }

/// All rows the first time, those on screen afterwards. Whether a column came out wider, or all is new.
bool learn(Ui::Impl& impl, const GridView& view, GridState& state, Range seen) {
  const auto made_for = signature(impl, view);
  const bool first = state.made_for != made_for || state.widths.size() != view.heads.size();
  if (first) {
    state.widths.assign(view.heads.size(), 0);
    state.row_height = 0;
    state.tops.clear();
  }
  const auto before = state.widths;
  const auto rows = first ? known_rows(view, seen) : seen;
  for (std::size_t row = rows.from; row < std::min(rows.until, view.rows); ++row) learn_row(impl, view, state, row);
  state.made_for = made_for;
  return first || before != state.widths;
}

void set_widths(Ui::Impl& impl, const GridView& view, const GridState& state, const Most& most, Plan& plan) {
  const float room = impl.area().width;
  const float ratio = static_cast<float>(plan.cell.em) / static_cast<float>(impl.setting(TextStyle::Body).em);
  plan.widths.clear();
  for (std::size_t column = 0; column < view.heads.size(); ++column) {
    const auto& head = view.heads[column];
    float words = std::ceil(state.widths[column] * ratio * (ratio < 1 ? kSpare : 1));
    if (!head.figure) words = std::min(words, (column == 0 ? most.first : most.text) * static_cast<float>(plan.cell.em));
    words = std::max(words, title_width(impl, head, plan.head));
    float wide = std::max(words + 2 * plan.pad, impl.px(kLeastColumn));
    if (column == 0 && view.heads.size() > 1) wide = std::min(wide, std::round(room * most.fixed));
    plan.widths.push_back(std::min(wide, room));
  }
  plan.fixed = plan.widths.empty() ? 0 : plan.widths.front();
  plan.moving = 0;
  for (std::size_t column = 1; column < plan.widths.size(); ++column) plan.moving += plan.widths[column];
}

/// What is left goes to bars, else to every column alike.
void share_rest(const GridView& view, Plan& plan, float room) {
  const float rest = room - plan.fixed - plan.moving;
  if (rest <= 0 || plan.widths.empty()) return;
  const auto bars = std::count_if(view.heads.begin(), view.heads.end(), [](const auto& head) { return head.bar; });
  const float share = std::floor(rest / static_cast<float>(bars > 0 ? static_cast<std::size_t>(bars) : plan.widths.size()));
  for (std::size_t column = 0; column < plan.widths.size(); ++column)
    if (bars == 0 || view.heads[column].bar) plan.widths[column] += share;
  plan.fixed = plan.widths.front();
  plan.moving = room - plan.fixed;
  if (plan.widths.size() > 1) {
    float before = 0;
    for (std::size_t column = 1; column + 1 < plan.widths.size(); ++column) before += plan.widths[column];
    plan.widths.back() = plan.moving - before;
  }
}

void set_heights(Ui::Impl& impl, const GridView& view, Plan& plan) {
  float titles = plan.head.line;
  for (std::size_t column = 0; column < view.heads.size(); ++column) {
    const auto& head = view.heads[column];
    const float arrow = head.sorted == GridHead::Sorted::No ? 0 : impl.grown(kArrow);
    const auto& title = impl.lay_label(head.title, plan.head, plan.widths[column] - 2 * plan.pad - arrow, 0);
    titles = std::max(titles, title.height() + (head.unit.empty() ? 0 : plan.head.line));
  }
  plan.head_height = std::max(titles + 2 * impl.px(14), impl.px(60 + 2 * kRowApart + 8));
}

}  // namespace

Plan plan_for(Ui::Impl& impl, const GridView& view, GridState& state, Range seen) {
  const float room = impl.area().width;
  Plan plan{impl.setting(TextStyle::Caption), impl.setting(TextStyle::Body), impl.px(kPad)};
  plan.anew = learn(impl, view, state, seen);
  for (const auto& [style, most] :
       {std::pair(TextStyle::Body, kAmple), {TextStyle::Body, kFair}, {TextStyle::Body, kTight}, {TextStyle::Caption, kTight}}) {
    plan.cell = impl.setting(style);
    set_widths(impl, view, state, most, plan);
    if (plan.fixed + plan.moving <= room) break;
  }
  plan.cell.line = std::ceil(static_cast<float>(plan.cell.em) * 1.35F);
  plan.lines = view.rows <= kAskedWhole ? kMostLinesWhole : kMostLines;
  const float widest = plan.widths.size() > 1 ? *std::max_element(plan.widths.begin() + 1, plan.widths.end()) : 0;
  const bool large = impl.appearance.size == TextSize::ExtraLarge && impl.portrait();
  plan.folded = plan.fixed + plan.moving > room && (large || plan.fixed + widest > room);
  share_rest(view, plan, room);
  set_heights(impl, view, plan);
  plan.places.assign(view.heads.size(), 0);
  for (std::size_t column = 2; column < view.heads.size(); ++column)
    plan.places[column] = plan.places[column - 1] + plan.widths[column - 1];
  return plan;
}

float height_of(Ui::Impl& impl, const GridView& view, const Plan& plan, std::size_t row) {
  std::size_t most = 1;
  for (std::size_t column = 0; column < view.heads.size(); ++column) {
    if (view.heads[column].figure) continue;
    const auto& words =
        lay_cell(impl, view.heads[column], view.cell(row, column), plan.cell, plan.widths[column] - 2 * plan.pad, plan.lines);
    most = std::max(most, words.lines.size());
  }
  return std::max(static_cast<float>(most) * plan.cell.line + 2 * impl.px(kRowPad), impl.px(kLeastRow));
}

void learn_heights(const GridView& view, GridState& state, Range seen, bool anew,
                   const std::function<float(std::size_t)>& height) {
  if (view.rows > kAskedWhole) {
    if (state.row_height > 0) return;
    for (std::size_t row = seen.from; row < seen.until; ++row) state.row_height = std::max(state.row_height, height(row));
    return;
  }
  if (state.tops.size() != view.rows + 1) anew = true;
  const auto before = state.tops;
  state.tops.assign(1, 0);
  for (std::size_t row = 0; row < view.rows; ++row)
    state.tops.push_back(state.tops.back() + (anew || seen.has(row) ? height(row) : before[row + 1] - before[row]));
}

double row_top(const GridState& state, std::size_t row) {
  if (!state.tops.empty()) return static_cast<double>(state.tops[std::min(row, state.tops.size() - 1)]);
  return static_cast<double>(row) * static_cast<double>(state.row_height);
}

Rect row_rect(const GridState& state, std::size_t row, const Rect& rows) {
  const double top = row_top(state, row);
  return {rows.x, static_cast<float>(static_cast<double>(rows.y) + top), rows.w,
          static_cast<float>(row_top(state, row + 1) - top)};
}

Range seen_rows(const Ui::Impl& impl, const GridView& view, const GridState& state, float top) {
  if (view.rows == 0) return {};
  const auto& clip = impl.paint.clip();
  const double from = static_cast<double>(clip.y) - static_cast<double>(top), until = from + static_cast<double>(clip.h);
  const auto last = view.rows - 1;
  if (!state.tops.empty() && state.tops.size() == view.rows + 1) {
    const auto row_at = [&](double y) {
      return std::upper_bound(state.tops.begin() + 1, state.tops.end() - 1, static_cast<float>(y)) - state.tops.begin() - 1;
    };
    return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(row_at(from) - 1, 0)),
            std::min(static_cast<std::size_t>(row_at(until)) + 2, view.rows)};
  }
  const double high = state.row_height > 0 ? static_cast<double>(state.row_height) : static_cast<double>(impl.px(kLeastRow));
  const auto row_at = [&](double y) { return std::clamp(std::floor(y / high), 0.0, static_cast<double>(last)); };
  return {static_cast<std::size_t>(std::max(row_at(from) - 1, 0.0)),
          std::min(static_cast<std::size_t>(row_at(until)) + 2, view.rows)};
}

const Layout& lay_cell(Ui::Impl& impl, const GridHead& head, std::string_view words, const Setting& setting, float width,
                       std::size_t lines) {
  if (head.figure) return impl.lay_line(words, setting, width);
  return impl.lay(words, setting, width, static_cast<int>(lines));
}

std::string row_words(const GridView& view, std::size_t row) {
  std::string words;
  for (std::size_t column = 1; column < view.heads.size(); ++column) {
    const auto cell = view.cell(row, column);
    if (cell.empty()) continue;
    if (!words.empty()) words += kBetween;
    words.append(view.heads[column].title).append(" ").append(cell).append(view.heads[column].unit);
  }
  return words;
}

Touch take_row(Ui::Impl& impl, const GridView& view, std::size_t row, const Rect& rect, const Setting& setting) {
  const float apart = impl.px(kRowApart);
  const Rect inner{rect.x, rect.y + apart, rect.w, rect.h - 2 * apart};
  const auto id = view.row_id ? view.row_id(row) : std::to_string(row);
  const auto name = std::string(view.heads.empty() ? std::string_view{} : view.cell(row, 0));
  int index = -1;
  Touch touch;
  if (view.opens)
    touch = impl.target({.role = Role::Row, .id = id, .label = name, .rect = inner}, index);
  else
    index = impl.record(Role::Row, id, name, inner);
  impl.node(index).value = row_words(view, row);
  impl.typeset(index, setting, impl.colors().ink, impl.area().paper);
  return touch;
}

void draw_bar(Ui::Impl& impl, const GridView& view, std::size_t row, std::size_t column, const Rect& room) {
  if (!view.share || !impl.draws(room)) return;
  const auto share = static_cast<float>(std::clamp(view.share(row, column), 0.0, 1.0));
  if (share > 0)
    impl.paint.fill({room.x, room.y, std::max(impl.hairline(), std::round(room.w * share)), room.h}, impl.colors().primary);
}

}  // namespace mingting::ui::grid
