// How does everything look: colours, type, shapes, movement? assets/theme.toml has the values, and it alone.
#pragma once

#include <array>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/look/color.hpp"
#include "base/result.hpp"

namespace mingting {

enum class Theme { Standard, HighContrast };
enum class TextSize { Standard, Large, ExtraLarge };
enum class TextStyle { Caption, Body, Label, Title, Display, Giant };
/// What a colour is for. Each has its ink on paper and, as a surface, its on-ink.
enum class Tone { Ink, Quiet, Primary, Accent, Good, Wait };

struct Palette {
  Color paper, surface, line;
  Color ink, quiet, primary, accent, good, wait;
  Color on_primary, on_accent, on_good, on_wait;
  Color primary_tint, accent_tint, good_tint, wait_tint;  ///< a surface with a breath of the tone
  Color mark;                                             ///< behind a search match
  Color on_mark;
  bool outlined = false;  ///< every surface has an outline (high contrast)
};
Color tone_color(const Palette& palette, Tone tone);
Color tone_tint(const Palette& palette, Tone tone);  ///< the tone's ink reads on it
/// The palette with a district's own colour in place of the primary one.
Palette with_primary(Palette palette, Color primary);

/// Contrast of words in the primary colour, where it is least, and of words that stand on it.
struct PrimaryContrast {
  double as_ink = 0, under_words = 0;
};
PrimaryContrast contrast_of_primary(const Palette& palette);
inline constexpr double kReadable = 10, kReadableOnPrimary = 4.5;

struct StyleSheet {
  struct Type {
    float em = 0;    ///< dp at the standard size
    float line = 0;  ///< over em
  };
  /// Dp. Lines grow in high contrast, where they are what shows where things are.
  struct Shape {
    float corner = 0, small_corner = 0, large_corner = 0;
    float line = 0, outlined_line = 0;
    float state_line = 0;  ///< around what is focused, wrong, or stands for a finger
  };
  /// Whether these are set in the bold face.
  struct Weights {
    bool heading = false, question = false, action = false, tile = false;
  };
  struct Motion {
    Milliseconds enter{};  ///< a page or the keyboard comes
    Milliseconds late{};   ///< a frame that takes longer is late; when frames are, nothing moves by itself
  };

  std::array<Palette, 2> palettes;
  std::array<Type, 6> types;
  std::array<float, 3> text_growth{}, icon_growth{};
  Shape shape;
  Weights weights;
  Motion motion;

  const Palette& palette(Theme theme) const { return palettes[static_cast<std::size_t>(theme)]; }
  float text_factor(TextSize size) const { return text_growth[static_cast<std::size_t>(size)]; }
  float icon_factor(TextSize size) const { return icon_growth[static_cast<std::size_t>(size)]; }
  float em(TextStyle style, TextSize size) const { return type(style).em * text_factor(size); }
  float line(TextStyle style) const { return type(style).line; }

 private:
  const Type& type(TextStyle style) const { return types[static_cast<std::size_t>(style)]; }
};

/// Every key must be there, and no other. Errors: the file, the line and the key that is wrong, and how it is written.
Result<StyleSheet> read_style_sheet(FileSystem& files, const Path& file);

}  // namespace mingting
