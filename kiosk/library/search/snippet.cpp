// Which stretch of a passage is shown, and what in it is marked.
#include "library/search/snippet.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "library/index/terms.hpp"

namespace mingting {
namespace {

constexpr std::size_t kEnough = 60, kMost = 90;  // characters of a snippet
constexpr std::size_t kLeadIn = 16;              // before the first match where a long sentence is cut

std::u32string characters_of(const FoldedText& text) {
  std::u32string characters;
  for (const auto& c : text) characters += c.code_point == 0 ? U' ' : c.code_point;
  return characters;
}

/// 1 for each folded character that belongs to a match: of a whole unit, or, where none stands, of two characters of it.
std::vector<char> matches_in(const std::u32string& text, const TermQuery& query) {
  std::vector<char> matched(text.size(), 0);
  const auto mark = [&](std::u32string_view part) {
    bool any = false;
    for (auto at = text.find(part); at != std::u32string::npos; at = text.find(part, at + 1)) {
      std::fill_n(matched.begin() + static_cast<std::ptrdiff_t>(at), part.size(), char{1});
      any = true;
    }
    return any;
  };
  for (const auto& unit : query.units) {
    bool whole = false;
    for (const auto& alternative : unit.alternatives) whole = mark(alternative.text) || whole;
    const auto& typed = unit.alternatives.front().text;
    for (std::size_t i = 0; !whole && i + 1 < typed.size(); ++i) mark(std::u32string_view(typed).substr(i, 2));
  }
  return matched;
}

/// A stretch of the original between two ends of sentences.
struct Sentence {
  std::size_t from, to;        ///< bytes
  std::size_t characters = 0;
  std::size_t matched = 0;     ///< matched characters, each different one counted once
};

bool ends_sentence(char32_t c) { return c == U'。' || c == U'；' || c == U'！' || c == U'？' || c == U'\n'; }

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> sentences;
  Sentence now{0, 0};
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    ++now.characters;
    now.to = at;
    if (!ends_sentence(c)) continue;
    sentences.push_back(now);
    now = {at, at};
  }
  if (now.to > now.from) sentences.push_back(now);
  return sentences;
}

void count_matches(std::vector<Sentence>& sentences, const FoldedText& folded, const std::vector<char>& matched) {
  std::size_t s = 0;
  std::u32string seen;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    while (s + 1 < sentences.size() && folded[i].from >= sentences[s].to) {
      ++s;
      seen.clear();
    }
    if (matched[i] == 0 || seen.find(folded[i].code_point) != std::u32string::npos) continue;
    seen += folded[i].code_point;
    ++sentences[s].matched;
  }
}

/// From the best sentence on to both sides, while there is room.
Sentence widen(const std::vector<Sentence>& sentences, std::size_t best) {
  Sentence whole = sentences[best];
  std::size_t first = best, last = best;
  while (whole.characters < kEnough) {
    if (last + 1 < sentences.size() && whole.characters + sentences[last + 1].characters <= kMost) {
      ++last;
      whole.to = sentences[last].to;
      whole.characters += sentences[last].characters;
    } else if (first > 0 && whole.characters + sentences[first - 1].characters <= kMost) {
      --first;
      whole.from = sentences[first].from;
      whole.characters += sentences[first].characters;
    } else {
      break;
    }
  }
  return whole;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t characters) {
  while (characters-- > 0 && at < text.size()) next_code_point(text, at);
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t characters) {
  while (characters > 0 && at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --characters;
  }
  return at;
}

/// A window of kMost characters in a sentence that is too long: where most matches stand, a little before the first.
Sentence narrow(std::string_view text, const Sentence& sentence, const FoldedText& folded, const std::vector<char>& matched) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (matched[i] != 0 && folded[i].from >= sentence.from && folded[i].to <= sentence.to) places.push_back(folded[i].from);
  }
  std::size_t start = sentence.from, most = 0;
  const std::size_t span = (kMost - kLeadIn) * 3;  // bytes of Han
  for (std::size_t i = 0, j = 0; i < places.size(); ++i) {
    while (j < places.size() && places[j] < places[i] + span) ++j;
    if (j - i > most) most = j - i, start = places[i];
  }
  auto from = std::max(sentence.from, backward(text, start, kLeadIn));
  const auto to = std::min(sentence.to, forward(text, from, kMost));
  if (to == sentence.to) from = std::max(sentence.from, backward(text, to, kMost));
  return {from, to, kMost, 0};
}

void add_mark(Snippet& snippet, std::size_t from, std::size_t to) {
  if (!snippet.marks.empty() && snippet.marks.back().second >= from)
    snippet.marks.back().second = std::max(snippet.marks.back().second, to);
  else snippet.marks.emplace_back(from, to);
}

Snippet cut(std::string_view text, std::size_t from, std::size_t to, bool cut_before, bool cut_after,
            const FoldedText& folded, const std::vector<char>& matched) {
  while (from < to && (text[from] == '\n' || text[from] == ' ')) ++from;
  while (to > from && (text[to - 1] == '\n' || text[to - 1] == ' ')) --to;
  Snippet snippet{cut_before ? "…" : "", {}};
  const std::size_t shift = snippet.text.size();
  for (char c : text.substr(from, to - from)) snippet.text += c == '\n' || c == '\t' ? ' ' : c;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (matched[i] != 0 && folded[i].from >= from && folded[i].to <= to)
      add_mark(snippet, folded[i].from - from + shift, folded[i].to - from + shift);
  }
  if (cut_after) snippet.text += "…";
  return snippet;
}

}  // namespace

Snippet marked_text(const Folding& folding, const TermQuery& query, std::string_view text) {
  const auto folded = folding.fold(text);
  Snippet snippet{std::string(text), {}};
  const auto matched = matches_in(characters_of(folded), query);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (matched[i] != 0) add_mark(snippet, folded[i].from, folded[i].to);
  }
  return snippet;
}

Snippet make_snippet(const Folding& folding, const TermQuery& query, std::string_view text) {
  const auto folded = folding.fold(text);
  const auto matched = matches_in(characters_of(folded), query);
  auto sentences = sentences_of(text);
  if (sentences.empty()) return {};
  count_matches(sentences, folded, matched);
  const auto best = std::ranges::max_element(sentences, {}, &Sentence::matched) - sentences.begin();
  auto chosen = widen(sentences, static_cast<std::size_t>(best));
  bool cut_before = false, cut_after = false;
  if (chosen.characters > kMost) {
    const auto window = narrow(text, chosen, folded, matched);
    cut_before = window.from > chosen.from, cut_after = window.to < chosen.to;
    chosen = window;
  }
  return cut(text, chosen.from, chosen.to, cut_before, cut_after, folded, matched);
}

}  // namespace mingting
