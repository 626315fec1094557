// Pictures stored on their side or in a mirror stand upright, whichever format says so.
#include "picture/exif.hpp"

#include "picture/seen.hpp"

namespace mingting {
namespace {

/// What is stored for each orientation, from 1, so that the fields are seen upright.
constexpr std::array<Fields, 8> kStored{{{kRed, kGreen, kBlue, kWhite},
                                         {kGreen, kRed, kWhite, kBlue},
                                         {kWhite, kBlue, kGreen, kRed},
                                         {kBlue, kWhite, kRed, kGreen},
                                         {kRed, kBlue, kGreen, kWhite},
                                         {kGreen, kWhite, kRed, kBlue},
                                         {kWhite, kGreen, kBlue, kRed},
                                         {kBlue, kRed, kWhite, kGreen}}};

/// By `make(fields, width, height, exif)`, all eight in both byte orders.
template <class Make>
void expect_upright(Make make) {
  for (int value = 1; value <= 8; ++value) {
    for (const char* order : {"II", "MM"}) {
      SCOPED_TRACE(testing::Message() << "orientation " << value << " " << order);
      const bool lies = value >= 5;
      expect_seen(make(kStored[static_cast<std::size_t>(value - 1)], lies ? kHigh : kWide, lies ? kWide : kHigh,
                       exif_of(value, order)));
    }
  }
}

TEST(Turned, Jpeg) {
  expect_upright([](const Fields& fields, int width, int height, const std::string& exif) {
    return jpeg_of(fields, width, height, {.exif = exif});
  });
}

TEST(Turned, Png) {
  expect_upright([](const Fields& fields, int width, int height, const std::string& exif) {
    return png_file(field_pixels(fields, width, height, rgb), width, height, {.exif = exif});
  });
}

TEST(Turned, Webp) {
  expect_upright([](const Fields& fields, int width, int height, const std::string& exif) {
    return webp_file(fields, width, height, exif);
  });
}

TEST(Turned, IsShrunkToWhatFitsOnceItStands) {
  const auto lying = jpeg_of(kStored[5], 480, 320, {.exif = exif_of(6)});
  const auto picture = decode_picture(lying, {160, 4000});
  ASSERT_TRUE(picture);
  EXPECT_EQ(size_of(*picture), (PixelSize{160, 240}));
  expect_colour(*picture, 40, 60, kRed, 3);
}

TEST(Turned, WhatSaysNothingOrNonsenseStaysAsItIs) {
  for (const int value : {0, 9, 255, 0xFFFF}) EXPECT_EQ(turn_of(exif_of(value)), Turn{}) << value;
  const auto exif = exif_of(6);
  EXPECT_NE(turn_of(exif), Turn{});
  EXPECT_NE(turn_of(std::string("Exif\0\0", 6) + exif), Turn{});
  for (std::size_t length = 0; length < 20; ++length) EXPECT_EQ(turn_of(exif.substr(0, length)), Turn{}) << length;
  auto astray = exif;
  astray.replace(4, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(turn_of(astray), Turn{});
}

}  // namespace
}  // namespace mingting
