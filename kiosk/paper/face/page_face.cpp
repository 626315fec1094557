// The tables of a TrueType file for one document.
#include "paper/face/page_face.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/text/text.hpp"
#include "paper/face/big_endian.hpp"
#include "paper/face/formed.hpp"

namespace mingting {
namespace {

using namespace std::string_view_literals;

struct Extent {
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0, points = 0, contours = 0, widest = kUnitsPerEm;
};

Extent extent_of(const std::vector<PaperGlyph>& glyphs) {
  Extent extent;
  for (const PaperGlyph& glyph : glyphs) {
    extent.x_min = std::min(extent.x_min, glyph.x_min);
    extent.y_min = std::min(extent.y_min, glyph.y_min);
    extent.x_max = std::max(extent.x_max, glyph.x_max);
    extent.y_max = std::max(extent.y_max, glyph.y_max);
    extent.points = std::max(extent.points, glyph.points);
    extent.contours = std::max(extent.contours, glyph.contours);
    extent.widest = std::max(extent.widest, glyph.advance);
  }
  return extent;
}

std::string numbers(std::initializer_list<int> values) {
  std::string table;
  for (const int value : values) put16(table, value);
  return table;
}

constexpr int kAscent = 880, kDescent = -120;

std::string head_table(const Extent& e) {
  std::string table = numbers({1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0x000B, kUnitsPerEm});
  table.append(16, '\0');  // made and modified: no dates, the same bytes for the same text
  return table + numbers({e.x_min, e.y_min, e.x_max, e.y_max, 0, 8, 2, 1, 0});
}

std::string hhea_table(const Extent& e, std::size_t glyphs) {
  return numbers({1, 0, kAscent, kDescent, 0, e.widest, e.x_min, 0, e.x_max, 1, 0, 0, 0, 0, 0, 0, 0, static_cast<int>(glyphs)});
}

std::string maxp_table(const Extent& e, std::size_t glyphs) {
  return numbers({1, 0, static_cast<int>(glyphs), e.points, e.contours, 0, 0, 2, 0, 0, 0, 0, 64, 0, 0, 0});
}

/// Version 4, embedding allowed, everything else neutral.
std::string os2_table(Weight weight) {
  std::string table = numbers({4, kUnitsPerEm, weight == Weight::Bold ? 700 : 400, 5, 0});
  table.append(58, '\0');
  table += numbers({kAscent, kDescent, 0, kAscent, -kDescent});
  table.append(8, '\0');
  table += numbers({540, 730, 0, 32, 0});
  table.resize(96, '\0');
  return table;
}

std::string utf16(std::string_view ascii) {
  std::string bytes;
  for (const char c : ascii) put16(bytes, static_cast<unsigned char>(c));
  return bytes;
}

/// libharu wants the sub-family (2) and the PostScript name (6).
std::string name_table(std::string_view name) {
  const std::string style = utf16("Regular"), postscript = utf16(name);
  std::string table = numbers({0, 2, 30});
  table += numbers({3, 1, 0x409, 2, static_cast<int>(style.size()), 0});
  table += numbers({3, 1, 0x409, 6, static_cast<int>(postscript.size()), static_cast<int>(style.size())});
  return table + style + postscript;
}

/// Format 4 with one segment for all characters.
std::string cmap_table(std::size_t characters) {
  const int first = static_cast<int>(PageFace::kFirstSlot), last = first + static_cast<int>(characters) - 1;
  std::string table = numbers({0, 1, 3, 1, 0, 12});
  return table + numbers({4, 32, 0, 4, 4, 1, 0, last, 0xFFFF, 0, first, 0xFFFF, 1 - first, 1, 0, 0});
}

struct Tables {
  std::string glyf, loca, hmtx;
};

/// Glyph 0 is the blank for characters without a glyph; its width is the em, so that libharu lists only other widths.
Tables glyph_tables(const std::vector<PaperGlyph>& glyphs) {
  Tables tables;
  put32(tables.loca, 0);
  tables.hmtx = numbers({kUnitsPerEm, 0});
  put32(tables.loca, 0);
  for (const PaperGlyph& glyph : glyphs) {
    tables.glyf += glyph.record;
    put32(tables.loca, static_cast<std::uint32_t>(tables.glyf.size()));
    tables.hmtx += numbers({glyph.advance, glyph.x_min});
  }
  if (tables.glyf.empty()) tables.glyf.assign(4, '\0');
  return tables;
}

std::string font_file(const std::vector<std::pair<std::string_view, std::string>>& tables) {
  std::string directory = numbers({1, 0, static_cast<int>(tables.size()), 128, 3, static_cast<int>(tables.size()) * 16 - 128});
  std::string body;
  const std::size_t start = 12 + 16 * tables.size();
  for (const auto& [tag, table] : tables) {
    directory += tag;
    put32(directory, 0);  // libharu sums anew
    put32(directory, static_cast<std::uint32_t>(start + body.size()));
    put32(directory, static_cast<std::uint32_t>(table.size()));
    body += table;
    body.resize((body.size() + 3) / 4 * 4, '\0');
  }
  return directory + body;
}

/// Programs that do nothing but keep thin strokes: with empty tables some readers take another face instead.
constexpr std::string_view kFontProgram = "\xb0\x00\x21\xb0\x00\x21\xb0\x00\x21\xb0\x00\x21"sv;
constexpr std::string_view kDropOutControl = "\xb8\x01\xff\x85\xb0\x04\x8d"sv;

std::string utf16_hex(char32_t c) {
  if (c < 0x10000) return fmt::format("{:04X}", static_cast<unsigned>(c));
  const auto rest = static_cast<unsigned>(c - 0x10000);
  return fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

}  // namespace

std::string PageFace::codes_of(std::u32string_view text) const {
  std::string codes;
  for (const char32_t c : text) {
    const auto at = std::lower_bound(characters.begin(), characters.end(), c) - characters.begin();
    append_utf8(codes, kFirstSlot + static_cast<char32_t>(at));
  }
  return codes;
}

std::string PageFace::to_unicode_map() const {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
      "/Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
      "endcodespacerange\n";
  constexpr std::size_t kBlock = 100;  // the format's limit
  for (std::size_t start = 0; start < characters.size(); start += kBlock) {
    const std::size_t count = std::min(kBlock, characters.size() - start);
    map += fmt::format("{} beginbfchar\n", count);
    for (std::size_t i = start; i < start + count; ++i) {
      map += fmt::format("<{:04X}> <{}>\n", kFirstSlot + i, utf16_hex(character_of(characters[i])));
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

namespace {

/// Copies: a glyph that is found may be dropped when the next is drawn.
Result<std::vector<PaperGlyph>> drawn(PaperFaces::Impl& faces, Weight weight, const std::u32string& characters) {
  std::vector<PaperGlyph> glyphs;
  glyphs.reserve(characters.size());
  for (const char32_t c : characters) {
    const PaperGlyph* glyph = faces.find(weight, c);
    if (glyph == nullptr) return fail(Trouble::Invalid, "printed-face.no-glyph", static_cast<unsigned>(character_of(c)));
    glyphs.push_back(*glyph);
  }
  return glyphs;
}

}  // namespace

Result<PageFace> make_page_face(PaperFaces::Impl& faces, Weight weight, std::u32string characters) {
  if (characters.size() > PageFace::kMostCharacters) {
    return fail(Trouble::Invalid, "printed-face.too-many-characters", characters.size(), PageFace::kMostCharacters);
  }
  const auto glyphs = drawn(faces, weight, characters);
  if (!glyphs) return fail(glyphs.error());
  const Extent extent = extent_of(*glyphs);
  Tables tables = glyph_tables(*glyphs);
  PageFace face;
  face.name = weight == Weight::Bold ? "MingtingText-B" : "MingtingText-R";
  const std::size_t count = glyphs->size() + 1;
  face.file = font_file({{"OS/2", os2_table(weight)},
                         {"cmap", cmap_table(glyphs->size())},
                         {"cvt ", std::string(4, '\0')},
                         {"fpgm", std::string(kFontProgram)},
                         {"glyf", std::move(tables.glyf)},
                         {"head", head_table(extent)},
                         {"hhea", hhea_table(extent, count)},
                         {"hmtx", std::move(tables.hmtx)},
                         {"loca", std::move(tables.loca)},
                         {"maxp", maxp_table(extent, count)},
                         {"name", name_table(face.name)},
                         {"post", numbers({3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})},
                         {"prep", std::string(kDropOutControl)}});
  face.characters = std::move(characters);
  return face;
}

}  // namespace mingting
