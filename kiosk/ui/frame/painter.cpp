// Shapes and words in the draw list, the cheap way for a painter without a graphics card.
#include "ui/frame/painter.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>


namespace mingting::ui {
namespace {

ImU32 solid(Color c) {
  return IM_COL32(c.r, c.g, c.b, 255);
}

/// How much of the pixel at (x, y) lies in the ring, by distance from the centre: one pixel of softness at
/// each edge.
float coverage(float x, float y, float diameter, float thickness) {
  const float radius = diameter / 2;
  const float distance = std::hypot(x + 0.5F - radius, y + 0.5F - radius);
  const float outer = std::clamp(radius - distance + 0.5F, 0.0F, 1.0F);
  if (thickness <= 0) return outer;
  return std::min(outer, std::clamp(distance - (radius - thickness) + 0.5F, 0.0F, 1.0F));
}

void write_pixel(ImTextureData& texture, int x, int y, std::uint8_t alpha) {
  *static_cast<std::uint8_t*>(texture.GetPixelsAt(x, y)) = alpha;  // platform/paint asks for an atlas of one byte a pixel
}

}  // namespace

Rect intersect(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.x + a.w, b.x + b.w) - x),
          std::max(0.0F, std::min(a.y + a.h, b.y + b.h) - y)};
}

