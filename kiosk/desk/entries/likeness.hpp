// How alike two applications are.
#pragma once

#include <string_view>

namespace mingting {

/// How alike two texts are, 0 to 1, by the pairs of neighbouring characters they share.
double likeness(std::string_view a, std::string_view b);

}  // namespace mingting
