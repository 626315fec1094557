// Identity numbers, credit codes and phones checked, masked and made normal.
#include "domain/identity/identifiers.hpp"

#include <algorithm>
#include <array>

#include "base/text/text.hpp"

namespace mingting {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63;
}

/// ASCII white space and the spaces of Unicode that fold_width leaves.
bool is_blank(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x2000 && c <= 0x200A) || c == 0x202F; }

std::string stars(std::size_t count) { return std::string(count, '*'); }

/// The first `head` and last `tail` characters, with one star for each between. Short texts show less.
std::string masked_middle(std::string_view text, std::size_t head, std::size_t tail) {
  const auto points = to_code_points(text);
  if (points.size() < head + tail + 2) {
    head = points.size() >= 4 ? 1 : 0;
    tail = head;
  }
  const std::u32string_view all = points;
  return to_utf8(all.substr(0, head)) + stars(all.size() - head - tail) + to_utf8(all.substr(all.size() - tail));
}

// ---- GB 32100 and GB 11714 ----

constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

char credit_check_character(std::string_view first17) {
  std::size_t sum = 0, weight = 1;  // weights are powers of 3 modulo 31
  for (const char c : first17) {
    sum += kCreditAlphabet.find(c) * weight;
    weight = weight * 3 % 31;
  }
  return kCreditAlphabet[(31 - sum % 31) % 31];
}

/// `code`: nine characters, the last of which is the check character.
bool is_organisation_code(std::string_view code) {
  static constexpr std::array<int, 8> kWeights{3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    sum += (is_digit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10) * kWeights[i];
  }
  return code[8] == "0X987654321"[sum % 11];
}

// ---- phones ----

/// Digits, dashes and a leading plus; an extension follows '#'. Letters and signs that fit nowhere stay and are found.
std::string phone_characters(std::string_view text) {
  auto plain = ascii_lower(fold_width(text));
  for (const auto* word : {"转", "分机", "ext.", "ext", "x"}) plain = replace_all(plain, word, "#");
  std::string kept;
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    if (is_blank(c) || c == '(' || c == ')') continue;
    append_utf8(kept, is_dash(c) ? U'-' : c);
  }
  return kept;
}

std::string without_country_code(std::string phone) {
  for (const std::string_view code : {"+86", "0086"}) {
    if (phone.starts_with(code)) phone.erase(0, code.size());
  }
  if (phone.starts_with("86") && phone.size() >= 13) phone.erase(0, 2);
  if (phone.starts_with("-")) phone.erase(0, 1);
  return phone;
}

/// 0dd(d)-dddddddd, the dash optional, and an extension of up to six digits after a second dash.
bool is_landline(std::string_view number) {
  const auto parts = split(number, '-');
  if (parts.size() > 3 || parts[0].empty() || parts[0][0] != '0') return false;
  if (parts.size() == 3 && (parts[2].empty() || parts[2].size() > 6)) return false;
  const auto line = parts.size() == 1 ? parts[0] : parts[0] + parts[1];
  if (parts.size() > 1 && (parts[0].size() < 3 || parts[0].size() > 4)) return false;
  return line.size() >= 10 && line.size() <= 12;
}

IdentifierFault check_foreign_phone(std::string_view number) {
  std::string digits;
  for (const char c : number.substr(1)) {
    if (c == '-') continue;
    if (!is_digit(c)) return IdentifierFault::Characters;
    digits += c;
  }
  return digits.size() >= 7 && digits.size() <= 15 ? IdentifierFault::None : IdentifierFault::Length;
}

// ---- e-mail ----

bool is_local_part(std::string_view local) {
  if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos) return false;
  return std::all_of(local.begin(), local.end(), [](char c) {
    return is_digit(c) || is_letter(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  });
}

bool is_domain(std::string_view domain) {
  const auto labels = split(domain, '.');
  if (labels.size() < 2 || labels.back().size() < 2) return false;
  return std::all_of(labels.begin(), labels.end(), [](const std::string& label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(),
                       [](char c) { return is_digit(c) || is_letter(c) || c == '-'; });
  });
}

}  // namespace

