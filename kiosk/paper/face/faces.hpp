// The faces paper is set in: which character comes from which file, and its outline.
#pragma once

#include <hb.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text/characters.hpp"
#include "paper/face/outline.hpp"
#include "paper/face/paper_faces.hpp"

namespace mingting {

/// The faces of one weight, first come first served. Outlines are drawn once and kept.
class FaceStack {
 public:
  using Font = std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)>;

  void add(Font font) { fonts_.push_back(std::move(font)); }
  bool empty() const { return fonts_.empty(); }
  bool has(char32_t character) const;
  /// In its form (formed.hpp). Null when no face has it. Stays valid until the next call.
  const PaperGlyph* find(char32_t formed);

 private:
  std::vector<Font> fonts_;
  std::unordered_map<char32_t, PaperGlyph> drawn_;
};

struct PaperFaces::Impl {
  FaceStack regular, bold;

  bool has(char32_t character) const { return regular.has(character) || bold.has(character); }
  /// From the weight's own faces, else from the other's: a name is set whole before it is set even.
  const PaperGlyph* find(Weight weight, char32_t formed);
};

/// The text as it can be printed: no invisible characters (zero width, variation selectors, controls but line feeds), and
/// kSubstitute for whatever no face has.
std::u32string printable(const PaperFaces& faces, std::string_view text);

}  // namespace mingting
