// Drafts in words, and where they were written.
#include "desk/told/cases/convert.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "desk/entries/published.hpp"

namespace mingting {
namespace {

constexpr std::size_t kTitleWidth = 60, kSummaryWidth = 100;

std::string outcome_text(const Publishable& disclosure) {
  return disclosure.outcome ? std::string(reply_title(*disclosure.outcome)) : "";
}

std::string front_matter(const Publishable& disclosure) {
  const auto title = words("disclosure.draft-title", fitted(disclosure.wanted, kTitleWidth));
  return fmt::format("+++\n# {}\ntitle = {}\nsummary = {}\nissuer = {}\ndisclosure = {}\nlegal_basis = {}\n+++\n\n",
                     words("disclosure.draft-remark"), toml_quoted(title),
                     toml_quoted(fitted(disclosure.wanted, kSummaryWidth)), toml_quoted(disclosure.agency),
                     toml_quoted(words("disclosure.draft-disclosure")), toml_quoted(words("disclosure.draft-basis")));
}

std::string draft_item(const Publishable& disclosure) {
  auto text = front_matter(disclosure) +
              fmt::format("## {}\n\n{}\n\n## {}\n\n{}\n", words("disclosure.draft-asked"), disclosure.wanted,
                          words("disclosure.draft-replied"), disclosure.reply ? "" : outcome_text(disclosure));
  if (!disclosure.reply) return text;
  for (const auto& paragraph : *disclosure.reply) text += "\n" + paragraph + "\n";
  return text;
}

}  // namespace

DisclosureDraft disclosure_draft(const Publishable& disclosure) {
  const auto without = disclosure.reply ? "" : words("disclosure.no-reply-kept");
  return {draft_item(disclosure),
          words("disclosure.review", disclosure.id, outcome_text(disclosure), without, disclosure.id)};
}

std::string as_text(const Converted& converted) {
  return words("disclosure.drafted", converted.item.string(), converted.review.string()) + "\n";
}

OrderedJson as_json(const Converted& converted) {
  return {{"ok", true}, {"id", converted.id}, {"item", converted.item.string()}, {"review", converted.review.string()}};
}

std::string as_text(const MarkedConverted& marked) { return words("disclosure.noted", marked.id, marked.item) + "\n"; }

OrderedJson as_json(const MarkedConverted& marked) { return {{"ok", true}, {"id", marked.id}, {"item", marked.item}}; }

}  // namespace mingting
