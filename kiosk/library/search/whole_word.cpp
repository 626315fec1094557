// Words are found by ICU's dictionary.
#include "library/search/whole_word.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace mingting {

bool stands_whole(const Folding& folding, std::u32string_view word, std::string_view text) {
  const auto folded = folding.fold(text);
  std::u32string characters;
  for (const auto& c : folded) characters += c.code_point;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  const std::unique_ptr<UText, decltype(&utext_close)> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), utext_close);
  if (U_FAILURE(status) || word.empty()) return false;
  breaker->setText(bytes.get(), status);
  if (U_FAILURE(status)) return false;
  for (auto at = characters.find(word); at != std::u32string::npos; at = characters.find(word, at + 1)) {
    const auto from = static_cast<std::int32_t>(folded[at].from),
               to = static_cast<std::int32_t>(folded[at + word.size() - 1].to);
    if (breaker->isBoundary(from) != 0 && breaker->isBoundary(to) != 0) return true;
  }
  return false;
}

}  // namespace mingting
