// Puts shapes and words into Dear ImGui's draw list, in the way platform/paint is fast at: upright rectangles of
// one colour, and pieces of the font atlas as large as they are shown, corners among them. No anti-aliased shapes
// of many triangles.
#pragma once

#include <imgui.h>

#include <span>
#include <unordered_map>
#include <vector>

#include "ui/text/text_layout.hpp"
#include "ui/theme.hpp"

namespace mingting::ui {

Rect intersect(const Rect& a, const Rect& b);
Rect inflate(const Rect& rect, float by);
bool contains(const Rect& rect, float x, float y);

/// Colours of a text.
struct Inks {
  Color ink;
  Color mark, on_mark;  ///< behind and of a search match
  Color link;
};

class Painter {
 public:
  explicit Painter(TextCache& texts) : texts_(texts) {}

  /// Each frame, inside the window that is drawn into.
  void begin(ImDrawList& list, const Rect& window);
  void push_clip(const Rect& clip);
  void pop_clip();
  const Rect& clip() const { return clips_.back(); }
  bool shows(const Rect& rect) const;

  /// Words and icons are drawn with this opacity (0 to 1): a page fading in.
  void set_ink_opacity(float opacity) { opacity_ = opacity; }

  void fill(const Rect& rect, Color color);
  void veil(const Rect& rect, Color color, float opacity);
  void box(const Rect& rect, float radius, Color color);
  void outline(const Rect& rect, float radius, float thickness, Color color);
  void disc(float x, float y, float diameter, Color color);
  void ring(float x, float y, float diameter, float thickness, Color color);
  /// Slanting lines or dots over a surface, from a small picture laid side by side; `pitch`: pixels from one line to the next.
  enum class Pattern { Rising, Falling, Dots };
  void hatch(const Rect& rect, Pattern pattern, int pitch, Color color);
  /// A line through the points; dashes: lengths drawn and left out in turn, none for a whole line.
  void stroke(std::span<const ImVec2> points, float thickness, std::span<const float> dashes, Color color);
  /// Pointing up or down, its corners in the rectangle's.
  void triangle(const Rect& rect, bool up, Color color);
  void picture(const Rect& rect, const Image& image, Color tint);
  void photograph(const Rect& rect, const Image& image);
  /// The layout in a box `width` wide whose top left corner is (x, y).
  void write(const Layout& layout, float x, float y, float width, Align align, const Inks& inks);

 private:
  struct Sprite {
    ImFontAtlasRectId id = -1;
    int size = 0;
  };
  /// A disc (thickness 0) or ring of whole pixels, kept in the font atlas.
  const Sprite& sprite(int diameter, int thickness);
  const Sprite& tile(Pattern pattern, int pitch);
  void stroke_whole(std::span<const ImVec2> points, float thickness, Color color);
  void corners(const Rect& rect, int radius, int thickness, Color color);
  void line(const Layout& layout, const Line& line, float x, float y, const Inks& inks);
  ImU32 ink(Color color) const;

  TextCache& texts_;
  ImDrawList* list_ = nullptr;
  std::vector<Rect> clips_;
  std::unordered_map<int, Sprite> sprites_, tiles_;
  float opacity_ = 1;
};

}  // namespace mingting::ui
