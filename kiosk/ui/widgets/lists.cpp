// Rows and chips: what lists are made of.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kApart = 6;  // dp a row's target keeps from the hairline on each side

struct Flow {
  struct Item {
    const Layout* words;
    float x, y;
  };
  std::vector<Item> items;
  float height = 0;
};

/// Short facts side by side, the next line when they no longer fit. `lead`: room kept at the start of the
/// first line.
Flow flow(Ui::Impl& impl, const std::vector<std::string>& parts, const Setting& setting, float width,
          float lead) {
  Flow flow;
  float x = lead;
  float y = 0;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    const auto* words = &impl.lay(part, setting, width);
    if (x > 0 && x + words->width > width) {
      x = 0;
      y += setting.line;
    }
    flow.items.push_back({words, x, y});
    x += words->width + impl.px(32);
    if (words->lines.size() > 1) y += words->height() - setting.line;
  }
  flow.height = flow.items.empty() && lead <= 0 ? 0 : y + setting.line;
  return flow;
}

std::pair<std::string, std::vector<Span>> joined(const std::vector<Run>& runs) {
  std::pair<std::string, std::vector<Span>> all;
  for (const auto& run : runs) {
    if (run.text.empty()) continue;
    all.first += run.text;
    all.second.push_back({static_cast<std::uint32_t>(all.first.size()), run.bold, run.marked, -1});
  }
  return all;
}

const Layout& lay_runs(Ui::Impl& impl, const std::vector<Run>& runs, const Setting& setting, float width,
                       int max_lines) {
  const auto [text, spans] = joined(runs);
  return impl.texts.lay(
      {.text = text, .spans = spans, .setting = setting, .width = width, .max_lines = max_lines});
}

struct RowFace {
  const Layout *title, *badge, *passage = nullptr;
  Setting title_setting, small;
  Flow meta;
  float chevron, badge_width = 0, gap, pad, height;
};

RowFace row_face(Ui::Impl& impl, const RowView& row) {
  RowFace face{};
  face.title_setting = impl.setting(TextStyle::Label);
  face.small = impl.setting(TextStyle::Caption);
  face.pad = impl.px(22);
  face.gap = impl.px(8);
  face.chevron = impl.px(40);
  const float width = impl.area().width - face.chevron - impl.px(16);
  face.title = row.title.empty() ? &impl.lay(row.label, face.title_setting, width, 2)
                                 : &lay_runs(impl, row.title, face.title_setting, width, 2);
  face.badge = &impl.lay(row.badge, face.small, width, 1);
  if (!row.badge.empty()) face.badge_width = face.badge->width + 2 * impl.px(16);
  face.meta = flow(impl, row.meta, face.small, width, row.badge.empty() ? 0 : face.badge_width + impl.px(20));
  if (face.badge_width > 0) face.meta.height = std::max(face.meta.height, face.small.line);
  face.height = 2 * face.pad + face.title->height();
  if (!row.passage.empty()) {
    face.passage = &lay_runs(impl, row.passage, face.small, width, 3);
    face.height += face.gap + face.passage->height();
  }
  if (face.meta.height > 0) face.height += impl.px(12) + face.meta.height;
  return face;
}

void draw_badge(Ui::Impl& impl, const RowView& row, const RowFace& face, float x, float y) {
  const Color tone = tone_color(impl.colors(), row.badge_tone);
  const Rect pill{x, y, face.badge_width, face.small.line};
  if (!impl.draws(pill)) return;
  impl.paint.box(pill, impl.px(8), impl.tint(row.badge_tone));
  impl.paint.outline(pill, impl.px(8), impl.px(2),
                     impl.outlined() ? impl.colors().line : mix(impl.colors().surface, tone, 0.5F));
  impl.draw_words(*face.badge, x + impl.px(16), y, face.badge->width, Align::Left, tone);
}

void draw_row(Ui::Impl& impl, const Rect& rect, const RowView& row, const RowFace& face) {
  const auto& c = impl.colors();
  float y = rect.y + face.pad;
  impl.draw_words(*face.title, rect.x, y, face.title->width, Align::Left, c.ink);
  y += face.title->height();
  if (face.passage != nullptr) {
    impl.draw_words(*face.passage, rect.x, y + face.gap, face.passage->width, Align::Left, c.quiet);
    y += face.gap + face.passage->height();
  }
  y += impl.px(12);
  if (face.badge_width > 0) draw_badge(impl, row, face, rect.x, y);
  for (const auto& item : face.meta.items) {
    impl.draw_words(*item.words, rect.x + item.x, y + item.y, item.words->width, Align::Left, c.quiet);
  }
  impl.draw_icon("right", rect.x + rect.w - face.chevron, rect.y + (rect.h - face.chevron) / 2, face.chevron,
                 c.primary);
}

// ---- chips
// ---------------------------------------------------------------------------------------------------------

struct ChipFace {
  const Layout* words;
  std::string text;
  float width, height;
};

