// A text as the modules of a QR code.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

/// A QR code as rows of modules, true = dark, without quiet zone. Error correction M.
Result<std::vector<std::vector<bool>>> qr_modules(std::string_view text);

}  // namespace mingting
