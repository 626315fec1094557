// Rows found by words: open tables' newest editions, their searched columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/table/query.hpp"
#include "library/index/folding.hpp"
#include "library/store/connection.hpp"
#include "library/tables/links.hpp"
#include "library/tables/open_table.hpp"

namespace mingting {

/// Counts end here, of a table and of all.
inline constexpr std::size_t kMostRowsFound = 1'000;

/// Every word of the text stands in some searched cell of the row, or the text is one of its codes, or begins one, in any spelling. A
/// whole cell comes first, then a beginning, then the rest; rows of one kind in the order of the tables and their files. Where more
/// rows could have the words than are looked at (1,500), only those looked at are counted.
class RowSearch {
 public:
  RowSearch(Connection& connection, const Folding& folding, Date today)
      : connection_(&connection), folding_(&folding), today_(today) {}

  /// `searched`: where it is looked for, in their order; hits only of the `wanted`, by id (none named: of all), counts of all.
  RowHits find(std::string_view text, const std::vector<OpenTable*>& searched, const std::vector<std::string>& wanted,
               std::size_t limit, Links& links);

 private:
  struct Found {
    int rank = 0;  ///< 0 a whole cell, 1 its beginning, 2 within
    std::size_t row = 0, column = 0;
    auto operator<=>(const Found&) const = default;
  };
  struct OfTable {
    OpenTable* table = nullptr;
    std::vector<Found> rows;
    std::size_t count = 0;
  };
  std::vector<OfTable> found_in(const std::vector<OpenTable*>& searched, std::string_view text);
  RowSet with_term(const std::string& term, bool beginning);
  RowSet with_word(const std::u32string& word);
  void look_in(OfTable& of, const RowSet& candidates, std::size_t budget);
  void add_codes(OfTable& of, std::string_view text);
  bool judge(OfTable& of, std::size_t row);
  void count_unread(OfTable& of, const RowSet& candidates);
  RowHit hit_of(const OpenTable& table, const Found& found, Links& links);

  Connection* connection_;
  const Folding* folding_;
  Date today_;
  std::size_t all_rows_ = 0;
  std::vector<std::u32string> words_;
  std::u32string whole_;
};

}  // namespace mingting
