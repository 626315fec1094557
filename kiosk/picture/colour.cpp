// Embedded profiles by Little CMS.
#include "picture/colour.hpp"

#include <lcms2.h>

namespace mingting {
namespace {

struct CmsDeleter {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CmsDeleter>;
struct TransformDeleter {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, TransformDeleter>;

constexpr cmsUInt32Number kGreyInRgba = COLORSPACE_SH(PT_GRAY) | CHANNELS_SH(1) | EXTRA_SH(3) | BYTES_SH(1);

/// How a pixel of ours is read for a profile of this kind; 0: no profile of pictures on a screen.
cmsUInt32Number screen_layout(cmsColorSpaceSignature kind) {
  if (kind == cmsSigRgbData) return TYPE_RGBA_8;
  return kind == cmsSigGrayData ? kGreyInRgba : 0;
}

Transform transform(const Profile& from, cmsUInt32Number layout) {
  const Profile screen{cmsCreate_sRGBProfile()};
  return Transform{cmsCreateTransform(from.get(), layout, screen.get(), TYPE_RGBA_8, INTENT_RELATIVE_COLORIMETRIC,
                                      cmsFLAGS_BLACKPOINTCOMPENSATION)};
}

/// In place: what stands beside the colours stays.
void recolour(const Transform& transform, const Surface& surface) {
  for (int y = 0; y < surface->h; ++y)
    cmsDoTransform(transform.get(), row_of(surface, y), row_of(surface, y), static_cast<cmsUInt32Number>(surface->w));
}

Profile opened(std::string_view bytes) {
  return Profile{bytes.empty() ? nullptr : cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))};
}

/// Each colour is what its ink and the black leave of the light.
void mix_plainly(std::uint8_t* pixel, Ink ink) {
  const auto light = [&](int i) { return ink == Ink::Inverted ? pixel[i] : 255 - pixel[i]; };
  const int black = light(3);
  for (int i = 0; i < 3; ++i) pixel[i] = static_cast<std::uint8_t>((light(i) * black + 127) / 255);
}

}  // namespace

void to_screen_colours(const Surface& surface, std::string_view profile) {
  const auto from = opened(profile);
  const auto layout = from ? screen_layout(cmsGetColorSpace(from.get())) : 0;
  if (layout == 0) return;
  if (const auto made = transform(from, layout)) recolour(made, surface);
}

void inks_to_screen_colours(const Surface& surface, Ink ink, std::string_view profile) {
  const auto from = opened(profile);
  Transform made;
  if (from && cmsGetColorSpace(from.get()) == cmsSigCmykData)
    made = transform(from, ink == Ink::Inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8);
  if (made) recolour(made, surface);
  for (int y = 0; y < surface->h; ++y) {
    std::uint8_t* pixel = row_of(surface, y);
    for (int x = 0; x < surface->w; ++x, pixel += 4) {
      if (!made) mix_plainly(pixel, ink);
      pixel[3] = 255;
    }
  }
}

}  // namespace mingting
