// assets/theme.toml: every palette reads, type is large enough, and a slip in the file is named with its line and key.
#include "base/look/style_sheet.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using ::testing::HasSubstr;

const Path kFile = Path(MINGTING_SOURCE) / "assets/theme.toml";
constexpr Tone kTones[] = {Tone::Ink, Tone::Quiet, Tone::Primary, Tone::Accent, Tone::Good, Tone::Wait};

const StyleSheet& sheet() {
  static const auto kSheet = read_style_sheet(disk(), kFile).value();
  return kSheet;
}

double floor_of(Theme theme) { return theme == Theme::HighContrast ? 20 : 10; }

class Palettes : public ::testing::TestWithParam<Theme> {};

TEST_P(Palettes, EveryInkReadsOnPaperSurfaceAndItsOwnTint) {
  const auto& colors = sheet().palette(GetParam());
  for (const auto tone : kTones) {
    const auto ink = tone_color(colors, tone);
    for (const auto& paper : {colors.paper, colors.surface, tone_tint(colors, tone)}) {
      EXPECT_GE(contrast(ink, paper), floor_of(GetParam())) << "tone " << static_cast<int>(tone);
    }
    EXPECT_GE(contrast(colors.ink, tone_tint(colors, tone)), floor_of(GetParam()));
    EXPECT_GE(contrast(colors.quiet, tone_tint(colors, Tone::Primary)), floor_of(GetParam()));
  }
}

TEST_P(Palettes, EveryFilledColourCarriesReadableWords) {
  const auto& c = sheet().palette(GetParam());
  for (const auto& [ink, paper] : {std::pair{c.on_primary, c.primary},
                                   {c.on_accent, c.accent},
                                   {c.on_good, c.good},
                                   {c.on_wait, c.wait},
                                   {c.on_mark, c.mark}}) {
    EXPECT_GE(contrast(ink, paper), floor_of(GetParam()));
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, Palettes, ::testing::Values(Theme::Standard, Theme::HighContrast));

TEST(HighContrast, WrongIsNotTheColourOfFocusAndAdvice) {
  const auto& c = sheet().palette(Theme::HighContrast);
  EXPECT_NE(c.accent, c.primary);
  EXPECT_NE(c.accent, c.wait);
}

TEST(TypeSizes, KeepTheFloorsOfTheDesign) {
  for (const auto style : {TextStyle::Caption, TextStyle::Body, TextStyle::Label, TextStyle::Title,
                           TextStyle::Display, TextStyle::Giant}) {
    EXPECT_GE(sheet().em(style, TextSize::Standard), 18);
    EXPECT_GE(sheet().em(style, TextSize::ExtraLarge), 30);
    EXPECT_LT(sheet().em(style, TextSize::Standard), sheet().em(style, TextSize::Large));
    EXPECT_LT(sheet().em(style, TextSize::Large), sheet().em(style, TextSize::ExtraLarge));
    EXPECT_GE(sheet().line(style), 1.3F);
  }
  EXPECT_FLOAT_EQ(sheet().line(TextStyle::Body), 1.5F);
  EXPECT_GE(sheet().icon_factor(TextSize::ExtraLarge), 1.4F);
}

TEST(DistrictsColour, TakesThePrimarysPlaceWithATintOfItsOwn) {
  const auto& c = sheet().palette(Theme::Standard);
  const Color red{0x75, 0x10, 0x10};
  const auto own = with_primary(c, red);
  EXPECT_EQ(own.primary, red);
  EXPECT_NE(own.primary_tint, c.primary_tint);
  EXPECT_GT(contrast_of_primary(own).as_ink, kReadable);
  EXPECT_LT(contrast_of_primary(with_primary(c, {0xC8, 0x10, 0x2E})).as_ink, kReadable);
}

TEST(Colours, AreWrittenInOneWay) {
  EXPECT_EQ(parse_color("#0A3D7a"), (Color{0x0A, 0x3D, 0x7A}));
  EXPECT_EQ(print_color({0x0A, 0x3D, 0x7A}), "#0A3D7A");
  for (const auto* wrong : {"", "#FFF", "0A3D7A", "#0A3D7G", "#0A3D7A0", "红"}) EXPECT_FALSE(parse_color(wrong)) << wrong;
}

/// What is said of the file with one piece of it changed.
std::string said_of(const std::string& from, const std::string& to) {
  TempFolder folder;
  auto text = *disk().read(kFile, 1 << 20);
  EXPECT_NE(text.find(from), std::string::npos) << from;
  text = replace_all(text, from, to);
  const auto read = read_style_sheet(disk(), folder.write("theme.toml", text));
  return read ? "" : worded(read.error());
}

int line_of(const std::string& piece) {
  const auto text = *disk().read(kFile, 1 << 20);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(piece)), '\n'));
}

TEST(StyleSheetFile, ASlipIsNamedWithItsLineAndKey) {
  EXPECT_THAT(said_of("\"#FAF8F4\"", "\"cream\""), HasSubstr(fmt::format("第 {} 行：paper", line_of("\"#FAF8F4\""))));
  EXPECT_THAT(said_of("corner = 16", "corner = \"16\""), HasSubstr("corner 应是整数"));
  EXPECT_THAT(said_of("enter = 120", "enter = 5000"), HasSubstr("enter 是 5000"));
  EXPECT_THAT(said_of("late = 24\n", ""), HasSubstr("缺少 late"));
  EXPECT_THAT(said_of("tile = \"bold\"", "tile = \"heavy\""), HasSubstr("heavy"));
  EXPECT_THAT(said_of("outlined = false\n", "outlined = false\nglow = 3\n"), HasSubstr("glow"));
  EXPECT_THAT(said_of("[motion]", "[movement]"), HasSubstr("motion"));
  EXPECT_THAT(said_of("paper = \"#000000\"\n", ""), HasSubstr("paper"));
}

}  // namespace
}  // namespace mingting
