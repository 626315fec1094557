// Every palette reads: contrast and type sizes.
#include "ui/theme.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace mingting::ui {
namespace {

constexpr Tone kTones[] = {Tone::Ink, Tone::Quiet, Tone::Primary, Tone::Accent, Tone::Good, Tone::Wait};

double floor_of(Theme theme) {
  return theme == Theme::HighContrast ? 20 : 10;
}

class Palettes : public ::testing::TestWithParam<Theme> {};

TEST_P(Palettes, EveryInkReadsOnPaperSurfaceAndItsOwnTint) {
  const auto& colors = palette(GetParam());
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
  const auto& c = palette(GetParam());
  for (const auto& [ink, paper] : {std::pair{c.on_primary, c.primary},
                                   {c.on_accent, c.accent},
                                   {c.on_good, c.good},
                                   {c.on_wait, c.wait},
                                   {c.on_mark, c.mark}}) {
    EXPECT_GE(contrast(ink, paper), floor_of(GetParam()));
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, Palettes, ::testing::Values(Theme::Standard, Theme::HighContrast));

TEST(TypeSizes, KeepTheFloorsOfTheDesign) {
  for (const auto style : {TextStyle::Caption, TextStyle::Body, TextStyle::Label, TextStyle::Title,
                           TextStyle::Display, TextStyle::Giant}) {
    EXPECT_GE(em_dp(style, TextSize::Standard), 18);
    EXPECT_GE(em_dp(style, TextSize::ExtraLarge), 30);
    EXPECT_LT(em_dp(style, TextSize::Standard), em_dp(style, TextSize::Large));
    EXPECT_LT(em_dp(style, TextSize::Large), em_dp(style, TextSize::ExtraLarge));
    EXPECT_GE(line_factor(style), 1.3F);
  }
  EXPECT_FLOAT_EQ(line_factor(TextStyle::Body), 1.5F);
}

}  // namespace
}  // namespace mingting::ui
