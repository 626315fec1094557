// Words: plain text, headings, styled runs with links, list items.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kTouchable = 60;  // dp, DESIGN §3
constexpr float kBetween = 14;    // dp between touchable things

void plain(Ui::Impl& impl, Role role, std::string_view text, const TextOptions& options, float margin_dp,
           Wrap wrap) {
  const auto setting = impl.setting(options.style, options.bold);
  const float wide = impl.area().width;
  // In a bar there is no second chance to read on: smaller type before an ellipsis.
  const auto& layout = options.one_line    ? impl.lay_line(text, setting, wide)
                       : impl.area().in_bar ? impl.lay_label(text, setting, wide, options.max_lines)
                                            : impl.lay(text, setting, wide, options.max_lines, wrap);
  const auto rect = impl.place(layout.height(), margin_dp);
  const Color ink = tone_color(impl.colors(), options.tone);
  const int index = impl.record(role, "", text, rect);
  impl.typeset(index, layout.setting, ink, impl.area().paper);
  impl.draw_words(layout, rect.x, rect.y, rect.w, options.align, ink);
}

/// Runs as one text with its spans; links are numbered in order.
struct Joined {
  std::string text;
  std::vector<Span> spans;
  std::vector<const Run*> links;
};

Joined join_runs(std::span<const Run> runs) {
  Joined joined;
  for (const auto& run : runs) {
    if (run.text.empty()) continue;
    joined.text += run.text;
    Span span{static_cast<std::uint32_t>(joined.text.size()), run.bold, run.marked, -1, run.struck};
    if (!run.link.empty()) {
      span.link = static_cast<int>(joined.links.size());
      joined.links.push_back(&run);
    }
    joined.spans.push_back(span);
  }
  return joined;
}

/// Where a link's words stand: one rectangle a line, grown to what a finger can hit.
std::vector<Rect> link_rects(Ui::Impl& impl, const Layout& layout, int link, float x, float y) {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  for (const auto& span : layout.spans) {
    if (span.link == link)
      end = span.end;
    else if (end == 0)
      begin = span.end;
  }
  std::vector<Rect> rects;
  const float least = impl.px(kTouchable);
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const auto& line = layout.lines[i];
    const auto from = std::max(begin, line.begin);
    const auto to = std::min(end, line.end);
    if (from >= to) continue;
    const float left = impl.texts.place(layout, from).x;
    const auto stop = impl.texts.place(layout, to);
    const float right = stop.line == i ? stop.x : line.width;
    const float top = y + static_cast<float>(i) * layout.setting.line;
    const float grow_x = std::max(0.0F, (least - (right - left)) / 2);
    const float grow_y = std::max(0.0F, (least - layout.setting.line) / 2);
    rects.push_back(
        {x + left - grow_x, top - grow_y, right - left + 2 * grow_x, layout.setting.line + 2 * grow_y});
  }
  return rects;
}

std::optional<std::string> links(Ui::Impl& impl, const Joined& joined, const Layout& layout, float x,
                                 float y) {
  std::optional<std::string> tapped;
  for (std::size_t i = 0; i < joined.links.size(); ++i) {
    auto rects = link_rects(impl, layout, static_cast<int>(i), x, y);
    if (rects.empty()) continue;
    const auto widest =
        std::max_element(rects.begin(), rects.end(), [](const Rect& a, const Rect& b) { return a.w < b.w; });
    int index = -1;
    const auto touch = impl.target({.role = Role::Link,
                                    .id = "link-" + std::to_string(i),
                                    .label = joined.links[i]->text,
                                    .rect = *widest},
                                   index);
    for (const auto& rect : rects) {
      impl.also(index, rect);
      if (touch.held && impl.draws(rect)) impl.paint.box(rect, impl.px(8), impl.pressed(impl.area().paper));
    }
    impl.typeset(index, layout.setting, impl.colors().primary, impl.area().paper);
    if (touch.tapped) tapped = joined.links[i]->link;
  }
  return tapped;
}

/// Whether two links stand closer than fingers need.
bool crowded(Ui::Impl& impl, const Joined& joined, const Layout& layout) {
  std::vector<Rect> before;
  for (std::size_t i = 0; i < joined.links.size(); ++i) {
    const auto rects = link_rects(impl, layout, static_cast<int>(i), 0, 0);
    for (const auto& rect : rects) {
      const auto near = inflate(rect, impl.px(kBetween) - 1);
      const auto touches = [&](const Rect& other) {
        return intersect(near, other).w > 0 && intersect(near, other).h > 0;
      };
      if (std::any_of(before.begin(), before.end(), touches)) return true;
    }
    before.insert(before.end(), rects.begin(), rects.end());
  }
  return false;
}

