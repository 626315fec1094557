// Colours come out as they are meant, however they are stored.
#include "picture/seen.hpp"

namespace mingting {
namespace {

constexpr std::uint8_t grey_of(const Colour& c) { return c[1]; }

/// The fields as greys.
constexpr Fields greys() {
  Fields fields{};
  for (std::size_t i = 0; i < 4; ++i) fields[i] = {grey_of(kFields[i]), grey_of(kFields[i]), grey_of(kFields[i])};
  return fields;
}

template <class Make>
std::string fields_by(Make make) {
  return field_pixels(kFields, kWide, kHigh, make);
}

TEST(Colours, InksOfAPrintShopLookLikeLight) {
  for (const auto stored : {JCS_CMYK, JCS_YCCK}) {
    SCOPED_TRACE(stored == JCS_CMYK ? "CMYK, Adobe" : "YCCK, Adobe");
    expect_seen(jpeg_file(fields_by(inks_inverted), kWide, kHigh, {JCS_CMYK, stored, 4, true}));
  }
  SCOPED_TRACE("CMYK without Adobe's marker is not inverted");
  expect_seen(jpeg_file(fields_by(inks), kWide, kHigh, {JCS_CMYK, JCS_CMYK, 4, false}));
}

TEST(Colours, BlackInkDarkens) {
  const auto half = [](const Colour&) { return bytes_of({0, 0, 0, 128}); };
  constexpr Colour kGrey{127, 127, 127};
  expect_seen(jpeg_file(fields_by(half), kWide, kHigh, {JCS_CMYK, JCS_CMYK, 4, false}), {kGrey, kGrey, kGrey, kGrey});
}

TEST(Colours, InksAreTurnedToo) {
  constexpr Fields lying{kGreen, kWhite, kRed, kBlue};
  const auto pixels = field_pixels(lying, kHigh, kWide, inks_inverted);
  expect_seen(jpeg_file(pixels, kHigh, kWide, {JCS_CMYK, JCS_YCCK, 4, true, exif_of(6)}));
}

TEST(Colours, Greys) {
  const auto grey = [](const Colour& c) { return bytes_of({grey_of(c)}); };
  expect_seen(jpeg_file(fields_by(grey), kWide, kHigh, {JCS_GRAYSCALE, JCS_GRAYSCALE, 1}), greys());
  expect_seen(png_file(fields_by(grey), kWide, kHigh, {8, PNG_COLOR_TYPE_GRAY, 1}), greys(), 0);
  const auto fine = [](const Colour& c) { return bytes_of({grey_of(c), grey_of(c)}); };
  expect_seen(png_file(fields_by(fine), kWide, kHigh, {16, PNG_COLOR_TYPE_GRAY, 1}), greys(), 0);
  const auto opaque = [](const Colour& c) { return bytes_of({grey_of(c), 255}); };
  expect_seen(png_file(fields_by(opaque), kWide, kHigh, {8, PNG_COLOR_TYPE_GRAY_ALPHA, 2}), greys(), 0);
}

TEST(Colours, SixteenBits) {
  const auto fine = [](const Colour& c) { return bytes_of({c[0], c[0], c[1], c[1], c[2], c[2]}); };
  expect_seen(png_file(fields_by(fine), kWide, kHigh, {16, PNG_COLOR_TYPE_RGB, 3}), kFields, 0);
  const auto opaque = [&](const Colour& c) { return fine(c) + "\xFF\xFF"; };
  expect_seen(png_file(fields_by(opaque), kWide, kHigh, {16, PNG_COLOR_TYPE_RGB_ALPHA, 4}), kFields, 0);
}

TEST(Colours, APaletteWithWhatIsSeenThrough) {
  PngSpec spec{8, PNG_COLOR_TYPE_PALETTE, 1};
  for (const auto& c : kFields) spec.palette.push_back({c[0], c[1], c[2]});
  const auto index = [](const Colour& c) {
    return bytes_of({static_cast<int>(std::find(kFields.begin(), kFields.end(), c) - kFields.begin())});
  };
  expect_seen(png_file(fields_by(index), kWide, kHigh, spec), kFields, 0);
  spec.opacity = {255, 255, 100, 0};
  const auto picture = decode_picture(png_file(fields_by(index), kWide, kHigh, spec), kLarge);
  ASSERT_TRUE(picture) << worded(picture.error());
  EXPECT_EQ(rgba(*picture, 8, 12), (std::array{200, 30, 30, 255}));
  EXPECT_EQ(rgba(*picture, 8, 36), (std::array{20, 40, 160, 100}));
  EXPECT_EQ(rgba(*picture, 24, 36)[3], 0);
}

TEST(Colours, InterlacedPng) {
  expect_seen(png_file(fields_by(rgb), kWide, kHigh, {.interlaced = true}), kFields, 0);
}

TEST(Colours, AnEmbeddedProfileIsRespected) {
  constexpr Fields exchanged{Colour{30, 30, 200}, Colour{60, 140, 30}, Colour{160, 40, 20}, kWhite};
  const auto profile = exchanged_profile();
  expect_seen(jpeg_of(exchanged, kWide, kHigh, {.profile = profile}), kFields, 5);
  expect_seen(png_file(field_pixels(exchanged, kWide, kHigh, rgb), kWide, kHigh, {.profile = profile}), kFields, 5);
  expect_seen(webp_file(exchanged, kWide, kHigh, "", profile), kFields, 5);
}

TEST(Colours, AProfileThatCannotBeUsedIsAsIfThereWereNone) {
  expect_seen(jpeg_of(kFields, kWide, kHigh, {.profile = std::string(200, 'x')}));
  const auto of_light = exchanged_profile();
  expect_seen(jpeg_file(fields_by(inks_inverted), kWide, kHigh, {JCS_CMYK, JCS_CMYK, 4, true, "", of_light}));
}

}  // namespace
}  // namespace mingting
