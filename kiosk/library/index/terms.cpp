// How a text becomes terms.
#include "library/index/terms.hpp"

#include <algorithm>

#include "base/text/text.hpp"

namespace mingting {
namespace {

void append_varint(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

}  // namespace

void PostingWriter::add(std::uint32_t number, std::uint32_t count) {
  append_varint(bytes_, static_cast<std::uint64_t>(number - next_) << 1 | (count > 1 ? 1 : 0));
  if (count > 1) append_varint(bytes_, count - 2);
  next_ = number + 1;
  ++size_;
}

std::string pair_text(std::uint64_t key) {
  std::string text;
  append_utf8(text, static_cast<char32_t>(key >> 21));
  if (const auto second = static_cast<char32_t>(key & 0x1FFFFF); second != 0) append_utf8(text, second);
  return text;
}

std::vector<std::string> words_of(const FoldedText& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto kind = class_of(text[at].code_point);
    std::size_t end = at + 1;
    if (kind == CharacterClass::Letter || kind == CharacterClass::Figure) {
      std::string word;
      for (end = at; end < text.size() && class_of(text[end].code_point) == kind; ++end)
        append_utf8(word, text[end].code_point);
      if (end - at >= kShortestWord && end - at <= kLongestWord) words.push_back(std::move(word));
    }
    at = end;
  }
  return words;
}

std::uint32_t TermIndex::add(std::uint32_t number, const FoldedText& text) {
  scratch_.clear();
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i].code_point;
    if (c == 0) continue;
    ++length;
    scratch_.push_back(pair_key(c, 0));
    if (i + 1 < text.size() && text[i + 1].code_point != 0) scratch_.push_back(pair_key(c, text[i + 1].code_point));
  }
  std::ranges::sort(scratch_);
  for (std::size_t at = 0; at < scratch_.size();) {
    std::size_t end = at;
    while (end < scratch_.size() && scratch_[end] == scratch_[at]) ++end;
    pairs_[scratch_[at]].add(number, static_cast<std::uint32_t>(end - at));
    at = end;
  }
  auto words = words_of(text);
  std::ranges::sort(words);
  for (auto at = words.begin(); at != words.end();) {
    const auto end = std::upper_bound(at, words.end(), *at);
    words_[*at].add(number, static_cast<std::uint32_t>(end - at));
    at = end;
  }
  return length;
}

std::vector<std::pair<std::string, PostingWriter*>> TermIndex::sorted() {
  std::vector<std::pair<std::string, PostingWriter*>> all;
  all.reserve(pairs_.size() + words_.size());
  for (auto& [key, list] : pairs_) all.emplace_back(pair_text(key), &list);
  for (auto& [word, list] : words_) all.emplace_back(word, &list);
  std::ranges::sort(all, {}, [](const auto& entry) -> const std::string& { return entry.first; });
  return all;
}

}  // namespace mingting
