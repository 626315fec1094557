// Lists met, what they leave looked at: the beginnings of cells first.
#include "library/tables/row_search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "domain/table/values.hpp"
#include "library/index/terms.hpp"
#include "library/search/snippet.hpp"
#include "library/tables/row_filter.hpp"
#include "library/index/row_terms.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestText = 400, kMostTextWords = 8, kMostRead = 1'500;
constexpr std::size_t kFewCandidates = 64;  // looking at so many is cheaper than another list

std::vector<std::u32string> words_in(const std::u32string& folded) {
  std::vector<std::u32string> words;
  std::u32string word;
  for (const char32_t c : folded + U' ') {
    if (c != U' ') {
      word += c;
    } else if (!word.empty() && words.size() < kMostTextWords) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::vector<std::size_t> searched_in(const Table& table) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].searched) places.push_back(i);
  }
  return places;
}

}  // namespace

RowSet RowSearch::with_term(const std::string& term, bool beginning) {
  RowSet found(all_rows_);
  auto& rows = beginning ? connection_->use("SELECT first_row, postings FROM row_term WHERE term >= ?1 AND term < ?1 || char(1114111)")
                         : connection_->use("SELECT first_row, postings FROM row_term WHERE term = ?");
  bind_text(rows, 1, term);
  while (rows.executeStep()) {
    const auto first = rows.getColumn(0).getInt64();
    if (first < 0 || first >= static_cast<std::int64_t>(all_rows_)) continue;
    const auto from = static_cast<std::uint32_t>(first);
    for (PostingReader list(bytes_of(rows, 1), static_cast<std::uint32_t>(all_rows_) - from); list.next();)
      found.insert(from + list.number());
  }
  return found;
}

/// Rows that have all pairs of the word, the rarest first; no more lists than it takes to leave few.
RowSet RowSearch::with_word(const std::u32string& word) {
  if (word.size() == 1) return with_term(pair_text(pair_key(word[0], 0)), true);
  std::vector<std::pair<std::int64_t, std::string>> terms;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    auto term = pair_text(pair_key(word[i], word[i + 1]));
    auto& row = connection_->use("SELECT sum(rows) FROM row_term WHERE term = ?");
    bind_text(row, 1, term);
    terms.emplace_back(row.executeStep() ? row.getColumn(0).getInt64() : 0, std::move(term));
  }
  std::ranges::sort(terms);
  RowSet found(all_rows_, true);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[0].first == 0 || (i > 0 && found.size() <= kFewCandidates)) break;
    found.intersect(with_term(terms[i].second, false));
  }
  return terms[0].first == 0 ? RowSet(all_rows_) : found;
}

/// Whether the row has all words, and how well; false for a row that is not shown.
bool RowSearch::judge(OfTable& of, std::size_t row) {
  const auto read = of.table->row(row);
  const auto& table = of.table->table();
  if (!is_shown(table, read.cells, today_)) return false;
  Found best{3, row, 0};
  std::vector<bool> met(words_.size());
  for (const auto place : searched_in(table)) {
    const auto cell = folding_->folded(read.cells[place]);
    bool any = false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool stands = cell.find(words_[i]) != std::u32string::npos;
      met[i] = met[i] || stands, any = any || stands;
    }
    if (!any) continue;
    const int rank = cell == whole_ ? 0 : cell.starts_with(whole_) ? 1 : 2;
    if (rank < best.rank) best.rank = rank, best.column = place;
  }
  if (std::ranges::find(met, false) != met.end()) return false;
  of.rows.push_back(best);
  return true;
}

/// Beyond what is read a row is counted where its pairs prove it.
void RowSearch::count_unread(OfTable& of, const RowSet& candidates) {
  const bool proven = std::ranges::all_of(words_, [](const auto& word) { return word.size() <= 2; });
  if (!proven) return;
  const auto& shown = shown_rows(*of.table, today_);
  std::size_t count = 0;
  const auto first = of.table->first_row();
  candidates.visit(first, first + of.table->rows(), [&](std::size_t row) {
    count += shown.contains(row - first) ? 1 : 0;
    return count < kMostRowsFound;
  });
  of.count = std::max(of.count, count);
}

void RowSearch::look_in(OfTable& of, const RowSet& candidates, std::size_t budget) {
  std::size_t read = 0;
  const auto first = of.table->first_row();
  candidates.visit(first, first + of.table->rows(), [&](std::size_t row) {
    const auto here = row - first;
    const bool known = std::ranges::find(of.rows, here, &Found::row) != of.rows.end();
    if (!known) judge(of, here);
    return ++read < budget && of.rows.size() < kMostRowsFound;
  });
}

