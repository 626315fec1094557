// Which face has a character, and the face made for one document.
#include "base/said/words.hpp"
#include "paper/face/faces.hpp"

#include <gmock/gmock.h>

#include "base/random.hpp"
#include "base/text/text.hpp"
#include "paper/face/formed.hpp"
#include "paper/face/page_face.hpp"
#include "paper/paper_fixture.hpp"
#include "support/rounds.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using namespace std::string_view_literals;

using testing::HasSubstr;

TEST(PaperFaces, NameTheMissingFaceAndItsPackage) {
  const auto faces = PaperFaces::open({"/nowhere/BabelStoneHan.ttf"});
  ASSERT_FALSE(faces);
  EXPECT_EQ(faces.error().trouble, Trouble::NotFound);
  EXPECT_THAT(worded(faces.error()), HasSubstr("BabelStoneHan.ttf"));
  EXPECT_THAT(worded(faces.error()), HasSubstr("fonts-babelstone-han"));
}

TEST(PaperFaces, RefuseAFileThatIsNoFace) {
  const TempFolder folder;
  const auto faces = PaperFaces::open({folder.write("HanaMinA.ttf", "this is not a font")});
  ASSERT_FALSE(faces);
  EXPECT_EQ(faces.error().trouble, Trouble::Invalid);
  EXPECT_THAT(worded(faces.error()), HasSubstr("fonts-hanazono"));
  EXPECT_FALSE(PaperFaces::open({}));
}

TEST(PaperFaces, HaveTheRareCharactersOfNames) {
  EXPECT_EQ(shared_faces().missing("𬭸䶮㛃𫖯𬙂𪾢龘燚堃犇骉𠅤𠮷"), U"");
  for (const char32_t c : U"𬭸䶮㛃𫖯𬙂𪾢龘燚堃"sv) {
    for (const Weight weight : {Weight::Regular, Weight::Bold}) {
      const PaperGlyph* glyph = shared_faces().impl().find(weight, c);
      ASSERT_NE(glyph, nullptr) << static_cast<unsigned>(c);
      EXPECT_GT(glyph->contours, 0) << static_cast<unsigned>(c);
    }
  }
}

TEST(PaperFaces, ListWhatNoFaceHasOnceEach) {
  EXPECT_EQ(shared_faces().missing("王\U0003ABCD小\U0003ABCD明\uE000"), U"\U0003ABCD\uE000");
  EXPECT_EQ(shared_faces().missing("零宽\u200b选择符\uFE0F换行\n制表\t不间断\u00a0"), U"");
  EXPECT_EQ(printable(shared_faces(), "王\U0003ABCD\u200b小\uFE0F明\u202e"), U"王〓小明");
  EXPECT_EQ(printable(shared_faces(), "坏\xff字"), printable(shared_faces(), "坏\uFFFD字"));
}

/// A mark without its blank half is another glyph and the same character: a line of them is copied as it was written.
TEST(PageFace, HasAGlyphForEachFormOfACharacter) {
  const char32_t squeezed = formed(U'《', {0.5F, 0}, 1), apart = formed(U'共', {0, -0.1F}, 1), gone = formed(U' ', {0, 0.22F}, 0.22F);
  EXPECT_EQ(characters_of(std::u32string{squeezed, apart, gone}), U"《共 ");
  auto& faces = shared_faces().impl();
  const auto* whole = faces.find(Weight::Regular, U'《');
  const auto ink = whole->x_max - whole->x_min, left = whole->x_min;
  const auto* half = faces.find(Weight::Regular, squeezed);
  EXPECT_EQ(half->advance, kUnitsPerEm / 2);
  EXPECT_EQ(half->x_min, left - kUnitsPerEm / 2);
  EXPECT_EQ(half->x_max - half->x_min, ink);
  EXPECT_EQ(faces.find(Weight::Regular, apart)->advance, kUnitsPerEm * 11 / 10);
  EXPECT_EQ(faces.find(Weight::Regular, gone)->advance, 0);
  const auto face = make_page_face(faces, Weight::Regular, {U'《', squeezed});
  ASSERT_TRUE(face);
  EXPECT_THAT(face->to_unicode_map(), HasSubstr("<E000> <300A>\n<E001> <300A>\n"));
}