Rect inflate(const Rect& r, float by) {
  return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

bool contains(const Rect& r, float x, float y) {
  return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

void Painter::begin(ImDrawList& list, const Rect& window) {
  list_ = &list;
  clips_.assign(1, window);
  opacity_ = 1;
}

void Painter::push_clip(const Rect& clip) {
  const Rect inner = intersect(clips_.back(), clip);
  clips_.push_back(inner);
  ImGui::PushClipRect(ImVec2(inner.x, inner.y), ImVec2(inner.x + inner.w, inner.y + inner.h), true);
}

void Painter::pop_clip() {
  clips_.pop_back();
  ImGui::PopClipRect();
}

bool Painter::shows(const Rect& rect) const {
  const Rect seen = intersect(rect, clips_.back());
  return seen.w > 0 && seen.h > 0;
}

ImU32 Painter::ink(Color c) const {
  return IM_COL32(c.r, c.g, c.b, static_cast<int>(opacity_ * 255));
}

void Painter::fill(const Rect& r, Color color) {
  if (!shows(r)) return;
  list_->AddRectFilled(ImVec2(r.x, r.y), ImVec2(r.x + r.w, r.y + r.h), solid(color));
}

void Painter::veil(const Rect& r, Color c, float opacity) {
  list_->AddRectFilled(ImVec2(r.x, r.y), ImVec2(r.x + r.w, r.y + r.h),
                       IM_COL32(c.r, c.g, c.b, static_cast<int>(opacity * 255)));
}

const Painter::Sprite& Painter::sprite(int diameter, int thickness) {
  auto& slot = sprites_[diameter * 64 + thickness];
  if (slot.id >= 0) return slot;
  auto& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  slot = {atlas.AddCustomRect(diameter, diameter, &place), diameter};
  for (int y = 0; slot.id >= 0 && y < diameter; ++y) {
    for (int x = 0; x < diameter; ++x) {
      const float share = coverage(static_cast<float>(x), static_cast<float>(y), static_cast<float>(diameter),
                                   static_cast<float>(thickness));
      write_pixel(*atlas.TexData, place.x + x, place.y + y,
                  static_cast<std::uint8_t>(std::lround(share * 255)));
    }
  }
  return slot;
}

void Painter::corners(const Rect& r, int radius, int thickness, Color color) {
  const auto& disc = sprite(radius * 2, thickness);
  ImFontAtlasRect place;
  if (!ImGui::GetIO().Fonts->GetCustomRect(disc.id, &place)) return;
  const auto size = static_cast<float>(radius);
  const ImVec2 half((place.uv1.x - place.uv0.x) / 2, (place.uv1.y - place.uv0.y) / 2);
  for (int corner = 0; corner < 4; ++corner) {
    const auto right = static_cast<float>(corner & 1);
    const auto low = static_cast<float>(corner >> 1);
    const ImVec2 at(r.x + right * (r.w - size), r.y + low * (r.h - size));
    const ImVec2 uv(place.uv0.x + right * half.x, place.uv0.y + low * half.y);
    list_->PrimReserve(6, 4);
    list_->PrimRectUV(at, ImVec2(at.x + size, at.y + size), uv, ImVec2(uv.x + half.x, uv.y + half.y),
                      solid(color));
  }
}

void Painter::box(const Rect& r, float radius, Color color) {
  const float size = std::floor(std::min({radius, r.w / 2, r.h / 2}));
  if (size < 1) return fill(r, color);
  corners(r, static_cast<int>(size), 0, color);
  fill({r.x + size, r.y, r.w - 2 * size, size}, color);
  fill({r.x, r.y + size, r.w, r.h - 2 * size}, color);
  fill({r.x + size, r.y + r.h - size, r.w - 2 * size, size}, color);
}

void Painter::outline(const Rect& r, float radius, float thickness, Color color) {
  const float size = std::floor(std::min({radius, r.w / 2, r.h / 2}));
  const float t = std::max(1.0F, std::round(thickness));
  if (size >= 1) corners(r, static_cast<int>(size), static_cast<int>(t), color);
  fill({r.x + size, r.y, r.w - 2 * size, t}, color);
  fill({r.x + size, r.y + r.h - t, r.w - 2 * size, t}, color);
  fill({r.x, r.y + size, t, r.h - 2 * size}, color);
  fill({r.x + r.w - t, r.y + size, t, r.h - 2 * size}, color);
}

void Painter::disc(float x, float y, float diameter, Color color) {
  const float even = std::round(diameter / 2) * 2;
  corners({x, y, even, even}, static_cast<int>(even / 2), 0, color);
}

void Painter::ring(float x, float y, float diameter, float thickness, Color color) {
  const float even = std::round(diameter / 2) * 2;
  corners({x, y, even, even}, static_cast<int>(even / 2), static_cast<int>(std::max(1.0F, thickness)), color);
}

void Painter::picture(const Rect& r, const Image& image, Color tint) {
  if (image.texture == 0) return;
  list_->AddImage(ImTextureRef(static_cast<ImTextureID>(image.texture)), ImVec2(r.x, r.y),
                  ImVec2(r.x + r.w, r.y + r.h), ImVec2(0, 0), ImVec2(1, 1), ink(tint));
}

void Painter::photograph(const Rect& r, const Image& image) {
  picture(r, image, {255, 255, 255});
}

void Painter::write(const Layout& layout, float x, float y, float width, Align align, const Inks& inks) {
  const float pitch = layout.setting.line;
  for (const auto& row : layout.lines) {
    const float slack = std::max(0.0F, width - row.width);
    const float indent = align == Align::Center ? slack / 2 : align == Align::Right ? slack : 0;
    if (shows({x, y, std::max(width, row.width), pitch})) line(layout, row, std::round(x + indent), y, inks);
    y += pitch;
  }
}

void Painter::line(const Layout& layout, const Line& row, float x, float y, const Inks& inks) {
  const auto size = static_cast<float>(layout.setting.em);
  const float top = y + std::round((layout.setting.line - size) / 2);
  const float baseline = top + std::round(size * 0.88F);
  const float rule = std::max(1.0F, std::round(size / 20));
  LineWalk walk(texts_.fonts(), layout, row);
  while (walk.next()) {
    const Span style = walk.style();
    const float left = x + walk.x();
    const float advance = walk.advance();
    if (style.marked) fill({left, top - std::round(size / 10), advance, std::round(size * 1.2F)}, inks.mark);
    if (style.link >= 0)
      list_->AddRectFilled(ImVec2(left, baseline + 2 * rule), ImVec2(left + advance, baseline + 3 * rule),
                           ink(inks.link));
    if (style.struck)
      fill({left, baseline - std::round(size * 0.36F), advance, std::max(2.0F, 2 * rule)}, inks.ink);
    const Color color = style.marked ? inks.on_mark : style.link >= 0 ? inks.link : inks.ink;
    walk.type().draw(*list_, walk.c(), x + walk.ink(), baseline, ink(color));
  }
  if (layout.cut && &row == &layout.lines.back()) {
    texts_.fonts().type(layout.setting.bold, layout.setting.em).draw(*list_, U'…', x + walk.x(), baseline, ink(inks.ink));
  }
}

}  // namespace mingting::ui