void RowSearch::add_codes(OfTable& of, std::string_view text) {
  const auto& table = of.table->table();
  for (const auto place : searched_in(table)) {
    if (table.columns[place].type != CellType::Code) continue;
    const auto code = folded_code(table.columns[place], text);
    if (count_code_points(code) < 2) continue;
    const auto name = sql_found(of.table->stored().columns[place]);
    auto& rows = connection_->use_made(fmt::format(
        "SELECT \"@row\", {0} = ?1 FROM {1} WHERE {0} >= ?1 AND {0} < ?1 || char(1114111) ORDER BY {0}, \"@row\" LIMIT {2}", name,
        sql_name(of.table->stored()), kMostRowsFound));
    bind_text(rows, 1, code);
    std::vector<Found> found;
    while (rows.executeStep()) {
      const auto row = rows.getColumn(0).getInt64();
      if (row < 0 || row >= static_cast<std::int64_t>(of.table->rows())) continue;
      found.push_back({rows.getColumn(1).getInt() == 1 ? 0 : 1, static_cast<std::size_t>(row), place});
    }
    const auto& shown = shown_rows(*of.table, today_);
    for (const auto& each : found) {
      if (shown.contains(each.row)) of.rows.push_back(each);
    }
  }
}

RowHit RowSearch::hit_of(const OpenTable& table, const Found& found, Links& links) {
  RowHit hit{.table = table.table().id, .table_title = table.table().title};
  hit.row = links.linked(table, table.row(found.row), today_);
  hit.label = table.label(hit.row.cells);
  hit.column = table.table().columns[found.column].title;
  TermQuery query;
  for (const auto& word : words_) query.units.push_back({{Alternative{.text = word}}});
  hit.cell = make_snippet(*folding_, query, hit.row.cells[found.column]);
  const bool whole_code = table.table().columns[found.column].type == CellType::Code && found.rank == 0;
  if (whole_code) hit.cell = {hit.row.cells[found.column], {{0, hit.row.cells[found.column].size()}}};
  return hit;
}

/// What all searched tables hold of it, those that hold nothing left out.
std::vector<RowSearch::OfTable> RowSearch::found_in(const std::vector<OpenTable*>& searched, std::string_view text) {
  RowSet candidates = with_word(words_[0]);
  for (std::size_t i = 1; i < words_.size(); ++i) candidates.intersect(with_word(words_[i]));
  RowSet beginnings = candidates;
  beginnings.intersect(with_term(pair_text(pair_key(kCellBegins, words_[0].front())), false));
  const auto budget = std::max<std::size_t>(100, kMostRead / 2 / searched.size());
  std::vector<OfTable> all;
  for (auto* table : searched) {
    OfTable of{table, {}, 0};
    add_codes(of, text);
    look_in(of, beginnings, budget);
    look_in(of, candidates, budget);
    of.count = of.rows.size();
    count_unread(of, candidates);
    std::ranges::sort(of.rows);
    if (of.count > 0) all.push_back(std::move(of));
  }
  return all;
}

RowHits RowSearch::find(std::string_view text, const std::vector<OpenTable*>& searched, const std::vector<std::string>& wanted,
                        std::size_t limit, Links& links) {
  text = text.substr(0, kLongestText);
  whole_ = folding_->folded(text);
  words_ = words_in(whole_);
  RowHits hits;
  if (words_.empty() || searched.empty()) return hits;
  all_rows_ = 0;
  for (const auto* table : searched) all_rows_ = std::max(all_rows_, table->first_row() + table->rows());
  const auto all = found_in(searched, text);
  std::vector<std::pair<Found, const OfTable*>> ranked;
  for (const auto& of : all) {
    const auto& id = of.table->table().id;
    hits.tables.push_back({id, std::min(of.count, kMostRowsFound)});
    if (!wanted.empty() && std::ranges::find(wanted, id) == wanted.end()) continue;
    hits.total = std::min(kMostRowsFound, hits.total + of.count);
    for (const auto& found : of.rows) ranked.emplace_back(found, &of);
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& each) { return each.first.rank; });
  for (const auto& [found, of] : ranked) {
    if (hits.hits.size() >= std::min(limit, kMostRowsFound)) break;
    hits.hits.push_back(hit_of(*of->table, found, links));
  }
  return hits;
}

}  // namespace mingting
