// What is compared is what is said: letters, figures and Han, without marks and spaces, in one width and case.
#include "publish/rules/twins.hpp"

#include <unordered_map>

#include "base/text/text.hpp"
#include "domain/identity/document_number.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

constexpr std::size_t kShortest = 40;  // characters: less may be said twice

std::u32string said(std::string_view text) {
  std::u32string kept;
  for (const char32_t c : to_code_points(ascii_lower(fold_width(text)))) {
    if (is_ascii_letter(c) || is_ascii_figure(c) || is_han(c)) kept += c;
  }
  return kept;
}

/// A digest of what the body says; "" when it says little.
std::string body_of(const ItemFile& file) {
  std::string text;
  for (const auto& block : file.document.blocks) text += plain_text(block) + '\n';
  const auto kept = said(text);
  if (kept.size() < kShortest) return {};
  std::string bytes;
  for (const char32_t c : kept) append_utf8(bytes, c);
  return sha256_hex(bytes);
}

/// Title and 文号 together; "" without either.
std::string name_of(const ItemFile& file) {
  const auto& item = file.document.item;
  const auto number = parse_document_number(item.document_number);
  if (!number) return {};
  std::string name;
  for (const char32_t c : said(item.title)) append_utf8(name, c);
  return name.empty() ? name : name + '\n' + print_document_number(*number);
}

}  // namespace

void check_twins(std::vector<ItemFile>& items) {
  std::unordered_map<std::string, const ItemFile*> bodies, names;
  for (auto& file : items) {
    const auto body = body_of(file), name = name_of(file);
    const auto* same_body = body.empty() ? nullptr : bodies.emplace(body, &file).first->second;
    const auto* same_name = name.empty() ? nullptr : names.emplace(name, &file).first->second;
    if (same_body != nullptr && same_body != &file)
      file.report.error(0, "twin.body", same_body->report.file());
    else if (same_name != nullptr && same_name != &file)
      file.report.error(file.title_line, "twin.name", same_name->report.file());
  }
}

}  // namespace mingting
