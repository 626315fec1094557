// Identity numbers, credit codes and phones checked, masked and made normal.
#include "domain/identity/identifiers.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text/characters.hpp"
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

/// The first `head` and last `tail` characters, with one star for each between. Short texts show less.
std::string masked_middle(std::string_view text, std::size_t head, std::size_t tail) {
  const auto all = characters(text);
  if (all.size() < head + tail + 2) {
    head = all.size() >= 4 ? 1 : 0;
    tail = head;
  }
  std::string masked;
  for (std::size_t i = 0; i < all.size(); ++i) masked += i < head || i >= all.size() - tail ? all[i] : "*";
  return masked;
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

constexpr std::size_t kLongestExtension = 8;

bool is_blank_or_bracket(char32_t c) { return is_blank(c) || c == '(' || c == ')'; }

/// What may stand within a number; anything else parts one number from the next.
bool is_of_phone(char32_t c) {
  if (c == '\n' || c == '\r') return false;
  return (c < 0x80 && is_digit(static_cast<char>(c))) || c == '+' || c == '#' || c == '.' || is_dash(c) || is_blank_or_bracket(c);
}

/// The runs that may be numbers, with one dash for all and '#' before an extension; words about them left out.
std::vector<std::string> phone_runs(std::string_view text) {
  auto plain = ascii_lower(fold_width(text));
  for (const auto* word : {"转分机", "转", "分机", "内线", "ext.", "ext", "x"}) plain = replace_all(plain, word, "#");
  std::vector<std::string> runs(1);
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    if (!is_of_phone(c)) runs.emplace_back();
    else append_utf8(runs.back(), is_dash(c) || c == '.' ? U'-' : is_blank(c) ? U' ' : c);
  }
  std::erase_if(runs, [](const std::string& run) { return std::none_of(run.begin(), run.end(), is_digit); });
  return runs;
}

std::string without(std::string_view text, std::string_view signs) {
  std::string kept;
  for (const char c : text) {
    if (signs.find(c) == std::string_view::npos) kept += c;
  }
  return kept;
}

/// 110, 12345, 95588, 963333: short numbers, also behind an area code.
bool is_service_number(std::string_view digits) {
  if (digits.starts_with('1')) return digits.size() == 3 || digits.size() == 5;
  return digits.starts_with('9') && (digits.size() == 5 || digits.size() == 6);
}

bool is_behind_area_code(std::string_view digits) {
  if (digits.size() < 6 || digits[0] != '0' || digits[1] == '0') return false;
  if (digits.size() >= 10 && digits.size() <= 12) return true;
  const std::size_t area_code = digits[1] <= '2' ? 3 : 4;  // 010 and 02x, else four digits
  return is_service_number(digits.substr(area_code));
}

IdentifierFault judge_national(std::string_view digits) {
  const bool mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
  const bool toll_free = digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
  if (mobile || toll_free || is_service_number(digits) || is_behind_area_code(digits)) return IdentifierFault::None;
  const bool local = (digits.size() == 7 || digits.size() == 8) && digits[0] >= '2' && digits[0] <= '8';
  return local ? IdentifierFault::NoAreaCode : IdentifierFault::Unusual;
}

IdentifierFault judge_international(std::string_view digits) {
  if (!digits.starts_with("86")) {
    return digits.size() >= 7 && digits.size() <= 15 ? IdentifierFault::None : IdentifierFault::Unusual;
  }
  const auto national = digits.substr(2);
  const auto as_written = judge_national(national);
  return as_written == IdentifierFault::Unusual ? judge_national("0" + std::string(national)) : as_written;
}

/// `line`: digits and dashes, the country's code before them perhaps.
IdentifierFault judge_line(std::string_view line) {
  const bool plus = line.starts_with('+');
  const auto digits = without(plus ? line.substr(1) : line, "-");
  if (!all_digits(digits) || digits.empty()) return IdentifierFault::Unusual;
  if (plus) return judge_international(digits);
  if (digits.starts_with("00")) return judge_international(std::string_view(digits).substr(2));
  const auto national = judge_national(digits);
  const bool country = national == IdentifierFault::Unusual && digits.starts_with("86") && digits.size() >= 12;
  return country ? judge_international(digits) : national;
}

