// Most rows are data: what cannot be dirt is told from that by its first bytes.
#include "publish/kinds/tables/dirt.hpp"

#include <algorithm>
#include <array>

#include "base/text/cells.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::array<std::string_view, 6> kTotals{"合计", "总计", "小计", "共计", "总合计", "本页合计"};
constexpr std::array<std::string_view, 3> kUnits{"单位", "金额单位", "计量单位"};
constexpr std::array<std::string_view, 5> kNotes{"注", "备注", "说明", "附注", "(注"};
constexpr std::array<std::string_view, 3> kNumbering{"栏次", "公式", "列次"};
constexpr std::size_t kLongestWord = 40;

std::string without_spaces(std::string_view cell) { return replace_all(fold_width(cell), " ", ""); }

/// 注：…, 注1：…, （注）
bool is_note(std::string_view cell) {
  if (!cell.starts_with("注") && !cell.starts_with("备注") && !cell.starts_with("说明") && !cell.starts_with("附注") && !cell.starts_with("（注") &&
      !cell.starts_with("(注"))
    return false;
  const auto text = without_spaces(cell);
  for (const auto word : kNotes) {
    if (!text.starts_with(word)) continue;
    const auto end = text.find_first_not_of("0123456789", word.size());
    if (end != std::string::npos && (text[end] == ':' || text[end] == ')' || text[end] == '.')) return true;
  }
  return false;
}

/// A, B+C, A=B+C, 1=2+3.
bool is_formula(std::string_view cell) {
  if (cell.size() > kLongestWord || cell.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ=\xEF") == std::string_view::npos) return false;
  const auto text = without_spaces(cell);
  const bool plain = std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("=+-*/()").find(c) != std::string_view::npos; });
  const bool lettered = std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  return plain && (lettered || text.find('=') != std::string::npos);
}

std::size_t filled(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [](const auto& cell) { return !cell.empty(); }));
}

std::string_view first_filled(const std::vector<std::string>& cells) {
  const auto found = std::ranges::find_if(cells, [](const auto& cell) { return !cell.empty(); });
  return found == cells.end() ? std::string_view() : std::string_view(*found);
}

bool is_formula_row(const std::vector<std::string>& cells, const Table& table, const std::vector<std::size_t>& places) {
  std::size_t formulas = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!is_figure(table.columns[i].type) || places[i] >= cells.size() || cells[places[i]].empty()) continue;
    if (!is_formula(cells[places[i]])) return false;
    ++formulas;
  }
  return formulas >= 2;
}

bool is_numbering(const std::vector<std::string>& cells, const Table& table) {
  const bool words = std::ranges::any_of(table.columns, [](const auto& column) { return !is_figure(column.type); });
  std::size_t next = 1;
  for (const auto& cell : cells) {
    if (cell.empty()) continue;
    if (cell != std::to_string(next)) return false;
    ++next;
  }
  return words && next > 3 && next > cells.size();
}

bool has_total(const std::vector<std::string>& cells, const Table& table, const std::vector<std::size_t>& places) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!is_figure(table.columns[i].type) && places[i] < cells.size() && is_total_word(cells[places[i]])) return true;
  }
  return false;
}

}  // namespace

bool is_total_word(std::string_view cell) {
  if (cell.size() > kLongestWord || !(cell.ends_with("计") || cell.ends_with(":") || cell.ends_with("："))) return false;
  auto text = without_spaces(cell);
  while (text.ends_with(':')) text.pop_back();
  return std::ranges::find(kTotals, text) != kTotals.end();
}

std::string unit_said(std::string_view cell) {
  const bool may = cell.starts_with("单") || cell.starts_with("金") || cell.starts_with("计");
  if (!may || cell.size() > 2 * kLongestWord) return "";
  const auto text = without_spaces(cell);
  for (const auto word : kUnits) {
    if (text.starts_with(std::string(word) + ":")) return text.substr(word.size() + 1);
  }
  return "";
}

Dirt dirt_in(const std::vector<std::string>& cells, const Table& table, const std::vector<std::size_t>& places, bool first) {
  const auto begin = first_filled(cells);
  if (is_note(begin) && filled(cells) == 1) return Dirt::Note;
  if (std::ranges::any_of(cells, [](const auto& cell) { return !unit_said(cell).empty(); }) && filled(cells) <= 2) return Dirt::Unit;
  const bool numbering = begin.size() < kLongestWord && std::ranges::find(kNumbering, without_spaces(begin)) != kNumbering.end();
  if (numbering || (first && is_numbering(cells, table))) return Dirt::Numbers;
  if (is_formula_row(cells, table, places)) return Dirt::Formula;
  return has_total(cells, table, places) ? Dirt::Total : Dirt::None;
}

bool is_second_head(const std::vector<std::string>& head, const std::vector<std::string>& cells, const Table& table,
                    const std::vector<std::size_t>& places) {
  std::size_t wrong = 0, right = 0, below_blank = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& type = table.columns[i].type;
    if ((!is_figure(type) && type != CellType::Day) || places[i] >= cells.size() || says_nothing(cells[places[i]])) continue;
    const auto& cell = cells[places[i]];
    const bool words = std::ranges::any_of(to_code_points(cell), is_han) && !number_in(cell) && !day_in(cell);
    ++(words ? wrong : right);
  }
  for (std::size_t i = 0; i + 1 < head.size() && i < cells.size(); ++i) {
    if (head[i].empty() && std::ranges::any_of(to_code_points(cells[i]), is_han)) ++below_blank;
  }
  const bool unnamed = !cells.empty() && cells.front().empty();  // merged downwards, as the first column of a head is
  return right == 0 && (wrong >= 2 || below_blank > 0 || (wrong == 1 && unnamed));
}

}  // namespace mingting
