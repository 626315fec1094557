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
  if (!options.enabled) {
    const Color fill = impl.outlined() ? c.paper : mix(impl.area().paper, c.line, 0.45F);
    const bool bare = options.kind == ButtonKind::Quiet;
    return {fill, impl.faded(c.quiet, bare ? impl.area().paper : fill), c.line, bare && !impl.outlined()};
  }
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
  const bool bold = options.kind == ButtonKind::Primary || options.kind == ButtonKind::Danger;
  const bool little = options.icon_above || options.small;
  const auto style = options.large ? TextStyle::Title : little ? TextStyle::Caption : TextStyle::Label;
  face.setting = impl.setting(style, bold && !little);
  const float grown = std::min(impl.factor(), 1.4F);
  face.icon = options.icon.empty() ? 0 : std::round(impl.px(options.icon_above ? 56 : 48) * grown);
  face.pad = impl.px(options.icon_above ? 8 : options.small ? 16 : 28);
  face.gap = options.icon.empty() ? 0 : impl.px(options.icon_above ? 4 : 16);
  const float beside = options.icon_above ? 0 : face.icon + face.gap;
  face.words =
      &impl.lay_label(label, face.setting, impl.area().width - 2 * face.pad - beside, little ? 2 : 3);
  face.setting = face.words->setting;
  face.width = std::max(face.words->width + beside + 2 * face.pad, impl.px(96));
  const float inner = options.icon_above ? face.icon + face.gap + face.words->height()
                                         : std::max(face.words->height(), face.icon);
  const float least = impl.px(options.large ? 240 : options.icon_above ? 112 : options.small ? 64 : 96);
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

void draw_button(Ui::Impl& impl, const Rect& rect, const Face& face, const ButtonOptions& options,
                 const Skin& skin, bool held) {
  if (!impl.draws(rect)) return;
  const Color fill = held ? impl.pressed(skin.fill) : skin.fill;
  if (!skin.bare || held) {
    impl.paint.box(rect, impl.px(16), fill);
    if (!(skin.line == skin.fill)) impl.paint.outline(rect, impl.px(16), impl.hairline(), skin.line);
  }
  const auto& icon = options.selected && !options.icon_above ? std::string("check") : options.icon;
  if (options.icon_above)
    draw_above(impl, rect, face, icon, skin.ink);
  else
    draw_beside(impl, rect, face, icon, skin.ink);
}

// ---- tiles
// ---------------------------------------------------------------------------------------------------------

struct TileFace {
  const Layout *title, *caption;
  Setting title_setting, caption_setting;
  float icon, pad, gap, height;
  bool beside;  ///< the icon left of the words, where the tile is wide enough
};

TileFace tile_face(Ui::Impl& impl, const TileView& tile) {
  TileFace face{};
  face.title_setting = impl.setting(TextStyle::Title, true);
  face.caption_setting = impl.setting(TextStyle::Caption);
  face.pad = impl.px(26);
  face.gap = impl.px(26);
  face.icon = impl.px(112);
  const float room = impl.area().width - 2 * face.pad;
  const float beside = room - face.icon - face.gap;
  face.beside = beside >= 4.4F * static_cast<float>(face.title_setting.em);
  if (!face.beside) face.icon = std::round(face.icon * std::min(impl.factor(), 1.35F));
  const float words = face.beside ? beside : room;
  face.title = &impl.lay_label(tile.label, face.title_setting, words, 2);
  face.title_setting = face.title->setting;
  face.caption = &impl.lay(tile.caption, face.caption_setting, words, 3, Wrap::Balanced);
  const float text = face.title->height() + (tile.caption.empty() ? 0 : impl.px(4) + face.caption->height());
  face.height = (face.beside ? std::max(text, face.icon) : face.icon + impl.px(12) + text) + 2 * face.pad;
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
  const float text = face.title->height() + (tile.caption.empty() ? 0 : impl.px(4) + face.caption->height());
  const float inner = face.beside ? std::max(text, face.icon) : face.icon + impl.px(12) + text;
  const float top = face.beside ? rect.y + std::round((rect.h - inner) / 2)
                                : rect.y + face.pad;  // icons of a row on one line
  draw_plate(impl, tile.icon, rect.x + face.pad,
             face.beside ? rect.y + std::round((rect.h - face.icon) / 2) : top, face.icon, held);
  const float x = rect.x + face.pad + (face.beside ? face.icon + face.gap : 0);
  float y = face.beside ? rect.y + std::round((rect.h - text) / 2) : top + face.icon + impl.px(12);
  impl.draw_words(*face.title, x, y, face.title->width, Align::Left, c.ink);
  y += face.title->height() + impl.px(4);
  if (!tile.caption.empty()) impl.draw_words(*face.caption, x, y, face.caption->width, Align::Left, c.quiet);
}

}  // namespace

bool Ui::button(std::string_view id, std::string_view label, const ButtonOptions& options) {
  auto& self = *impl_;
  const auto face = face_of(self, label, options);
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
  if (!tile.caption.empty())
    self.typeset(index, face.caption_setting, self.colors().quiet, self.colors().surface);
  draw_tile(self, rect, tile, face, touch.held);
  return touch.tapped;
}

}  // namespace mingting::ui
