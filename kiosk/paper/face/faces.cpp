// Face files opened, and which one has a character.
#include "paper/face/faces.hpp"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text/text.hpp"
#include "paper/face/formed.hpp"

namespace mingting {
namespace {

/// Outlines kept at most; a visit needs a few hundred.
constexpr std::size_t kMostDrawn = 20000;

std::string package_of(const Path& file) {
  const std::string name = ascii_lower(file.filename().string());
  if (name.find("babelstone") != std::string::npos) return "fonts-babelstone-han";
  if (name.find("hanamin") != std::string::npos) return "fonts-hanazono";
  if (name.find("cjk") != std::string::npos) return "fonts-noto-cjk";
  return "";
}

std::string family_of(hb_face_t* face) {
  std::array<char, 128> name{};
  unsigned size = name.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FONT_FAMILY, hb_language_from_string("en", -1), &size, name.data());
  return name.data();
}

/// In a collection, the simplified Chinese face: other regions draw some characters otherwise.
unsigned face_index(hb_blob_t* blob) {
  const unsigned count = hb_face_count(blob);
  for (unsigned i = 0; count > 1 && i < count; ++i) {
    const std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> face(hb_face_create(blob, i), hb_face_destroy);
    const std::string family = family_of(face.get());
    if (family.ends_with(" SC") && family.find("Mono") == std::string::npos) return i;
  }
  return 0;
}

Result<FaceStack::Font> open_font(const Path& file) {
  const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob(hb_blob_create_from_file_or_fail(file.c_str()),
                                                                    hb_blob_destroy);
  const std::string package = package_of(file);
  const auto advice = package.empty() ? remark("printed-face.no-advice") : remark("printed-face.install", package);
  if (!blob) return fail(Trouble::NotFound, "printed-face.unreadable", file.filename().string(), advice);
  const std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> face(hb_face_create(blob.get(), face_index(blob.get())),
                                                                    hb_face_destroy);
  if (hb_face_get_glyph_count(face.get()) == 0) {
    return fail(Trouble::Invalid, "printed-face.no-font", file.filename().string(), advice);
  }
  FaceStack::Font font(hb_font_create(face.get()), hb_font_destroy);
  hb_font_set_scale(font.get(), kUnitsPerEm, kUnitsPerEm);
  return font;
}

bool is_bold(hb_font_t* font) { return hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) >= 600; }

/// Of what is plain already.
bool is_invisible(char32_t c) { return is_unseen(c) && c != '\n'; }

/// Line and paragraph separators, tabs and narrow spaces in their plain form. No-break spaces stay: lines know them.
char32_t plain(char32_t c) {
  if (c == 0x2028 || c == 0x2029) return '\n';
  if (c == 0x202F) return 0x00A0;
  return c == '\t' ? U' ' : c;
}

}  // namespace

bool FaceStack::has(char32_t character) const {
  if (is_private_use(character)) return false;  // means something else in every face
  return std::any_of(fonts_.begin(), fonts_.end(), [&](const Font& font) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font.get(), character, &glyph) && glyph != 0;
  });
}

namespace {

PaperGlyph drawn_in_form(hb_font_t* font, hb_codepoint_t glyph, char32_t formed) {
  const TakenRoom taken = taken_by(formed, hb_font_get_glyph_h_advance(font, glyph));
  PaperGlyph drawn = draw_glyph(font, glyph, taken.before);
  drawn.advance -= taken.before + taken.after;
  return drawn;
}

}  // namespace

const PaperGlyph* FaceStack::find(char32_t formed) {
  if (const auto known = drawn_.find(formed); known != drawn_.end()) return &known->second;
  const char32_t character = character_of(formed);
  if (is_private_use(character)) return nullptr;
  for (const Font& font : fonts_) {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font.get(), character, &glyph) || glyph == 0) continue;
    if (drawn_.size() >= kMostDrawn) drawn_.clear();
    return &drawn_.emplace(formed, drawn_in_form(font.get(), glyph, formed)).first->second;
  }
  return nullptr;
}

const PaperGlyph* PaperFaces::Impl::find(Weight weight, char32_t formed) {
  FaceStack& own = weight == Weight::Bold ? bold : regular;
  if (const PaperGlyph* glyph = own.find(formed)) return glyph;
  return (weight == Weight::Bold ? regular : bold).find(formed);
}

PaperFaces::PaperFaces(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PaperFaces::PaperFaces(PaperFaces&&) noexcept = default;
PaperFaces& PaperFaces::operator=(PaperFaces&&) noexcept = default;
PaperFaces::~PaperFaces() = default;

Result<PaperFaces> PaperFaces::open(const std::vector<Path>& faces) {
  if (faces.empty()) return fail(Trouble::Invalid, "printed-face.none-named");
  auto impl = std::make_unique<Impl>();
  for (const Path& file : faces) {
    auto font = open_font(file);
    if (!font) return fail(font.error());
    (is_bold(font->get()) ? impl->bold : impl->regular).add(std::move(*font));
  }
  if (!impl->has(kSubstitute)) return fail(Trouble::Invalid, "printed-face.no-substitute");
  return PaperFaces(std::move(impl));
}

std::u32string PaperFaces::missing(std::string_view text) const {
  std::set<char32_t> seen;
  std::u32string result;
  for (const char32_t written : to_code_points(text)) {
    const char32_t character = plain(written);
    if (character == '\n' || is_invisible(character) || impl_->has(character)) continue;
    if (seen.insert(character).second) result.push_back(character);
  }
  return result;
}

std::vector<std::string> missing_codes(const PaperFaces& faces, std::string_view text) {
  std::vector<std::string> codes;
  for (const char32_t c : faces.missing(text)) codes.push_back(fmt::format("U+{:04X}", static_cast<unsigned>(c)));
  return codes;
}

std::u32string printable(const PaperFaces& faces, std::string_view text) {
  std::u32string result;
  for (const char32_t written : to_code_points(text)) {
    const char32_t character = plain(written);
    if (is_invisible(character)) continue;
    result.push_back(character == '\n' || faces.impl().has(character) ? character : kSubstitute);
  }
  return result;
}

}  // namespace mingting
