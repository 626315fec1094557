// Which rows of a table are meant, as one bit each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mingting {

class RowSet {
 public:
  explicit RowSet(std::size_t rows = 0, bool all = false) : rows_(rows), words_((rows + 63) / 64) {
    if (all) invert();
  }

  std::size_t rows() const { return rows_; }
  void insert(std::size_t row) { words_[row / 64] |= std::uint64_t{1} << row % 64; }
  bool contains(std::size_t row) const { return (words_[row / 64] >> row % 64 & 1) != 0; }
  void invert() {
    for (auto& word : words_) word = ~word;
    if (rows_ % 64 != 0) words_.back() &= (std::uint64_t{1} << rows_ % 64) - 1;
  }
  void intersect(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void unite(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  std::size_t size() const {
    std::size_t count = 0;
    for (const auto word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }
  /// Sixty-four rows, the first of them the lowest bit.
  std::uint64_t& word(std::size_t at) { return words_[at]; }
  std::uint64_t word(std::size_t at) const { return words_[at]; }

  /// The rows in [from, to), in order, until visit(row) says false.
  template <class Visit>
  void visit(std::size_t from, std::size_t to, Visit&& visit) const {
    for (std::size_t at = from / 64; at < (to + 63) / 64 && at < words_.size(); ++at) {
      for (auto word = words_[at]; word != 0; word &= word - 1) {
        const std::size_t row = at * 64 + static_cast<std::size_t>(std::countr_zero(word));
        if (row >= from && row < to && !visit(row)) return;
      }
    }
  }

 private:
  std::size_t rows_;
  std::vector<std::uint64_t> words_;
};

}  // namespace mingting
