// A document number read from whatever was typed, and written as it should be.
#include "domain/identity/document_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/clock.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestText = 200;    // bytes; a title and its number fit
constexpr std::size_t kLongestPrefix = 40;   // code points
constexpr std::u32string_view kOpening = U"〔[(【﹝〖{<〈";
constexpr std::u32string_view kClosing = U"〕])】﹞〗}>〉";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
/// Marks that steer the direction of text; they come along with copied numbers.
bool is_direction_mark(char32_t c) { return (c >= 0x202A && c <= 0x202E) || c == 0x200E || c == 0x200F; }
bool is_prefix_character(char32_t c) {
  return is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == U'、' || c == U'·';
}

/// Reads code points from the left; spaces never count.
class Scanner {
 public:
  explicit Scanner(std::string_view text) {
    for (const char32_t c : to_code_points(fold_width(text))) {
      if (!is_direction_mark(c)) rest_ += c == '\t' || c == '\n' || c == '\r' || c == 0x2002 || c == 0x2003 ? U' ' : c;
    }
  }

  bool done() {
    skip_spaces();
    return at_ == rest_.size();
  }
  char32_t peek() {
    skip_spaces();
    return at_ < rest_.size() ? rest_[at_] : 0;
  }
  bool take(char32_t c) {
    if (peek() != c || c == 0) return false;
    ++at_;
    return true;
  }
  bool take_one_of(std::u32string_view set) {
    if (done() || !is_one_of(set, rest_[at_])) return false;
    ++at_;
    return true;
  }
  bool take_word(std::u32string_view word) {
    skip_spaces();
    if (!std::u32string_view(rest_).substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool take_dash() {
    if (!is_dash(peek())) return false;
    ++at_;
    return true;
  }
  /// Adjacent ASCII digits.
  std::u32string take_digits() {
    skip_spaces();
    std::u32string digits;
    while (at_ < rest_.size() && is_digit(rest_[at_])) digits += rest_[at_++];
    return digits;
  }
  std::size_t mark() const { return at_; }
  void back_to(std::size_t mark) { at_ = mark; }

 private:
  void skip_spaces() {
    while (at_ < rest_.size() && rest_[at_] == ' ') ++at_;
  }
  std::u32string rest_;
  std::size_t at_ = 0;
};

std::optional<int> value_of(std::u32string_view digits, std::size_t most) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (digits.empty() || digits.size() > most) return std::nullopt;
  int value = 0;
  for (const char32_t c : digits) value = value * 10 + static_cast<int>(c - '0');
  return value;
}

bool is_year(int figure) {
  return figure >= int{kFirstDocumentYear} && figure <= int{kLastYear};
}

std::optional<int> year_of(std::u32string_view digits) {
  if (digits.size() != 4) return std::nullopt;
  const auto year = value_of(digits, 4);
  return year && is_year(*year) ? year : std::nullopt;
}

/// 七十, 一百八十, 七一一: as orders print their numbers. 0 when there is none, or none of six figures.
int take_han_number(Scanner& scan) {
  static constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  static constexpr std::u32string_view kUnits = U"十百千";
  long total = 0, digit = 0;  // nine characters cannot overflow them
  bool unit_seen = false;
  for (int length = 0; length < 9; ++length) {
    const char32_t c = scan.peek() == U'零' ? U'〇' : scan.peek();
    if (const auto d = kDigits.find(c); c != 0 && d != std::u32string_view::npos) {
      digit = unit_seen ? static_cast<long>(d) : digit * 10 + static_cast<long>(d);
    } else if (const auto u = kUnits.find(c); c != 0 && u != std::u32string_view::npos) {
      static constexpr std::array<long, 3> kValue{10, 100, 1000};
      total += (digit == 0 ? 1 : digit) * kValue.at(u);
      digit = 0, unit_seen = true;
    } else {
      break;
    }
    scan.take(scan.peek());
  }
  return total + digit > 999'999 ? 0 : static_cast<int>(total + digit);
}

void take_label(Scanner& scan) {
  const auto start = scan.mark();
  for (const auto word : {U"发文字号", U"发文文号", U"公文文号", U"文件编号", U"发文号", U"文号", U"字号"}) {
    if (scan.take_word(word)) {
      if (scan.take(':') || !is_han(scan.peek())) return;
      scan.back_to(start);
    }
  }
}

/// What stands before the year, without the end of a title that runs into it (事项的通知沪府发 -> 沪府发).
std::u32string take_prefix(Scanner& scan) {
  std::u32string prefix;
  while (prefix.size() <= kLongestPrefix && is_prefix_character(scan.peek())) {
    const auto before = scan.mark();
    const char32_t c = scan.peek();
    scan.take(c);
    // 第 belongs to the number that follows it, elsewhere to the name.
    if (c == U'第' && (is_digit(scan.peek()) || is_one_of(U"〇零一二三四五六七八九十百千", scan.peek()))) {
      scan.back_to(before);
      break;
    }
    prefix += c;
  }
  for (const std::u32string_view ending : {U"的通知", U"的意见", U"的决定", U"的批复", U"的公告", U"的通告", U"的函"}) {
    const auto at = prefix.rfind(ending);
    if (at != std::u32string::npos && at + ending.size() < prefix.size()) prefix.erase(0, at + ending.size());
  }
  return prefix;
}

/// 〔2019〕, [2019], 2019年, 2019-, 2019 followed by a space or 第. Moves nothing when no year stands here.
int take_year(Scanner& scan) {
  const auto start = scan.mark();
  const bool opened = scan.take_one_of(kOpening);
  const auto year = year_of(scan.take_digits());
  const auto after = scan.mark();
  const bool worded = year && scan.take(U'年');
  const bool closed = year && scan.take_one_of(kClosing);
  const bool parted = year && !opened && (worded || scan.take_dash() || scan.peek() == U'第' ||
                                          (is_digit(scan.peek()) && scan.mark() > after));
  if (year && (opened || closed || parted)) return *year;
  scan.back_to(start);
  return 0;
}

/// 62号, 第62号, 号62, (第711号). Nothing when no number stands here or something else follows.
struct Number {
  int value = 0;
  bool marked = false;  ///< with 号 or 第
};
std::optional<Number> take_number(Scanner& scan) {
  const bool bracketed = scan.take_one_of(kOpening);
  const bool ordinal = scan.take(U'第');
  const bool sign_first = scan.take(U'号');
  const auto digits = scan.take_digits();
  const bool in_words = digits.empty() && ordinal;
  const auto value = in_words ? std::optional<int>(take_han_number(scan)) : value_of(digits, 6);
  const bool sign_last = scan.take(U'号');
  if (in_words && !sign_last) return std::nullopt;  // 第一
  if (bracketed && !scan.take_one_of(kClosing)) return std::nullopt;
  if (!value || *value == 0) return std::nullopt;
  return Number{*value, ordinal || sign_first || sign_last};
}

/// Whether only what may trail a number is left: 文, 文件, empty brackets, a full stop, the closing bracket around all.
bool only_tail_left(Scanner& scan) {
  if (!scan.take_word(U"文件")) scan.take(U'文');
  while (scan.take_one_of(kOpening) || scan.take_one_of(kClosing) || scan.take_one_of(U"。.,;，；、》")) {
  }
  return scan.done();
}

bool is_order(std::u32string_view prefix) { return prefix.ends_with(U'令') || prefix.ends_with(U"公告"); }

bool has_bracket(std::string_view text) {
  const auto points = to_code_points(fold_width(text));
  return std::any_of(points.begin(), points.end(), [](char32_t c) { return is_one_of(kOpening, c); });
}

/// 201962号 typed without any mark between: the year is taken when the run begins like one.
std::optional<DocumentNumber> split_run(const std::u32string& prefix, int run) {
  const auto digits = fmt::format("{}", run);
  if (digits.size() < 5 || digits.size() > 6 || is_order(prefix)) return std::nullopt;
  const auto points = to_code_points(digits);
  const auto year = year_of(std::u32string_view(points).substr(0, 4));
  const auto number = value_of(std::u32string_view(points).substr(4), 2);
  if (!year || !number || *number == 0) return std::nullopt;
  return DocumentNumber{to_utf8(prefix), *year, *number};
}

}  // namespace

