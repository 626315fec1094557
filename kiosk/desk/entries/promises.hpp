// What the office promises to those who write to it: by when an answer.
#pragma once

#include <map>
#include <string>

#include "desk/desk_work.hpp"

namespace mingting {

/// What the office promises for feedback and letters: working days from receipt, of desk.toml or else of the form.
class Promises {
 public:
  explicit Promises(const DeskWork& work) : work_(work) {}
  /// Nothing when nothing is promised, and for applications.
  std::optional<Deadline> of(const Entry& entry);

 private:
  int days_of(const Entry& entry);

  const DeskWork& work_;
  std::map<std::string, int> forms_;  ///< days by form
};

}  // namespace mingting
