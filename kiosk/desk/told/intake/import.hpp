// An import told: what is new, what was wrong.
#pragma once

#include "desk/intake/import.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const ImportTally& tally);
OrderedJson as_json(const ImportTally& tally);
/// Whether all there was on the stick is in the register.
bool is_whole(const ImportTally& tally);

}  // namespace mingting
