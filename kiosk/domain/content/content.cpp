// A block of content as plain text, for search and previews; where a link leads; values of a field.
#include "domain/content/content.hpp"

#include "base/text/text.hpp"

namespace mingting {

bool leads_outside(std::string_view link) {
  const auto lower = ascii_lower(link.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("tel:") ||
         lower.starts_with("mailto:");
}

std::vector<std::string> values_of(const Item& item, std::string_view field) {
  std::vector<std::string> values;
  const auto found = item.fields.find(std::string(field));
  if (found == item.fields.end()) return values;
  for (const auto& value : split(replace_all(found->second, "\xEF\xBC\x9B", ";"), ';')) {
    if (auto plain = trimmed(value); !plain.empty()) values.push_back(std::move(plain));
  }
  return values;
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
