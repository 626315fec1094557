// ICU's rules asked where a line may break.
#include "base/text/line_break.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

namespace mingting {
namespace {

icu::BreakIterator* breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createLineInstance(icu::Locale("zh_CN@lb=strict"), status));
  }();
  return instance.get();
}

}  // namespace

std::vector<BreakPoint> line_breaks(std::string_view text) {
  std::vector<BreakPoint> points;
  if (text.empty()) return points;
  UErrorCode status = U_ZERO_ERROR;
  UText* source = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  auto* const iterator = breaker();
  if (U_SUCCESS(status) && iterator != nullptr) {
    iterator->setText(source, status);
    for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
      points.push_back({static_cast<std::uint32_t>(at), iterator->getRuleStatus() >= UBRK_LINE_HARD});
    }
  }
  utext_close(source);
  if (points.empty() || points.back().offset != text.size()) {
    points.push_back({static_cast<std::uint32_t>(text.size()), false});
  }
  points.back().mandatory = text.back() == '\n';
  return points;
}

}  // namespace mingting
