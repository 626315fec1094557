// One of several, several of several, and stars.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kMostShare = 88;  // dp

// What is chosen is filled: the whole box, and the mark in it turned round.

void draw_box(Ui::Impl& impl, float x, float y, float size, bool selected) {
  const auto& c = impl.colors();
  const Rect box{std::round(x), std::round(y), size, size};
  impl.paint.box(box, impl.small_corner(), selected ? c.on_primary : c.surface);
  if (!selected) impl.paint.outline(box, impl.small_corner(), impl.px(3), c.quiet);
  if (selected) impl.draw_icon("check", box.x + impl.px(4), box.y + impl.px(4), size - 2 * impl.px(4), c.primary);
}

void draw_radio(Ui::Impl& impl, float x, float y, float size, bool selected) {
  const auto& c = impl.colors();
  const float left = std::round(x);
  const float top = std::round(y);
  impl.paint.disc(left, top, size, selected ? c.on_primary : c.surface);
  if (!selected) impl.paint.ring(left, top, size, impl.px(3), c.quiet);
  const float inset = std::round(size / 4);
  if (selected) impl.paint.disc(left + inset, top + inset, size - 2 * inset, c.primary);
}

struct ChoiceFace {
  const Layout *label, *help = nullptr;
  Setting label_setting, help_setting;
  float mark, pad, gap, height;
};

ChoiceFace choice_face(Ui::Impl& impl, const ChoiceView& choice) {
  ChoiceFace face{};
  face.label_setting = impl.setting_at(choice.drawn_as.value_or(impl.appearance.size), TextStyle::Label);
  face.help_setting = impl.setting(TextStyle::Caption);
  face.mark = impl.grown(40);
  face.pad = impl.px(24);
  face.gap = impl.px(20);
  const float room = impl.area().width - 2 * face.pad - face.mark - face.gap;
  face.label = &impl.lay_label(choice.label, face.label_setting, room, 0);
  face.label_setting = face.label->setting;
  float text = face.label->height();
  if (!choice.help.empty()) {
    face.help = &impl.lay(choice.help, face.help_setting, room);
    text += impl.px(4) + face.help->height();
  }
  face.height = std::max(text + 2 * impl.px(20), impl.px(96));
  return face;
}

void draw_choice(Ui::Impl& impl, const Rect& rect, const ChoiceView& choice, const ChoiceFace& face,
                 bool held) {
  if (!impl.draws(rect)) return;
  const auto& c = impl.colors();
  const Color fill = choice.selected ? c.primary : c.surface;
  impl.paint.box(rect, impl.corner(), held ? impl.pressed(fill) : fill);
  if (!choice.selected) impl.paint.outline(rect, impl.corner(), impl.hairline(), c.line);
  const float text = face.label->height() + (face.help == nullptr ? 0 : impl.px(4) + face.help->height());
  float y = rect.y + std::round((rect.h - text) / 2);
  const float mark_y = face.help == nullptr ? rect.y + (rect.h - face.mark) / 2
                                            : y + (face.label_setting.line - face.mark) / 2;
  if (choice.many)
    draw_box(impl, rect.x + face.pad, mark_y, face.mark, choice.selected);
  else
    draw_radio(impl, rect.x + face.pad, mark_y, face.mark, choice.selected);
  const float x = rect.x + face.pad + face.mark + face.gap;
  impl.draw_words(*face.label, x, y, face.label->width, Align::Left, choice.selected ? c.on_primary : c.ink);
  y += face.label->height() + impl.px(4);
  if (face.help != nullptr)
    impl.draw_words(*face.help, x, y, face.help->width, Align::Left, choice.selected ? c.on_primary : c.quiet);
}

/// Its part of the room that a page which fills has left, within reason.
float share(Ui::Impl& impl, int sharing) {
  if (sharing <= 0) return 0;
  const float part = std::min(std::floor(impl.area().spare / static_cast<float>(sharing)), impl.px(kMostShare));
  impl.area().spare -= part;
  return part;
}

float star_size(const Ui::Impl& impl, float wide) { return std::min(impl.grown(80), wide - impl.px(16)); }

