// By which numbers does the person who handed something in get it back, when the receipt was never seen?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/form/form.hpp"

namespace mingting {

/// What claims a submission. Exists in memory only: the kiosk keeps slow hashes of the numbers.
struct Claim {
  std::string form;                  ///< the form's id
  std::vector<std::string> numbers;  ///< whole phone and document numbers, in their claim_number() form
  bool nameless = false;             ///< it names nobody and has no number: whoever asks may have it
  bool operator==(const Claim&) const = default;
};

/// A number as it claims: letters and figures alone, capital, without China's code before a mobile number. ""
/// for what is too short to be a person's whole number.
std::string claim_number(std::string_view typed);

/// `submitted`: see submitted_answers(). A field that holds several numbers gives each of them.
Claim claim_of(const Form& form, const Answers& submitted);

}  // namespace mingting
