// Where lines of Chinese and Latin text may break, by Unicode's rules as ICU has them (strict: no 。，》 at a line's
// start, no 《（ at its end). Used on screen and on paper.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingting {

struct BreakPoint {
  std::uint32_t offset;  ///< byte offset in the text; a line may end just before it
  bool mandatory;        ///< after a line feed
};

/// Ascending; the text's end is always the last. Malformed bytes count as U+FFFD. Safe from any thread.
std::vector<BreakPoint> line_breaks(std::string_view text);

/// Where words end, Chinese ones by ICU's dictionary: byte offsets, ascending. Safe from any thread.
std::vector<std::uint32_t> word_ends(std::string_view text);

}  // namespace mingting