/// One number, its extension behind '#' or a last dash.
IdentifierFault judge_number(std::string_view number) {
  const auto hash = number.find('#');
  const auto line = number.substr(0, hash);
  if (hash != std::string_view::npos) {
    const auto extension = without(number.substr(hash), "#-");
    if (extension.empty() || extension.size() > kLongestExtension || !all_digits(extension)) return IdentifierFault::Unusual;
  }
  const auto whole = judge_line(line);
  const auto dash = line.rfind('-');
  const bool more = dash != std::string_view::npos && dash > 0 && line.size() - dash - 1 <= kLongestExtension;
  return whole == IdentifierFault::Unusual && more && dash + 1 < line.size() ? judge_line(line.substr(0, dash)) : whole;
}

/// A run may be one number written with spaces, or several with spaces between them.
IdentifierFault judge_run(std::string_view run) {
  const auto one = judge_number(without(run, " ()"));
  if (one != IdentifierFault::Unusual) return one;
  auto worst = IdentifierFault::None;
  for (const auto& part : split(run, ' ')) {
    if (const auto number = without(part, " ()"); !number.empty()) worst = std::max(worst, judge_number(number));
  }
  return worst;
}

// ---- e-mail ----

/// RFC 6531: mailboxes and domains may be written in any script.
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_local_part(std::string_view local) {
  if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos) return false;
  return std::all_of(local.begin(), local.end(), [](char c) {
    return is_digit(c) || is_letter(c) || is_beyond_ascii(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  });
}

bool is_domain(std::string_view domain) {
  const auto labels = split(domain, '.');
  if (labels.size() < 2 || labels.back().size() < 2) return false;
  return std::all_of(labels.begin(), labels.end(), [](const std::string& label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(),
                       [](char c) { return is_digit(c) || is_letter(c) || is_beyond_ascii(c) || c == '-'; });
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
  if ((code.size() == 15 || code.size() == 13) && all_digits(code)) return IdentifierFault::OldRegistration;
  if (count_code_points(code) != 18) return IdentifierFault::Length;
  const bool known = std::all_of(code.begin(), code.end(),
                                 [](char c) { return kCreditAlphabet.find(c) != std::string_view::npos; });
  if (!known || !all_digits(std::string_view(code).substr(2, 6))) return IdentifierFault::Characters;
  if (credit_check_character(std::string_view(code).substr(0, 17)) != code[17]) return IdentifierFault::Checksum;
  return is_organisation_code(std::string_view(code).substr(8, 9)) ? IdentifierFault::None
                                                                  : IdentifierFault::InnerCode;
}

IdentifierFault check_phone(std::string_view text) {
  const auto runs = phone_runs(text);
  if (runs.empty()) return IdentifierFault::Unusual;
  auto worst = IdentifierFault::None;
  for (const auto& run : runs) worst = std::max(worst, judge_run(run));
  return worst;
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

std::vector<int> identity_groups(std::string_view text) {
  const auto figures = text.substr(0, std::min<std::size_t>(text.size(), 17));
  const bool possible = text.size() <= 18 && std::all_of(figures.begin(), figures.end(), is_digit);
  const bool ended = text.size() < 18 || is_digit(text[17]) || text[17] == 'X' || text[17] == 'x';
  return possible && ended ? std::vector<int>{6, 8, 4} : std::vector<int>{};
}

std::vector<int> mobile_groups(std::string_view text) {
  const bool mobile = text.size() <= 11 && text.starts_with("1") && (text.size() < 2 || text[1] >= '3');
  const bool figures = std::all_of(text.begin(), text.end(), is_digit);
  return mobile && figures ? std::vector<int>{3, 4, 4} : std::vector<int>{};
}

std::string masked_identity(std::string_view text) {
  const auto number = normal_identifier(text);
  return count_characters(number) >= 15 ? masked_middle(number, 4, 4) : masked_middle(number, 2, 2);
}

std::string masked_phone(std::string_view text) {
  const auto number = trimmed(fold_width(text));
  return count_characters(number) >= 11 ? masked_middle(number, 3, 4) : masked_middle(number, 2, 2);
}

std::string masked_name(std::string_view text) {
  const auto whole = trimmed(text);
  const auto name = characters(whole);
  const auto begins = [](std::string_view character, bool (*is)(char32_t)) {
    std::size_t at = 0;
    return is(next_code_point(character, at));
  };
  const bool han = std::all_of(name.begin(), name.end(), [&](auto each) { return begins(each, is_han); });
  const std::size_t shown = name.size() < 2 ? 0 : han && name.size() >= 4 ? 2 : 1;
  std::string masked;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (begins(name[i], is_name_dot)) append_utf8(masked, kNameDot);  // 买**·**, whichever dot was typed
    else masked += i < shown || name[i] == " " ? name[i] : "*";
  }
  return masked;
}

}  // namespace mingting
