// Numbers and codes made and read; a submission made of answers.
#include "domain/form/submission.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text/text.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

constexpr std::string_view kFigures = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kCodeAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLength = 8;
static_assert(kCodeAlphabet.size() == 30);

bool all_of_alphabet(std::string_view text, std::string_view alphabet) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return alphabet.find(c) != std::string_view::npos; });
}

bool is_date_of_receipt(std::string_view digits) {
  if (digits.size() != 8 || !all_of_alphabet(digits, kFigures.substr(0, 10))) return false;
  const auto date = parse_date(fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)));
  return date && date->year() >= kFirstYear && date->year() <= kLastReceiptYear;
}

// The check character: a linear code over the ring GF(4) x GF(9), whose 36 elements are the 36 figures. The running sum is
// multiplied by an element a at each step; since a and a - 1 (and a*a - 1) are units, one wrong figure, a swap of neighbours
// and a swap across one figure never cancel out.

/// (x4, x9) * (w, 1 + i), figures numbered x4 + 4 * x9 and x9 = real + 3 * imaginary over the integers modulo 3.
std::size_t times_a(std::size_t figure) {
  static constexpr std::array<std::size_t, 4> kTimesW{0, 2, 3, 1};
  const auto real = figure / 4 % 3, imaginary = figure / 12;
  return kTimesW.at(figure % 4) + 4 * ((real + 3 - imaginary) % 3 + 3 * ((real + imaginary) % 3));
}

std::size_t sum(std::size_t a, std::size_t b) {
  return ((a % 4) ^ (b % 4)) + 4 * ((a / 4 % 3 + b / 4 % 3) % 3 + 3 * ((a / 12 + b / 12) % 3));
}

std::size_t negative(std::size_t a) { return a % 4 + 4 * ((3 - a / 4 % 3) % 3 + 3 * ((3 - a / 12) % 3)); }

char check_character(std::string_view figures) {
  std::size_t state = 0;
  for (const char c : figures) state = sum(times_a(state), kFigures.find(c));
  return kFigures[negative(times_a(state))];
}

struct NumberParts {
  std::string prefix, kiosk, date, serial, check;
};

bool is_sound(const NumberParts& parts) {
  const auto body = parts.prefix + parts.kiosk + parts.date + parts.serial;
  return !parts.prefix.empty() && !parts.kiosk.empty() && is_date_of_receipt(parts.date) &&
         parts.serial.size() >= 4 && parts.serial.size() <= 6 &&
         all_of_alphabet(parts.serial, kFigures.substr(0, 10)) && parts.check.size() == 1 &&
         all_of_alphabet(body + parts.check, kFigures) && check_character(body) == parts.check[0];
}

ReceiptNumber print(const NumberParts& parts) {
  return {fmt::format("{}-{}-{}-{}-{}", parts.prefix, parts.kiosk, parts.date, parts.serial, parts.check)};
}

/// O and I where only digits can stand.
std::string as_digits(std::string_view text) { return replace_all(replace_all(std::string(text), "O", "0"), "I", "1"); }

/// The other of two characters that look alike; the same for any other.
std::string look_alike(const std::string& figure) {
  static constexpr std::string_view kOne = "O0I1", kOther = "0O1I";
  const auto at = figure.size() == 1 ? kOne.find(figure[0]) : std::string_view::npos;
  return at == std::string_view::npos ? figure : std::string(1, kOther[at]);
}

/// The kiosk with the end of its name read as digits: KO1 is K01.
std::string numbered(std::string_view kiosk) {
  const auto letter = kiosk.find_last_not_of("0123456789OI");
  if (letter == std::string_view::npos) return std::string(kiosk.substr(0, 1)) + as_digits(kiosk.substr(std::min<std::size_t>(1, kiosk.size())));
  return std::string(kiosk.substr(0, letter + 1)) + as_digits(kiosk.substr(letter + 1));
}

/// The number as it was printed, of which a person may have read O for 0 and I for 1 or the other way round. As typed comes
/// first: the check character finds every single wrong figure, and this takes that back only where it is a look-alike itself.
std::optional<NumberParts> sound_reading(NumberParts typed) {
  typed.date = as_digits(typed.date);
  typed.serial = as_digits(typed.serial);
  for (const auto& check : {typed.check, look_alike(typed.check)}) {
    for (const auto& kiosk : {typed.kiosk, numbered(typed.kiosk)}) {
      const NumberParts parts{typed.prefix, kiosk, typed.date, typed.serial, check};
      if (is_sound(parts)) return parts;
    }
  }
  return std::nullopt;
}

