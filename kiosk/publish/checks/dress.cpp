// A colour that is too faint is told with a darker one of its kind that is not.
#include "publish/checks/dress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mingting {
namespace {

bool readable(const Palette& palette) {
  const auto found = contrast_of_primary(palette);
  return found.as_ink >= kReadable && found.under_words >= kReadableOnPrimary;
}

/// The same colour with as much ink in it as it needs.
Color darkened(const Palette& palette, Color color) {
  constexpr int kSteps = 50;
  for (int step = 1; step < kSteps; ++step) {
    const Color darker = mix(color, {0, 0, 0}, static_cast<float>(step) / kSteps);
    if (readable(with_primary(palette, darker))) return darker;
  }
  return palette.primary;
}

void check_color(const SiteFile& site, const Palette& palette, Color color, FileReport& report) {
  const auto own = with_primary(palette, color);
  if (readable(own)) return;
  report.error(site.primary_line, "site-file.faint-primary", site.site.primary,
               fmt::format("{:.1f}", contrast_of_primary(own).as_ink), static_cast<int>(kReadable),
               print_color(darkened(palette, color)));
}

}  // namespace

void check_dress(const SiteFile& site, const StyleSheet* sheet, const std::vector<MediaFile>& media, FileReport& report) {
  if (const auto& written = site.site.primary; !written.empty()) {
    const auto color = parse_color(written);
    if (!color) report.error(site.primary_line, "site-file.no-color", written);
    else if (sheet != nullptr) check_color(site, sheet->palette(Theme::Standard), *color, report);
  }
  const auto& emblem = site.site.emblem;
  const bool there = std::any_of(media.begin(), media.end(),
                                 [&](const MediaFile& file) { return file.picture && file.name == emblem; });
  if (!emblem.empty() && !there) report.error(site.emblem_line, "site-file.no-emblem", emblem);
}

}  // namespace mingting
