// The numbers a person knows by heart or carries on a card, as they were typed and as they are compared.
#include "domain/form/claim.hpp"

#include <algorithm>
#include <cctype>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kShortest = 6;  // letters and figures of a whole number
constexpr std::size_t kMobile = 11;

bool is_known_by(const Field& field) {
  return field.kind == FieldKind::Phone || field.kind == FieldKind::Identity ||
         field.kind == FieldKind::CreditCode;
}

void add_number(Claim& claim, std::string_view typed) {
  auto number = claim_number(typed);
  const bool known = std::find(claim.numbers.begin(), claim.numbers.end(), number) != claim.numbers.end();
  if (!number.empty() && !known) claim.numbers.push_back(std::move(number));
}

void add_numbers(Claim& claim, const std::string& value) {
  add_number(claim, value);
  std::string parts = fold_width(value);
  for (const char* mark : {"、", ",", ";", "/", "\n"}) parts = replace_all(std::move(parts), mark, "|");
  for (const auto& part : split(parts, '|')) add_number(claim, part);
}

}  // namespace

std::string claim_number(std::string_view typed) {
  std::string number;
  for (const unsigned char c : fold_width(typed)) {
    if (c < 0x80 && std::isalnum(c) != 0) number += static_cast<char>(std::toupper(c));
  }
  for (const std::string_view code : {"0086", "86"}) {
    if (number.starts_with(code) && number.size() == code.size() + kMobile && number[code.size()] == '1')
      number.erase(0, code.size());
  }
  return number.size() < kShortest ? std::string() : number;
}

Claim claim_of(const Form& form, const Answers& submitted) {
  Claim claim{.form = form.id, .numbers = {}, .nameless = true};
  for (const auto& step : form.steps) {
    for (const auto& field : step.fields) {
      const auto given = submitted.find(field.id);
      if (given == submitted.end() || given->second.empty()) continue;
      if (is_known_by(field)) add_numbers(claim, given->second);
      if (is_known_by(field) || field.personal || field.applicant) claim.nameless = false;
    }
  }
  return claim;
}

}  // namespace mingting
