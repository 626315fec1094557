// Conditions become sets of numbers, and those are looked for in the column.
#include "library/tables/row_filter.hpp"

#include <algorithm>
#include <utility>

#include "domain/table/conditions.hpp"
#include "domain/table/decimal.hpp"
#include "domain/table/values.hpp"
#include "library/tables/code_layout.hpp"

namespace mingting {
namespace {

/// From the first to the last, both meant. None: first > last.
struct CodeRange {
  std::uint64_t first = 1, last = 0;
  bool contains(std::uint64_t code) const { return code - first <= last - first && first <= last; }
};
using CodeRanges = std::vector<CodeRange>;

template <class Test>
void take_rows(const CodedColumn& column, RowSet& rows, Test test) {
  for (std::size_t block = 0; block < column.blocks(); ++block) {
    column.with_block(block, [&](auto codes) {
      for (std::size_t at = 0; at < codes.size; at += 64) {
        std::uint64_t word = 0;
        const auto end = std::min(at + 64, codes.size);
        for (std::size_t i = at; i < end; ++i) word |= std::uint64_t{test(codes[i])} << (i - at);
        rows.word((block * kCodeBlock + at) / 64) = word;
      }
    });
  }
}

RowSet rows_with(const CodedColumn& column, std::size_t rows, const CodeRanges& ranges) {
  RowSet found(rows);
  if (ranges.size() == 1 && ranges[0].first <= ranges[0].last) {
    const auto first = ranges[0].first, span = ranges[0].last - first;
    take_rows(column, found, [&](std::uint64_t code) { return code - first <= span; });
  } else if (column.most() < 1U << 16) {
    std::vector<std::uint8_t> meant(column.most() + 1, 0);
    for (const auto& range : ranges) {
      for (auto code = range.first; code <= std::min(range.last, column.most()); ++code) meant[code] = 1;
    }
    take_rows(column, found, [&](std::uint64_t code) { return meant[code] != 0; });
  } else {
    take_rows(column, found, [&](std::uint64_t code) {
      return std::ranges::any_of(ranges, [&](const CodeRange& range) { return range.contains(code); });
    });
  }
  return found;
}

// ---- what is counted -----------------------------------------------------------------------------------------------

__extension__ typedef __int128 Wide;

/// A value between the column's steps lies after `below`.
struct Bound {
  Wide below = 0;
  bool exact = true;
};

std::optional<Bound> bound_in(const TableColumn& column, std::string text, Date today) {
  if (text == kTodayWord) text = iso_date(today);
  else (void)put_in_form(column, text);
  if (column.type == CellType::Day) {
    const auto day = parse_date(text);
    if (!day) return std::nullopt;
    return Bound{std::chrono::sys_days(*day).time_since_epoch().count(), true};
  }
  const auto number = decimal_of(text);
  if (!number) return std::nullopt;
  Bound bound{number->units, true};
  for (int scale = number->scale; scale < column.scale; ++scale) bound.below *= 10;
  Wide step = 1;
  for (int scale = column.scale; scale < number->scale; ++scale) step *= 10;
  bound.exact = bound.below % step == 0;
  bound.below = bound.below / step - (bound.below % step < 0 ? 1 : 0);
  return bound;
}

/// The code of a value, brought into [0, most + 1].
std::uint64_t code_near(const CodedColumn& column, Wide value) {
  const auto code = value - column.least() + 1;
  if (code < 0) return 0;
  return code > column.most() ? column.most() + 1 : static_cast<std::uint64_t>(code);
}

CodeRange counted_range(const CodedColumn& column, Relates relates, const std::optional<Bound>& bound) {
  if (!bound) return {};
  const auto below = code_near(column, bound->below);
  if (relates == Relates::AtMost) return {1, std::min(below, column.most())};
  const auto from = std::max<std::uint64_t>(1, code_near(column, bound->below + (bound->exact ? 0 : 1)));
  if (relates == Relates::AtLeast) return {from, column.most()};
  return bound->exact && below >= 1 && below <= column.most() ? CodeRange{below, below} : CodeRange{};
}

CodeRanges all_but(CodeRanges ranges, std::uint64_t most) {
  std::ranges::sort(ranges, {}, &CodeRange::first);
  CodeRanges others;
  std::uint64_t next = 0;
  for (const auto& range : ranges) {
    if (range.first > range.last) continue;
    if (range.first > next) others.push_back({next, range.first - 1});
    next = std::max(next, range.last + 1);
  }
  if (next <= most) others.push_back({next, most});
  return others;
}

CodeRanges counted_ranges(const CodedColumn& column, const RowCondition& condition, Date today) {
  CodeRanges ranges;
  const bool bounded = condition.relates == Relates::AtLeast || condition.relates == Relates::AtMost;
  for (const auto& value : condition.values) {
    if (bounded && !ranges.empty()) break;  // the first bound alone counts
    ranges.push_back(value.empty() && !bounded ? CodeRange{0, 0}
                                               : counted_range(column, condition.relates, bound_in(column.column(), value, today)));
  }
  return condition.relates == Relates::Not ? all_but(std::move(ranges), column.most()) : ranges;
}

// ---- words ---------------------------------------------------------------------------------------------------------

CodeRanges ranges_by_test(const CodedColumn& column, const RowCondition& condition, Date today) {
  const Table one{.id = "one", .columns = {column.column()}};
  const RowTest test(one, {condition}, today);
  CodeRanges ranges;
  for (std::uint64_t code = 0; code <= column.most(); ++code) {
    if (!test({column.cell(code)})) continue;
    if (!ranges.empty() && ranges.back().last + 1 == code) ranges.back().last = code;
    else ranges.push_back({code, code});
  }
  return ranges;
}

/// Few words are each put to the test. Of many only a whole one is looked for, unless the condition asks for more.
CodeRanges word_ranges(const CodedColumn& column, const RowCondition& condition, Date today) {
  const bool whole = condition.relates == Relates::Is || condition.relates == Relates::Not;
  const auto type = column.column().type;
  if (!column.known_words().empty() || !whole || column.column().several || type == CellType::Code)
    return ranges_by_test(column, condition, today);
  CodeRanges ranges;
  for (auto value : condition.values) {
    if (value == kTodayWord) value = iso_date(today);
    else (void)put_in_form(column.column(), value);
    const auto code = column.code_of(value);
    if (code > 0 || value.empty()) ranges.push_back({code, code});
  }
  return condition.relates == Relates::Not ? all_but(std::move(ranges), column.most()) : ranges;
}

RowSet code_rows(OpenTable& table, std::size_t place, const RowCondition& condition) {
  constexpr std::size_t kMost = 100'000;
  RowSet found(table.rows());
  for (const auto& value : condition.values) {
    if (value.empty()) found.unite(rows_with(table.column(place), table.rows(), {{0, 0}}));
    for (const auto row : table.find({place}, {value}, kMost)) found.insert(row);
  }
  if (condition.relates == Relates::Not) found.invert();
  return found;
}

RowSet shown_by_day(OpenTable& table, std::size_t place, Date today) {
  const auto& column = table.column(place);
  auto ranges = counted_ranges(column, {"", Relates::AtLeast, {iso_date(today)}}, today);
  ranges.push_back({0, 0});
  return rows_with(column, table.rows(), ranges);
}

}  // namespace

RowSet rows_meeting(OpenTable& table, const RowCondition& condition, Date today) {
  const auto place = table.place_of(condition.column);
  const auto& column = table.column(place);
  if (condition.relates == Relates::Blank) return rows_with(column, table.rows(), {{0, 0}});
  if (condition.relates == Relates::Filled) return rows_with(column, table.rows(), {{1, column.most()}});
  const bool whole = condition.relates == Relates::Is || condition.relates == Relates::Not;
  if (whole && column.column().type == CellType::Code && column.known_words().empty()) return code_rows(table, place, condition);
  return rows_with(column, table.rows(), column.counted() ? counted_ranges(column, condition, today)
                                                          : word_ranges(column, condition, today));
}

RowSet rows_meeting(OpenTable& table, const RowConditions& conditions, Date today) {
  RowSet rows = shown_rows(table, today);
  for (const auto& condition : conditions) rows.intersect(rows_meeting(table, condition, today));
  return rows;
}

const RowSet& shown_rows(OpenTable& table, Date today) {
  if (table.shown && table.shown->first == today) return table.shown->second;
  RowSet rows(table.rows(), true);
  const auto ends = column_at(table.table(), table.table().ends);
  if (ends && today.ok() && table.column(*ends).counted()) rows.intersect(shown_by_day(table, *ends, today));
  if (column_at(table.table(), table.table().state))
    rows.intersect(rows_meeting(table, RowCondition{table.table().state, Relates::Not, table.table().hidden_states}, today));
  return table.shown.emplace(today, std::move(rows)).second;
}

}  // namespace mingting
