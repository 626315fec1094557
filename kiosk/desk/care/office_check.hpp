// Whether the office's own files can be used as they are.
#pragma once

#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "desk/register/kiosks.hpp"

namespace mingting {

struct OfficeCheck {
  std::vector<Remark> problems;
};
/// desk.toml, templates, forms, faces (fonts.toml) and the calendar: a remark for each that cannot be used.
/// Needs no register; `kiosks`: those of one that is there.
Result<OfficeCheck> check_office(FileSystem& files, const Path& content, const Path& faces, Date on,
                                 const std::vector<EnrolledKiosk>& kiosks = {});

}  // namespace mingting
