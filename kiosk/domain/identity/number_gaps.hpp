// 缺号: which document numbers of a prefix and year are missing or given twice. A known point of audits.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/remark.hpp"
#include "domain/identity/document_number.hpp"

namespace mingting {

/// Numbers first..last, both included.
struct NumberRange {
  int first = 0, last = 0;
  bool operator==(const NumberRange&) const = default;
};

/// One prefix in one year. Numbers start at 1 every year; orders (year 0) run on for ever.
struct NumberSequence {
  std::string prefix;
  int year = 0;
  int count = 0;    ///< different numbers present
  int highest = 0;
  std::vector<NumberRange> missing;  ///< below the highest
  std::vector<int> repeated;         ///< given to more than one document, each once
  bool operator==(const NumberSequence&) const = default;
};

/// Every sequence that occurs, by prefix and year. Numbers below 1 are left out.
std::vector<NumberSequence> number_sequences(std::span<const DocumentNumber> numbers);

}  // namespace mingting
