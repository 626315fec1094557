// Editing a line or a few lines of text, by code points. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text/text.hpp"

namespace mingting {

enum class EditKey { Backspace, Delete, Left, Right, Home, End };

struct TextEdit {
  std::string text;
  std::size_t caret = 0;  ///< code points before it
  bool operator==(const TextEdit&) const = default;
};

/// Inserts cleaned text at the caret, never past `max_code_points` in all; what does not fit is left out.
TextEdit insert(const TextEdit& edit, std::string_view typed, Lines lines, std::size_t max_code_points);
TextEdit apply(const TextEdit& edit, EditKey key);

}  // namespace mingting
