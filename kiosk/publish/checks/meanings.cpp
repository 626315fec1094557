// All words are looked for in one walk through all texts, by their first two characters.
#include "publish/checks/meanings.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "library/index/folding.hpp"
#include "library/index/passages.hpp"
#include "library/index/terms.hpp"

namespace mingting {
namespace {

/// Words that have not been met yet.
class Unmet {
 public:
  void add(const std::string& word) {
    const auto folded = folding_.folded(word);
    if (folded.empty() || !places_.try_emplace(word, folded).second) return;
    by_beginning_[beginning(folded, 0)].push_back(folded);
  }

  void look_in(std::string_view text) {
    const auto folded = folding_.folded(text);
    for (std::size_t at = 0; at < folded.size(); ++at) {
      take_at(folded, at, beginning(folded, at));
      take_at(folded, at, pair_key(folded[at], 0));
    }
  }

  bool has(const std::string& word) const {
    const auto place = places_.find(word);
    if (place == places_.end()) return false;
    const auto same = by_beginning_.find(beginning(place->second, 0));
    return same != by_beginning_.end() && std::ranges::find(same->second, place->second) != same->second.end();
  }

 private:
  static std::uint64_t beginning(const std::u32string& text, std::size_t at) {
    return pair_key(text[at], at + 1 < text.size() ? text[at + 1] : 0);
  }

  void take_at(const std::u32string& text, std::size_t at, std::uint64_t key) {
    const auto same = by_beginning_.find(key);
    if (same == by_beginning_.end()) return;
    std::erase_if(same->second, [&](const std::u32string& word) { return text.compare(at, word.size(), word) == 0; });
    if (same->second.empty()) by_beginning_.erase(same);
  }

  const Folding& folding_ = Folding::full();
  std::map<std::string, std::u32string> places_;  ///< each word, folded
  std::unordered_map<std::uint64_t, std::vector<std::u32string>> by_beginning_;
};

}  // namespace

void check_meanings(std::vector<PlainWordsFile>& files, const std::vector<ItemFile>& items) {
  Unmet unmet;
  for (const auto& file : files) {
    for (const auto& meaning : file.meanings) unmet.add(meaning.word);
  }
  for (const auto& item : items) {
    unmet.look_in(head_text(item.document.item));
    for (const auto& block : item.document.blocks) unmet.look_in(plain_text(block));
  }
  for (auto& file : files) {
    for (const auto& meaning : file.meanings) {
      if (unmet.has(meaning.word)) file.report.warning(meaning.line, "words-file.nowhere", meaning.word);
    }
  }
}

}  // namespace mingting
