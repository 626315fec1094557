// A kiosk's chain told: what is missing and where it may be, that it went two ways and what to do.
#pragma once

#include <string>

#include "desk/register/kiosks.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// 第 2 号, 第 2 至 4 号.
std::string places_text(std::uint64_t first, std::uint64_t last);
/// A line or more for each thing that holds acknowledging up; "" when nothing does.
std::string chain_trouble_text(const KioskChain& chain);
OrderedJson chain_json(const KioskChain& chain);

}  // namespace mingting
