// Buttons and tiles.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

struct Skin {
  Color fill, ink, line;
  bool bare = false;  ///< no surface of its own
};

Skin skin_of(Ui::Impl& impl, const ButtonOptions& options) {
  const auto& c = impl.colors();
  if (options.here) return {impl.tint(Tone::Primary), c.primary, c.primary, false};
  if (!options.enabled) return {impl.area().paper, impl.faded(c.quiet, impl.area().paper), c.line, true};
  if (options.selected) return {c.primary, c.on_primary, c.primary, false};
  switch (options.kind) {
    case ButtonKind::Primary:
      return {c.primary, c.on_primary, c.primary, false};
    case ButtonKind::Danger:
      return {c.surface, c.accent, c.accent, false};
    case ButtonKind::Quiet:
      return {impl.area().paper, c.ink, c.line, !impl.outlined()};
    case ButtonKind::Secondary:
      break;
  }
  // An outline of 3:1 at least: it alone shows where the button is (WCAG 2.1, 1.4.11).
  return {c.surface, c.primary, impl.outlined() ? c.line : mix(c.surface, c.primary, 0.6F), false};
}

/// What a button needs: its words, its icon, and how they stand together.
struct Face {
  const Layout* words;
  Setting setting;
  float icon, gap, pad;
  float width, height;
};

Face face_of(Ui::Impl& impl, std::string_view label, const ButtonOptions& options) {
  Face face{};
  const bool main = options.kind == ButtonKind::Primary || options.kind == ButtonKind::Danger;
  const bool bold = main && impl.style.weights.action;
  const bool little = options.icon_above || options.small;
  const auto style = options.large ? TextStyle::Display : little ? TextStyle::Caption : TextStyle::Label;
  face.setting = impl.setting(style, bold && !little);
  face.icon = options.icon.empty() ? 0 : impl.grown(options.icon_above ? 56 : options.large ? 72 : 48);
  face.pad = impl.px(options.icon_above ? 8 : options.small ? 16 : 28);
  face.gap = options.icon.empty() ? 0 : impl.px(options.icon_above ? 4 : 16);
  const float beside = options.icon_above ? 0 : face.icon + face.gap;
  face.words =
      &impl.lay_label(label, face.setting, impl.area().width - 2 * face.pad - beside, little ? 2 : 3);
  face.setting = face.words->setting;
  face.width = std::max(face.words->width + beside + 2 * face.pad, impl.px(96));
  const float inner = options.icon_above ? face.icon + face.gap + face.words->height()
                                         : std::max(face.words->height(), face.icon);
  const float least = impl.px(options.large ? 200 : options.icon_above ? 112 : options.small ? 64 : 96);
  face.height = std::max(inner + 2 * impl.px(little ? 8 : 20), least);
  return face;
}

void draw_above(Ui::Impl& impl, const Rect& rect, const Face& face, const std::string& icon, Color ink) {
  const float inner = face.icon + face.gap + face.words->height();
  const float y = rect.y + std::round((rect.h - inner) / 2);
  impl.draw_icon(icon, rect.x + (rect.w - face.icon) / 2, y, face.icon, ink);
  impl.draw_words(*face.words, rect.x + face.pad, y + face.icon + face.gap, rect.w - 2 * face.pad,
                  Align::Center, ink);
}

void draw_beside(Ui::Impl& impl, const Rect& rect, const Face& face, const std::string& icon, Color ink) {
  const float inner = face.icon + face.gap + face.words->width;
  const float x = rect.x + std::round((rect.w - inner) / 2);
  impl.draw_icon(icon, x, rect.y + (rect.h - face.icon) / 2, face.icon, ink);
  impl.draw_words(*face.words, x + face.icon + face.gap,
                  rect.y + std::round((rect.h - face.words->height()) / 2), face.words->width, Align::Center,
                  ink);
}

/// Along the edge that the place shares with the page: its top in a bar, its left in a rail.
Rect mark_of_here(const Ui::Impl& impl, const Rect& rect) {
  const float inset = impl.corner(), thick = impl.state_line();
  return rect.h > rect.w ? Rect{rect.x, rect.y + inset, thick, rect.h - 2 * inset}
                         : Rect{rect.x + inset, rect.y, rect.w - 2 * inset, thick};
}

void draw_button(Ui::Impl& impl, const Rect& rect, const Face& face, const ButtonOptions& options,
                 const Skin& skin, bool held) {
  if (!impl.draws(rect)) return;
  const Color fill = held ? impl.pressed(skin.fill) : skin.fill;
  if (!skin.bare || held) {
    impl.paint.box(rect, impl.corner(), fill);
    if (!(skin.line == skin.fill) && !options.here) impl.paint.outline(rect, impl.corner(), impl.hairline(), skin.line);
  }
  if (options.here) impl.paint.fill(mark_of_here(impl, rect), skin.line);
  const auto& icon = options.selected && !options.icon_above ? std::string("check") : options.icon;
  if (options.icon_above)
    draw_above(impl, rect, face, icon, skin.ink);
  else
    draw_beside(impl, rect, face, icon, skin.ink);
}

// ---- tiles
// ---------------------------------------------------------------------------------------------------------

struct TileFace {
  const Layout *title, *caption;  ///< no caption where it would make the tile higher, or not fit on a line
  Setting title_setting;
  float icon, pad, gap, height;
  bool beside;  ///< the icon left of the words, where the tile is wide enough
};

