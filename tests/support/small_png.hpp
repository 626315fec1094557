// The smallest picture there is: one grey pixel, written by hand.
#pragma once

#include <cstdint>
#include <string>

namespace mingting {

inline std::string big_endian(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

/// With its length before it and its checksum behind.
inline std::string png_chunk(const std::string& name, const std::string& bytes) {
  const std::string counted = name + bytes;
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : counted) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return big_endian(static_cast<std::uint32_t>(bytes.size()), 4) + counted + big_endian(~crc, 4);
}

/// All of one size, whatever the grey.
inline std::string small_png(std::uint8_t grey = 128) {
  const std::string stored("\x78\x01\x01\x02\x00\xFD\xFF\x00", 8);  // a block that is not compressed: filter 0, then the pixel
  const std::uint32_t sum = (2U + grey) << 16 | (1U + grey);
  return std::string("\x89PNG\r\n\x1a\n") +
         png_chunk("IHDR", big_endian(1, 4) + big_endian(1, 4) + std::string("\x08\0\0\0\0", 5)) +
         png_chunk("IDAT", stored + static_cast<char>(grey) + big_endian(sum, 4)) + png_chunk("IEND", "");
}

}  // namespace mingting
