// A cell is folded and read from left to right: a year, then what narrows or stretches it.
#include "domain/table/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text/text.hpp"

namespace mingting {
namespace {

using std::chrono::month;
using std::chrono::year;

constexpr std::array<std::string_view, 10> kNumerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr int kFirstPeriodYear = 1900, kLastPeriodYear = 2199;

bool take(std::string_view& text, std::string_view piece) {
  if (!text.starts_with(piece)) return false;
  text.remove_prefix(piece.size());
  return true;
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> pieces) {
  for (const auto piece : pieces) {
    if (take(text, piece)) return true;
  }
  return false;
}

std::optional<int> take_figures(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  int number = 0;
  for (; count < text.size() && count < most && text[count] >= '0' && text[count] <= '9'; ++count)
    number = number * 10 + (text[count] - '0');
  if (count < least || (count < text.size() && text[count] >= '0' && text[count] <= '9')) return std::nullopt;
  text.remove_prefix(count);
  return number;
}

/// 一 to 十九.
std::optional<int> take_numeral(std::string_view& text) {
  int number = 0;
  for (int i = 0; i < 10; ++i) {
    if (!take(text, kNumerals.at(static_cast<std::size_t>(i)))) continue;
    number = i + 1;
    break;
  }
  if (number == 0) return std::nullopt;
  for (int i = 0; number == 10 && i < 9; ++i) {
    if (take(text, kNumerals.at(static_cast<std::size_t>(i)))) return 11 + i;
  }
  return number;
}

Date first_of(int y, unsigned m) { return year(y) / month(m) / 1; }
Date last_of(int y, unsigned m) { return Date(year(y) / month(m) / std::chrono::last); }

std::optional<Period> months_of(std::string code, int from, unsigned first, int until, unsigned last) {
  if (from < kFirstPeriodYear || until > kLastPeriodYear || from > until) return std::nullopt;
  return Period{std::move(code), first_of(from, first), last_of(until, last)};
}

std::optional<Period> whole_year(int y) { return months_of(fmt::format("{:04}", y), y, 1, y, 12); }
std::optional<Period> years(int from, int until) {
  if (from >= until) return std::nullopt;
  return months_of(fmt::format("{:04}/{:04}", from, until), from, 1, until, 12);
}
std::optional<Period> half(int y, int which) {
  const auto first = static_cast<unsigned>(which * 6 - 5);
  return months_of(fmt::format("{:04}H{}", y, which), y, first, y, first + 5);
}
std::optional<Period> quarter(int y, int which) {
  if (which < 1 || which > 4) return std::nullopt;
  const auto first = static_cast<unsigned>(which * 3 - 2);
  return months_of(fmt::format("{:04}Q{}", y, which), y, first, y, first + 2);
}
std::optional<Period> month_of(int y, int which) {
  if (which < 1 || which > 12) return std::nullopt;
  const auto m = static_cast<unsigned>(which);
  return months_of(fmt::format("{:04}-{:02}", y, which), y, m, y, m);
}

/// 一五 1953, 二五 1958; from the third (1966) on one follows the other.
std::optional<Period> five_years(int number) {
  const int first = number == 1 ? 1953 : number == 2 ? 1958 : 1966 + 5 * (number - 3);
  return years(first, first + 4);
}

/// 十四五, 第十四个五年规划; what the cell adds to it (时期, 规划) is left aside.
std::optional<Period> plan_in(std::string_view text) {
  const bool counted = take(text, "第");
  auto number = take_numeral(text);
  if (!number) return std::nullopt;
  if (counted) {
    if (!take(text, "个五年")) return std::nullopt;
  } else if (!take(text, "五")) {
    if (*number != 15) return std::nullopt;
    number = 10;  // 十五 is the tenth, 十五五 the fifteenth
  }
  while (take_any(text, {"规划", "计划", "时期", "期间", "期"})) {
  }
  return text.empty() ? five_years(*number) : std::nullopt;
}

std::optional<Period> quarter_in(std::string_view text, int y) {
  if (take_any(text, {"Q", "q"})) {
    const auto number = take_figures(text, 1, 1);
    return number && text.empty() ? quarter(y, *number) : std::nullopt;
  }
  (void)take(text, "第");
  auto number = take_figures(text, 1, 1);
  if (!number) number = take_numeral(text);
  return number && take(text, "季度") && text.empty() ? quarter(y, *number) : std::nullopt;
}

std::optional<Period> half_in(std::string_view text, int y) {
  if (text == "上半年" || text == "H1" || text == "h1") return half(y, 1);
  if (text == "下半年" || text == "H2" || text == "h2") return half(y, 2);
  return std::nullopt;
}

std::optional<Period> after_year(std::string_view text, int y) {
  const bool said = take(text, "年");
  if (text.empty() || (said && text == "度")) return whole_year(y);
  if (said) (void)take(text, "度");
  (void)take_any(text, {"-", "/", "."});
  if (auto found = half_in(text, y)) return found;
  if (auto found = quarter_in(text, y)) return found;
  if (auto rest = text; const auto number = take_figures(rest, 1, 2)) {
    (void)take(rest, "月");
    (void)take(rest, "份");
    return rest.empty() ? month_of(y, *number) : std::nullopt;
  }
  const auto until = take_figures(text, 4, 4);
  if (!until) return std::nullopt;
  (void)take(text, "年");
  (void)take(text, "度");
  return text.empty() ? years(y, *until) : std::nullopt;
}

/// Half width, every dash and "to" a hyphen, no quotes and spaces.
std::string folded(std::string_view cell) {
  const bool plain = std::ranges::all_of(cell, [](char c) { return (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  if (plain && cell.find("--") == std::string_view::npos) return std::string(cell);
  std::string text = fold_width(cell);
  for (const std::string_view gone : {"“", "”", "\"", " "}) text = replace_all(std::move(text), gone, "");
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "~", "至", "到"})
    text = replace_all(std::move(text), dash, "-");
  return replace_all(std::move(text), "--", "-");
}

struct Parts {
  int from = 0, until = 0;  ///< years; until 0 when there is one alone
  char kind = 0;            ///< H, Q or - before the number
  int number = 0;
};

Parts parts_of(std::string_view code) {
  Parts parts;
  parts.from = take_figures(code, 4, 4).value_or(0);
  if (code.empty()) return parts;
  parts.kind = code.front();
  code.remove_prefix(1);
  parts.number = take_figures(code, 1, 4).value_or(0);
  if (parts.kind == '/') parts.until = parts.number;
  return parts;
}

}  // namespace

std::optional<Period> period_in(std::string_view cell) {
  if (cell.size() > 64) return std::nullopt;
  const auto text = folded(cell);
  std::string_view rest = text;
  const auto y = take_figures(rest, 4, 4);
  if (y) return after_year(rest, *y);
  rest = text;
  if (const auto together = take_figures(rest, 6, 6); together && rest.empty()) return month_of(*together / 100, *together % 100);
  return plan_in(text);
}

std::string period_words(std::string_view code) {
  const auto parts = parts_of(code);
  switch (parts.kind) {
    case '/': return fmt::format("{}—{}年", parts.from, parts.until);
    case 'H': return fmt::format("{}年{}", parts.from, parts.number == 1 ? "上半年" : "下半年");
    case 'Q': return fmt::format("{}年第{}季度", parts.from, kNumerals.at(static_cast<std::size_t>(parts.number + 9) % 10));
    case '-': return fmt::format("{}年{}月", parts.from, parts.number);
    default: return fmt::format("{}年", parts.from);
  }
}

std::string period_before(std::string_view code) {
  const auto parts = parts_of(code);
  const int length = parts.kind == '/' ? parts.until - parts.from + 1 : 1;
  if (parts.from - length < kFirstPeriodYear) return "";
  const bool turns = parts.number == 1;
  const int y = turns ? parts.from - 1 : parts.from;
  switch (parts.kind) {
    case '/': return fmt::format("{:04}/{:04}", parts.from - length, parts.from - 1);
    case 'H': return fmt::format("{:04}H{}", y, turns ? 2 : 1);
    case 'Q': return fmt::format("{:04}Q{}", y, turns ? 4 : parts.number - 1);
    case '-': return fmt::format("{:04}-{:02}", y, turns ? 12 : parts.number - 1);
    default: return fmt::format("{:04}", parts.from - 1);
  }
}

}  // namespace mingting
