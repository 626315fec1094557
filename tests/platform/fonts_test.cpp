// fonts.toml, and what is said of a missing face.
#include "base/said/words.hpp"
#include "platform/fonts.hpp"

#include <ft2build.h>
#include <gmock/gmock.h>
#include FT_FREETYPE_H

#include "platform/display.hpp"
#include "support/temp_folder.hpp"

namespace mingting::platform {
namespace {

using testing::HasSubstr;

const Path kPlan = Path(MINGTING_SOURCE) / "fonts/fonts.toml";

TEST(FontPlan, OfTheProductIsWholeOnThisMachine) {
  const auto plan = read_font_plan(disk(), kPlan);
  ASSERT_TRUE(plan) << worded(plan.error());
  EXPECT_GE(plan->screen.regular.size(), 2U);
  EXPECT_GE(plan->screen.bold.size(), 2U);
  EXPECT_GE(plan->paper.size(), 2U);
}

struct FreeType {
  FT_Library library = nullptr;
  FreeType() { FT_Init_FreeType(&library); }
  ~FreeType() { FT_Done_FreeType(library); }
};

TEST(FontPlan, ScalesAreThoseFreeTypeReads) {
  const auto plan = read_font_plan(disk(), kPlan);
  ASSERT_TRUE(plan);
  const FreeType freetype;
  for (const auto* role : {&plan->screen.regular, &plan->screen.bold}) {
    for (const auto& face : *role) {
      FT_Face opened = nullptr;
      ASSERT_EQ(FT_New_Face(freetype.library, face.file.c_str(), face.index, &opened), 0) << face.file;
      const double scale = static_cast<double>(opened->ascender - opened->descender) / opened->units_per_EM;
      EXPECT_NEAR(face.em_scale, scale, 0.001) << face.file;
      FT_Done_Face(opened);
    }
  }
}

TEST(FontPlan, FullWidthMarksStandOnTheWholeEm) {
  const auto plan = read_font_plan(disk(), kPlan);
  ASSERT_TRUE(plan);
  const FreeType freetype;
  for (const auto* role : {&plan->screen.regular, &plan->screen.bold}) {
    for (const auto& face : *role) {
      FT_Face opened = nullptr;
      ASSERT_EQ(FT_New_Face(freetype.library, face.file.c_str(), face.index, &opened), 0) << face.file;
      for (FT_ULong c = 0xFF01; c <= 0xFFE6; ++c) {
        if ((c > 0xFF60 && c < 0xFFE0) || FT_Get_Char_Index(opened, c) == 0) continue;
        ASSERT_EQ(FT_Load_Char(opened, c, FT_LOAD_NO_SCALE), 0);
        EXPECT_EQ(opened->glyph->advance.x, opened->units_per_EM) << face.file << " " << c;
      }
      FT_Done_Face(opened);
    }
  }
}

TEST(FontPlan, CoversRareNames) {
  const auto plan = read_font_plan(disk(), kPlan);
  ASSERT_TRUE(plan);
  const FreeType freetype;
  FT_Face opened = nullptr;
  const auto& face = plan->screen.regular.front();
  ASSERT_EQ(FT_New_Face(freetype.library, face.file.c_str(), face.index, &opened), 0);
  for (const char32_t c : U"䶮㛃𬭸𫖯𬙂𪾢龘燚堃明厅")
    if (c != 0) {
      EXPECT_NE(FT_Get_Char_Index(opened, c), 0U) << static_cast<unsigned>(c);
    }
  FT_Done_Face(opened);
}

class PlanTest : public testing::Test {
 protected:
  Result<FontPlan> read(const std::string& text) {
    const Path plan = folder_.path() / "fonts.toml";
    EXPECT_TRUE(write_durably(disk(), plan, text));
    return read_font_plan(disk(), plan);
  }
  TempFolder folder_;
};

TEST_F(PlanTest, NamesTheMissingFaceAndItsPackage) {
  const auto plan =
      read("[[regular]]\nfile = \"/nowhere/Noto.ttc\"\nem_scale = 1.448\npackage = \"fonts-noto-cjk\"\n");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().trouble, Trouble::Unavailable);
  EXPECT_THAT(worded(plan.error()), HasSubstr("/nowhere/Noto.ttc"));
  EXPECT_THAT(worded(plan.error()), HasSubstr("fonts-noto-cjk"));
}

TEST_F(PlanTest, NamesTheLineThatIsWrong) {
  EXPECT_THAT(worded(read("[[regular]]\nem_scale = 1\n").error()), HasSubstr("fonts.toml:1"));
  EXPECT_THAT(worded(read("[[regular]]\nfile = \"/a\"\nem_scale = 99\n").error()), HasSubstr("em_scale"));
  EXPECT_THAT(worded(read("regular = \n").error()), HasSubstr("fonts.toml 第 1 行"));
  EXPECT_THAT(worded(read("regular = [1]\n").error()), HasSubstr("[[regular]]"));
  EXPECT_THAT(worded(read("").error()), HasSubstr("[[regular]]"));
}

}  // namespace
}  // namespace mingting::platform
