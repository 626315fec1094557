// The on-screen keyboard's keys and the strip of candidates above them.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kGap = 12;         // dp between keys: 3 mm
constexpr float kKeyHeight = 104;  // dp
constexpr float kLine = 1.3F;      // the least the design allows: keys and candidates are single lines
constexpr Milliseconds kRepeat{70};

/// Letters on keys grow with the visitor's size, but ten keys must stay side by side.
Setting key_setting(const Ui::Impl& impl) {
  auto setting = impl.setting(TextStyle::Label);
  const auto most = impl.px(52);
  if (static_cast<float>(setting.em) > most) setting.em = static_cast<int>(most);
  setting.line = std::ceil(static_cast<float>(setting.em) * kLine);
  return setting;
}

bool repeats(const KeyView& key) {
  return key.repeat || key.icon == "backspace";
}

void draw_key(Ui::Impl& impl, const Rect& rect, const KeyView& key, const Layout& words, bool held) {
  if (!impl.draws(rect)) return;
  const auto& c = impl.colors();
  const bool filled = key.strong || key.selected;
  const Color fill = filled ? c.primary : c.surface;
  const Color ink = filled ? c.on_primary : c.ink;
  impl.paint.box(rect, impl.px(12), held ? impl.pressed(fill) : fill);
  if (!filled)
    impl.paint.outline(rect, impl.px(12), impl.hairline(),
                       impl.outlined() ? c.line : mix(c.line, c.ink, 0.12F));
  if (!key.icon.empty()) {
    const float size = std::min({impl.grown(52), rect.w - impl.px(16), rect.h - impl.px(16)});
    impl.draw_icon(key.icon, rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, ink);
    return;
  }
  impl.draw_words(words, rect.x, rect.y + std::round((rect.h - words.height()) / 2), rect.w, Align::Center,
                  ink);
}

bool pressed_again(Ui::Impl& impl, const KeyView& key, const Touch& touch) {
  if (!touch.held || !repeats(key)) return false;
  impl.settle_after(Milliseconds{30});
  if (impl.now < impl.repeated) return false;
  impl.repeated = impl.now + kRepeat;
  return true;
}

bool one_key(Ui::Impl& impl, const KeyView& key, const Rect& rect) {
  int index = -1;
  const auto touch = impl.target(
      {.role = Role::Key, .id = key.id, .label = key.label, .rect = rect, .selected = key.selected}, index);
  const auto& words = impl.lay_line(key.label, key_setting(impl), rect.w - impl.px(8));
  const bool filled = key.strong || key.selected;
  impl.typeset(index, words.setting, filled ? impl.colors().on_primary : impl.colors().ink,
               filled ? impl.colors().primary : impl.colors().surface);
  draw_key(impl, rect, key, words, touch.held);
  return touch.tapped || pressed_again(impl, key, touch);
}

std::optional<std::string> row_of_keys(Ui::Impl& impl, const std::vector<KeyView>& row, const Rect& rect) {
  const float gap = impl.px(kGap);
  const auto add = [](float total, const KeyView& key) { return total + key.weight; };
  const float sum = std::accumulate(row.begin(), row.end(), 0.0F, add);
  const float room = rect.w - gap * static_cast<float>(row.size() - 1);
  std::optional<std::string> tapped;
  float x = rect.x;
  for (const auto& key : row) {
    const float next = x + room * key.weight / std::max(sum, 0.01F);
    const Rect cell{std::round(x), rect.y, std::round(next) - std::round(x), rect.h};
    if (!key.id.empty() && one_key(impl, key, cell)) tapped = key.id;  // without an id: a gap
    x = next + gap;
  }
  return tapped;
}

// ---- candidates
// ----------------------------------------------------------------------------------------------------

struct Strip {
  Setting typed, words;
  float arrow, gap, high, room;
};

Strip strip_of(Ui::Impl& impl) {
  Strip strip{};
  strip.typed = impl.setting(TextStyle::Caption);
  strip.words = impl.setting(TextStyle::Title);
  strip.words.em = std::min(strip.words.em, static_cast<int>(impl.px(64)));
  strip.words.line = std::ceil(static_cast<float>(strip.words.em) * kLine);
  strip.arrow = impl.px(88);
  strip.gap = impl.px(kGap);
  strip.high = std::max(impl.px(92), strip.words.line + impl.px(20));
  strip.room = impl.area().width - 2 * (strip.arrow + strip.gap);
  return strip;
}

float candidate_width(Ui::Impl& impl, const std::string& text, const Strip& strip) {
  return std::min(strip.room, std::max(impl.px(84), impl.texts.measure(text, strip.words) + 2 * impl.px(18)));
}

/// How many fit from `first` on; at least one.
std::size_t fitting(Ui::Impl& impl, std::span<const std::string> all, std::size_t first, const Strip& strip) {
  float used = 0;
  std::size_t count = 0;
  for (std::size_t i = first; i < all.size(); ++i) {
    used += candidate_width(impl, all[i], strip) + (count > 0 ? strip.gap : 0);
    if (used > strip.room && count > 0) break;
    ++count;
  }
  return count;
}

bool candidate(Ui::Impl& impl, std::size_t number, const std::string& text, const Rect& rect,
               const Strip& strip, bool first) {
  int index = -1;
  const auto touch = impl.target(
      {.role = Role::Candidate, .id = std::to_string(number), .label = text, .rect = rect}, index);
  const auto& c = impl.colors();
  const auto& words = impl.lay_label(text, strip.words, rect.w - impl.px(16), 1);
  impl.typeset(index, words.setting, c.ink, c.surface);
  if (!impl.draws(rect)) return touch.tapped;
  impl.paint.box(rect, impl.px(12), touch.held ? impl.pressed(c.surface) : c.surface);
  const bool strong = first || impl.outlined();
  if (strong) impl.paint.outline(rect, impl.px(12), impl.px(first ? 4 : 3), first ? c.primary : c.line);
  impl.draw_words(words, rect.x, rect.y + std::round((rect.h - words.height()) / 2), rect.w, Align::Center,
                  c.ink);
  return touch.tapped;
}

