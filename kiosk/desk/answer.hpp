// What a command of the desk answers: for people, and as JSON.
#pragma once

#include <string>

namespace mingting {

/// What a command says: for people, and as JSON.
struct CommandAnswer {
  bool fine = true;  ///< false: it was carried out as far as it could be, and `text` says what is wrong
  std::string text;
  std::string json;
};

}  // namespace mingting
