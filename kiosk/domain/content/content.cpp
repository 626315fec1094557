// A block of content as plain text, for search and previews; where a link leads.
#include "domain/content/content.hpp"

#include "base/text/text.hpp"

namespace mingting {

bool leads_outside(std::string_view link) {
  const auto lower = ascii_lower(link.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("tel:") ||
         lower.starts_with("mailto:");
}

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
