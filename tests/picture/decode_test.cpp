// Pictures decoded, and those that are refused.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "picture/seen.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

void refused(const std::string& bytes, const std::string& because) {
  const auto picture = decode_picture(bytes, kLarge);
  ASSERT_FALSE(picture) << because;
  EXPECT_THAT(worded(picture.error()), HasSubstr(because));
}

TEST(Decode, DecodesAPictureAndShrinksItToTheWidthAskedFor) {
  const std::string png = png_of(800, 200, {10, 61, 122});
  const auto picture = decode_picture(png, {400, 4000});
  ASSERT_TRUE(picture) << worded(picture.error());
  EXPECT_EQ((*picture)->w, 400);
  EXPECT_EQ((*picture)->h, 100);
  EXPECT_EQ(rgba(*picture, 200, 50), (std::array{10, 61, 122, 255}));
}

TEST(Decode, NeverEnlarges) {
  const auto picture = decode_picture(png_of(30, 20, {1, 2, 3}), kLarge);
  ASSERT_TRUE(picture);
  EXPECT_EQ((*picture)->w, 30);
}

TEST(Decode, ShrinksByAveraging) {
  const auto picture = decode_picture(checkered_png(64, 64), {32, 32});
  ASSERT_TRUE(picture);
  const auto middle = rgba(*picture, 16, 16);
  EXPECT_NEAR(middle[0], 128, 1);
}

TEST(Decode, KeepsTallPicturesWithinTheHeightAskedFor) {
  const auto picture = decode_picture(png_of(300, 5000, {0, 0, 0}), {400, 1000});
  ASSERT_TRUE(picture) << worded(picture.error());
  EXPECT_EQ(size_of(*picture), (PixelSize{60, 1000}));
}

TEST(Decode, RefusesWhatIsTooThinToBeSeen) {
  refused(png_of(2, 41, {0, 0, 0}), "too thin");
  refused(png_of(41, 2, {0, 0, 0}), "too thin");
  EXPECT_TRUE(decode_picture(png_of(2, 40, {0, 0, 0}), kLarge));
}

TEST(Decode, DrawsSvgAtTheWidthAskedFor) {
  const auto picture = decode_picture(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#0a3d7a"/></svg>)",
      {300, 4000});
  ASSERT_TRUE(picture) << worded(picture.error());
  EXPECT_EQ((*picture)->w, 300);
  EXPECT_EQ((*picture)->h, 150);
  EXPECT_EQ(rgba(*picture, 150, 75), (std::array{10, 61, 122, 255}));
}

TEST(Decode, RefusesAPngThatClaimsToBeHuge) {
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 100'000, 100'000), "too large");
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 19'000, 19'000), "too large");
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 0xFFFFFFFF, 1), "too large");
  refused(with_png_size(png_of(8, 8, {0, 0, 0}), 0, 8), "no size");
}

TEST(Decode, RefusesJpegAndWebpThatClaimToBeHuge) {
  refused(jpeg_header(65'000, 65'000), "too large");
  refused(webp_header(16'000, 16'000), "too large");
}

TEST(Decode, RefusesTornAndStrangeFiles) {
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

/// All but the whole.
void every_truncation_is_refused(const std::string& file) {
  EXPECT_TRUE(decode_picture(file, kLarge));
  for (std::size_t length = 0; length < file.size(); ++length)
    EXPECT_FALSE(decode_picture(file.substr(0, length), kLarge)) << length << " of " << file.size();
}

TEST(Decode, RefusesEveryTruncation) {
  every_truncation_is_refused(png_of(24, 24, {10, 61, 122}));
  every_truncation_is_refused(png_file(field_pixels(kFields, kWide, kHigh, rgb), kWide, kHigh, {.interlaced = true}));
  every_truncation_is_refused(jpeg_of(kFields, kWide, kHigh));
  every_truncation_is_refused(webp_file(kFields, kWide, kHigh));
}

TEST(Decode, RefusesHalfAPhotograph) {
  const auto half = [](const std::string& file) { return file.substr(0, file.size() / 2); };
  const auto noise = [state = 1U](const Colour&) mutable {
    state = state * 1664525U + 1013904223U;
    const auto byte = [state](int from) { return static_cast<int>(state >> from & 255); };
    return bytes_of({byte(24), byte(16), byte(8)});
  };
  const auto pixels = field_pixels(kFields, 300, 200, noise);
  refused(half(jpeg_file(pixels, 300, 200)), "torn");
  refused(half(png_file(pixels, 300, 200)), "torn");
}

TEST(Decode, SurvivesFlippedBits) {
  const auto exif = exif_of(6), profile = exchanged_profile();
  for (const auto& file : {checkered_png(24, 24), jpeg_of(kFields, kWide, kHigh, {.exif = exif, .profile = profile}),
                           webp_file(kFields, kWide, kHigh, exif, profile)}) {
    for (std::size_t at = 0; at < file.size(); ++at) {
      std::string bad = file;
      bad[at] = static_cast<char>(bad[at] ^ 0x55);
      const auto picture = decode_picture(bad, {100, 100});
      if (picture) {
        EXPECT_LE((*picture)->w, 100);
      }
    }
  }
}

TEST(Decode, BytesAfterTheEndHarmNothing) {
  expect_seen(jpeg_of(kFields, kWide, kHigh) + std::string(100, 'x'));
}

TEST(Decode, RefusesDashesThatWouldNeverEnd) {
  refused(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path stroke="red" stroke-dasharray="0.001" d="M0 0L99999 9"/></svg>)",
      "dasharray");
}

TEST(Decode, SurvivesSvgOfAbsurdSizes) {
  for (const char* size : {"0", "-5", "1e30", "nan", "inf", "0.0000001", ""}) {
    for (const char* other : {"10", "1e30", "0"}) {
      const auto svg = fmt::format(
          R"(<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><path d="M0 0L9 9"/></svg>)",
          size, other);
      const auto picture = decode_picture(svg, {200, 800});
      if (picture) {
        EXPECT_LE((*picture)->w, 201) << svg;
        EXPECT_LE((*picture)->h, 801) << svg;
      }
    }
  }
}

TEST(Decode, RefusesFilesOverTheBound) {
  std::string png = png_of(8, 8, {0, 0, 0});
  png.resize(kMostPictureBytes + 1);
  refused(png, "too large");
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
  svg.resize(kMostSvgBytes + 1, ' ');
  refused(svg, "too large");
}

}  // namespace
}  // namespace mingting
