// In which sizes, types and themes does the gallery draw?
#pragma once

#include <span>
#include <vector>

#include "app/settings.hpp"
#include "platform/display.hpp"

namespace mingting::gallery {

struct Look {
  const char* name;   ///< its folder
  const char* title;  ///< for the head of its column
  platform::Size size;
  Settings settings;
  bool every_state = false;  ///< otherwise landmarks alone
};

/// Those that show every state come first.
std::span<const Look> looks();
/// The sizes of these looks, each once: a kiosk is opened for each.
std::vector<platform::Size> sizes_of(std::span<const Look> looks);

}  // namespace mingting::gallery
