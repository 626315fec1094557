// Missing records told, and what was given up.
#pragma once

#include "desk/intake/missing.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const MissingRecords& missing);
OrderedJson as_json(const MissingRecords& missing);
/// Whether nothing is missing that is not given up.
bool is_whole(const MissingRecords& missing);

std::string as_text(const LostDeclared& declared);
OrderedJson as_json(const LostDeclared& declared);

}  // namespace mingting