/// One star with its word under it, in a box that is filled when it is chosen.
bool star(Ui::Impl& impl, const Rect& rect, std::string_view id, std::string_view word, bool filled,
          bool chosen, const Layout& words) {
  int index = -1;
  const auto touch =
      impl.target({.role = Role::Choice, .id = id, .label = word, .rect = rect, .selected = chosen}, index);
  const auto& c = impl.colors();
  const Color fill = chosen ? c.primary : c.surface;
  const Color ink = chosen ? c.on_primary : c.ink;
  impl.typeset(index, words.setting, ink, fill);
  if (!impl.draws(rect)) return touch.tapped;
  impl.paint.box(rect, impl.corner(), touch.held ? impl.pressed(fill) : fill);
  if (!chosen) impl.paint.outline(rect, impl.corner(), impl.hairline(), c.line);
  const float size = star_size(impl, rect.w);
  impl.draw_icon(filled ? "star-filled" : "star", rect.x + (rect.w - size) / 2, rect.y + impl.px(20), size,
                 chosen ? c.on_primary : c.primary);
  impl.draw_words(words, rect.x + impl.px(8), rect.y + impl.px(20) + size + impl.px(8), rect.w - impl.px(16),
                  Align::Center, ink);
  return touch.tapped;
}

}  // namespace

bool Ui::choice(const ChoiceView& choice) {
  auto& self = *impl_;
  const auto face = choice_face(self, choice);
  const float high = self.stretched(face.height) + share(self, choice.sharing);
  const auto rect = self.place(high, 14);
  int index = -1;
  const auto touch = self.target({.role = Role::Choice,
                                  .id = choice.id,
                                  .label = choice.label,
                                  .rect = rect,
                                  .selected = choice.selected},
                                 index);
  const auto& c = self.colors();
  const Color paper = choice.selected ? c.primary : c.surface;
  self.node(index).note = choice.help;
  self.typeset(index, face.label_setting, choice.selected ? c.on_primary : c.ink, paper);
  if (face.help != nullptr) self.typeset(index, face.help_setting, choice.selected ? c.on_primary : c.quiet, paper);
  draw_choice(self, rect, choice, face, touch.held);
  return touch.tapped;
}

bool Ui::fold(std::string_view id, std::string_view label, int sharing) {
  auto& self = *impl_;
  const auto face = choice_face(self, {.id = {}, .label = std::string(label)});
  const auto rect = self.place(self.stretched(face.height) + share(self, sharing), 14);
  int index = -1;
  const auto touch = self.target({.role = Role::Button, .id = id, .label = label, .rect = rect}, index);
  const auto& c = self.colors();
  self.typeset(index, face.label_setting, c.primary, c.surface);
  if (!self.draws(rect)) return touch.tapped;
  self.paint.box(rect, self.corner(), touch.held ? self.pressed(c.surface) : c.surface);
  self.paint.outline(rect, self.corner(), self.hairline(), self.outlined() ? c.line : mix(c.surface, c.primary, 0.6F));
  self.draw_icon("plus", rect.x + face.pad, rect.y + std::round((rect.h - face.mark) / 2), face.mark, c.primary);
  self.draw_words(*face.label, rect.x + face.pad + face.mark + face.gap,
                  rect.y + std::round((rect.h - face.label->height()) / 2), face.label->width, Align::Left, c.primary);
  return touch.tapped;
}

std::optional<int> Ui::rating(std::string_view id, std::string_view label, std::span<const std::string> words,
                              int value) {
  auto& self = *impl_;
  const int count = std::max(1, static_cast<int>(words.size()));
  const float gap = self.px(14);
  const float wide =
      std::floor((self.area().width - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
  const float size = star_size(self, wide);
  const auto setting = self.setting(TextStyle::Body);
  std::vector<const Layout*> layouts;
  float text = setting.line;
  for (const auto& word : words) {
    layouts.push_back(&self.lay_label(word, setting, wide - self.px(16), 2));
    text = std::max(text, layouts.back()->height());
  }
  const auto rect = self.place(self.px(20) + size + self.px(8) + text + self.px(20), 16);
  const int group = self.record(Role::Rating, id, label, rect);
  if (value > 0 && value <= static_cast<int>(words.size()))
    self.node(group).value = words[static_cast<std::size_t>(value - 1)];
  const Impl::Below here(self, id);
  const Impl::Under below(self, group);
  std::optional<int> tapped;
  for (int step = 1; step <= static_cast<int>(words.size()); ++step) {
    const float x = std::round(static_cast<float>(step - 1) * (rect.w + gap) / static_cast<float>(count));
    const Rect cell{rect.x + x, rect.y, std::round(static_cast<float>(step) * (rect.w + gap) / static_cast<float>(count)) - gap - x, rect.h};
    const auto at = static_cast<std::size_t>(step - 1);
    if (star(self, cell, std::to_string(step), words[at], step <= value, step == value, *layouts[at]))
      tapped = step;
  }
  return tapped;
}

}  // namespace mingting::ui
