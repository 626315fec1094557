// In which colours and sizes does the kit draw? Those of the style sheet.
#pragma once

#include "base/look/style_sheet.hpp"
#include "ui/tree/tree.hpp"

namespace mingting::ui {

using mingting::mix;
using mingting::Palette;
using mingting::StyleSheet;
using mingting::TextSize;
using mingting::TextStyle;
using mingting::Theme;
using mingting::Tone;

}  // namespace mingting::ui
