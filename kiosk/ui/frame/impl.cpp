// What every widget asks of the frame: places, sizes, words drawn.
#include "ui/frame/impl.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace mingting::ui {

Ui::Impl::Impl(Fonts loaded, const StyleSheet& look, Pictures& from)
    : fonts(std::move(loaded)), style(look), pictures(from), texts(fonts), paint(texts) {}

float Ui::Impl::px(float dp) const {
  return std::round(dp * unit);
}

float Ui::Impl::grown(float dp) const {
  return std::round(px(dp) * style.icon_factor(appearance.size) / 2) * 2;
}

Color Ui::Impl::pressed(Color fill) const {
  const bool light = contrast(fill, colors().ink) > 4;
  const Color towards = !light ? colors().paper : outlined() ? colors().ink : colors().primary;
  return mix(fill, towards, outlined() ? 0.3F : 0.16F);
}

Color Ui::Impl::faded(Color ink, Color paper) const {
  return mix(ink, paper, outlined() ? 0.4F : 0.3F);
}

Inks Ui::Impl::inks(Color ink) const {
  return {ink, colors().mark, colors().on_mark, colors().primary};
}

Setting Ui::Impl::setting(TextStyle kind, bool bold) const { return setting_at(appearance.size, kind, bold); }

Setting Ui::Impl::setting_at(TextSize size, TextStyle kind, bool bold) const {
  const float em = std::max(1.0F, std::round(style.em(kind, size) * enlarged * unit));
  return {bold, static_cast<int>(em), std::ceil(em * style.line(kind))};
}

float Ui::Impl::line_room(const Setting& how, float wide) const {
  return std::min(wide, std::ceil(kMeasure * static_cast<float>(how.em)) + px(2));
}

const Layout& Ui::Impl::lay(std::string_view text, const Setting& how, float wide, int max_lines, Wrap wrap) {
  return texts.lay({.text = text,
                    .spans = {},
                    .setting = how,
                    .width = std::max(wrap == Wrap::Never ? wide : line_room(how, wide), 1.0F),
                    .max_lines = max_lines,
                    .wrap = wrap});
}

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

/// A Latin word in two, or a figure parted from its unit (23 | 日).
bool breaks_a_word(const Layout& layout) {
  for (std::size_t i = 1; i < layout.lines.size(); ++i) {
    const auto at = layout.lines[i].begin;
    if (at == 0 || at >= layout.text.size()) continue;
    const char before = layout.text[at - 1];
    const char after = layout.text[at];
    if ((is_letter(before) || is_figure(before)) && (is_letter(after) || is_figure(after))) return true;
    if (is_figure(before) && (after & 0x80) != 0) return true;
  }
  return false;
}

}  // namespace

const Layout& Ui::Impl::lay_label(std::string_view text, Setting how, float wide, int max_lines) {
  const int least = std::max(1, how.em * 7 / 10);
  const float ratio = how.line / static_cast<float>(how.em);
  for (;;) {
    const auto& layout = lay(text, how, wide, max_lines, Wrap::Balanced);
    if ((!layout.cut && !breaks_a_word(layout)) || how.em <= least) return layout;
    how.em = std::max(least, how.em - std::max(1, how.em / 16));
    how.line = std::ceil(static_cast<float>(how.em) * ratio);
  }
}

const Layout& Ui::Impl::lay_line(std::string_view text, Setting how, float wide) {
  const float ratio = how.line / static_cast<float>(how.em);
  while (how.em > 1 && texts.measure(text, how) > wide) --how.em;
  how.line = std::ceil(static_cast<float>(how.em) * ratio);
  return lay(text, how, kUnbounded);
}

float Ui::Impl::next_y(float margin_dp) {
  auto& a = area();
  const float margin = px(margin_dp);
  a.y += a.count == 0 ? a.spaced : std::max({a.margin, margin, a.spaced});
  a.margin = margin;
  a.spaced = 0;
  ++a.count;
  return a.y;
}

Rect Ui::Impl::place(float high, float margin_dp) {
  const float y = next_y(margin_dp);
  area().y += high;
  return {area().x, y, area().width, high};
}

float Ui::Impl::stretched(float high) const {
  const auto& a = areas.back();
  return a.count == 0 ? std::max(high, a.stretch) : high;
}

Measured Ui::Impl::measure(float x, float wide, const Body& body) {
  if (!body) return {};
  ++measures;
  Area probe;
  probe.x = x;
  probe.width = wide;
  probe.in_bar = area().in_bar;
  areas.push_back(probe);
  body();
  const Area done = areas.back();
  areas.pop_back();
  --measures;
  return {done.y + done.spaced, done.count};
}