std::string normal_identifier(std::string_view text) {
  std::string normal;
  const auto folded = fold_width(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (is_blank(c) || is_dash(c)) continue;
    append_utf8(normal, c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return normal;
}

IdentifierFault check_identity_number(std::string_view text, Date today) {
  const auto number = normal_identifier(text);
  if (count_code_points(number) != 18) return IdentifierFault::Length;
  const std::string_view first17 = std::string_view(number).substr(0, 17);
  if (number.size() != 18 || !all_digits(first17) || (!is_digit(number[17]) && number[17] != 'X')) {
    return IdentifierFault::Characters;
  }
  const auto birth =
      parse_date(number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2));
  if (!birth || birth->year() < std::chrono::year{1800} || *birth > today) return IdentifierFault::BirthDate;
  static constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (number[i] - '0') * kWeights[i];
  return number[17] == "10X98765432"[sum % 11] ? IdentifierFault::None : IdentifierFault::Checksum;
}

IdentifierFault check_credit_code(std::string_view text) {
  const auto code = normal_identifier(text);
  if (count_code_points(code) != 18) return IdentifierFault::Length;
  const bool known = std::all_of(code.begin(), code.end(),
                                 [](char c) { return kCreditAlphabet.find(c) != std::string_view::npos; });
  if (!known || !all_digits(std::string_view(code).substr(2, 6))) return IdentifierFault::Characters;
  if (credit_check_character(std::string_view(code).substr(0, 17)) != code[17]) return IdentifierFault::Checksum;
  return is_organisation_code(std::string_view(code).substr(8, 9)) ? IdentifierFault::None
                                                                  : IdentifierFault::InnerCode;
}

IdentifierFault check_phone(std::string_view text) {
  const auto number = without_country_code(phone_characters(text));
  if (number.starts_with("+")) return check_foreign_phone(number);
  const auto hash = number.find('#');
  const auto line = number.substr(0, hash);
  const auto extension = hash == std::string::npos ? std::string() : number.substr(hash + 1);
  const auto digits = replace_all(line, "-", "");
  if (!all_digits(digits) || !all_digits(extension)) return IdentifierFault::Characters;
  if (extension.size() > 6 || (hash != std::string::npos && extension.empty())) return IdentifierFault::Length;
  const bool mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && hash == std::string::npos;
  return mobile || is_landline(line) ? IdentifierFault::None : IdentifierFault::Length;
}

IdentifierFault check_postcode(std::string_view text) {
  const auto code = normal_identifier(text);
  if (!all_digits(code)) return IdentifierFault::Characters;
  return code.size() == 6 ? IdentifierFault::None : IdentifierFault::Length;
}

IdentifierFault check_email(std::string_view text) {
  const auto address = trimmed(fold_width(text));
  const auto at = address.rfind('@');
  if (at == std::string::npos || at == 0 || at > 64 || address.size() > 254) return IdentifierFault::Length;
  const std::string_view all = address;
  return is_local_part(all.substr(0, at)) && is_domain(all.substr(at + 1)) ? IdentifierFault::None
                                                                           : IdentifierFault::Characters;
}

IdentifierFault check_other_paper(std::string_view text) {
  const auto number = to_code_points(normal_identifier(text));
  if (number.size() < 4 || number.size() > 30) return IdentifierFault::Length;
  const bool plain = std::all_of(number.begin(), number.end(), [](char32_t c) {
    return (c < 0x80 && (is_digit(static_cast<char>(c)) || is_upper(static_cast<char>(c)))) || is_han(c) || c == '/' ||
           c == '(' || c == ')';
  });
  return plain ? IdentifierFault::None : IdentifierFault::Characters;
}

bool has_full_check(std::string_view paper) { return paper == "identity-card" || paper == "residence-permit"; }

std::string masked_identity(std::string_view text) {
  const auto number = normal_identifier(text);
  return count_code_points(number) >= 15 ? masked_middle(number, 4, 4) : masked_middle(number, 2, 2);
}

std::string masked_phone(std::string_view text) {
  const auto number = trimmed(fold_width(text));
  return count_code_points(number) >= 11 ? masked_middle(number, 3, 4) : masked_middle(number, 2, 2);
}

std::string masked_name(std::string_view text) {
  const auto name = to_code_points(trimmed(text));
  const bool han = std::all_of(name.begin(), name.end(), is_han);
  const std::size_t shown = name.size() < 2 ? 0 : han && name.size() >= 4 ? 2 : 1;
  std::u32string masked;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool gap = name[i] == ' ' || name[i] == 0xB7;  // the dot inside 买买提·艾力
    masked += i < shown || gap ? name[i] : U'*';
  }
  return to_utf8(masked);
}

}  // namespace mingting
