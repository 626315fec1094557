// Who hands something in and what is wanted, read out of the answers of a form.
#pragma once

#include <string>

#include "domain/form/submission.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// `key`: one spelling for one person (normal form of the identity number or credit code, else the name and phone); "" when
/// nothing identifies them.
struct Applicant {
  ApplicantKind kind = ApplicantKind::Person;
  std::string name;
  std::string key;
  std::string wanted;  ///< what was asked for, on one line, shortened visibly: for lists
  bool operator==(const Applicant&) const = default;
};

Applicant applicant_of(const Submission& submission);

/// What was asked for, whole, on one line; "" when nothing of the kind was said, or the answers are erased.
std::string request_in(const Submission& submission);

}  // namespace mingting
