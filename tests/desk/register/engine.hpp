// An engine of registers as the tests see it: how its registers are made, opened and looked through.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "desk/register/register.hpp"

namespace mingting {

/// What keeps the registers under test. All of one register is in, or belongs to, one folder.
struct RegisterEngine {
  std::string name;
  std::function<Result<std::unique_ptr<Register>>(const Path& folder, const std::string& site)> create;
  std::function<Result<std::unique_ptr<Register>>(const Path& folder)> open;
  /// Every row of every table, for comparing; the test fails when the storage is not sound.
  std::function<std::string(const Path& folder)> everything;
  /// All the bytes that are kept, for looking whether something is gone.
  std::function<std::string(const Path& folder)> bytes;
};

}  // namespace mingting
