// A column read once for each filter, each facet and the sort; rows read for the page alone.
#include "library/tables/row_pages.hpp"

#include <algorithm>
#include <bit>
#include <map>

#include "domain/table/values.hpp"
#include "library/tables/code_layout.hpp"
#include "library/tables/row_filter.hpp"

namespace mingting {
namespace {

/// visit(row, code) of each row of the set, in the file's order.
template <class Visit>
void visit_codes(const CodedColumn& column, const RowSet& rows, Visit visit) {
  for (std::size_t block = 0; block < column.blocks(); ++block) {
    const auto first = block * kCodeBlock;
    column.with_block(block, [&](auto codes) {
      for (std::size_t at = 0; at < codes.size; at += 64) {
        auto word = rows.word((first + at) / 64);
        if (~word == 0) {  // all of them
          for (std::size_t i = at; i < at + 64; ++i) visit(static_cast<std::uint32_t>(first + i), codes[i]);
          continue;
        }
        for (; word != 0; word &= word - 1) {
          const auto i = at + static_cast<std::size_t>(std::countr_zero(word));
          visit(static_cast<std::uint32_t>(first + i), codes[i]);
        }
      }
    });
  }
}

// ---- the page ------------------------------------------------------------------------------------------------------

std::vector<std::uint32_t> in_file_order(const RowSet& rows, std::size_t offset, std::size_t limit) {
  std::vector<std::uint32_t> page;
  std::size_t before = 0;
  for (std::size_t at = 0; at * 64 < rows.rows() && page.size() < limit; ++at) {
    const auto here = static_cast<std::size_t>(std::popcount(rows.word(at)));
    if (before + here > offset) {
      rows.visit(at * 64, at * 64 + 64, [&](std::size_t row) {
        if (before++ >= offset && page.size() < limit) page.push_back(static_cast<std::uint32_t>(row));
        return true;
      });
    } else {
      before += here;
    }
  }
  return page;
}

/// In which order codes come: blanks last.
struct SortKey {
  std::uint64_t most;
  bool descending;
  std::uint64_t operator()(std::uint64_t code) const { return code == 0 ? most + 1 : descending ? most - code : code; }
};

/// The page is looked for among the rows of those codes alone that can be on it: codes are counted in up to 65,536 classes first.
std::vector<std::uint32_t> in_order(const CodedColumn& column, bool descending, const RowSet& rows, std::size_t offset, std::size_t limit) {
  const SortKey key{column.most(), descending};
  const int shift = std::max(0, static_cast<int>(std::bit_width(column.most() + 1)) - 16);
  std::vector<std::uint32_t> counts(((column.most() + 1) >> shift) + 1, 0);
  visit_codes(column, rows, [&](std::uint32_t, std::uint64_t code) { ++counts[key(code) >> shift]; });
  std::size_t first = 0, before = 0;
  while (first < counts.size() && before + counts[first] <= offset) before += counts[first++];
  std::size_t last = first, upto = before;
  while (last < counts.size() && upto < offset + limit) upto += counts[last++];
  std::vector<std::pair<std::uint64_t, std::uint32_t>> near;
  near.reserve(upto - before);
  visit_codes(column, rows, [&](std::uint32_t row, std::uint64_t code) {
    const auto of = key(code);
    if (of >> shift >= first && of >> shift < last) near.emplace_back(of, row);
  });
  const auto from = near.begin() + static_cast<std::ptrdiff_t>(std::min(offset - before, near.size()));
  const auto to = near.begin() + static_cast<std::ptrdiff_t>(std::min(offset - before + limit, near.size()));
  if (from != near.end()) std::nth_element(near.begin(), from, near.end());
  std::partial_sort(from, to, near.end());
  std::vector<std::uint32_t> page;
  for (auto at = from; at != to; ++at) page.push_back(at->second);
  return page;
}

// ---- facets --------------------------------------------------------------------------------------------------------

bool is_of_a_view(const Table& table, const RowCondition& condition) {
  return std::ranges::any_of(table.views, [&](const TableView& view) { return std::ranges::find(view.where, condition) != view.where.end(); });
}

/// The least and the greatest.
std::vector<FacetValue> range_of(const CodedColumn& column, const RowSet& rows) {
  std::uint64_t least = column.most() + 1, most = 0;
  std::size_t filled = 0;
  visit_codes(column, rows, [&](std::uint32_t, std::uint64_t code) {
    if (code == 0) return;
    least = std::min(least, code), most = std::max(most, code), ++filled;
  });
  if (filled == 0) return {};
  return {{column.cell(least), filled}, {column.cell(most), filled}};
}

std::vector<std::string> parts_of(const CodedColumn& column, std::uint64_t code) {
  const auto& described = column.column();
  if (described.type == CellType::Option && described.several) return options_in(described, column.cell(code));
  return {column.cell(code)};
}

std::vector<FacetValue> counts_of(const CodedColumn& column, const RowSet& rows, const std::vector<std::string>& chosen) {
  std::vector<std::uint32_t> counts(column.most() + 1, 0);
  visit_codes(column, rows, [&](std::uint32_t, std::uint64_t code) { ++counts[code]; });
  counts[0] = 0;
  std::uint32_t fewest = 1;
  if (counts.size() > kMostFacetValues) {  // of very many the rare ones are not even read
    auto ordered = counts;
    std::ranges::nth_element(ordered, ordered.begin() + kMostFacetValues, std::greater());
    fewest = std::max(fewest, ordered[kMostFacetValues]);
  }
  std::map<std::string, std::size_t> at;
  std::vector<FacetValue> values;
  const auto add = [&](const std::string& value, std::size_t count) {
    const auto [place, added] = at.emplace(value, values.size());
    if (added) values.push_back({value, 0});
    values[place->second].count += count;
  };
  for (std::uint64_t code = 1; code < counts.size() && values.size() < kMostFacetValues; ++code) {
    if (counts[code] < fewest) continue;
    for (const auto& part : parts_of(column, code)) add(part, counts[code]);
  }
  for (const auto& value : chosen) add(value, 0);
  std::ranges::stable_sort(values, [&](const auto& a, const auto& b) { return is_cell_before(column.column(), a.value, b.value); });
  return values;
}

/// A condition with the rows that meet it.
struct Met {
  const RowCondition* condition;
  RowSet rows;
};

Facet facet_of(OpenTable& table, const std::string& name, const std::vector<Met>& met, Date today) {
  const auto& column = table.column(table.place_of(name));
  RowSet rows = shown_rows(table, today);
  std::vector<std::string> chosen;
  for (const auto& each : met) {
    const bool own = each.condition->column == name && !is_of_a_view(table.table(), *each.condition);
    if (!own) rows.intersect(each.rows);
    else if (each.condition->relates == Relates::Is) chosen = each.condition->values;
  }
  return {name, column.column().title, column.counted() ? range_of(column, rows) : counts_of(column, rows, chosen),
          column.column().title_en};
}

}  // namespace

RowPage page_of(OpenTable& table, const RowQuery& query, Date today, Links& links) {
  std::vector<Met> met;
  RowSet rows = shown_rows(table, today);
  for (const auto& condition : query.where) {
    met.push_back({&condition, rows_meeting(table, condition, today)});
    rows.intersect(met.back().rows);
  }
  RowPage page;
  page.total = rows.size();
  const auto limit = std::min(query.limit, kLongestRowPage);
  const auto places = query.sort.empty() ? in_file_order(rows, query.offset, limit)
                                         : in_order(table.column(table.place_of(query.sort)), query.descending, rows,
                                                    std::min(query.offset, page.total), limit);
  for (const auto place : places) page.rows.push_back(links.linked(table, table.row(place), today));
  for (const auto& name : query.facets) page.facets.push_back(facet_of(table, name, met, today));
  return page;
}

}  // namespace mingting