/// Whatever a name is written in: each character is printed, or a substitute stands for it and its code is said.
TEST(PaperFaces, AnyNameIsPrintedOrSubstitutedOpenly) {
  SeededRandom random(41);
  const std::vector<std::pair<char32_t, char32_t>> scripts{{0x41, 0x24F}, {0x400, 0x4FF}, {0x600, 0x6FF}, {0xF40, 0xFBC}, {0x4E00, 0x9FFF},
                                                           {0xA000, 0xA48C}, {0xE0100, 0xE01EF}, {0x20000, 0x323AF}, {0xE000, 0xF8FF}};
  for (unsigned round = 0; round < rounds(300, 20'000); ++round) {
    std::u32string name;
    for (auto count = 1 + random.below(60); count > 0; --count) {
      const auto& [first, last] = scripts[random.below(static_cast<std::uint32_t>(scripts.size()))];
      name += first + random.below(static_cast<std::uint32_t>(last - first + 1));
    }
    const auto printed = printable(shared_faces(), to_utf8(name));
    const auto missing = shared_faces().missing(to_utf8(name));
    std::u32string expected;
    for (const char32_t c : name) {
      if (is_unseen(c)) continue;
      expected += missing.find(c) == std::u32string::npos ? c : kSubstitute;
    }
    EXPECT_EQ(printed, expected) << to_utf8(name);
    EXPECT_EQ(missing_codes(shared_faces(), to_utf8(name)).size(), missing.size());
  }
}

TEST(PaperFaces, TakeTheSimplifiedFaceOfACollection) {
  // 骨 has its inner corner on the left in simplified Chinese and on the right in Japanese: other outlines, other face.
  auto simplified = PaperFaces::open({kFonts / "opentype/noto/NotoSansCJK-Regular.ttc"});
  ASSERT_TRUE(simplified);
  const PaperGlyph* bone = simplified->impl().find(Weight::Regular, U'骨');
  ASSERT_NE(bone, nullptr);
  hb_blob_t* blob = hb_blob_create_from_file((kFonts / "opentype/noto/NotoSansCJK-Regular.ttc").c_str());
  std::vector<std::string> drawn;
  for (unsigned index = 0; index < 3; ++index) {
    hb_face_t* face = hb_face_create(blob, index);
    hb_font_t* font = hb_font_create(face);
    hb_font_set_scale(font, kUnitsPerEm, kUnitsPerEm);
    hb_codepoint_t glyph = 0;
    EXPECT_TRUE(hb_font_get_nominal_glyph(font, U'骨', &glyph));
    drawn.push_back(draw_glyph(font, glyph).record);
    hb_font_destroy(font);
    hb_face_destroy(face);
  }
  hb_blob_destroy(blob);
  EXPECT_NE(bone->record, drawn[0]);  // JP
  EXPECT_EQ(bone->record, drawn[2]);  // SC
}

TEST(PaperFaces, SetBoldFromTheBoldFaceAndRareBoldFromAny) {
  auto& faces = shared_faces().impl();
  EXPECT_NE(faces.find(Weight::Bold, U'收')->record, faces.find(Weight::Regular, U'收')->record);
  auto one = PaperFaces::open({kFonts / "truetype/babelstone/BabelStoneHan.ttf"});
  ASSERT_TRUE(one);
  EXPECT_EQ(one->impl().find(Weight::Bold, U'收')->record, one->impl().find(Weight::Regular, U'收')->record);
}

TEST(PageFace, MapsEachCharacterToItsOwnMeaning) {
  const auto face = make_page_face(shared_faces().impl(), Weight::Regular, U"A收𬭸");
  ASSERT_TRUE(face);
  EXPECT_EQ(face->codes_of(U"收A𬭸"), "\uE001\uE000\uE002");
  const std::string map = face->to_unicode_map();
  EXPECT_THAT(map, HasSubstr("3 beginbfchar\n<E000> <0041>\n<E001> <6536>\n<E002> <D872DF78>\nendbfchar"));
}

TEST(PageFace, RefusesWhatItCannotHold) {
  std::u32string many;
  for (char32_t c = 0x4E00; c < 0x4E00 + PageFace::kMostCharacters + 1; ++c) many.push_back(c);
  EXPECT_FALSE(make_page_face(shared_faces().impl(), Weight::Regular, many));
  EXPECT_FALSE(make_page_face(shared_faces().impl(), Weight::Regular, U"\U0003ABCD"));
}

}  // namespace
}  // namespace mingting
