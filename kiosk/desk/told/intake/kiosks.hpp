// A register begun and kiosks enrolled, told.
#pragma once

#include "desk/intake/kiosks.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const RegisterMade& made);
OrderedJson as_json(const RegisterMade& made);

std::string as_text(const KioskEnrolled& enrolled);
OrderedJson as_json(const KioskEnrolled& enrolled);

std::string as_text(const KioskList& list);
OrderedJson as_json(const KioskList& list);

}  // namespace mingting
