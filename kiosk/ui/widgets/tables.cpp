// Tables and lines of facts: cells wrap; a table too wide for the page becomes a list of its rows.
#include <algorithm>
#include <cmath>

#include "base/text/text.hpp"
#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

using Cells = std::vector<std::vector<std::string>>;

constexpr float kFewest = 3.2F;  // characters a column must show in a line, or the table is set as a list

std::size_t column_count(const Cells& cells) {
  std::size_t most = 0;
  for (const auto& row : cells) most = std::max(most, row.size());
  return most;
}

struct Grid {
  Setting head, body;
  float pad = 0;
  std::vector<float> widths;  ///< without padding; empty: too narrow
};

std::vector<float> wanted_widths(Ui::Impl& impl, const Cells& cells, const Grid& grid) {
  std::vector<float> wanted(column_count(cells), 0);
  for (std::size_t r = 0; r < cells.size(); ++r) {
    for (std::size_t c = 0; c < cells[r].size(); ++c) {
      wanted[c] = std::max(wanted[c], impl.texts.measure(cells[r][c], r == 0 ? grid.head : grid.body) + 1);
    }
  }
  return wanted;
}

/// The widest figure or word of the text: what a line may not break.
float widest_run(Ui::Impl& impl, std::string_view text, const Setting& setting) {
  float widest = 0;
  std::string run;
  const auto close = [&] {
    if (!run.empty()) widest = std::max(widest, impl.texts.measure(run, setting) + 1);
    run.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_code_point(text, at);
    if (character > U' ' && character < 0x2E80) append_utf8(run, character);
    else close();
  }
  close();
  return widest;
}

/// What each column needs at the least: a few characters, and its figures whole unless one is absurdly long.
std::vector<float> least_widths(Ui::Impl& impl, const Cells& cells, const Grid& grid, float room) {
  std::vector<float> least(column_count(cells), kFewest * static_cast<float>(grid.body.em));
  for (std::size_t r = 0; r < cells.size(); ++r) {
    for (std::size_t c = 0; c < cells[r].size(); ++c) {
      const float run = widest_run(impl, cells[r][c], r == 0 ? grid.head : grid.body);
      least[c] = std::max(least[c], std::min(run, room / 3));
    }
  }
  return least;
}

/// Columns as wide as their words where that fits; otherwise the long ones share what the others leave. Nothing when a column
/// would get less than its least.
std::vector<float> fit(const std::vector<float>& wanted, const std::vector<float>& least, float room) {
  std::vector<float> widths(wanted.size(), 0);
  std::vector<bool> settled(wanted.size(), false);
  float left = room;
  std::size_t open = wanted.size();
  for (bool again = true; again && open > 0;) {
    again = false;
    const float share = left / static_cast<float>(open);
    for (std::size_t c = 0; c < wanted.size(); ++c) {
      if (settled[c] || (wanted[c] > share && least[c] <= share)) continue;
      settled[c] = true;
      widths[c] = std::min(wanted[c], std::max(least[c], share));
      left -= widths[c];
      --open;
      again = true;
      break;
    }
  }
  for (std::size_t c = 0; c < wanted.size(); ++c) {
    if (!settled[c]) widths[c] = std::floor(left / static_cast<float>(open));
    if (!settled[c] && widths[c] < least[c]) return {};
  }
  if (left < 0) return {};
  if (open == 0 && !widths.empty()) widths.back() += left;
  return widths;
}

Grid plan(Ui::Impl& impl, const Cells& cells) {
  Grid grid{impl.setting(TextStyle::Caption, true), impl.setting(TextStyle::Caption), impl.px(16), {}};
  grid.body.line = grid.head.line;
  const auto count = static_cast<float>(column_count(cells));
  const float room = impl.area().width - 2 * grid.pad * count;
  grid.widths = fit(wanted_widths(impl, cells, grid), least_widths(impl, cells, grid, room), room);
  return grid;
}

void draw_row(Ui::Impl& impl, const std::vector<std::string>& row, const Grid& grid, bool head) {
  const auto& setting = head ? grid.head : grid.body;
  std::vector<const Layout*> layouts;
  float high = setting.line;
  for (std::size_t c = 0; c < row.size(); ++c) {
    layouts.push_back(&impl.lay(row[c], setting, grid.widths[c], 0, Wrap::Balanced));
    high = std::max(high, layouts.back()->height());
  }
  const auto rect = impl.place(high + 2 * grid.pad, 0);
  const Color paper = head ? impl.tint(Tone::Primary) : impl.area().paper;
  if (head && impl.draws(rect)) impl.paint.fill(rect, paper);
  const Rect rule{rect.x, rect.y + rect.h - impl.hairline(), rect.w, impl.hairline()};
  if (impl.draws(rule)) impl.paint.fill(rule, impl.colors().line);
  float x = rect.x;
  for (std::size_t c = 0; c < row.size(); ++c) {
    const Rect cell{x, rect.y, grid.widths[c] + 2 * grid.pad, rect.h};
    const int index = impl.record(Role::Text, "", row[c], cell);
    impl.typeset(index, setting, impl.colors().ink, paper);
    impl.draw_words(*layouts[c], x + grid.pad, rect.y + grid.pad, grid.widths[c], Align::Left,
                    impl.colors().ink);
    x += cell.w;
  }
}

