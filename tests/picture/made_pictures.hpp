// Four fields of colour made into files of every kind: as cameras, print shops and scanners hand them over.
#pragma once

#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <lcms2.h>
#include <png.h>
#include <webp/encode.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "picture/picture_bytes.hpp"

namespace mingting {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour kRed{200, 30, 30}, kGreen{30, 140, 60}, kBlue{20, 40, 160}, kWhite{255, 255, 255};

/// Above left and right, below left and right.
using Fields = std::array<Colour, 4>;
constexpr Fields kFields{kRed, kGreen, kBlue, kWhite};
constexpr int kWide = 32, kHigh = 48;

/// Rows of pixels, each made by `make` (any number of channels) from its colour.
template <class Make>
std::string field_pixels(const Fields& fields, int width, int height, Make make) {
  std::string pixels;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) pixels += make(fields[(y < height / 2 ? 0U : 2U) + (x < width / 2 ? 0U : 1U)]);
  return pixels;
}

inline std::string bytes_of(std::initializer_list<int> values) {
  std::string bytes;
  for (const int value : values) bytes += static_cast<char>(value);
  return bytes;
}
inline std::string rgb(const Colour& c) { return bytes_of({c[0], c[1], c[2]}); }

/// Ink is what takes light away; black is left out.
inline std::string inks(const Colour& c) { return bytes_of({255 - c[0], 255 - c[1], 255 - c[2], 0}); }
inline std::string inks_inverted(const Colour& c) { return bytes_of({c[0], c[1], c[2], 255}); }

/// A camera's note of how it was held, in either byte order ("II" or "MM").
inline std::string exif_of(int orientation, const std::string& order = "MM") {
  const auto number = [&](int value, int bytes) {
    std::string text = big_endian(static_cast<std::uint32_t>(value), bytes);
    return order == "MM" ? text : std::string(text.rbegin(), text.rend());
  };
  return order + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4) +
         number(orientation, 2) + number(0, 2) + number(0, 4);
}

/// A profile in which the first channel is blue and the third red: whoever leaves it out shows them exchanged.
inline std::string exchanged_profile() {
  cmsCIExyYTRIPLE primaries{{0.15, 0.06, 1}, {0.30, 0.60, 1}, {0.64, 0.33, 1}};
  const cmsCIExyY white{0.3127, 0.3290, 1};
  std::array<cmsFloat64Number, 5> srgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  auto* curve = cmsBuildParametricToneCurve(nullptr, 4, srgb.data());
  std::array<cmsToneCurve*, 3> curves{curve, curve, curve};
  auto* profile = cmsCreateRGBProfile(&white, &primaries, curves.data());
  cmsUInt32Number length = 0;
  EXPECT_TRUE(cmsSaveProfileToMem(profile, nullptr, &length));
  std::string bytes(length, '\0');
  EXPECT_TRUE(cmsSaveProfileToMem(profile, bytes.data(), &length));
  cmsCloseProfile(profile);
  cmsFreeToneCurve(curve);
  return bytes;
}

struct JpegSpec {
  J_COLOR_SPACE given = JCS_RGB, stored = JCS_YCbCr;
  int channels = 3;
  bool adobe = false;
  std::string exif{}, profile{};
};

inline std::string jpeg_file(const std::string& pixels, int width, int height, const JpegSpec& spec = {}) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long length = 0;
  jpeg_mem_dest(&jpeg, &bytes, &length);
  jpeg.image_width = static_cast<JDIMENSION>(width);
  jpeg.image_height = static_cast<JDIMENSION>(height);
  jpeg.input_components = spec.channels;
  jpeg.in_color_space = spec.given;
  jpeg_set_defaults(&jpeg);
  jpeg_set_colorspace(&jpeg, spec.stored);
  jpeg_set_quality(&jpeg, 100, TRUE);
  jpeg.write_Adobe_marker = spec.adobe ? TRUE : FALSE;
  jpeg_start_compress(&jpeg, TRUE);
  const std::string exif = std::string("Exif\0\0", 6) + spec.exif;
  if (!spec.exif.empty())
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()), static_cast<unsigned>(exif.size()));
  if (!spec.profile.empty())
    jpeg_write_icc_profile(&jpeg, reinterpret_cast<const JOCTET*>(spec.profile.data()),
                           static_cast<unsigned>(spec.profile.size()));
  for (int y = 0; y < height; ++y) {
    auto* row = reinterpret_cast<JSAMPROW>(
        const_cast<char*>(pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width * spec.channels)));
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string file(reinterpret_cast<char*>(bytes), length);
  std::free(bytes);
  return file;
}

