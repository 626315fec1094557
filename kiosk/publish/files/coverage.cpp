// Faces are read with FreeType, a bit for each character.
#include "publish/files/coverage.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kCodePoints = 0x110000;

bool has_no_shape(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == ' ' || c == 0xA0 || c == 0x3000 || is_zero_width(c) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

struct CloseLibrary {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};

void mark(FT_Face face, std::vector<std::uint64_t>& bits) {
  FT_UInt glyph = 0;
  for (FT_ULong c = FT_Get_First_Char(face, &glyph); glyph != 0; c = FT_Get_Next_Char(face, c, &glyph)) {
    if (c < kCodePoints) bits[c / 64] |= std::uint64_t{1} << (c % 64);
  }
}

}  // namespace

Result<Coverage> Coverage::of(const std::vector<Path>& faces) {
  Coverage coverage;
  if (faces.empty()) return coverage;
  FT_Library raw_library = nullptr;
  if (FT_Init_FreeType(&raw_library) != 0) return fail("screen-face.no-freetype");
  const std::unique_ptr<FT_LibraryRec_, CloseLibrary> library(raw_library);
  coverage.bits_.assign(kCodePoints / 64, 0);
  for (const auto& path : faces) {
    FT_Face raw_face = nullptr;
    if (FT_New_Face(library.get(), path.c_str(), 0, &raw_face) != 0) {
      return fail(Trouble::Unavailable, "screen-face.unreadable", path.string());
    }
    const std::unique_ptr<FT_FaceRec_, CloseFace> face(raw_face);
    mark(face.get(), coverage.bits_);
  }
  return coverage;
}

bool Coverage::shows(char32_t c) const {
  if (bits_.empty() || has_no_shape(c)) return true;
  return c < kCodePoints && (bits_[c / 64] >> (c % 64) & 1) != 0;
}

}  // namespace mingting
