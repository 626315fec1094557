// Two pictures, pixel by pixel.
#include "main/kiosk/gallery/compare.hpp"

#include <cstdlib>

namespace mingting::gallery {
namespace {

constexpr std::uint8_t kRed[] = {208, 0, 0};

bool is_another(const std::uint8_t* before, const std::uint8_t* now) {
  for (int colour = 0; colour < 3; ++colour) {
    if (std::abs(before[colour] - now[colour]) > kColourDiffers) return true;
  }
  return false;
}

std::uint8_t pale(std::uint8_t colour) {
  return static_cast<std::uint8_t>(192 + colour / 4);
}

}  // namespace

std::optional<Difference> difference(const platform::Picture& before, const platform::Picture& now) {
  if (before.width != now.width || before.height != now.height) return Difference{1, now};
  Difference found{0, now};
  std::size_t others = 0;
  for (std::size_t at = 0; at + 2 < now.rgb.size(); at += 3) {
    const bool another = is_another(&before.rgb[at], &now.rgb[at]);
    others += another ? 1 : 0;
    for (std::size_t colour = 0; colour < 3; ++colour) {
      found.picture.rgb[at + colour] = another ? kRed[colour] : pale(now.rgb[at + colour]);
    }
  }
  found.share = static_cast<double>(others) / static_cast<double>(std::max<std::size_t>(1, now.rgb.size() / 3));
  if (found.share <= kPixelsDiffer) return std::nullopt;
  return found;
}

}  // namespace mingting::gallery