bool arrow(Ui::Impl& impl, const char* icon, const char* id, const char* label, const Rect& rect,
           bool enabled) {
  int index = -1;
  const auto touch =
      impl.target({.role = Role::Button, .id = id, .label = label, .rect = rect, .enabled = enabled}, index);
  const auto& c = impl.colors();
  if (!impl.draws(rect) || !enabled) return touch.tapped;
  impl.paint.box(rect, impl.px(12), touch.held ? impl.pressed(c.surface) : c.surface);
  if (impl.outlined()) impl.paint.outline(rect, impl.px(12), impl.hairline(), c.line);
  const float size = std::min({impl.grown(52), rect.w - impl.px(16), rect.h - impl.px(16)});
  impl.draw_icon(icon, rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, c.primary);
  return touch.tapped;
}

/// The first candidate on screen: the page the input method gave may be longer than the strip.
std::size_t& first_shown(Ui::Impl& impl, std::string_view typed, std::span<const std::string> candidates) {
  std::string key(typed);
  for (const auto& each : candidates) key += '\n' + each;
  if (!impl.candidate_pages.contains(key)) impl.candidate_pages = {{key, 0}};
  return impl.candidate_pages[key];
}

void draw_typed(Ui::Impl& impl, std::string_view typed, const Rect& rect, const Strip& strip) {
  if (typed.empty()) return;
  const auto& words = impl.lay(typed, strip.typed, rect.w, 1);
  const int index = impl.record(Role::Text, "typed", typed, {rect.x, rect.y, rect.w, strip.typed.line});
  impl.typeset(index, strip.typed, impl.colors().ink, impl.area().paper);
  impl.draw_words(words, rect.x + impl.px(8), rect.y, rect.w, Align::Left, impl.colors().ink);
}

/// Nothing typed yet: where the words will appear, or what is to be said of the field, told in their place.
void draw_hint(Ui::Impl& impl, const HintView& hint, const Rect& rect) {
  if (hint.text.empty()) return;
  auto setting = impl.setting(TextStyle::Caption);
  setting.line = std::ceil(static_cast<float>(setting.em) * kLine);
  const float icon = hint.warns ? std::round(setting.line) : 0;
  const float lead = hint.warns ? icon + impl.px(12) : 0;
  const auto& words = impl.lay_label(hint.text, setting, rect.w - impl.px(16) - lead, static_cast<int>(rect.h / setting.line));
  const float x = rect.x + std::round((rect.w - words.width - lead) / 2);
  const float y = rect.y + std::round((rect.h - words.height()) / 2);
  const Color ink = hint.warns ? impl.colors().accent : impl.colors().ink;
  const int index = impl.record(Role::Text, "hint", hint.text, {rect.x, y, rect.w, words.height()});
  impl.typeset(index, words.setting, ink, impl.area().paper);
  if (hint.warns) impl.draw_icon("warn", x, y + std::round((words.height() - icon) / 2), icon, ink);
  impl.draw_words(words, x + lead, y, words.width, Align::Center, ink);
}

}  // namespace

std::optional<std::string> Ui::keys(std::string_view id, std::span<const std::vector<KeyView>> rows) {
  auto& self = *impl_;
  const float gap = self.px(kGap);
  const float high = self.px(kKeyHeight);
  const auto count = static_cast<float>(rows.size());
  const auto rect = self.place(high * count + gap * std::max(0.0F, count - 1), 12);
  if (self.measuring()) return std::nullopt;
  const Impl::Below here(self, id);
  std::optional<std::string> tapped;
  float y = rect.y;
  for (const auto& row : rows) {
    if (auto key = row_of_keys(self, row, {rect.x, y, rect.w, high})) tapped = std::move(key);
    y += high + gap;
  }
  return tapped;
}

std::optional<int> Ui::candidates(std::string_view typed, std::span<const std::string> candidates,
                                  bool before, bool after, const HintView& hint) {
  auto& self = *impl_;
  const auto strip = strip_of(self);
  const auto rect = self.place(strip.typed.line + self.px(4) + strip.high, 12);
  if (self.measuring()) return std::nullopt;
  const Impl::Below here(self, "candidates");
  if (typed.empty() && candidates.empty()) draw_hint(self, hint, rect);
  draw_typed(self, typed, rect, strip);
  auto& first = first_shown(self, typed, candidates);
  const auto count = fitting(self, candidates, first, strip);
  const bool more = first + count < candidates.size();
  std::optional<int> tapped;
  Rect cell{rect.x, rect.y + strip.typed.line + self.px(4), 0, strip.high};
  for (std::size_t i = first; i < first + count; ++i) {
    cell.w = candidate_width(self, candidates[i], strip);
    if (candidate(self, i, candidates[i], cell, strip, i == 0 && !before)) tapped = static_cast<int>(i);
    cell.x += cell.w + strip.gap;
  }
  if (candidates.empty()) return tapped;
  const Rect right{rect.x + rect.w - strip.arrow, cell.y, strip.arrow, strip.high};
  const Rect left{right.x - strip.arrow - strip.gap, cell.y, strip.arrow, strip.high};
  const bool back = arrow(self, "left", "before", "‹", left, before || first > 0);
  const bool on = arrow(self, "right", "after", "›", right, after || more);
  if (back && first == 0) tapped = -1;
  if (on && !more) tapped = -2;
  if (back) first = 0;
  if (on && more) first += count;
  return tapped;
}

}  // namespace mingting::ui
