// The words and titles offered while somebody types, collected when publishing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace mingting {

/// How much a word counts when several fit. What the office chose goes before what merely occurs.
enum class WordSource : std::uint8_t { Title = 1, Metadata = 2, Keyword = 3, Place = 4, Chosen = 5 };

class SuggestionWords {
 public:
  /// Words longer than a line of a phone are cut; empty ones are ignored; the better source wins.
  void add(std::string_view word, WordSource source);
  const std::map<std::string, WordSource>& all() const { return words_; }

 private:
  std::map<std::string, WordSource> words_;
};

}  // namespace mingting
