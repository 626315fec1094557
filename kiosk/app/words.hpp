// The visible words (assets/strings/zh.toml, en.toml), by key. Screens name keys, never sentences.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/settings.hpp"

namespace mingting {

class Words {
 public:
  using Table = std::map<std::string, std::string, std::less<>>;
  Words(Table chinese, Table english) : chinese_(std::move(chinese)), english_(std::move(english)) {}

  /// The words of a key; English falls back to Chinese, and an unknown key to itself, so that a hole shows.
  std::string get(Language language, std::string_view key) const {
    if (language == Language::English) {
      if (const auto found = english_.find(key); found != english_.end()) return found->second;
    }
    const auto found = chinese_.find(key);
    return found != chinese_.end() ? found->second : std::string(key);
  }

  const Table& chinese() const { return chinese_; }
  const Table& english() const { return english_; }

 private:
  Table chinese_, english_;
};

}  // namespace mingting
