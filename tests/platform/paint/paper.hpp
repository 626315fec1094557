// Pixels to try a brush on, with margins in which nothing may be painted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "platform/paint/brush.hpp"

namespace mingting::platform {

class Paper {
 public:
  static constexpr std::uint32_t kBlank = 0xFFFFFF;

  Paper(int width, int height)
      : width_(width),
        height_(height),
        pixels_(static_cast<std::size_t>((width + 2 * kMargin) * (height + 2 * kMargin)), kOutside),
        brush_((blank(), &word(0, 0)), width, height, (width + 2 * kMargin) * 4) {}
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  Brush& brush() { return brush_; }
  /// 0xRRGGBB.
  std::uint32_t at(int x, int y) { return word(x, y) & 0xFFFFFF; }
  int count(std::uint32_t color) {
    int found = 0;
    each([&](int x, int y) { found += at(x, y) == color ? 1 : 0; });
    return found;
  }
  bool is_blank() { return count(kBlank) == width_ * height_ && margins_are_clean(); }
  bool margins_are_clean() const {
    return std::ranges::count(pixels_, kOutside) == static_cast<std::ptrdiff_t>(pixels_.size()) - width_ * height_;
  }
  /// Line by line: '#' in that colour, '.' blank, '-' anything else.
  std::string drawn(std::uint32_t color) {
    std::string lines;
    each([&](int x, int y) {
      lines += at(x, y) == color ? '#' : at(x, y) == kBlank ? '.' : '-';
      if (x + 1 == width_) lines += '\n';
    });
    return lines;
  }

 private:
  static constexpr int kMargin = 3;
  static constexpr std::uint32_t kOutside = 0x5A123456;

  template <typename See>
  void each(See see) {
    for (int y = 0; y < height_; ++y)
      for (int x = 0; x < width_; ++x) see(x, y);
  }
  void blank() {
    each([this](int x, int y) { word(x, y) = kBlank; });
  }
  std::uint32_t& word(int x, int y) {
    return pixels_[static_cast<std::size_t>((y + kMargin) * (width_ + 2 * kMargin) + x + kMargin)];
  }

  int width_, height_;
  std::vector<std::uint32_t> pixels_;
  Brush brush_;
};

}  // namespace mingting::platform
