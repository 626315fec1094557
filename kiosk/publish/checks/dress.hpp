// Can the district's own colour be read, and is its emblem a picture?
#pragma once

#include "base/look/style_sheet.hpp"
#include "publish/kinds/media.hpp"
#include "publish/kinds/site.hpp"

namespace mingting {

/// `sheet`: of the screens it will be shown on; null where that is not known: then the colour's contrast is not judged.
void check_dress(const SiteFile& site, const StyleSheet* sheet, const std::vector<MediaFile>& media, FileReport& report);

}  // namespace mingting