inline std::string jpeg_of(const Fields& fields, int width, int height, const JpegSpec& spec = {}) {
  return jpeg_file(field_pixels(fields, width, height, rgb), width, height, spec);
}

struct PngSpec {
  int depth = 8, kind = PNG_COLOR_TYPE_RGB, channels = 3;
  std::vector<png_color> palette{};
  std::vector<png_byte> opacity{};  ///< of the palette's colours
  std::string exif{}, profile{};
  bool interlaced = false;
};

inline void note_beside(png_structp png, png_infop info, const PngSpec& spec) {
  if (!spec.palette.empty()) png_set_PLTE(png, info, spec.palette.data(), static_cast<int>(spec.palette.size()));
  if (!spec.opacity.empty()) png_set_tRNS(png, info, spec.opacity.data(), static_cast<int>(spec.opacity.size()), nullptr);
  if (!spec.profile.empty())
    png_set_iCCP(png, info, "profile", PNG_COMPRESSION_TYPE_BASE, reinterpret_cast<png_const_bytep>(spec.profile.data()),
                 static_cast<png_uint_32>(spec.profile.size()));
  std::string exif = spec.exif;
  if (!exif.empty())
    png_set_eXIf_1(png, info, static_cast<png_uint_32>(exif.size()), reinterpret_cast<png_bytep>(exif.data()));
}

inline std::string png_file(const std::string& pixels, int width, int height, const PngSpec& spec = {}) {
  std::string file;
  auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  auto* info = png_create_info_struct(png);
  const auto take = [](png_structp writer, png_bytep bytes, std::size_t count) {
    static_cast<std::string*>(png_get_io_ptr(writer))->append(reinterpret_cast<char*>(bytes), count);
  };
  png_set_write_fn(png, &file, take, nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), spec.depth, spec.kind,
               spec.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  note_beside(png, info, spec);
  png_write_info(png, info);
  const auto row = static_cast<std::size_t>(width * spec.channels * spec.depth / 8);
  std::vector<png_bytep> rows;
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
    rows.push_back(reinterpret_cast<png_bytep>(const_cast<char*>(pixels.data() + y * row)));
  png_write_image(png, rows.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return file;
}

inline std::string little_endian(std::size_t value, int bytes) {
  std::string text = big_endian(static_cast<std::uint32_t>(value), bytes);
  return {text.rbegin(), text.rend()};
}

inline std::string riff_chunk(const std::string& name, const std::string& bytes) {
  return name + little_endian(bytes.size(), 4) + bytes + std::string(bytes.size() % 2, '\0');
}

/// Lossless, with its notes beside it in the extended form.
inline std::string webp_file(const Fields& fields, int width, int height, const std::string& exif = "",
                             const std::string& profile = "") {
  const auto pixels = field_pixels(fields, width, height, rgb);
  std::uint8_t* bytes = nullptr;
  const auto length =
      WebPEncodeLosslessRGB(reinterpret_cast<const std::uint8_t*>(pixels.data()), width, height, width * 3, &bytes);
  const std::string plain(reinterpret_cast<char*>(bytes), length);
  WebPFree(bytes);
  const auto side = [](int side_length) { return little_endian(static_cast<std::size_t>(side_length - 1), 3); };
  const auto flags = bytes_of({(exif.empty() ? 0 : 0x08) | (profile.empty() ? 0 : 0x20), 0, 0, 0});
  std::string body = "WEBP" + riff_chunk("VP8X", flags + side(width) + side(height));
  if (!profile.empty()) body += riff_chunk("ICCP", profile);
  body += plain.substr(12);
  if (!exif.empty()) body += riff_chunk("EXIF", exif);
  return riff_chunk("RIFF", body);
}

}  // namespace mingting
