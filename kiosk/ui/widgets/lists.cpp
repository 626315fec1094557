// Rows, chips and what folds: what lists are made of.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kApart = 6;  // dp a row's target keeps from the hairline on each side

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

/// What a row needs, and where its words stand beside icon, badge and chevron.
struct RowFace {
  const Layout *title, *badge, *fact, *date, *passage = nullptr;
  Setting title_setting, small;
  float icon = 0, lead = 0, chevron, width, badge_width = 0;
  bool date_beside = false;  ///< at the right of the fact; otherwise under it
  float height = 0;
};

constexpr float kPad = 20, kUnderTitle = 8, kBadgePad = 14, kApartWords = 20;  // dp
constexpr float kShortestFact = 10;  // characters a fact keeps beside its date

/// Fact and date in one line where the list is wide enough, whatever this row's fact is.
void lay_facts(Ui::Impl& impl, const RowView& row, RowFace& face) {
  face.date = &impl.lay(row.date, face.small, face.width, 1);
  const float left = face.width - face.date->width - impl.px(32);
  face.date_beside = !row.date.empty() && left >= kShortestFact * static_cast<float>(face.small.em);
  face.fact = &impl.lay(row.fact, face.small, face.date_beside ? left : face.width, 1);
  if (row.fact.empty() && row.date.empty()) return;
  const bool two = !row.fact.empty() && !row.date.empty() && !face.date_beside;
  face.height += impl.px(kUnderTitle) + (two ? 2 : 1) * face.small.line;
}

RowFace row_face(Ui::Impl& impl, const RowView& row) {
  RowFace face{};
  face.title_setting = impl.setting(TextStyle::Label, true);
  face.small = impl.setting(TextStyle::Caption);
  face.chevron = impl.grown(36);
  if (!row.icon.empty()) face.icon = impl.grown(80);
  face.lead = face.icon > 0 ? face.icon + impl.px(24) : 0;
  face.width = std::max(impl.area().width - face.lead - face.chevron - impl.px(16), impl.px(1));
  face.badge = &impl.lay(row.badge, face.small, face.width, 1);
  if (!row.badge.empty()) face.badge_width = face.badge->width + 2 * impl.px(kBadgePad);
  const float title = face.width - (face.badge_width > 0 ? face.badge_width + impl.px(kApartWords) : 0);
  const float room = impl.line_room(face.title_setting, title);
  face.title = row.title.empty() ? &impl.lay(row.label, face.title_setting, room, 2)
                                 : &lay_runs(impl, row.title, face.title_setting, room, 2);
  face.height = 2 * impl.px(kPad) + face.title->height();
  if (!row.passage.empty()) {
    face.passage = &lay_runs(impl, row.passage, face.small, impl.line_room(face.small, face.width), 3);
    face.height += impl.px(kUnderTitle) + face.passage->height();
  }
  lay_facts(impl, row, face);
  face.height = std::max(face.height, face.icon + 2 * impl.px(kPad));
  return face;
}

/// What is over is filled, as a stamp is; what is in force or new has its line and tint.
struct BadgeSkin {
  Color fill, ink, line;
};

BadgeSkin badge_skin(const Ui::Impl& impl, Tone tone) {
  const auto& c = impl.colors();
  if (tone == Tone::Accent) return {c.accent, c.on_accent, c.accent};
  const Color ink = tone_color(c, tone);
  return {impl.tint(tone), ink, impl.outlined() ? c.line : mix(c.surface, ink, 0.5F)};
}

/// On the title's first line, at the right.
void draw_badge(Ui::Impl& impl, const RowView& row, const RowFace& face, float right, float y) {
  const auto skin = badge_skin(impl, row.badge_tone);
  const float lift = std::round((face.title_setting.line - face.small.line) / 2);
  const Rect pill{right - face.badge_width, y + lift, face.badge_width, face.small.line};
  if (!impl.draws(pill)) return;
  impl.paint.box(pill, impl.small_corner(), skin.fill);
  if (!(skin.line == skin.fill)) impl.paint.outline(pill, impl.small_corner(), impl.px(2), skin.line);
  impl.draw_words(*face.badge, pill.x + impl.px(kBadgePad), pill.y, face.badge->width, Align::Left, skin.ink);
}