float Ui::Impl::inside(const Area& with, const Body& body) {
  areas.push_back(with);
  if (body) body();
  const float end = area().y + area().spaced;
  areas.pop_back();
  return end - with.top;
}

Ui::Impl::Below::Below(Impl& owner, std::string_view id) : impl(owner), before(owner.path.size()) {
  if (!impl.path.empty()) impl.path += '/';
  impl.path += id;
}

Ui::Impl::Below::~Below() {
  impl.path.resize(before);
}

Ui::Impl::Under::Under(Impl& owner, int index) : impl(owner), before(owner.parent) {
  if (index >= 0) impl.parent = index;
}

Ui::Impl::Under::~Under() {
  impl.parent = before;
}

int Ui::Impl::record(Role role, std::string_view id, std::string_view label, const Rect& rect) {
  if (measuring()) return -1;
  auto& nodes = tree.mutable_nodes();
  nodes.emplace_back();
  Node& made = nodes.back();
  made.id.reserve(path.size() + id.size() + 8);
  made.id = path;
  if (!id.empty() || path.empty()) {
    if (!path.empty()) made.id += '/';
    made.id += id;
    while (!ids.insert(made.id).second) made.id += '~';
  } else {
    made.id += "/~";
    made.id += std::to_string(anonymous++);
  }
  made.role = role;
  made.label = label;
  made.rect = rect;
  made.visible = intersect(rect, paint.clip());
  made.parent = parent;
  return static_cast<int>(nodes.size()) - 1;
}

Node& Ui::Impl::node(int index) {
  if (index < 0) return scratch = {};
  return tree.mutable_nodes()[static_cast<std::size_t>(index)];
}

void Ui::Impl::typeset(int index, const Setting& how, Color ink, Color paper) {
  if (index < 0) return;
  Node& made = node(index);
  const auto em = static_cast<float>(how.em);
  if (made.em > 0 && made.em <= em) return;
  made.em = em;
  made.line = how.line / em;
  made.ink = ink;
  made.paper = paper;
}

Touch Ui::Impl::target(const TargetSpec& spec, int& index) {
  index = record(spec.role, spec.id, spec.label, spec.rect);
  if (index < 0) return {};
  Node& made = node(index);
  made.target = true;
  made.enabled = spec.enabled;
  made.selected = spec.selected;
  made.focused = made.id == focus;
  const auto item = ImHashStr(made.id.c_str());
  const auto& r = spec.rect;
  [[maybe_unused]] ImGuiContext& g = *ImGui::GetCurrentContext();
  if (ImGui::ItemAdd(ImRect(r.x, r.y, r.x + r.w, r.y + r.h), item)) {
    IMGUI_TEST_ENGINE_ITEM_INFO(item, made.label.c_str(), g.LastItemData.StatusFlags);
  }
  also(index, r);
  if (!spec.enabled) return {};
  return {pointer.tapped() == made.id || activated == made.id, pointer.held() == made.id};
}

void Ui::Impl::also(int index, const Rect& rect) {
  if (index < 0) return;
  const Rect seen = intersect(rect, paint.clip());
  if (seen.w > 0 && seen.h > 0) hits.push_back({index, seen});
}

void Ui::Impl::surface(const Rect& rect, float radius_dp, Color fill, Color line) {
  if (!draws(rect)) return;
  paint.box(rect, px(radius_dp), fill);
  paint.outline(rect, px(radius_dp), hairline(), line);
}

void Ui::Impl::outline_wrong(const Rect& rect, float radius) {
  const float line = state_line();
  paint.outline(rect, radius, line, colors().accent);
  paint.outline(inflate(rect, -2 * line), std::max(0.0F, radius - 2 * line), hairline(), colors().accent);
}

void Ui::Impl::draw_icon(std::string_view name, float x, float y, float size, Color tinted) {
  const Rect rect{std::round(x), std::round(y), size, size};
  if (name.empty() || !draws(rect)) return;
  const auto image = pictures.icon(name, static_cast<int>(size));
  paint.picture(rect, image, tinted);
}

void Ui::Impl::draw_words(const Layout& layout, float x, float y, float wide, Align align, Color ink) {
  if (!draws({x, y, std::max(wide, layout.width), layout.height()})) return;
  paint.write(layout, std::round(x), std::round(y), wide, align, inks(ink));
}

}  // namespace mingting::ui
