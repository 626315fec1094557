// How is a line or a few lines of text edited, character by character? Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text/text.hpp"

namespace mingting {

enum class EditKey { Backspace, Delete, Left, Right, Home, End };

/// The caret never stands within a character: a letter and its accents, an emoji of several parts.
struct TextEdit {
  std::string text;
  std::size_t caret = 0;  ///< code points before it
  bool operator==(const TextEdit&) const = default;
};

struct Inserted {
  TextEdit edit;
  std::size_t kept = 0;   ///< characters that found room
  bool cut = false;       ///< some did not
  bool operator==(const Inserted&) const = default;
};

/// Puts cleaned text at the caret, never past `most` characters in all.
Inserted insert(const TextEdit& edit, std::string_view typed, Lines lines, std::size_t most);
TextEdit apply(const TextEdit& edit, EditKey key);
/// The same text with the caret at the beginning of the character nearest at or before `caret`.
TextEdit with_caret(std::string text, std::size_t caret);

}  // namespace mingting
