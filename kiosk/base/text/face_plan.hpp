// Which faces does a plan of faces (fonts/fonts.toml) name for a role?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text/toml_keys.hpp"

namespace mingting {

struct PlannedFace {
  std::string file;     ///< "" when none is named, which the reader was told of
  int index = 0;        ///< the face inside a collection
  double em_scale = 0;  ///< 0 when none is given
  std::string package;  ///< what to install when the file is missing
  int line = 0;         ///< of the plan
};

/// The faces of a role in the plan's order; none when it names none. `place`: what names the role's tables to
/// the reader.
std::vector<PlannedFace> planned_faces(const TomlValue& plan, std::string_view role, TomlReader& reader,
                                       const Remark& place = {});

}  // namespace mingting
