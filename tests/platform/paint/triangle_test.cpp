// Triangles to the pixel: edges that two of them share, corners of several colours, and strange numbers.
#include "platform/paint/triangle.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "platform/paint/paper.hpp"

namespace mingting::platform {
namespace {

constexpr Ink kBlack{0, 0, 0, 255}, kHalf{0, 0, 0, 128};

void paint(Paper& paper, std::array<Corner, 3> corners) { paper.brush().triangle(corners, {-1000, -1000, 1000, 1000}); }

TEST(Triangle, HasThePixelsWhoseCentresLieInIt) {
  for (const bool backwards : {false, true}) {
    Paper paper(6, 5);
    const Corner a{0, 0, kBlack}, b{5, 0, kBlack}, c{0, 5, kBlack};
    paint(paper, backwards ? std::array{a, c, b} : std::array{a, b, c});
    EXPECT_EQ(paper.drawn(0),
              "####..\n"
              "###...\n"
              "##....\n"
              "#.....\n"
              "......\n")
        << "centres on the slope lie on its far side";
  }
}

TEST(Triangle, AndItsOtherHalfMakeARectangleOnce) {
  Paper paper(6, 6);
  const Corner a{1, 1, kHalf}, b{5, 1, kHalf}, c{5, 5, kHalf}, d{1, 5, kHalf};
  paint(paper, {a, b, c});
  paint(paper, {a, c, d});
  EXPECT_EQ(paper.count(paper.at(1, 1)), 16) << "a pixel painted twice is darker";
  EXPECT_NEAR(static_cast<int>(paper.at(1, 1) & 255), 127, 1);
}

/// A fan round a point that moves in steps of a 256th: each pixel of the square once, whichever edge its centre is on.
TEST(Triangle, OfAFanPaintsEveryPixelOnce) {
  std::mt19937 random(20261130);
  std::uniform_int_distribution<int> step(0, 8 * 256);
  for (int round = 0; round < 200; ++round) {
    const auto at = [&] { return static_cast<float>(step(random)) / 256; };
    const Corner middle{at(), at(), kHalf};
    const std::array<Corner, 8> rim{{{0, 0, kHalf}, {at(), 0, kHalf}, {8, 0, kHalf}, {8, at(), kHalf}, {8, 8, kHalf}, {at(), 8, kHalf}, {0, 8, kHalf}, {0, at(), kHalf}}};
    Paper paper(8, 8);
    for (std::size_t i = 0; i < rim.size(); ++i) paint(paper, {middle, rim[i], rim[(i + 1) % rim.size()]});
    EXPECT_EQ(paper.count(0x7F7F7F), 64) << "round " << round << "\n" << paper.drawn(0x7F7F7F);
  }
}

TEST(Triangle, ChangesColourEvenly) {
  Paper paper(256, 2);
  const Ink from{0, 0, 0, 255}, to{255, 0, 0, 255};
  paint(paper, {Corner{0, 0, from}, Corner{256, 0, to}, Corner{0, 2, from}});
  for (int x = 1; x < 128; ++x) {
    EXPECT_NEAR(static_cast<int>(paper.at(x, 0) >> 16), x, 1) << x;
    EXPECT_EQ(paper.at(x, 0) & 0xFFFF, 0U);
  }
}

TEST(Triangle, FadesOutEvenly) {
  Paper paper(100, 1);
  const Ink out{0, 0, 0, 0};
  paint(paper, {Corner{0, 0, kBlack}, Corner{100, 0, out}, Corner{0, 1, kBlack}});
  for (int x = 1; x < 50; ++x) EXPECT_GE(paper.at(x, 0) & 255, paper.at(x - 1, 0) & 255) << x;
  EXPECT_NEAR(static_cast<int>(paper.at(25, 0) & 255), 65, 2);
}

TEST(Triangle, StaysInsideClipAndSurface) {
  Paper paper(6, 4);
  paper.brush().triangle({Corner{-50, -50, kBlack}, Corner{90, -50, kBlack}, Corner{-50, 90, kBlack}}, {2, 1, 99, 3});
  EXPECT_EQ(paper.drawn(0),
            "......\n"
            "..####\n"
            "..####\n"
            "......\n");
  EXPECT_TRUE(paper.margins_are_clean());
}

TEST(Triangle, OfNoAreaIsNothing) {
  for (const auto& corners : {std::array{Corner{1, 1, kBlack}, Corner{1, 1, kBlack}, Corner{1, 1, kBlack}},
                              std::array{Corner{0, 0, kBlack}, Corner{2, 2, kBlack}, Corner{4, 4, kBlack}}}) {
    Paper paper(6, 6);
    paint(paper, corners);
    EXPECT_TRUE(paper.is_blank());
  }
}

TEST(Triangle, OfStrangeNumbersHarmsNobody) {
  const float none = std::nanf(""), endless = std::numeric_limits<float>::infinity();
  for (const float at : {none, endless, -endless, 1e30F, -1e30F, 1e-30F}) {
    for (int which = 0; which < 6; ++which) {
      std::array<Corner, 3> corners{Corner{0, 0, kBlack}, Corner{4, 0, kBlack}, Corner{0, 4, kBlack}};
      auto& corner = corners[static_cast<std::size_t>(which / 2)];
      (which % 2 == 0 ? corner.x : corner.y) = at;
      Paper paper(4, 4);
      paint(paper, corners);
      EXPECT_TRUE(paper.margins_are_clean());
      EXPECT_EQ(paper.is_blank(), std::isnan(at) || paper.count(0) == 0);
    }
  }
}

TEST(Triangle, OnOnePixel) {
  Paper paper(1, 1);
  paint(paper, {Corner{-1, -1, kBlack}, Corner{4, -1, kBlack}, Corner{-1, 4, kBlack}});
  EXPECT_EQ(paper.at(0, 0), 0U);
  EXPECT_TRUE(paper.margins_are_clean());
}

}  // namespace
}  // namespace mingting::platform