constexpr float kTilePad = 26, kTightPad = 20, kCaptionGap = 4;  // dp

/// A caption that had to become smaller takes the same line, so that what stands beside it stays level.
float words_height(Ui::Impl& impl, const TileFace& face) {
  const float caption = impl.px(kCaptionGap) + impl.setting(TextStyle::Caption).line;
  return face.title->height() + (face.caption == nullptr ? 0 : caption);
}

/// One line, or none: tiles are as high as one another.
const Layout* caption_of(Ui::Impl& impl, const TileView& tile, const TileFace& face, float words) {
  if (tile.caption.empty() || impl.appearance.size == TextSize::ExtraLarge) return nullptr;
  const auto& caption = impl.lay_label(tile.caption, impl.setting(TextStyle::Caption), words, 1);
  const float high = face.title->height() + impl.px(kCaptionGap) + caption.height();
  if (caption.cut || (face.beside && high > face.icon + impl.px(28))) return nullptr;
  return &caption;
}

TileFace tile_face(Ui::Impl& impl, const TileView& tile) {
  TileFace face{};
  const bool tight = impl.appearance.size == TextSize::ExtraLarge;
  face.title_setting = impl.setting(TextStyle::Title, impl.style.weights.tile);
  face.pad = impl.px(tight ? kTightPad : kTilePad);
  face.gap = impl.px(tight ? 16 : 26);
  face.icon = impl.px(tight ? 100 : 112);
  const float room = impl.area().width - 2 * face.pad;
  const float beside = room - face.icon - face.gap;
  face.beside = beside >= 4 * static_cast<float>(face.title_setting.em);
  if (!face.beside) face.icon = std::round(impl.px(112) * std::min(impl.factor(), 1.35F));
  const float words = face.beside ? beside : room;
  face.title = &impl.lay_label(tile.label, face.title_setting, words, 2);
  face.title_setting = face.title->setting;
  face.caption = caption_of(impl, tile, face, words);
  const float text = words_height(impl, face);
  const float above = face.icon + 2 * impl.px(kTilePad);
  face.height = face.beside ? std::max(above, text + 2 * impl.px(12)) : above + impl.px(12) + text;
  return face;
}

/// A tile's icon on a plate of its own colour.
void draw_plate(Ui::Impl& impl, const std::string& icon, float x, float y, float size, bool held) {
  const auto& c = impl.colors();
  if (!impl.outlined())
    impl.paint.box({x, y, size, size}, impl.px(20), held ? c.surface : impl.tint(Tone::Primary));
  const float inner = std::round(size * 0.68F);
  impl.draw_icon(icon, x + (size - inner) / 2, y + (size - inner) / 2, inner, c.primary);
}

void draw_tile(Ui::Impl& impl, const Rect& rect, const TileView& tile, const TileFace& face, bool held) {
  if (!impl.draws(rect)) return;
  const auto& c = impl.colors();
  impl.surface(rect, 16, held ? impl.pressed(c.surface) : c.surface, c.line);
  const float text = words_height(impl, face);
  const float spare = std::round((rect.h - face.height) / 2);
  const float plate = face.beside ? rect.y + std::round((rect.h - face.icon) / 2) : rect.y + impl.px(kTilePad) + spare;
  draw_plate(impl, tile.icon, rect.x + face.pad, plate, face.icon, held);
  const float x = rect.x + face.pad + (face.beside ? face.icon + face.gap : 0);
  float y = face.beside ? rect.y + std::round((rect.h - text) / 2) : plate + face.icon + impl.px(12);
  impl.draw_words(*face.title, x, y, face.title->width, Align::Left, c.ink);
  y += face.title->height() + impl.px(kCaptionGap);
  if (face.caption != nullptr) impl.draw_words(*face.caption, x, y, face.caption->width, Align::Left, c.quiet);
}

}  // namespace

bool Ui::button(std::string_view id, std::string_view label, const ButtonOptions& options) {
  auto& self = *impl_;
  const auto face = face_of(self, options.words.empty() ? label : options.words, options);
  const float high = self.stretched(face.height);
  auto rect = self.place(high, 16);
  if (!options.wide) rect.w = std::min(rect.w, face.width);
  int index = -1;
  const auto touch = self.target({.role = Role::Button,
                                  .id = id,
                                  .label = label,
                                  .rect = rect,
                                  .enabled = options.enabled,
                                  .selected = options.selected},
                                 index);
  self.node(index).value = options.words;
  const auto skin = skin_of(self, options);
  self.typeset(index, face.setting, skin.ink, skin.bare ? self.area().paper : skin.fill);
  draw_button(self, rect, face, options, skin, touch.held);
  return touch.tapped;
}

bool Ui::tile(const TileView& tile) {
  auto& self = *impl_;
  const auto face = tile_face(self, tile);
  const float high = self.stretched(face.height);
  const auto rect = self.place(high, 16);
  int index = -1;
  const auto touch =
      self.target({.role = Role::Tile, .id = tile.id, .label = tile.label, .rect = rect}, index);
  self.node(index).note = tile.caption;
  self.typeset(index, face.title_setting, self.colors().ink, self.colors().surface);
  if (face.caption != nullptr)
    self.typeset(index, face.caption->setting, self.colors().quiet, self.colors().surface);
  draw_tile(self, rect, tile, face, touch.held);
  return touch.tapped;
}

}  // namespace mingting::ui
