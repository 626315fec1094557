// An answer of the desk told: in words for people, or as JSON for programs, whichever was asked for; never both. Every kind of
// answer has its words and its JSON in a file of this room: as_text(answer), as_json(answer), and is_whole(answer) where it can
// be carried out in part.
#pragma once

#include <string>
#include <variant>

#include "base/result.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

enum class Shape { Text, Json };

struct Told {
  bool whole = true;  ///< false: refused, or carried out as far as it could be; the words say what is wrong
  std::string words;
};

template <class Answer>
bool is_whole(const Answer&) {
  return true;
}

/// An answer of several kinds is told as the kind it is.
template <class... Answers>
std::string as_text(const std::variant<Answers...>& answer) {
  return std::visit([](const auto& one) { return as_text(one); }, answer);
}
template <class... Answers>
OrderedJson as_json(const std::variant<Answers...>& answer) {
  return std::visit([](const auto& one) { return as_json(one); }, answer);
}
template <class... Answers>
bool is_whole(const std::variant<Answers...>& answer) {
  return std::visit([](const auto& one) { return is_whole(one); }, answer);
}

/// {"ok": false, "error": ...}: what programs read instead of the sentence.
OrderedJson error_as_json(const std::string& sentence);
OrderedJson error_as_json(const Remark& error);

/// What the law or good order refuses (Trouble::Refused) is an answer; what could not be tried stays an error.
Result<Told> tell_refusal(const Error& error, Shape shape);

template <class Answer>
Result<Told> tell(const Result<Answer>& answer, Shape shape) {
  if (!answer) return tell_refusal(answer.error(), shape);
  return Told{is_whole(*answer), shape == Shape::Json ? json_text(as_json(*answer)) : as_text(*answer)};
}

}  // namespace mingting