void draw_facts(Ui::Impl& impl, const RowView& row, const RowFace& face, float x, float y) {
  const Color quiet = impl.colors().quiet;
  if (!row.fact.empty()) impl.draw_words(*face.fact, x, y, face.fact->width, Align::Left, quiet);
  const bool alone = row.fact.empty();
  if (!alone && !face.date_beside) y += face.small.line;
  const float date = alone || !face.date_beside ? x : x + face.width - face.date->width;
  if (!row.date.empty()) impl.draw_words(*face.date, date, y, face.date->width, Align::Left, quiet);
}

void draw_row(Ui::Impl& impl, const Rect& rect, const RowView& row, const RowFace& face) {
  const auto& c = impl.colors();
  const float x = rect.x + face.lead;
  float y = rect.y + impl.px(kPad);
  if (face.icon > 0) {
    const float top = rect.y + std::round((rect.h - face.icon) / 2);
    if (!impl.outlined()) impl.paint.box({rect.x, top, face.icon, face.icon}, impl.px(16), impl.tint(Tone::Primary));
    const float inner = std::round(face.icon * 0.68F);
    impl.draw_icon(row.icon, rect.x + (face.icon - inner) / 2, top + (face.icon - inner) / 2, inner, c.primary);
  }
  if (face.badge_width > 0) draw_badge(impl, row, face, x + face.width, y);
  impl.draw_words(*face.title, x, y, face.title->width, Align::Left, c.ink);
  y += face.title->height() + impl.px(kUnderTitle);
  if (face.passage != nullptr) {
    impl.draw_words(*face.passage, x, y, face.passage->width, Align::Left, c.quiet);
    y += face.passage->height() + impl.px(kUnderTitle);
  }
  draw_facts(impl, row, face, x, y);
  impl.draw_icon("right", rect.x + rect.w - face.chevron, rect.y + (rect.h - face.chevron) / 2, face.chevron,
                 c.primary);
}

/// A line across the foot of what was just placed.
void rule_under(Ui::Impl& impl, const Rect& whole) {
  const Rect rule{whole.x, whole.y + whole.h - impl.hairline(), whole.w, impl.hairline()};
  if (impl.draws(rule)) impl.paint.fill(rule, impl.colors().line);
}

/// Under a finger, a little beyond the words where there is room.
void draw_held(Ui::Impl& impl, const Rect& rect) {
  const float reach = std::min(impl.area().bleed, impl.px(16));
  impl.paint.box({rect.x - reach, rect.y, rect.w + 2 * reach, rect.h}, impl.px(12), impl.pressed(impl.area().paper));
}

// ---- what opens under its label
// ------------------------------------------------------------------------------------

/// The body under the label, set in behind a bar that ties it to it.
void draw_opened(Ui::Impl& impl, const FoldView& fold, const Body& body) {
  const float inset = impl.px(fold.quiet ? 0 : 28);
  const float y = impl.next_y(4);
  Area inner = impl.area();
  inner.x += inset;
  inner.width -= inset;
  inner.top = inner.y = y;
  inner.count = 0;
  inner.margin = inner.spaced = inner.bleed = 0;
  const int index = impl.record(Role::Group, fold.id + "-open", fold.label, {inner.x, y, inner.width, 0});
  const Ui::Impl::Below here(impl, fold.id + "-open");
  const Ui::Impl::Under below(impl, index);
  const float high = impl.inside(inner, body);
  const Rect bar{impl.area().x, y + impl.px(4), impl.px(6), high - impl.px(8)};
  if (inset > 0 && impl.draws(bar)) impl.paint.box(bar, impl.px(3), impl.colors().primary);
  impl.area().y = y + high;
  if (index < 0) return;
  impl.node(index).rect.h = high;
  impl.node(index).visible = intersect(impl.node(index).rect, impl.paint.clip());
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
  const float icon = chip.selected ? impl.grown(36) + impl.px(8) : 0;
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
  const float icon = selected ? impl.grown(36) : 0;
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

struct PlacedChip {
  ChipFace face;
  Rect rect;
};

/// Side by side from a corner, the next line where one no longer fits.
std::vector<PlacedChip> place_chips(Ui::Impl& impl, std::span<const ChipView> chips, float x, float y, float width) {
  const auto setting = impl.setting(TextStyle::Caption);
  const float gap = impl.px(16);
  std::vector<PlacedChip> placed;
  float at = x, low = y;
  for (const auto& chip : chips) {
    const auto face = chip_face(impl, chip, setting);
    if (at > x && at + face.width > x + width) at = x, y = low + gap;
    placed.push_back({face, {at, y, std::min(face.width, width), face.height}});
    at += placed.back().rect.w + gap;
    low = std::max(low, y + face.height);
  }
  return placed;
}

void draw_tray(Ui::Impl& impl, const Rect& rect) {
  const auto& c = impl.colors();
  impl.surface(rect, 16, impl.tint(Tone::Primary),
               impl.outlined() ? c.line : mix(impl.tint(Tone::Primary), c.primary, 0.25F));
}

/// What a row says beside its title.
void note_row(Ui::Impl& impl, int index, const RowView& row, const RowFace& face) {
  auto& node = impl.node(index);
  for (const auto* part : {&row.badge, &row.fact, &row.date})
    if (!part->empty()) node.value += (node.value.empty() ? "" : " ") + *part;
  node.note = joined(row.passage).first;
  impl.typeset(index, face.title_setting, impl.colors().ink, impl.area().paper);
  if (!node.value.empty() || face.passage != nullptr)
    impl.typeset(index, face.small, impl.colors().quiet, impl.area().paper);
}

}  // namespace

