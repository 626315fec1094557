// What a command of the desk answers: for people, and as JSON.
#pragma once

#include <string>

#include "base/words.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

/// What a command says: for people, and as JSON.
struct CommandAnswer {
  bool fine = true;  ///< false: it was carried out as far as it could be, and `text` says what is wrong
  std::string text;
  std::string json;
};

/// A command that carries on or refuses; an Error when it cannot be tried (no such case, a busy register, a full disk).
using Answered = Result<CommandAnswer>;

/// Nothing was done, and why.
inline CommandAnswer refused(const std::string& sentence) {
  return {false, sentence + "\n", json_text(OrderedJson{{"ok", false}, {"error", sentence}})};
}
/// As the register or the law answered: refusals (Trouble::Invalid) as an answer, all else stays an error.
inline Answered refused_or_failed(const Error& error) {
  if (error.trouble == Trouble::Invalid) return refused(worded(error));
  return fail(error);
}

inline bool is_whole(const CommandAnswer& answer) { return answer.fine; }
inline std::string as_text(const CommandAnswer& answer) { return answer.text; }
inline OrderedJson as_json(const CommandAnswer& answer) { return OrderedJson::parse(answer.json); }

}  // namespace mingting
