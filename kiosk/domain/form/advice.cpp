// Which advice somebody's words call for.
#include "domain/form/advice.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kAnywhere = "……", kInSentence = "…";
constexpr std::string_view kTakenOut = "\x01";  // nobody types it, no pattern holds it

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_latin(char c) { return c >= 'a' && c <= 'z'; }

/// Half width and lower case, with no spaces but those that part Latin words: Chinese is written without.
std::string without_idle_spaces(std::string_view text) {
  std::string kept;
  bool space = false;
  for (const char c : ascii_lower(fold_width(text))) {
    if (c == ' ' || c == '\t' || c == '\r') {
      space = true;
      continue;
    }
    if (space && is_latin(c) && !kept.empty() && is_latin(kept.back())) kept += ' ';
    space = false;
    kept += c;
  }
  return kept;
}

/// A Latin word is one only by itself: there is no "all" in "wall".
bool stands_alone(std::string_view text, std::size_t at, std::string_view word) {
  const auto end = at + word.size();
  const bool before = at > 0 && is_latin(text[at - 1]) && is_latin(word.front());
  const bool behind = end < text.size() && is_latin(text[end]) && is_latin(word.back());
  return !before && !behind;
}

/// One spelling; the point in 1.5 is not the full stop of 1.
std::string normal(std::string_view text) {
  const auto plain = without_idle_spaces(text);
  std::string result;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool decimal = plain[i] == '.' && i > 0 && i + 1 < plain.size() && is_digit(plain[i - 1]) && is_digit(plain[i + 1]);
    if (decimal) result += "·";
    else result += plain[i];
  }
  return result;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kEnds{"。", "!", "?", ";", "\n", "！", "？"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.find(end) != std::string_view::npos; });
}

/// A word of a pattern, and whether it must stand in the sentence of the word before.
struct Part {
  std::string word;
  bool same_sentence = false;
};

std::vector<Part> parts_of(std::string_view pattern) {
  std::vector<Part> parts;
  for (bool same_sentence = false;;) {
    const auto gap = pattern.find(kInSentence);
    parts.push_back({normal(pattern.substr(0, gap)), same_sentence});
    if (gap == std::string_view::npos) return parts;
    same_sentence = !pattern.substr(gap).starts_with(kAnywhere);
    pattern.remove_prefix(gap + (same_sentence ? kInSentence.size() : kAnywhere.size()));
  }
}

/// Whether the parts from `next` on follow each other in the text behind `at`.
bool follows(std::string_view text, std::size_t at, const std::vector<Part>& parts, std::size_t next) {
  if (next == parts.size()) return true;
  const auto& part = parts[next];
  if (part.word.empty()) return false;
  for (auto found = text.find(part.word, at); found != std::string_view::npos; found = text.find(part.word, found + 1)) {
    if (!stands_alone(text, found, part.word)) continue;
    if (next > 0 && part.same_sentence && ends_sentence(text.substr(at, found - at))) return false;
    if (follows(text, found + part.word.size(), parts, next + 1)) return true;
  }
  return false;
}

bool holds_any(std::string_view text, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const auto& pattern) { return follows(text, 0, parts_of(pattern), 0); });
}

std::string without(std::string text, std::vector<std::string> phrases) {
  for (auto& phrase : phrases) phrase = normal(phrase);
  std::sort(phrases.begin(), phrases.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const auto& phrase : phrases) text = replace_all(std::move(text), phrase, kTakenOut);
  return text;
}

bool looks_at(const FormAdvice& advice, std::string_view field) {
  return std::find(advice.fields.begin(), advice.fields.end(), field) != advice.fields.end();
}

}  // namespace

bool applies(const FormAdvice& advice, std::string_view text) {
  const auto words = normal(text);
  return holds_any(words, advice.words) && holds_any(without(words, advice.except), advice.words);
}

std::vector<const FormAdvice*> advice_on(const Form& form, std::string_view field, std::string_view text) {
  std::vector<const FormAdvice*> found;
  for (const auto& advice : form.advice) {
    if (looks_at(advice, field) && applies(advice, text)) found.push_back(&advice);
  }
  return found;
}

std::vector<const FormAdvice*> advice_on(const Form& form, const Answers& answers) {
  std::vector<const FormAdvice*> found;
  for (const auto& advice : form.advice) {
    const bool given = std::any_of(answers.begin(), answers.end(), [&](const auto& answer) {
      return looks_at(advice, answer.first) && applies(advice, answer.second);
    });
    if (given) found.push_back(&advice);
  }
  return found;
}

}  // namespace mingting
