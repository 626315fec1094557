// What a command of the desk answers: for people, and as JSON.
#pragma once

#include <string>

#include "desk/told/tell.hpp"

namespace mingting {

/// What a command says: for people, and as JSON.
struct CommandAnswer {
  bool fine = true;  ///< false: it was carried out as far as it could be, and `text` says what is wrong
  std::string text;
  std::string json;
};

inline bool is_whole(const CommandAnswer& answer) { return answer.fine; }
inline std::string as_text(const CommandAnswer& answer) { return answer.text; }
inline OrderedJson as_json(const CommandAnswer& answer) { return OrderedJson::parse(answer.json); }

}  // namespace mingting
