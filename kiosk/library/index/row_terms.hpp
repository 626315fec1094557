// Which characters stand beside which in which rows: what finds rows by words. Terms are folded as items are (folding.hpp): two
// neighbours; the last of a run before a gap alone; ^ with a cell's first character, its last one with $. A longer word is found by
// its pairs and then looked for in the cell itself; a single character by all terms that begin with it.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "library/index/folding.hpp"
#include "library/index/postings.hpp"
#include "library/store/connection.hpp"

namespace mingting {

inline constexpr char32_t kCellBegins = U'^', kCellEnds = U'$';

/// Collects in memory, and writes a piece of every list when that grows too large: rows without end need memory for some.
class RowTermWriter {
 public:
  /// `row` rises by one or more with each call; cells are the searched ones.
  void add(Connection& connection, std::uint32_t row, const std::vector<std::string_view>& cells);
  /// What is still in memory.
  void flush(Connection& connection);

 private:
  void take(const FoldedText& text);
  PostingWriter& list_of(std::uint64_t key);
  void widen();
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places_;  ///< key -> its list from 1; a power of two of them, 0 for a free one
  std::deque<PostingWriter> lists_;
  std::vector<std::uint64_t> keys_;  ///< of the lists
  std::vector<std::uint64_t> scratch_;
  std::uint32_t first_row_ = 0;
  std::size_t postings_ = 0;
};

}  // namespace mingting
