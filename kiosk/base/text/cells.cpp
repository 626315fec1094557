// Everything is folded to ASCII first; what is then no digit must be in its place.
#include "base/text/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "base/text/text.hpp"

namespace mingting {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Half width, every dash a hyphen, no white space at the ends.
std::string folded(std::string_view cell) {
  std::string text = trimmed(fold_width(cell));
  for (const std::string_view dash :
       {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u2500"})
    text = replace_all(std::move(text), dash, "-");
  return text;
}

bool take(std::string_view& text, std::string_view piece) {
  if (!text.starts_with(piece)) return false;
  text.remove_prefix(piece.size());
  return true;
}

/// -1234.50: already in its one form, as most figures of a long table are.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto point = text.find('.');
  return all_digits(text.substr(0, point)) && (point == std::string_view::npos || all_digits(text.substr(point + 1)));
}

/// 2026-01-05
bool is_iso_shaped(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) && all_digits(text.substr(8));
}

void take_money_sign(std::string_view& text) {
  for (const std::string_view sign : {"￥", "¥"}) (void)take(text, sign);
  while (take(text, " ")) {
  }
}

/// 1,234,567 without its separators; "" when a group is not of three.
std::string whole_part(std::string_view text) {
  const auto groups = split(text, ',');
  if (groups.size() > 1 && groups.front().size() > 3) return "";
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!all_digits(groups[i]) || (i > 0 && groups[i].size() != 3)) return "";
  }
  return join(groups, "");
}

}  // namespace

std::optional<Date> day_in(std::string_view cell) {
  static const std::regex kDay(R"((\d\d\d\d)(?:-|/|\.|年)(\d\d?)(?:-|/|\.|月)(\d\d?)(?:日)?(?:[ T]0?0:00(?::00)?)?)");
  if (is_iso_shaped(cell)) return parse_date(cell);
  const auto text = folded(cell);
  if (text.size() > 40) return std::nullopt;
  std::smatch parts;
  if (std::regex_match(text, parts, kDay)) {
    return parse_date(fmt::format("{}-{:0>2}-{:0>2}", parts[1].str(), parts[2].str(), parts[3].str()));
  }
  if (text.size() != 8 || !all_digits(text)) return std::nullopt;
  return parse_date(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)));
}

std::optional<std::string> number_in(std::string_view cell) {
  if (is_plain_number(cell)) return std::string(cell);
  const auto written = folded(cell);
  std::string_view text = written;
  take_money_sign(text);
  const bool in_brackets = text.starts_with('(') && text.ends_with(')') && text.size() > 2;
  if (in_brackets) text = text.substr(1, text.size() - 2);
  const bool minus = take(text, "-");
  if (!minus) (void)take(text, "+");
  take_money_sign(text);
  const auto point = text.find('.');
  const auto whole = whole_part(text.substr(0, point));
  const auto fraction = point == std::string_view::npos ? std::string_view() : text.substr(point);
  if (whole.empty() || (!fraction.empty() && !all_digits(fraction.substr(1))) || (in_brackets && minus))
    return std::nullopt;
  return (minus || in_brackets ? "-" : "") + whole + std::string(fraction);
}

bool is_scientific(std::string_view cell, Among among) {
  static const std::regex kAnyhow(R"([+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3})"),
      kBySpreadsheet(R"([+-]?\d(?:\.\d+)?E[+-]\d{2,3})");
  // A long table is full of cells that have no e: the rest is costly.
  if (cell.size() > 120 || std::ranges::none_of(cell, [](char c) { return c == 'e' || c == 'E' || c == '\xEF'; })) return false;
  const auto text = folded(cell);
  return text.size() < 40 && text.find_first_of("0123456789") < 2 && std::regex_match(text, among == Among::Words ? kBySpreadsheet : kAnyhow);
}

bool says_nothing(std::string_view cell) {
  constexpr std::size_t kLongest = 60;
  const bool figure = !cell.empty() && ((cell.front() >= '0' && cell.front() <= '9') || (cell.front() >= 'A' && cell.front() <= 'z'));
  if (figure || cell.size() > kLongest) return false;
  const auto text = folded(cell);
  return text.find_first_not_of('-') == std::string::npos || text == "/" || text == "空";
}

}  // namespace mingting
