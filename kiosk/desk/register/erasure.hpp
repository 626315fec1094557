// The end of retention: what of an entry is taken out when its time is over, whatever engine it is kept by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "domain/case/step_record.hpp"

namespace mingting {

/// That contents were erased, and on what ground.
struct Erasure {
  Instant done{};
  std::string by, basis;
  std::uint64_t entries = 0;
  bool operator==(const Erasure&) const = default;
};

/// What is to be erased.
struct ErasureOrder {
  Date finished_until{};  ///< entries finished on or before this day
  std::string basis;      ///< the ground
  std::string mark;       ///< stands where a word of people stood
};

/// A step's fields without the words of people. The mark stays where one stood: whether reasons were given still counts
/// (Art. 32). Days, numbers and keys, which the case is folded from, stay; so does the official who approved an extension, who
/// is no applicant.
StepFields step_without_words(StepFields fields, std::string_view mark);
/// A note's fields: what they hold is not known here, days alone stay.
StepFields note_without_words(StepFields fields, std::string_view mark);

}  // namespace mingting
