// ICU's rules asked where a line may break.
#include "base/text/line_break.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

namespace mingting {
namespace {

using Breaker = std::unique_ptr<icu::BreakIterator>;

icu::BreakIterator* line_breaker() {
  thread_local const Breaker instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return Breaker(icu::BreakIterator::createLineInstance(icu::Locale("zh_CN@lb=strict"), status));
  }();
  return instance.get();
}

icu::BreakIterator* word_breaker() {
  thread_local const Breaker instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return Breaker(icu::BreakIterator::createWordInstance(icu::Locale::getSimplifiedChinese(), status));
  }();
  return instance.get();
}

/// Calls `found` with every boundary behind the text's beginning.
template <typename Found>
void each_boundary(icu::BreakIterator* iterator, std::string_view text, Found found) {
  UErrorCode status = U_ZERO_ERROR;
  UText* source = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_SUCCESS(status) && iterator != nullptr) {
    iterator->setText(source, status);
    for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) found(static_cast<std::uint32_t>(at));
  }
  utext_close(source);
}

}  // namespace

std::vector<BreakPoint> line_breaks(std::string_view text) {
  std::vector<BreakPoint> points;
  if (text.empty()) return points;
  auto* const iterator = line_breaker();
  each_boundary(iterator, text, [&](std::uint32_t at) { points.push_back({at, iterator->getRuleStatus() >= UBRK_LINE_HARD}); });
  if (points.empty() || points.back().offset != text.size()) {
    points.push_back({static_cast<std::uint32_t>(text.size()), false});
  }
  points.back().mandatory = text.back() == '\n';
  return points;
}

std::vector<std::uint32_t> word_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  each_boundary(word_breaker(), text, [&](std::uint32_t at) { ends.push_back(at); });
  return ends;
}

}  // namespace mingting
