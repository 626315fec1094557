// How are hatchings, dashed lines and arrows of an order drawn?
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/frame/painter.hpp"

namespace mingting::ui {
namespace {

ImU32 whole(Color c) { return IM_COL32(c.r, c.g, c.b, 255); }

/// How much of the pixel the pattern covers, with one pixel of softness.
float covered(Painter::Pattern pattern, int x, int y, int pitch) {
  if (pattern == Painter::Pattern::Dots) {
    const float middle = static_cast<float>(pitch) / 2;
    const float away = std::hypot(static_cast<float>(x % pitch) + 0.5F - middle, static_cast<float>(y % pitch) + 0.5F - middle);
    return std::clamp(static_cast<float>(pitch) * 0.24F - away + 0.5F, 0.0F, 1.0F);
  }
  const int along = pattern == Painter::Pattern::Rising ? x + y : x - y;
  const auto from = static_cast<float>(((along % pitch) + pitch) % pitch);
  const float away = std::min(from, static_cast<float>(pitch) - from);
  return std::clamp(static_cast<float>(pitch) * 0.17F - away + 0.5F, 0.0F, 1.0F);
}

void put(ImTextureData& texture, int x, int y, float share) {
  auto* pixel = static_cast<std::uint8_t*>(texture.GetPixelsAt(x, y));
  const auto alpha = static_cast<std::uint8_t>(std::lround(share * 255));
  if (texture.Format == ImTextureFormat_RGBA32) {
    pixel[0] = pixel[1] = pixel[2] = 255;
    pixel[3] = alpha;
  } else {
    pixel[0] = alpha;
  }
}

/// Walks along a line in dashes.
class Dashes {
 public:
  explicit Dashes(std::span<const float> lengths) : lengths_(lengths), left_(lengths.front()) {}

  template <class Draw>
  void walk(ImVec2 from, ImVec2 to, Draw&& draw) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    for (float at = 0; at < length;) {
      const float step = std::min(left_, length - at);
      const auto place = [&](float way) {
        return ImVec2(from.x + (to.x - from.x) * way / length, from.y + (to.y - from.y) * way / length);
      };
      if (which_ % 2 == 0) draw(place(at), place(at + step));
      at += step;
      left_ -= step;
      if (left_ <= 0.01F) left_ = lengths_[++which_ % lengths_.size()];
    }
  }

 private:
  std::span<const float> lengths_;
  std::size_t which_ = 0;
  float left_;
};

}  // namespace

const Painter::Sprite& Painter::tile(Pattern pattern, int pitch) {
  auto& slot = tiles_[pitch * 4 + static_cast<int>(pattern)];
  if (slot.id >= 0) return slot;
  const int size = pitch * std::max(1, 48 / pitch);
  auto& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  slot = {atlas.AddCustomRect(size, size, &place), size};
  for (int y = 0; slot.id >= 0 && y < size; ++y) {
    for (int x = 0; x < size; ++x) put(*atlas.TexData, place.x + x, place.y + y, covered(pattern, x, y, pitch));
  }
  return slot;
}

void Painter::hatch(const Rect& rect, Pattern pattern, int pitch, Color color) {
  const auto& part = tile(pattern, std::max(pitch, 4));
  ImFontAtlasRect place;
  if (!ImGui::GetIO().Fonts->GetCustomRect(part.id, &place)) return;
  const auto size = static_cast<float>(part.size);
  const float du = (place.uv1.x - place.uv0.x) / size, dv = (place.uv1.y - place.uv0.y) / size;
  for (float y = 0; y < rect.h; y += size) {
    const float high = std::min(size, rect.h - y);
    if (!shows({rect.x, rect.y + y, rect.w, high})) continue;
    for (float x = 0; x < rect.w; x += size) {
      const float wide = std::min(size, rect.w - x);
      const ImVec2 at(rect.x + x, rect.y + y);
      list_->PrimReserve(6, 4);
      list_->PrimRectUV(at, ImVec2(at.x + wide, at.y + high), place.uv0, ImVec2(place.uv0.x + wide * du, place.uv0.y + high * dv),
                        whole(color));
    }
  }
}

/// Each stretch for itself, with round joints: a mitre would reach beyond a peak.
void Painter::stroke_whole(std::span<const ImVec2> points, float thickness, Color color) {
  const float even = std::max(2.0F, 2 * std::round(thickness / 2));
  for (std::size_t i = 1; i < points.size(); ++i) {
    list_->AddPolyline(&points[i - 1], 2, whole(color), ImDrawFlags_None, thickness);
    if (i + 1 < points.size()) disc(points[i].x - even / 2, points[i].y - even / 2, even, color);
  }
}

void Painter::stroke(std::span<const ImVec2> points, float thickness, std::span<const float> dashes, Color color) {
  if (points.size() < 2) return;
  if (dashes.empty()) return stroke_whole(points, thickness, color);
  Dashes walk(dashes);
  for (std::size_t i = 1; i < points.size(); ++i) {
    walk.walk(points[i - 1], points[i], [&](ImVec2 from, ImVec2 to) {
      const ImVec2 ends[] = {from, to};
      list_->AddPolyline(ends, 2, whole(color), ImDrawFlags_None, thickness);
    });
  }
}

void Painter::triangle(const Rect& r, bool up, Color color) {
  const float base = up ? r.y + r.h : r.y, tip = up ? r.y : r.y + r.h;
  list_->AddTriangleFilled(ImVec2(r.x, base), ImVec2(r.x + r.w, base), ImVec2(r.x + r.w / 2, tip), whole(color));
}

}  // namespace mingting::ui
