// Pictures decoded, and those that are refused.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/said/words.hpp"
#include "platform/decode.hpp"
#include "platform/picture_bytes.hpp"
#include "platform/stage_fixture.hpp"

namespace mingting::platform {
namespace {

using testing::HasSubstr;

class DecodeTest : public StageTest {
 protected:
  void SetUp() override { open({16, 16}); }

  static void refused(const std::string& bytes, const std::string& because) {
    const auto picture = decode_picture(bytes, 400);
    ASSERT_FALSE(picture) << because;
    EXPECT_THAT(worded(picture.error()), HasSubstr(because));
  }
  static std::array<int, 4> rgba(const Surface& surface, int x, int y) {
    const auto* p = static_cast<const std::uint8_t*>(surface->pixels) + y * surface->pitch + x * 4;
    return {p[0], p[1], p[2], p[3]};
  }
};

TEST_F(DecodeTest, DecodesAPictureAndShrinksItToTheWidthAskedFor) {
  const std::string png = png_of(800, 200, {10, 61, 122});
  const auto picture = decode_picture(png, 400);
  ASSERT_TRUE(picture) << worded(picture.error());
  EXPECT_EQ((*picture)->w, 400);
  EXPECT_EQ((*picture)->h, 100);
  EXPECT_EQ(rgba(*picture, 200, 50), (std::array{10, 61, 122, 255}));
}

TEST_F(DecodeTest, NeverEnlarges) {
  const auto picture = decode_picture(png_of(30, 20, {1, 2, 3}), 400);
  ASSERT_TRUE(picture);
  EXPECT_EQ((*picture)->w, 30);
}

TEST_F(DecodeTest, ShrinksByAveraging) {
  const auto picture = decode_picture(checkered_png(64, 64), 32);
  ASSERT_TRUE(picture);
  const auto middle = rgba(*picture, 16, 16);
  EXPECT_NEAR(middle[0], 128, 1);
}

TEST_F(DecodeTest, KeepsTallPicturesWithinFourTimesTheWidth) {
  const auto picture = decode_picture(png_of(100, 5000, {0, 0, 0}), 100);
  ASSERT_TRUE(picture);
  EXPECT_LE((*picture)->h, 400);
}

TEST_F(DecodeTest, DrawsSvgAtTheWidthAskedFor) {
  const auto picture = decode_picture(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#0a3d7a"/></svg>)",
      300);
  ASSERT_TRUE(picture) << worded(picture.error());
  EXPECT_EQ((*picture)->w, 300);
  EXPECT_EQ((*picture)->h, 150);
  EXPECT_EQ(rgba(*picture, 150, 75), (std::array{10, 61, 122, 255}));
}

TEST_F(DecodeTest, RefusesAPngThatClaimsToBeHuge) {
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 100'000, 100'000), "too large");
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 19'000, 19'000), "too large");
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 0xFFFFFFFF, 1), "too large");
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 0, 8), "no size");
}

TEST_F(DecodeTest, RefusesJpegAndWebpThatClaimToBeHuge) {
  refused(jpeg_header(65'000, 65'000), "too large");
  refused(webp_header(16'000, 16'000), "too large");
}

TEST_F(DecodeTest, RefusesTornAndStrangeFiles) {
  const std::string png = png_of(40, 40, {9, 9, 9});
  refused("", "neither");
  refused("hello", "neither");
  refused("GIF89a\x01\x02\x01\x02", "neither");
  refused("<html><body>no picture</body></html>", "neither");
  refused(png.substr(0, 20), "torn");
  refused(std::string("\xFF\xD8\xFF\xE0", 4), "torn");
  refused(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16), "torn");
  refused("<svg", "cannot be decoded");
}

TEST_F(DecodeTest, SurvivesEveryTruncationAndManyFlippedBits) {
  const std::string png = checkered_png(24, 24);
  for (std::size_t length = 0; length < png.size(); ++length)
    (void)decode_picture(png.substr(0, length), 100);
  for (std::size_t at = 0; at < png.size(); ++at) {
    std::string bad = png;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const auto picture = decode_picture(bad, 100);
    if (picture) {
      EXPECT_LE((*picture)->w, 100);
    }
  }
}

TEST_F(DecodeTest, SurvivesEveryTruncationOfAJpeg) {
  const std::string jpeg = jpeg_of(48, 32);
  const auto whole = decode_picture(jpeg, 24);
  ASSERT_TRUE(whole) << worded(whole.error());
  EXPECT_EQ((*whole)->h, 16);
  for (std::size_t length = 0; length < jpeg.size(); ++length)
    (void)decode_picture(jpeg.substr(0, length), 100);
}

TEST_F(DecodeTest, RefusesDashesThatWouldNeverEnd) {
  refused(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path stroke="red" stroke-dasharray="0.001" d="M0 0L99999 9"/></svg>)",
      "dasharray");
}

TEST_F(DecodeTest, SurvivesSvgOfAbsurdSizes) {
  for (const char* size : {"0", "-5", "1e30", "nan", "inf", "0.0000001", ""}) {
    for (const char* other : {"10", "1e30", "0"}) {
      const auto svg = fmt::format(
          R"(<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><path d="M0 0L9 9"/></svg>)",
          size, other);
      const auto picture = decode_picture(svg, 200);
      if (picture) {
        EXPECT_LE((*picture)->w, 201) << svg;
        EXPECT_LE((*picture)->h, 801) << svg;
      }
    }
  }
}

TEST_F(DecodeTest, RefusesFilesOverTheBound) {
  std::string png = png_of(8, 8, {0, 0, 0});
  png.resize(kMostPictureBytes + 1);
  refused(png, "too large");
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
  svg.resize(kMostSvgBytes + 1, ' ');
  refused(svg, "too large");
}

}  // namespace
}  // namespace mingting::platform