/// Typed without its dashes: the serial has 4 to 6 figures, the kiosk is a letter and digits.
std::optional<NumberParts> part(std::string_view figures) {
  for (std::size_t serial = 4; serial <= 6 && figures.size() > serial + 11; ++serial) {
    const auto date_at = figures.size() - 1 - serial - 8;
    const auto head = figures.substr(0, date_at);
    for (const auto* digits : {"0123456789", "0123456789OI"}) {
      const auto letter = head.find_last_not_of(digits);
      if (letter == std::string_view::npos || letter == 0 || letter + 1 == head.size()) continue;
      const auto parts = sound_reading({std::string(head.substr(0, letter)), std::string(head.substr(letter)),
                                        std::string(figures.substr(date_at, 8)), std::string(figures.substr(date_at + 8, serial)),
                                        std::string(figures.substr(figures.size() - 1))});
      if (parts) return parts;
    }
  }
  return std::nullopt;
}

std::string figures_only(std::string_view text) {
  std::string figures;
  for (const char c : normal_identifier(text)) {
    if (kFigures.find(c) != std::string_view::npos) figures += c;
  }
  return figures;
}

/// Upper case and half width, with one '-' for every kind of dash.
std::vector<std::string> dashed_parts(std::string_view text) {
  std::string plain;
  const auto folded = fold_width(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    append_utf8(plain, (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? U'-' : c);
  }
  auto parts = split(plain, '-');
  for (auto& one : parts) one = normal_identifier(one);
  return parts;
}

}  // namespace

ReceiptNumber make_receipt_number(std::string_view prefix, std::string_view kiosk, Date date, int serial) {
  NumberParts parts{figures_only(prefix), figures_only(kiosk), replace_all(iso_date(date), "-", ""),
                    fmt::format("{:04}", serial), ""};
  parts.check = check_character(parts.prefix + parts.kiosk + parts.date + parts.serial);
  return print(parts);
}

std::optional<ReceiptNumber> parse_receipt_number(std::string_view text) {
  if (text.size() > 200) return std::nullopt;
  const auto folded = fold_width(text);
  if (const auto typed = dashed_parts(folded.substr(0, folded.find('/'))); typed.size() == 5) {
    const auto parts = sound_reading({typed[0], typed[1], typed[2], typed[3], typed[4]});
    return parts ? std::optional(print(*parts)) : std::nullopt;
  }
  const auto figures = normal_identifier(folded.substr(0, folded.find('/')));
  if (!all_of_alphabet(figures, kFigures)) return std::nullopt;
  const auto parts = part(figures);
  return parts ? std::optional(print(*parts)) : std::nullopt;
}

QueryCode make_query_code(RandomSource& random) {
  QueryCode code;
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    if (i == kCodeLength / 2) code.text += '-';
    code.text += kCodeAlphabet[random.below(static_cast<std::uint32_t>(kCodeAlphabet.size()))];
  }
  return code;
}

std::optional<QueryCode> parse_query_code(std::string_view text) {
  if (text.size() > 200) return std::nullopt;
  const auto code = replace_all(normal_identifier(text), "U", "V");
  if (code.size() != kCodeLength || !all_of_alphabet(code, kCodeAlphabet)) return std::nullopt;
  return QueryCode{code.substr(0, kCodeLength / 2) + "-" + code.substr(kCodeLength / 2)};
}

Submission make_submission(const Form& form, const Answers& answers, const About& about) {
  Submission submission{form.id, form.title, form.version, std::string(named(kRuleSets, form.rules).key),
                        {},      {},         about.item};
  if (!about.title.empty()) submission.answers.push_back({std::string(kAboutTitle), "针对的内容", about.title, about.title});
  const auto submitted = submitted_answers(form, answers);
  for (const auto& step : form.steps) {
    for (const auto& field : step.fields) {
      const auto answer = submitted.find(field.id);
      if (answer == submitted.end()) continue;
      submission.answers.push_back({field.id, field.label, answer->second, display_value(field, answer->second, false)});
    }
  }
  return submission;
}

}  // namespace mingting
