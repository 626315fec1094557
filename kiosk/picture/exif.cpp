// The orientation stands in the first directory of a TIFF file without a picture.
#include "picture/exif.hpp"

#include <array>
#include <cstdint>

namespace mingting {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t kOrientation = 0x0112, kShort = 3;
constexpr std::size_t kEntry = 12;

/// As EXIF counts them, from 1: which side of what is seen is the first row stored, and which the first column.
constexpr std::array<Turn, 8> kTurns{{{false, false, false},
                                      {false, true, false},
                                      {false, true, true},
                                      {false, false, true},
                                      {true, false, false},
                                      {true, false, true},
                                      {true, true, true},
                                      {true, true, false}}};

/// Numbers in the byte order of the block; 0 beyond its end.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM"sv)) {}

  std::uint32_t at(std::size_t place, std::size_t count) const {
    if (place > bytes_.size() || bytes_.size() - place < count) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[place + (big_ ? i : count - 1 - i)]);
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

}  // namespace

Turn turn_of(std::string_view exif) {
  if (exif.starts_with("Exif\0\0"sv)) exif.remove_prefix(6);
  if (!exif.starts_with("II*\0"sv) && !exif.starts_with("MM\0*"sv)) return {};
  const Numbers numbers(exif);
  const std::size_t directory = numbers.at(4, 4);
  const std::size_t entries = numbers.at(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntry;
    if (numbers.at(entry, 2) != kOrientation) continue;
    const auto value = numbers.at(entry + 2, 2) == kShort ? numbers.at(entry + 8, 2) : 0;
    return value >= 1 && value <= kTurns.size() ? kTurns[value - 1] : Turn{};
  }
  return {};
}

}  // namespace mingting