bool Ui::row(const RowView& row) {
  auto& self = *impl_;
  const auto face = row_face(self, row);
  const float around = 2 * self.px(kApart) + self.hairline();
  const auto whole = self.place(self.stretched(face.height + around), 0);
  const Rect rect{whole.x, whole.y + self.px(kApart), whole.w, whole.h - around};
  int index = -1;
  const auto touch = self.target({.role = Role::Row, .id = row.id, .label = row.label, .rect = rect}, index);
  if (index < 0) return false;
  note_row(self, index, row, face);
  if (!self.draws(whole)) return touch.tapped;
  if (touch.held) draw_held(self, rect);
  draw_row(self, rect, row, face);
  rule_under(self, whole);
  return touch.tapped;
}

bool Ui::fold(const FoldView& fold, const Body& body) {
  auto& self = *impl_;
  const auto setting = self.setting(fold.quiet ? TextStyle::Body : TextStyle::Label, !fold.quiet);
  const float mark = self.grown(40);
  const auto& words = self.lay(fold.label, setting, self.area().width - mark - self.px(24), 0, Wrap::Balanced);
  const auto whole = self.place(words.height() + 2 * self.px(kPad + kApart) + self.hairline(), 0);
  const Rect rect{whole.x, whole.y + self.px(kApart), whole.w, whole.h - 2 * self.px(kApart) - self.hairline()};
  int index = -1;
  const auto touch = self.target(
      {.role = Role::Row, .id = fold.id, .label = fold.label, .rect = rect, .selected = fold.open}, index);
  const auto& c = self.colors();
  self.typeset(index, setting, c.ink, self.area().paper);
  if (touch.held && self.draws(rect)) draw_held(self, rect);
  self.draw_words(words, rect.x, rect.y + self.px(kPad), words.width, Align::Left, c.ink);
  self.draw_icon(fold.open ? "up" : "down", rect.x + rect.w - mark, rect.y + (rect.h - mark) / 2, mark, c.primary);
  if (!fold.open) {
    rule_under(self, whole);
    return touch.tapped;
  }
  draw_opened(self, fold, body);
  const auto foot = self.place(self.px(20) + self.hairline(), 0);
  rule_under(self, foot);
  return touch.tapped;
}

std::optional<std::size_t> Ui::chips(std::string_view id, std::string_view label,
                                     std::span<const ChipView> chips, ChipsPlace place) {
  auto& self = *impl_;
  const float pad = place == ChipsPlace::Tray ? self.px(20) : 0;
  const float y = self.next_y(16);
  auto area = self.area();
  self.area().width = area.width - 2 * pad;  // what a chip may take
  const auto placed = place_chips(self, chips, area.x + pad, y + pad, area.width - 2 * pad);
  self.area().width = area.width;
  float low = y;
  for (const auto& each : placed) low = std::max(low, each.rect.y + each.rect.h + pad);
  const Rect all{area.x, y, area.width, low - y};
  if (place == ChipsPlace::Tray) draw_tray(self, all);
  const int group = self.record(Role::Group, id, label, all);
  const Impl::Below here(self, id);
  const Impl::Under below(self, group);
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    if (one_chip(self, chips[i], placed[i].face, placed[i].rect)) tapped = i;
  }
  self.area().y = low;
  return tapped;
}

}  // namespace mingting::ui
