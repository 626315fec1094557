// Who asks and what for, read out of the answers of a form. Field names are those of content/forms; a form that has others
// gives an applicant without a name, never a wrong one.
#include "desk/register/applicant.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostWanted = 200, kMostName = 200;  // characters

/// The first of the fields that holds something, on one line.
std::string first_of(const Submission& submission, std::initializer_list<std::string_view> fields) {
  for (const auto field : fields) {
    const auto found = std::find_if(submission.answers.begin(), submission.answers.end(),
                                    [field](const SubmittedAnswer& answer) { return answer.field == field; });
    if (found == submission.answers.end()) continue;
    if (auto value = trimmed(found->value); !value.empty()) return value;
  }
  return {};
}

std::string one_line(const std::string& text) {
  // A Windows line end is one end, not a lost one: CR alone would be dropped and glue two lines together.
  return trimmed(clean_input(replace_all(replace_all(text, "\r\n", "\n"), "\r", "\n"), Lines::One, text.size()));
}

/// The same person typed twice has the same key. A name alone is no key: many people share one.
std::string key_of(const Submission& submission, ApplicantKind kind, const std::string& name) {
  const auto paper = kind == ApplicantKind::Person ? first_of(submission, {"paper_number"})
                                                   : first_of(submission, {"credit_code", "organisation_paper"});
  if (const auto normal = normal_identifier(paper); !normal.empty()) return normal;
  const auto phone = normal_identifier(first_of(submission, {"phone", "contact_phone"}));
  const auto plain_name = comparable_name(name);
  return plain_name.empty() || phone.empty() ? std::string() : plain_name + "/" + phone;
}

}  // namespace

Applicant applicant_of(const Submission& submission) {
  Applicant applicant;
  applicant.kind = value_named(kApplicantKinds, first_of(submission, {"applicant_kind"})).value_or(ApplicantKind::Person);
  const std::string_view own_name = applicant.kind == ApplicantKind::Person ? "name" : "organisation";
  applicant.name = shortened(one_line(first_of(submission, {own_name, "contact_name"})), kMostName);
  applicant.key = key_of(submission, applicant.kind, applicant.name);
  applicant.wanted = shortened(request_in(submission), kMostWanted);
  return applicant;
}

std::string request_in(const Submission& submission) {
  return one_line(first_of(submission, {"description", "document", "comment", "subject", "letter"}));
}

}  // namespace mingting