/// The runs in lines; further apart where two links would otherwise be too close.
const Layout& lay_joined(Ui::Impl& impl, const Joined& joined, Setting& setting, float width, int max_lines) {
  const auto lay = [&]() -> const Layout& {
    return impl.texts.lay({.text = joined.text,
                           .spans = joined.spans,
                           .setting = setting,
                           .width = width,
                           .max_lines = max_lines});
  };
  const auto& usual = lay();
  if (joined.links.size() < 2 || !crowded(impl, joined, usual)) return usual;
  setting.line = std::max(setting.line, impl.px(kTouchable + kBetween));
  return lay();
}

std::optional<std::string> runs_at(Ui::Impl& impl, std::string_view id, const Joined& joined,
                                   const TextOptions& options, const Setting& setting, const Layout& layout,
                                   const Rect& rect) {
  const Color ink = tone_color(impl.colors(), options.tone);
  const int index = impl.record(Role::Text, joined.links.empty() ? "" : id, joined.text, rect);
  impl.typeset(index, setting, ink, impl.area().paper);
  std::optional<std::string> tapped;
  if (!joined.links.empty() && !impl.measuring()) {
    const Ui::Impl::Below here(impl, id);
    const Ui::Impl::Under below(impl, index);
    tapped = links(impl, joined, layout, rect.x, rect.y);
  }
  impl.draw_words(layout, rect.x, rect.y, rect.w, options.align, ink);
  return tapped;
}

}  // namespace

void Ui::text(std::string_view text, const TextOptions& options) {
  const bool natural = options.align == Align::Left && !options.balanced;
  plain(*impl_, Role::Text, text, options, 8, natural ? Wrap::Natural : Wrap::Balanced);
}

void Ui::heading(std::string_view text, int level, std::string_view icon, Tone tone) {
  auto& self = *impl_;
  const auto first = icon.empty() ? TextStyle::Title : TextStyle::Display;
  const auto style = level == 1 ? first : level == 2 ? TextStyle::Label : TextStyle::Body;
  if (level > 1 && self.area().count > 0)
    self.area().spaced = std::max(self.area().spaced, self.px(level == 2 ? 40 : 28));
  const TextOptions options{.style = style, .tone = tone, .bold = self.style.weights.heading};
  if (icon.empty()) return plain(self, Role::Heading, text, options, 16, Wrap::Balanced);
  // The sign stands before the first line, as high as it.
  const float size = self.setting(style, self.style.weights.heading).line;
  const float y = self.next_y(16);
  self.draw_icon(icon, self.area().x, y, size, tone_color(self.colors(), tone));
  Area beside = self.area();
  beside.x += size + self.px(20);
  beside.width -= size + self.px(20);
  beside.top = beside.y = y;
  beside.count = 0;
  self.area().y += self.inside(beside, [&] { plain(self, Role::Heading, text, options, 16, Wrap::Balanced); });
}

std::optional<std::string> Ui::rich_text(std::string_view id, std::span<const Run> runs,
                                         const TextOptions& options) {
  auto& self = *impl_;
  const auto joined = join_runs(runs);
  auto setting = self.setting(options.style, options.bold);
  const float width = self.line_room(setting, self.area().width);
  const auto& layout = lay_joined(self, joined, setting, width, options.max_lines);
  const auto rect = self.place(layout.height(), 24);
  return runs_at(self, id, joined, options, setting, layout, rect);
}

void Ui::bullet(std::string_view id, std::string_view mark, int level, std::span<const Run> runs,
                std::optional<std::string>& tapped) {
  auto& self = *impl_;
  const auto joined = join_runs(runs);
  auto setting = self.setting(TextStyle::Body);
  const auto& sign = self.lay(mark, self.setting(TextStyle::Body, true), kUnbounded, 0, Wrap::Never);
  const auto em = static_cast<float>(setting.em);
  const float step = std::round(em * 1.5F);
  const float indent = std::max(step * static_cast<float>(std::max(level, 0) + 1),
                                step * static_cast<float>(std::max(level, 0)) + sign.width + em / 2);
  const float width = self.line_room(setting, self.area().width) - indent;
  const auto& layout = lay_joined(self, joined, setting, width, 0);
  auto rect = self.place(layout.height(), 14);
  const float lift = (setting.line - self.setting(TextStyle::Body).line) / 2;
  self.draw_words(sign, rect.x + indent - sign.width - std::round(em / 2), rect.y + lift, sign.width,
                  Align::Left, self.colors().primary);
  rect.x += indent;
  rect.w -= indent;
  if (const auto link = runs_at(self, id, joined, {}, setting, layout, rect)) tapped = link;
}

}  // namespace mingting::ui
