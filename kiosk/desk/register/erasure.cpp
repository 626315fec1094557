// Which words are taken out of what happened, so that every figure of a report stays as before.
#include "desk/register/erasure.hpp"

#include <algorithm>
#include <array>

namespace mingting {
namespace {

/// Fields of steps that hold words of people. All others are days, numbers and keys.
constexpr std::array<std::string_view, 7> kFreeFields{"what",  "good-reason", "party",          "reasons",
                                                      "why",   "how",         "public-interest"};

bool is_free(std::string_view field) { return std::find(kFreeFields.begin(), kFreeFields.end(), field) != kFreeFields.end(); }

}  // namespace

StepFields step_without_words(StepFields fields, std::string_view mark) {
  for (auto& [field, value] : fields) {
    if (is_free(field)) value = mark;
  }
  return fields;
}

StepFields note_without_words(StepFields fields, std::string_view mark) {
  for (auto& [field, value] : fields) {
    if (!parse_date(value)) value = mark;
  }
  return fields;
}

}  // namespace mingting
