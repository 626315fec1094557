// Picture files made up for tests: sound ones, and ones that lie about their size.
#pragma once

#include <gtest/gtest.h>
#include <png.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "support/small_png.hpp"

namespace mingting {

inline std::string encode_png(int width, int height, const std::vector<std::uint8_t>& rgb) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(length, '\0');
  EXPECT_NE(png_image_write_to_memory(&image, bytes.data(), &length, 0, rgb.data(), 0, nullptr), 0)
      << image.message;
  bytes.resize(length);
  return bytes;
}

inline std::string png_of(int width, int height, std::array<std::uint8_t, 3> color) {
  std::vector<std::uint8_t> rgb;
  for (int i = 0; i < width * height; ++i) rgb.insert(rgb.end(), color.begin(), color.end());
  return encode_png(width, height, rgb);
}

inline std::string checkered_png(int width, int height) {
  std::vector<std::uint8_t> rgb;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) rgb.insert(rgb.end(), 3, (x + y) % 2 == 0 ? 255 : 0);
  return encode_png(width, height, rgb);
}

/// The PNG with another size in its header, and the header's checksum made right again.
inline std::string with_png_size(std::string png, std::uint32_t width, std::uint32_t height) {
  return png.replace(8, 25, png_chunk("IHDR", big_endian(width, 4) + big_endian(height, 4) + png.substr(24, 5)));
}

inline std::string jpeg_header(std::uint32_t width, std::uint32_t height) {
  return std::string("\xFF\xD8\xFF\xE0", 4) + big_endian(4, 2) + std::string(2, '\0') +
         std::string("\xFF\xC0", 2) + big_endian(17, 2) + std::string(1, '\x08') + big_endian(height, 2) +
         big_endian(width, 2) + std::string(20, '\x01');
}

/// A lossless WebP's header: 14 bits for each side, less one.
inline std::string webp_header(std::uint32_t width, std::uint32_t height) {
  const std::uint32_t bits = (width - 1) | (height - 1) << 14;
  std::string bytes = std::string("RIFF\x40\0\0\0WEBPVP8L\x20\0\0\0\x2F", 21);
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(bits >> (8 * i) & 0xFF);
  return bytes + std::string(40, '\0');
}

}  // namespace mingting
