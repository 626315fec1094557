// What an entry is and says by the answers of its form.
#include "desk/register/entry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mingting {
namespace {

constexpr std::string_view kRatingField = "rating";

}  // namespace

EntryKind entry_kind_of(const Submission& submission) {
  const auto by_rules = value_named(kEntryKinds, submission.rules);
  return by_rules ? *by_rules : value_named(kEntryKinds, submission.form).value_or(EntryKind::Feedback);
}

int rating_in(const std::vector<SubmittedAnswer>& answers) {
  const auto found = std::find_if(answers.begin(), answers.end(), [](const auto& answer) { return answer.field == kRatingField; });
  const bool fine = found != answers.end() && found->value.size() == 1 && found->value[0] >= '1' && found->value[0] <= '5';
  return fine ? found->value[0] - '0' : 0;
}

std::string numbered_apart(const std::string& receipt_number, const std::string& fingerprint, int tries) {
  const auto mark = receipt_number + "/" + fingerprint.substr(0, fingerprint.find('-'));
  return tries > 1 ? fmt::format("{}-{}", mark, tries) : mark;
}

std::string receipt_number_of(const Entry& entry) {
  return entry.number.substr(0, entry.number.find('/'));
}

}  // namespace mingting
