// A wide wall counts where the line has no other: within a cell it is a character.
#include "publish/text/table_lines.hpp"

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kWide = "｜";

std::string narrow(std::string_view line) {
  const bool wide = line.find('|') == std::string_view::npos && line.find(kWide) != std::string_view::npos;
  return wide ? replace_all(std::string(line), kWide, "|") : std::string(line);
}

/// Walls that are not escaped.
std::size_t walls_in(std::string_view line) {
  std::size_t walls = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\')
      ++at;
    else if (line[at] == '|')
      ++walls;
  }
  return walls;
}

/// Dashes, colons and walls as ASCII has them.
std::string plain_rule(std::string_view line) {
  auto rule = replace_all(std::string(line), kWide, "|");
  for (const std::string_view dash : {"—", "–", "－", "─", "━", "ー"})
    rule = replace_all(std::move(rule), dash, "-");
  return trimmed(replace_all(replace_all(std::move(rule), "：", ":"), "　", " "));
}

}  // namespace

bool is_table_row(std::string_view line) {
  return walls_in(narrow(line)) > 0;
}

bool is_walled(std::string_view line) {
  const auto row = trimmed(narrow(line));
  return row.size() > 2 && row.front() == '|' && row.back() == '|';
}

bool is_table_rule(std::string_view line) {
  const auto rule = plain_rule(line);
  return rule.find('|') != std::string::npos && rule.find('-') != std::string::npos &&
         rule.find_first_not_of("|:- ") == std::string::npos;
}

std::size_t cells_in(std::string_view line) {
  const auto row = trimmed(is_table_rule(line) ? plain_rule(line) : narrow(line));
  const bool closed = row.size() > 1 && row.back() == '|' && row[row.size() - 2] != '\\';
  return walls_in(row) + 1 - (row.starts_with('|') ? 1 : 0) - (closed ? 1 : 0);
}

std::string table_row(std::string_view line) {
  return narrow(line);
}

std::string table_rule(std::size_t cells) {
  std::string rule = "|";
  for (std::size_t i = 0; i < cells; ++i) rule += "---|";
  return rule;
}

}  // namespace mingting
