// mingting-desk's commands that ask a rule alone: workday, number, identifier, fee. One question, or a file of them.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

class RuleCommands {
 public:
  /// `dress` makes a subcommand look like the others.
  RuleCommands(CLI::App& app, const std::function<void(CLI::App&)>& dress);

  /// `fee` has a second meaning, for a case: with this it is left alone when that one is wanted.
  void leave_fee_when(std::function<bool()> wanted) { fee_for_case_ = std::move(wanted); }
  CLI::App& fee() { return *fee_; }
  const std::vector<std::string>& words() const { return words_; }
  const bool& json() const { return json_; }

  /// The exit code when one of these commands was given: 0 fine, 3 something does not hold, 1 a file cannot be read, 2 misused.
  std::optional<int> run(Date today);

 private:
  CLI::App* add(CLI::App& app, const std::function<void(CLI::App&)>& dress, const std::string& name, const std::string& what,
                const std::string& words, const std::string& help);
  Shape shape() const { return json_ ? Shape::Json : Shape::Text; }
  int fail_with(const std::string& sentence, int code) const;
  int give(const Told& told) const;
  template <class Rule>
  int answer(const Rule& rule) const;
  int workdays() const;
  int gaps() const;

  CLI::App *workday_ = nullptr, *number_ = nullptr, *identifier_ = nullptr, *fee_ = nullptr;
  std::function<bool()> fee_for_case_;
  std::vector<std::string> words_;
  std::string batch_, calendar_;
  bool json_ = false, explain_ = false, gaps_ = false;
};

}  // namespace mingting
