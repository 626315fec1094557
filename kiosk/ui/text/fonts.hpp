// The faces on screen: mapped, never copied, rasterised on demand by Dear ImGui's atlas, addressed by em size
// in pixels.
#pragma once

#include <imgui.h>

#include <array>
#include <memory>
#include <unordered_map>

#include "base/result.hpp"
#include "ui/ui.hpp"

namespace mingting::ui {

/// One face (with its fallbacks) at one em size. Advances are remembered here, so measuring does not touch
/// the atlas.
class Type {
 public:
  Type(ImFont& font, float em_scale, int em);

  int em() const { return em_; }
  /// Pixels to the next character; 0 for characters that are not shown.
  float advance(char32_t c);
  /// Whether the face or a fallback draws it; kSubstitute stands for it where none does.
  bool has(char32_t c);
  /// One character, its origin at a whole pixel. Only between NewFrame and Render.
  void draw(ImDrawList& list, char32_t c, float x, float baseline, ImU32 color);

 private:
  using Page = std::array<float, 256>;
  ImFontBaked& baked();
  float load_advance(char32_t c);

  ImFont& font_;
  int em_;
  float size_;     // what Dear ImGui calls the size: ascent - descent, whole
  float density_;  // makes the rasterised em exactly em_ although size_ is whole
  int frame_ = -1;
  ImFontBaked* baked_ = nullptr;
  std::unordered_map<char32_t, bool> known_;  // to be had from some face
  std::unordered_map<char32_t, Page> pages_;
  char32_t last_block_ = ~char32_t{0};
  Page* last_page_ = nullptr;
};

class Fonts {
 public:
  static Result<Fonts> load(const Faces& faces);
  Type& type(bool bold, int em);

 private:
  struct Face {
    ImFont* font = nullptr;
    float em_scale = 1;
  };
  static Result<Face> load_face(const std::vector<FaceFile>& files, const char* role);

  Face regular_, bold_;
  std::unordered_map<int, std::unique_ptr<Type>> types_;
};

}  // namespace mingting::ui