ChipFace chip_face(Ui::Impl& impl, const ChipView& chip, const Setting& setting) {
  ChipFace face{};
  face.text = chip.count ? chip.label + "  " + std::to_string(*chip.count) : chip.label;
  const float pad = impl.px(28);
  const float icon = chip.selected ? impl.px(44) : 0;
  face.words = &impl.lay(face.text, setting, impl.area().width - 2 * pad - icon);
  face.width = std::max(face.words->width + 2 * pad + icon, impl.px(88));
  face.height = std::max(impl.px(72), face.words->height() + 2 * impl.px(12));
  return face;
}

void draw_chip(Ui::Impl& impl, const Rect& rect, const ChipFace& face, bool selected, bool held) {
  if (!impl.draws(rect)) return;
  const auto& c = impl.colors();
  const Color fill = selected ? c.primary : c.surface;
  const Color ink = selected ? c.on_primary : c.ink;
  const float radius = std::min(rect.h / 2, impl.px(36));
  impl.paint.box(rect, radius, held ? impl.pressed(fill) : fill);
  if (!selected)
    impl.paint.outline(rect, radius, impl.hairline(), impl.outlined() ? c.line : mix(c.line, c.ink, 0.25F));
  const float icon = selected ? impl.px(36) : 0;
  const float lead = selected ? icon + impl.px(8) : 0;
  const float x = rect.x + std::round((rect.w - face.words->width - lead) / 2);
  if (selected) impl.draw_icon("check", x, rect.y + (rect.h - icon) / 2, icon, ink);
  impl.draw_words(*face.words, x + lead, rect.y + std::round((rect.h - face.words->height()) / 2),
                  face.words->width, Align::Left, ink);
}

bool one_chip(Ui::Impl& impl, const ChipView& chip, const ChipFace& face, const Rect& rect) {
  int index = -1;
  const auto touch = impl.target(
      {.role = Role::Chip, .id = chip.id, .label = chip.label, .rect = rect, .selected = chip.selected},
      index);
  if (chip.count) impl.node(index).value = std::to_string(*chip.count);
  const auto& c = impl.colors();
  impl.typeset(index, face.words->setting, chip.selected ? c.on_primary : c.ink,
               chip.selected ? c.primary : c.surface);
  draw_chip(impl, rect, face, chip.selected, touch.held);
  return touch.tapped;
}

/// What a row says beside its title.
void note_row(Ui::Impl& impl, int index, const RowView& row, const RowFace& face) {
  auto& node = impl.node(index);
  node.value = row.badge;
  for (const auto& part : row.meta) node.value += (node.value.empty() ? "" : " ") + part;
  node.note = joined(row.passage).first;
  impl.typeset(index, face.title_setting, impl.colors().ink, impl.area().paper);
  if (!node.value.empty() || face.passage != nullptr)
    impl.typeset(index, face.small, impl.colors().quiet, impl.area().paper);
}

}  // namespace

bool Ui::row(const RowView& row) {
  auto& self = *impl_;
  const auto face = row_face(self, row);
  const auto whole = self.place(face.height + 2 * self.px(kApart) + self.hairline(), 0);
  const Rect rect{whole.x, whole.y + self.px(kApart), whole.w, face.height};
  int index = -1;
  const auto touch = self.target({.role = Role::Row, .id = row.id, .label = row.label, .rect = rect}, index);
  if (index < 0) return false;
  note_row(self, index, row, face);
  if (!self.draws(whole)) return touch.tapped;
  const float reach = std::min(self.area().bleed, self.px(16));
  if (touch.held)
    self.paint.box({rect.x - reach, rect.y, rect.w + 2 * reach, rect.h}, self.px(12),
                   self.pressed(self.area().paper));
  draw_row(self, rect, row, face);
  self.paint.fill({whole.x, whole.y + whole.h - self.hairline(), whole.w, self.hairline()},
                  self.colors().line);
  return touch.tapped;
}

std::optional<std::size_t> Ui::chips(std::string_view id, std::string_view label,
                                     std::span<const ChipView> chips) {
  auto& self = *impl_;
  const auto setting = self.setting(TextStyle::Caption);
  const float gap = self.px(16);
  const float y = self.next_y(16);
  const auto area = self.area();
  const int group = self.record(Role::Group, id, label, {area.x, y, area.width, 0});
  const Impl::Below here(self, id);
  const Impl::Under below(self, group);
  std::optional<std::size_t> tapped;
  Rect at{area.x, y, 0, 0};
  float low = y;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const auto face = chip_face(self, chips[i], setting);
    if (at.x > area.x && at.x + face.width > area.x + area.width) at = {area.x, low + gap, 0, 0};
    const Rect rect{at.x, at.y, std::min(face.width, area.width), face.height};
    if (one_chip(self, chips[i], face, rect)) tapped = i;
    at.x += rect.w + gap;
    low = std::max(low, rect.y + rect.h);
  }
  self.area().y = low;
  self.node(group).rect.h = low - y;
  if (group >= 0) self.node(group).visible = intersect(self.node(group).rect, self.paint.clip());
  return tapped;
}

}  // namespace mingting::ui