struct FactSetting {
  Setting label, value;
  float label_width = 0, gap = 0;
  bool stacked = false;  ///< the label above its value: no room beside it
};

FactSetting fact_setting(Ui::Impl& impl, const std::vector<std::pair<std::string, std::string>>& pairs,
                         std::span<const std::string> beside = {}) {
  FactSetting how{impl.setting(TextStyle::Caption), impl.setting(TextStyle::Body), 0, impl.px(32), false};
  const auto widen = [&](const std::string& label) { how.label_width = std::max(how.label_width, impl.texts.measure(label, how.label)); };
  for (const auto& [label, value] : pairs) widen(label);
  for (const auto& label : beside) widen(label);
  const float room = impl.area().width;
  how.label_width = std::min(how.label_width, std::round(room * 0.36F));
  how.stacked = room - how.label_width - how.gap < 8 * static_cast<float>(how.value.em);
  return how;
}

/// A number as it is printed: one piece, which is not parted.
bool is_number(const std::string& value) {
  return std::all_of(value.begin(), value.end(), [](unsigned char c) { return c > ' ' && c < 0x7F; });
}

/// A number too long for the room beside its label stands under it.
void draw_fact(Ui::Impl& impl, const std::string& label, const std::string& value, FactSetting how) {
  const float room = impl.area().width;
  const bool number = is_number(value);
  how.stacked = how.stacked || (number && impl.texts.measure(value, how.value) > room - how.label_width - how.gap);
  const auto& name = impl.lay(label, how.label, how.stacked ? room : how.label_width, 0, Wrap::Balanced);
  const float wide = how.stacked ? room : room - how.label_width - how.gap;
  const auto& words = number ? impl.lay_line(value, how.value, wide) : impl.lay(value, how.value, wide);
  const float lift = how.stacked ? 0 : std::round((how.value.line - how.label.line) / 2);
  const float high =
      how.stacked ? name.height() + words.height() : std::max(name.height() + lift, words.height());
  const auto rect = impl.place(high, how.stacked ? 16 : 10);
  const int index = impl.record(Role::Text, "", label, rect);
  impl.node(index).value = value;
  impl.typeset(index, how.label, impl.colors().quiet, impl.area().paper);
  impl.draw_words(name, rect.x, rect.y + lift, name.width, Align::Left, impl.colors().quiet);
  const float x = how.stacked ? rect.x : rect.x + how.label_width + how.gap;
  impl.draw_words(words, x, how.stacked ? rect.y + name.height() : rect.y, words.width, Align::Left,
                  impl.colors().ink);
}

/// Each row as facts under the heads of the columns.
void as_list(Ui::Impl& impl, const Cells& cells) {
  for (std::size_t r = 1; r < cells.size(); ++r) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t c = 0; c < cells[r].size(); ++c)
      pairs.emplace_back(c < cells[0].size() ? cells[0][c] : "", cells[r][c]);
    const auto how = fact_setting(impl, pairs);
    for (const auto& [label, value] : pairs) draw_fact(impl, label, value, how);
    const auto rule = impl.place(impl.hairline(), 16);
    if (impl.draws(rule)) impl.paint.fill(rule, impl.colors().line);
  }
}

}  // namespace

void Ui::table(std::string_view id, std::string_view label,
               const std::vector<std::vector<std::string>>& cells) {
  if (cells.empty()) return;
  auto& self = *impl_;
  const float y = self.next_y(24);
  const int index = self.record(Role::Table, id, label, {self.area().x, y, self.area().width, 0});
  const Impl::Below here(self, id);
  const Impl::Under below(self, index);
  Area inner = self.area();
  inner.top = inner.y = y;
  inner.count = 0;
  inner.margin = 0;
  const float high = self.inside(inner, [&] {
    const auto grid = plan(self, cells);
    if (grid.widths.empty()) return as_list(self, cells);
    for (std::size_t r = 0; r < cells.size(); ++r) draw_row(self, cells[r], grid, r == 0);
  });
  self.area().y = y + high;
  if (index < 0) return;
  self.node(index).rect.h = high;
  self.node(index).visible = intersect(self.node(index).rect, self.paint.clip());
}

void Ui::facts(std::string_view id, const std::vector<std::pair<std::string, std::string>>& pairs,
               std::span<const std::string> beside) {
  auto& self = *impl_;
  const Impl::Below here(self, id);
  const auto how = fact_setting(self, pairs, beside);
  for (const auto& [label, value] : pairs) draw_fact(self, label, value, how);
}

}  // namespace mingting::ui
