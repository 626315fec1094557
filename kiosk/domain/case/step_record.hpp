// A recorded step in the form it is stored and sent in: a name and fields of text. What was written once is read for ever:
// names and keys never change.
#pragma once

#include <map>
#include <string>

#include "domain/case/steps.hpp"

namespace mingting {

/// Field -> value. Dates ISO, numbers in digits, enumerations by their key, several values joined by ','; absent when empty.
using StepFields = std::map<std::string, std::string>;

struct StepRecord {
  std::string name;  ///< arrived, correction-asked, replied ...
  StepFields fields;
  bool operator==(const StepRecord&) const = default;
};

StepRecord to_record(const StepWhat& what);
/// Fails with a sentence that names the step and the field. Unknown fields are refused: a newer program wrote them.
Result<StepWhat> from_record(const StepRecord& record);

}  // namespace mingting
