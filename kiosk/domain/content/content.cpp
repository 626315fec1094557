// A block of content as plain text, for search and previews.
#include "domain/content/content.hpp"

#include "base/text/text.hpp"

namespace mingting {

std::string plain_text(const Block& block) {
  if (block.kind == BlockKind::Picture) return block.alt;
  std::string text;
  for (const auto& row : block.cells) {
    if (!text.empty()) text += '\n';
    text += join(row, "\t");
  }
  for (const auto& span : block.spans) text += span.text;
  return text;
}

}  // namespace mingting
