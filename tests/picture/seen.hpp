// What is seen of a picture: its size, and the colour in the middle of each of its four fields.
#pragma once

#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "picture/decode.hpp"
#include "picture/made_pictures.hpp"

namespace mingting {

constexpr PixelSize kLarge{4000, 4000};

inline std::array<int, 4> rgba(const Surface& surface, int x, int y) {
  const auto* p = row_of(surface, y) + static_cast<std::ptrdiff_t>(x) * 4;
  return {p[0], p[1], p[2], p[3]};
}

inline void expect_colour(const Surface& surface, int x, int y, const Colour& colour, int slack) {
  const auto seen = rgba(surface, x, y);
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(seen[c], colour[c], slack) << "channel " << c << " at " << x << "," << y;
  EXPECT_EQ(seen[3], 255);
}

/// `file` shows the fields upright.
inline void expect_seen(const std::string& file, const Fields& fields = kFields, int slack = 3) {
  const auto picture = decode_picture(file, kLarge);
  ASSERT_TRUE(picture) << worded(picture.error());
  ASSERT_EQ(size_of(*picture), (PixelSize{kWide, kHigh}));
  for (int field = 0; field < 4; ++field)
    expect_colour(*picture, kWide / 4 + field % 2 * kWide / 2, kHigh / 4 + field / 2 * kHigh / 2,
                  fields[static_cast<std::size_t>(field)], slack);
}

}  // namespace mingting
