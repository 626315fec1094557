// Periods in a row over the years they cover, one of them shown.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kPad = 16, kApart = 12, kBetween = 12, kLeast = 72, kRule = 5, kTick = 14, kUnderTick = 4;  // dp

struct Axis {
  double low = 0, high = 1;
  float left = 0, width = 0;
  float at(double value) const { return left + static_cast<float>((value - low) / (high - low)) * width; }
};

Axis axis_of(std::span<const SpanView> spans, std::span<const std::pair<double, std::string>> ticks, float left, float width) {
  Axis axis{spans.front().from, spans.front().until, left, width};
  for (const auto& span : spans) {
    axis.low = std::min({axis.low, span.from, span.until});
    axis.high = std::max({axis.high, span.from, span.until});
  }
  for (const auto& [value, words] : ticks) {
    axis.low = std::min(axis.low, value);
    axis.high = std::max(axis.high, value);
  }
  if (!(axis.high > axis.low)) axis.high = axis.low + 1;
  return axis;
}

struct SpanFace {
  const Layout *label, *when;
  float left = 0, width = 0;
  std::size_t lane = 0;
};

constexpr float kLeastWrapped = 4;  // em that words in several lines need

/// In one line, somewhat smaller where it must be; else in lines. Nothing where there is no room for either.
const Layout* lay_in(Ui::Impl& impl, const std::string& words, const Setting& setting, float room, std::size_t lines) {
  const auto& line = impl.lay_line(words, setting, room);
  if (line.setting.em * 10 >= setting.em * 8) return &line;
  const auto& wrapped = impl.lay_label(words, setting, room, 0);
  const bool fits =
      wrapped.lines.size() <= lines && wrapped.width <= room && room >= kLeastWrapped * static_cast<float>(wrapped.setting.em);
  return fits ? &wrapped : nullptr;
}

/// Side by side on one line each; the ones that overlap in time in further lanes. Nothing where words have no room.
std::vector<SpanFace> lay_in_lanes(Ui::Impl& impl, std::span<const SpanView> spans, const Axis& axis) {
  std::vector<SpanFace> faces;
  std::vector<float> ends;
  const float apart = impl.px(kBetween), pad = impl.px(2);
  for (const auto& span : spans) {
    SpanFace face{};
    face.left = std::round(axis.at(span.from) + apart / 2);
    face.width = std::round(axis.at(span.until) - apart / 2) - face.left;
    const float room = face.width - 2 * pad;
    if (face.width < impl.px(kLeast)) return {};
    face.label = lay_in(impl, span.label, impl.setting(TextStyle::Body, true), room, 2);
    face.when = lay_in(impl, span.when, impl.setting(TextStyle::Caption), room, 2);
    if (face.label == nullptr || face.when == nullptr) return {};
    while (face.lane < ends.size() && ends[face.lane] > face.left) ++face.lane;
    if (face.lane == ends.size()) ends.push_back(0);
    ends[face.lane] = face.left + face.width;
    faces.push_back(face);
  }
  return faces;
}

Touch take(Ui::Impl& impl, const SpanView& span, const Rect& rect, const Setting& setting) {
  int index = -1;
  const auto touch =
      impl.target({.role = Role::Chip, .id = span.id, .label = span.label, .rect = rect, .selected = span.now}, index);
  impl.node(index).value = span.when;
  const auto& c = impl.colors();
  impl.typeset(index, setting, span.now ? c.on_primary : c.ink, span.now ? c.primary : impl.area().paper);
  return touch;
}

bool draw_span(Ui::Impl& impl, const SpanView& span, const SpanFace& face, const Rect& rect) {
  const auto& c = impl.colors();
  const auto touch = take(impl, span, rect, face.when->setting);
  if (!impl.draws(rect)) return touch.tapped;
  const Color fill = span.now          ? c.primary
                     : touch.held      ? impl.pressed(impl.area().paper)
                     : impl.outlined() ? c.surface
                                       : impl.tint(Tone::Primary);
  impl.paint.box(rect, impl.small_corner(), fill);
  if (!span.now) impl.paint.outline(rect, impl.small_corner(), impl.hairline(), c.line);
  const float high = face.label->height() + face.when->height();
  const float y = rect.y + std::round((rect.h - high) / 2);
  const Color ink = span.now ? c.on_primary : c.ink;
  impl.draw_words(*face.label, rect.x, y, rect.w, Align::Center, ink);
  impl.draw_words(*face.when, rect.x, y + face.label->height(), rect.w, Align::Center, ink);
  return touch.tapped;
}