std::optional<DocumentNumber> parse_document_number(std::string_view text) {
  if (text.size() > kLongestText) return std::nullopt;
  Scanner scan(text);
  scan.take_one_of(U"([【《");
  take_label(scan);
  const auto prefix = take_prefix(scan);
  if (prefix.empty() || prefix.size() > kLongestPrefix) return std::nullopt;
  const int year = take_year(scan);
  const auto number = take_number(scan);
  if (!number || !only_tail_left(scan)) return std::nullopt;
  if (year != 0) return DocumentNumber{to_utf8(prefix), year, number->value};
  if (is_order(prefix) && number->marked) return DocumentNumber{to_utf8(prefix), 0, number->value};
  return split_run(prefix, number->value);
}

std::optional<DocumentNumber> parse_partial_document_number(std::string_view text) {
  if (auto whole = parse_document_number(text)) return whole;
  if (text.size() > kLongestText) return std::nullopt;
  Scanner scan(text);
  take_label(scan);
  DocumentNumber part;
  part.prefix = to_utf8(take_prefix(scan));
  part.year = take_year(scan);
  const auto after_year = scan.mark();
  if (scan.done() && part.year != 0) {  // 2019年 alone is a word like any other
    return part.prefix.empty() && !has_bracket(text) ? std::nullopt : std::optional(part);
  }
  if (const auto number = take_number(scan); number && only_tail_left(scan)) {
    // A bare figure is a word like any other; 号 or 第, a year or a prefix make it part of a number.
    if (!number->marked && part.year == 0 && part.prefix.empty()) return std::nullopt;
    const bool bare = part.year == 0 && !number->marked;
    (bare && is_year(number->value) ? part.year : part.number) = number->value;
    return part;
  }
  scan.back_to(after_year);  // 国办发〔20: the bracket is open, the year not complete
  if (!part.prefix.empty() && part.year == 0 && scan.take_one_of(kOpening)) {
    const auto digits = scan.take_digits();
    if (const auto year = year_of(digits)) part.year = *year;
    if (scan.done()) return part;
  }
  return std::nullopt;
}

std::string print_document_number(const DocumentNumber& number) {
  if (number.year == 0) return number.prefix + "第" + std::to_string(number.number) + "号";
  return number.prefix + "〔" + std::to_string(number.year) + "〕" + std::to_string(number.number) + "号";
}

}  // namespace mingting
