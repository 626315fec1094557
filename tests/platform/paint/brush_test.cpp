// Fills, stencils and pictures to the pixel, and whatever numbers are given.
#include "platform/paint/brush.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "platform/paint/paper.hpp"

namespace mingting::platform {
namespace {

constexpr Ink kBlue{10, 61, 122, 255};

/// A stencil of its own bytes, four wide.
class Bytes {
 public:
  explicit Bytes(std::vector<std::uint8_t> bytes)
      : bytes_(std::move(bytes)), sheet_(Sheet::over(bytes_.data(), 4, static_cast<int>(bytes_.size() / 4))) {}
  const Sheet& sheet() const { return *sheet_; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::unique_ptr<Sheet> sheet_;
};

TEST(Fill, SetsItsPixelsAndNoOthers) {
  Paper paper(6, 4);
  paper.brush().fill({1, 1, 4, 3}, kBlue);
  EXPECT_EQ(paper.drawn(0x0A3D7A),
            "......\n"
            ".###..\n"
            ".###..\n"
            "......\n");
  EXPECT_TRUE(paper.margins_are_clean());
}

TEST(Fill, OfHalfPixelsHasThoseOfTwoTriangles) {
  for (const float by : {0.0F, 0.25F, 0.5F, 0.75F, -0.5F}) {
    Paper whole(6, 4), halves(6, 4);
    const Corner a{1 + by, 1 + by, kBlue}, b{4 + by, 1 + by, kBlue}, c{4 + by, 3 + by, kBlue}, d{1 + by, 3 + by, kBlue};
    whole.brush().fill(pixels_between(a.x, a.y, c.x, c.y), kBlue);
    halves.brush().triangle({a, b, c}, {0, 0, 6, 4});
    halves.brush().triangle({a, c, d}, {0, 0, 6, 4});
    EXPECT_EQ(whole.drawn(0x0A3D7A), halves.drawn(0x0A3D7A)) << by;
  }
}

TEST(Fill, BlendsByItsOpacity) {
  struct { std::uint8_t alpha; int expected; } const vectors[] = {{0, 255}, {1, 254}, {64, 191}, {128, 127}, {254, 1}, {255, 0}};
  for (const auto& [alpha, expected] : vectors) {
    Paper paper(2, 2);
    paper.brush().fill({0, 0, 2, 2}, {0, 0, 0, alpha});
    EXPECT_NEAR(static_cast<int>(paper.at(1, 1) & 255), expected, 1) << static_cast<int>(alpha);
    EXPECT_EQ(paper.at(0, 0), paper.at(1, 1));
  }
}

TEST(Fill, OfNoAreaOrOffTheSurfaceIsNothing) {
  constexpr int kLeast = std::numeric_limits<int>::min() / 2, kMost = std::numeric_limits<int>::max() / 2;
  for (const Area area : {Area{2, 2, 2, 4}, Area{3, 3, 1, 1}, Area{-9, -9, 0, 0}, Area{6, 0, 9, 4}, Area{0, 4, 6, 9},
                          Area{kMost, kMost, kLeast, kLeast}}) {
    for (const std::uint8_t alpha : {255, 100}) {
      Paper paper(6, 4);
      paper.brush().fill(area, {0, 0, 0, alpha});
      EXPECT_TRUE(paper.is_blank()) << area.left << "," << area.top;
    }
  }
  Paper paper(6, 4);
  paper.brush().fill({kLeast, kLeast, kMost, kMost}, kBlue);
  EXPECT_EQ(paper.count(0x0A3D7A), 24);
  EXPECT_TRUE(paper.margins_are_clean());
}

TEST(Fill, OfOnePixelWorksToo) {
  Paper paper(1, 1);
  paper.brush().fill({-5, -5, 5, 5}, kBlue);
  EXPECT_EQ(paper.at(0, 0), 0x0A3D7AU);
  EXPECT_TRUE(paper.margins_are_clean());
}

TEST(Stencil, CoversByItsBytes) {
  const Bytes stencil({0, 128, 255, 0, 255, 0, 0, 255});
  Paper paper(6, 4);
  paper.brush().lay(stencil.sheet(), {0, 0, 4, 2}, {1, 1, 5, 3}, {0, 0, 6, 4}, {0, 0, 0, 255});
  EXPECT_EQ(paper.drawn(0x000000),
            "......\n"
            "..-#..\n"
            ".#..#.\n"
            "......\n");
  EXPECT_NEAR(static_cast<int>(paper.at(2, 1) & 255), 127, 1);
  EXPECT_TRUE(paper.margins_are_clean());
}

TEST(Stencil, TakesOpacityFromTheInkAsWell) {
  const Bytes stencil({255, 128, 0, 0});
  Paper paper(4, 1);
  paper.brush().lay(stencil.sheet(), {0, 0, 4, 1}, {0, 0, 4, 1}, {0, 0, 4, 1}, {0, 0, 0, 128});
  EXPECT_NEAR(static_cast<int>(paper.at(0, 0) & 255), 127, 1);
  EXPECT_NEAR(static_cast<int>(paper.at(1, 0) & 255), 191, 1);
  EXPECT_EQ(paper.at(2, 0), Paper::kBlank);
}

TEST(Stencil, IsCutByTheClipAndTheSurface) {
  const Bytes stencil(std::vector<std::uint8_t>(16, 255));
  struct { Area to, clip; int seen; } const vectors[] = {
      {{0, 0, 4, 4}, {0, 0, 6, 4}, 16}, {{-2, -2, 2, 2}, {0, 0, 6, 4}, 4},       {{4, 2, 8, 6}, {0, 0, 6, 4}, 4},
      {{0, 0, 4, 4}, {1, 1, 2, 2}, 1},  {{0, 0, 4, 4}, {-99, -99, 99, 99}, 16}, {{0, 0, 4, 4}, {3, 3, 1, 1}, 0},
      {{0, 0, 4, 4}, {4, 0, 6, 4}, 0},  {{100, 100, 104, 104}, {0, 0, 200, 200}, 0}};
  for (const auto& [to, clip, seen] : vectors) {
    Paper paper(6, 4);
    paper.brush().lay(stencil.sheet(), {0, 0, 4, 4}, to, clip, kBlue);
    EXPECT_EQ(paper.count(0x0A3D7A), seen) << to.left << "," << clip.left;
    EXPECT_TRUE(paper.margins_are_clean());
  }
}

TEST(Stencil, ThatIsCutAtItsLeftShowsItsRight) {
  const Bytes stencil({0, 0, 255, 0});
  Paper paper(4, 1);
  paper.brush().lay(stencil.sheet(), {0, 0, 4, 1}, {-2, 0, 2, 1}, {0, 0, 4, 1}, kBlue);
  EXPECT_EQ(paper.drawn(0x0A3D7A), "#...\n");
}

TEST(Stencil, IsStretchedWhereSizesDiffer) {
  const Bytes stencil({255, 255, 0, 0, 255, 255, 0, 0});
  Paper paper(8, 4);
  paper.brush().lay(stencil.sheet(), {0, 0, 4, 2}, {0, 0, 8, 4}, {0, 0, 8, 4}, {0, 0, 0, 255});
  for (int y = 0; y < 4; ++y) {
    EXPECT_EQ(paper.at(0, y), 0U) << "its edge must not fade, line " << y;
    EXPECT_EQ(paper.at(2, y), 0U);
    EXPECT_GT(paper.at(4, y) & 255, paper.at(3, y) & 255);
    EXPECT_EQ(paper.at(7, y), Paper::kBlank);
  }
}

TEST(Stencil, MayBeMirrored) {
  const Bytes stencil({255, 0, 0, 0});
  Paper paper(4, 1);
  paper.brush().lay(stencil.sheet(), {4, 0, 0, 1}, {0, 0, 4, 1}, {0, 0, 4, 1}, kBlue);
  EXPECT_EQ(paper.drawn(0x0A3D7A), "...#\n");
}

TEST(Stencil, OutsideOfItsBytesIsNothing) {
  const Bytes stencil(std::vector<std::uint8_t>(16, 255));
  for (const Piece piece : {Piece{-8, 0, -4, 4}, Piece{90'000, 0, 90'004, 4}, Piece{0, 4, 4, 8}}) {
    Paper paper(4, 4);
    paper.brush().lay(stencil.sheet(), piece, {0, 0, 4, 4}, {0, 0, 4, 4}, kBlue);
    EXPECT_TRUE(paper.is_blank()) << piece.left;
  }
}

TEST(Stencil, OfStrangeNumbersHarmsNobody) {
  const Bytes stencil(std::vector<std::uint8_t>(16, 255));
  const float none = std::nanf(""), endless = std::numeric_limits<float>::infinity();
  for (const float at : {none, endless, -endless, 1e30F, -1e30F, 1e-30F}) {
    for (const Piece piece : {Piece{at, 0, 4, 4}, Piece{0, at, 4, 4}, Piece{0, 0, at, 4}, Piece{0, 0, 4, at}, Piece{at, at, at, at}}) {
      Paper paper(4, 4);
      paper.brush().lay(stencil.sheet(), piece, {0, 0, 4, 4}, {0, 0, 4, 4}, kBlue);
      EXPECT_TRUE(paper.margins_are_clean());
    }
    const Area to = pixels_between(at, at, 3, 3);
    Paper paper(4, 4);
    paper.brush().lay(stencil.sheet(), {0, 0, 4, 4}, to, to, kBlue);
    EXPECT_TRUE(paper.margins_are_clean());
  }
}

class SheetTest : public testing::Test {
 protected:
  std::unique_ptr<Sheet> sheet(std::vector<std::array<std::uint8_t, 4>> pixels) {
    auto surface = blank_surface({static_cast<int>(pixels.size()), 1});
    for (std::size_t i = 0; i < pixels.size(); ++i) std::copy(pixels[i].begin(), pixels[i].end(), row_of(*surface, 0) + i * 4);
    return std::move(*Sheet::copy_of(*surface));
  }
  static Area row(int wide) { return {0, 0, wide, 1}; }
};

TEST_F(SheetTest, KeepsWhatIsWhiteAsAStencil) {
  const auto icon = sheet({{{255, 255, 255, 255}}, {{255, 255, 255, 0}}, {{0, 0, 0, 0}}, {{255, 255, 255, 128}}});
  EXPECT_EQ(icon->kind(), Sheet::Kind::Stencil);
  EXPECT_EQ(icon->bytes(), 4U);
  Paper paper(4, 1);
  paper.brush().lay(*icon, {0, 0, 4, 1}, row(4), row(4), {0, 0, 0, 255});
  EXPECT_EQ(paper.drawn(0), "#..-\n");
}

TEST_F(SheetTest, DrawsAPictureInItsOwnColours) {
  const auto photo = sheet({{{10, 61, 122, 255}}, {{200, 0, 0, 255}}});
  EXPECT_EQ(photo->kind(), Sheet::Kind::Picture);
  Paper paper(2, 1);
  paper.brush().lay(*photo, {0, 0, 2, 1}, row(2), row(2), {1, 2, 3, 255});
  EXPECT_EQ(paper.at(0, 0), 0x0A3D7AU);
  EXPECT_EQ(paper.at(1, 0), 0xC80000U);
}

TEST_F(SheetTest, FadesAPictureByTheInk) {
  const auto photo = sheet({{{0, 0, 0, 255}}, {{0, 0, 0, 128}}});
  Paper paper(2, 1);
  paper.brush().lay(*photo, {0, 0, 2, 1}, row(2), row(2), {255, 255, 255, 128});
  EXPECT_NEAR(static_cast<int>(paper.at(0, 0) & 255), 127, 1);
  EXPECT_NEAR(static_cast<int>(paper.at(1, 0) & 255), 191, 1);
}

TEST_F(SheetTest, LeavesThePaperWhereAPictureIsTransparent) {
  const auto seal = sheet({{{200, 0, 0, 0}}, {{200, 0, 0, 255}}});
  Paper paper(2, 1);
  paper.brush().lay(*seal, {0, 0, 2, 1}, row(2), row(2), {});
  EXPECT_EQ(paper.at(0, 0), Paper::kBlank);
  EXPECT_EQ(paper.at(1, 0), 0xC80000U);
}

}  // namespace
}  // namespace mingting::platform
