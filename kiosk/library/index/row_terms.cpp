// The index of rows, written in pieces.
#include "library/index/row_terms.hpp"

#include <algorithm>

#include "library/index/terms.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostLists = 500'000, kMostPostings = 24'000'000;  // about 150 MB

}  // namespace

/// Open addresses: a look-up touches one line of memory or two.
PostingWriter& RowTermWriter::list_of(std::uint64_t key) {
  if (lists_.size() * 2 >= places_.size()) widen();
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = (key * 0x9E3779B97F4A7C15U) >> 20 & mask;; at = (at + 1) & mask) {
    auto& [held, place] = places_[at];
    if (place == 0) {
      lists_.emplace_back(), keys_.push_back(key);
      held = key, place = static_cast<std::uint32_t>(lists_.size());
    }
    if (held == key) return lists_[place - 1];
  }
}

void RowTermWriter::widen() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> wider(std::max<std::size_t>(1 << 16, places_.size() * 2));
  const std::size_t mask = wider.size() - 1;
  for (std::uint32_t i = 0; i < keys_.size(); ++i) {
    std::size_t at = (keys_[i] * 0x9E3779B97F4A7C15U) >> 20 & mask;
    while (wider[at].second != 0) at = (at + 1) & mask;
    wider[at] = {keys_[i], i + 1};
  }
  places_ = std::move(wider);
}

void RowTermWriter::take(const FoldedText& text) {
  if (text.empty()) return;
  scratch_.push_back(pair_key(kCellBegins, text.front().code_point));
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i].code_point != 0) scratch_.push_back(pair_key(text[i].code_point, text[i + 1].code_point));
  }
  scratch_.push_back(pair_key(text.back().code_point, kCellEnds));
}

void RowTermWriter::add(Connection& connection, std::uint32_t row, const std::vector<std::string_view>& cells) {
  if (lists_.size() > kMostLists || postings_ > kMostPostings) flush(connection);
  if (lists_.empty()) first_row_ = row;
  scratch_.clear();
  for (const auto& cell : cells) take(Folding::full().fold(cell));
  std::ranges::sort(scratch_);
  scratch_.erase(std::unique(scratch_.begin(), scratch_.end()), scratch_.end());
  for (const auto key : scratch_) list_of(key).add(row - first_row_, 1);
  postings_ += scratch_.size();
}

void RowTermWriter::flush(Connection& connection) {
  std::vector<std::pair<std::string, const PostingWriter*>> sorted;
  sorted.reserve(lists_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) sorted.emplace_back(pair_text(keys_[i]), &lists_[i]);
  std::ranges::sort(sorted, {}, [](const auto& entry) -> const std::string& { return entry.first; });
  auto& insert = connection.use("INSERT INTO row_term VALUES (?,?,?,?)");
  for (const auto& [term, list] : sorted) {
    insert.reset();
    bind_text(insert, 1, term), insert.bind(2, first_row_), insert.bind(3, list->size());
    bind_blob(insert, 4, list->bytes());
    insert.exec();
  }
  lists_.clear(), keys_.clear(), places_.clear();
  postings_ = 0;
}

}  // namespace mingting