/// As many of the ticks as have room beside one another.
void draw_ticks(Ui::Impl& impl, std::span<const std::pair<double, std::string>> ticks, const Axis& axis, float y) {
  const auto setting = impl.setting(TextStyle::Caption);
  const float line = impl.hairline();
  const Rect rule{axis.left, y, axis.width, std::max(2.0F, impl.px(kRule))};
  if (impl.draws(rule)) impl.paint.fill(rule, impl.colors().ink);
  float until = axis.left - impl.px(kApart);
  for (const auto& [value, words] : ticks) {
    const auto& label = impl.lay(words, setting, kUnbounded, 0, Wrap::Never);
    const float x = std::round(std::clamp(axis.at(value) - label.width / 2, axis.left, axis.left + axis.width - label.width));
    const Rect notch{std::clamp(std::round(axis.at(value)), axis.left, axis.left + axis.width - line), y, line, impl.px(kTick)};
    if (impl.draws(notch)) impl.paint.fill(notch, impl.colors().ink);
    if (x < until + impl.px(kApart)) continue;
    until = x + label.width;
    const Rect at{x, y + impl.px(kTick) + impl.px(kUnderTick), label.width, label.height()};
    impl.typeset(impl.record(Role::Tick, "", words, at), setting, impl.colors().ink, impl.area().paper);
    impl.draw_words(label, at.x, at.y, at.w, Align::Left, impl.colors().ink);
  }
}

/// One under the other, its time at the right of each.
std::optional<std::size_t> draw_list(Ui::Impl& impl, std::span<const SpanView> spans) {
  std::optional<std::size_t> tapped;
  const auto bold = impl.setting(TextStyle::Body, true), small = impl.setting(TextStyle::Caption);
  const float pad = impl.px(kPad);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const float room = impl.area().width - 2 * pad;
    const auto& label = impl.lay(spans[i].label, bold, room, 0, Wrap::Balanced);
    const auto& when = impl.lay(spans[i].when, small, room, 0, Wrap::Balanced);
    const bool beside = label.lines.size() == 1 && label.width + when.width + impl.px(24) <= room;
    const float high = std::max((beside ? label.height() : label.height() + when.height()) + 2 * pad, impl.px(kLeast));
    const auto rect = impl.place(high, kApart);
    const auto touch = take(impl, spans[i], rect, small);
    if (touch.tapped) tapped = i;
    if (!impl.draws(rect)) continue;
    const auto& c = impl.colors();
    impl.paint.box(rect, impl.small_corner(),
                   spans[i].now ? c.primary
                   : touch.held ? impl.pressed(impl.area().paper)
                                : impl.tint(Tone::Primary));
    if (!spans[i].now) impl.paint.outline(rect, impl.small_corner(), impl.hairline(), c.line);
    const Color ink = spans[i].now ? c.on_primary : c.ink;
    impl.draw_words(label, rect.x + pad, rect.y + pad, label.width, Align::Left, ink);
    impl.draw_words(when, rect.x + pad,
                    beside ? rect.y + std::round((rect.h - when.height()) / 2) : rect.y + pad + label.height(), room,
                    beside ? Align::Right : Align::Left, ink);
  }
  return tapped;
}

}  // namespace

std::optional<std::size_t> Ui::spans(std::string_view id, std::string_view label, std::span<const SpanView> spans,
                                     std::span<const std::pair<double, std::string>> ticks) {
  if (spans.empty()) return {};
  auto& self = *impl_;
  const auto axis = axis_of(spans, ticks, self.area().x, self.area().width);
  const auto faces = lay_in_lanes(self, spans, axis);
  const Impl::Below here(self, id);
  if (faces.empty()) {
    std::optional<std::size_t> tapped;
    group("list", label, [&] { tapped = draw_list(self, spans); });
    return tapped;
  }
  float high = self.px(kLeast);
  std::size_t lanes = 1;
  for (const auto& face : faces) {
    high = std::max(high, face.label->height() + face.when->height() + 2 * self.px(kPad));
    lanes = std::max(lanes, face.lane + 1);
  }
  const float below_rule = self.px(kTick) + (ticks.empty() ? 0 : self.px(kUnderTick) + self.setting(TextStyle::Caption).line);
  const auto rect = self.place(static_cast<float>(lanes) * (high + self.px(kApart)) + below_rule, 16);
  const Impl::Under below(self, self.record(Role::Group, "", label, rect));
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const float y = rect.y + static_cast<float>(lanes - 1 - faces[i].lane) * (high + self.px(kApart));
    if (draw_span(self, spans[i], faces[i], {faces[i].left, y, faces[i].width, high})) tapped = i;
  }
  if (!self.measuring()) draw_ticks(self, ticks, axis, rect.y + static_cast<float>(lanes) * (high + self.px(kApart)));
  return tapped;
}

}  // namespace mingting::ui
