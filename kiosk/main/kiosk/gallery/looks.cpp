// The looks: all that a visitor may choose on the two usual screens, and what other screens are built into halls.
#include "main/kiosk/gallery/looks.hpp"

#include <algorithm>

namespace mingting::gallery {
namespace {

constexpr platform::Size kPortrait{1080, 1920}, kLandscape{1920, 1080};
constexpr Settings kStandard{}, kLarge{.size = Size::Large}, kExtraLarge{.size = Size::ExtraLarge},
    kContrast{.contrast = Contrast::High}, kExtraLargeContrast{.size = Size::ExtraLarge, .contrast = Contrast::High},
    kLow{.reach = Reach::Low}, kExtraLargeLow{.size = Size::ExtraLarge, .reach = Reach::Low}, kEnglish{.language = Language::English};

constexpr Look kLooks[] = {
    {"portrait", "竖屏", kPortrait, kStandard, true},
    {"portrait-extra-large", "竖屏 特大", kPortrait, kExtraLarge, true},
    {"portrait-contrast", "竖屏 高对比", kPortrait, kContrast, true},
    {"portrait-low", "竖屏 低位", kPortrait, kLow, true},
    {"portrait-english", "竖屏 英文", kPortrait, kEnglish, true},
    {"landscape", "横屏", kLandscape, kStandard, true},
    {"landscape-extra-large", "横屏 特大", kLandscape, kExtraLarge, true},
    {"portrait-large", "竖屏 大", kPortrait, kLarge},
    {"portrait-extra-large-contrast", "竖屏 特大 高对比", kPortrait, kExtraLargeContrast},
    {"portrait-extra-large-low", "竖屏 特大 低位", kPortrait, kExtraLargeLow},
    {"landscape-large", "横屏 大", kLandscape, kLarge},
    {"landscape-contrast", "横屏 高对比", kLandscape, kContrast},
    {"landscape-low", "横屏 低位", kLandscape, kLow},
    {"landscape-english", "横屏 英文", kLandscape, kEnglish},
    {"1080x2400", "1080x2400", {1080, 2400}, kStandard},
    {"800x1280", "800x1280", {800, 1280}, kStandard},
    {"800x1280-extra-large", "800x1280 特大", {800, 1280}, kExtraLarge},
    {"1366x768", "1366x768", {1366, 768}, kStandard},
    {"1366x768-extra-large", "1366x768 特大", {1366, 768}, kExtraLarge},
    {"800x600", "800x600", {800, 600}, kStandard},
    {"800x600-extra-large", "800x600 特大", {800, 600}, kExtraLarge},
    {"3840x2160", "3840x2160", {3840, 2160}, kStandard},
};

}  // namespace

std::span<const Look> looks() {
  return kLooks;
}

std::vector<platform::Size> sizes_of(std::span<const Look> looks) {
  std::vector<platform::Size> sizes;
  for (const auto& look : looks) {
    if (std::find(sizes.begin(), sizes.end(), look.size) == sizes.end()) sizes.push_back(look.size);
  }
  return sizes;
}

}  // namespace mingting::gallery
