// What is in a table because it was printed: titles above the head, rows of formulas and numbers, totals, notes?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/table/table.hpp"

namespace mingting {

/// Rows that are no data (CONTENT.md §3). Unit: 单位：万元. Formula: A=B+C. Numbers: 栏次 1 2 3. Total: 合计, 小计. Note: 注：…
enum class Dirt { None, Unit, Formula, Numbers, Total, Note };

/// `cells` as the file has them, tidied, `places`: for each of the table's columns where it stands among them (kAbsent: nowhere).
/// `first`: the row stands right below the head, where alone a row of 1 2 3 is one of numbers.
inline constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
Dirt dirt_in(const std::vector<std::string>& cells, const Table& table, const std::vector<std::size_t>& places, bool first);

/// Whether the row is a second line of the head: words where figures and days should be, or below a blank in the head.
bool is_second_head(const std::vector<std::string>& head, const std::vector<std::string>& cells, const Table& table,
                    const std::vector<std::size_t>& places);

bool is_total_word(std::string_view cell);      ///< 合计, 总　计, 小计：
/// 万元 of 单位：万元; "" where none is said.
std::string unit_said(std::string_view cell);

}  // namespace mingting
