// Colours, sizes and type of LOOK: the one place that knows them.
#pragma once

#include "ui/tree/tree.hpp"

namespace mingting::ui {

enum class Theme { Standard, HighContrast };
enum class TextSize { Standard, Large, ExtraLarge };
enum class TextStyle { Caption, Body, Label, Title, Display, Giant };
/// What a colour is for. Each has its ink on paper and, as a surface, its on-ink.
enum class Tone { Ink, Quiet, Primary, Accent, Good, Wait };

struct Palette {
  Color paper, surface, line;
  Color ink, quiet, primary, accent, good, wait;
  Color on_primary, on_accent, on_good, on_wait;
  Color mark;  ///< behind a search match
  Color on_mark;
  bool outlined;  ///< every surface has an outline (high contrast)
};
const Palette& palette(Theme theme);
Color tone_color(const Palette& palette, Tone tone);
Color tone_tint(const Palette& palette,
                Tone tone);  ///< a surface with a breath of the tone; the tone's ink reads on it

float size_factor(TextSize size);  ///< 1, 1.3, 1.7
float em_dp(TextStyle style,
            TextSize size);          ///< caption 28, body 34, label 38, title 46, display 64, giant 96
float line_factor(TextStyle style);  ///< 1.5 for body, >= 1.3 for all

}  // namespace mingting::ui
