// Picture files made up for tests: sound ones, and ones that lie about their size.
#pragma once

#include <SDL_image.h>
#include <gtest/gtest.h>
#include <png.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mingting::platform {

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

inline std::string jpeg_of(int width, int height) {
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 24, SDL_PIXELFORMAT_RGB24);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width * 3; ++x)
      static_cast<std::uint8_t*>(surface->pixels)[y * surface->pitch + x] = static_cast<std::uint8_t>(x * y);
  std::string bytes(64 * 1024, '\0');
  SDL_RWops* writer = SDL_RWFromMem(bytes.data(), static_cast<int>(bytes.size()));
  EXPECT_EQ(IMG_SaveJPG_RW(surface, writer, 0, 90), 0) << SDL_GetError();
  bytes.resize(static_cast<std::size_t>(SDL_RWtell(writer)));
  SDL_RWclose(writer);
  SDL_FreeSurface(surface);
  return bytes;
}

inline std::string big_endian(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

/// The PNG with another size in its header, and the header's checksum made right again.
inline std::string with_png_size(std::string png, std::uint32_t width, std::uint32_t height) {
  png.replace(16, 8, big_endian(width, 4) + big_endian(height, 4));
  std::uint32_t crc = 0xFFFFFFFF;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<unsigned char>(png[i]);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  png.replace(29, 4, big_endian(~crc, 4));
  return png;
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

}  // namespace mingting::platform
