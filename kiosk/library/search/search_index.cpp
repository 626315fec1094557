// The index as it is read from the database.
#include "library/search/search_index.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "base/text/text.hpp"
#include "library/index/postings.hpp"
#include "library/search/ranking.hpp"

namespace mingting {
namespace {

constexpr std::uint32_t kManyUses =
    300;  // until something is opened so often, even the most used counts for less

std::string_view list_in(SQLite::Statement& row, std::string_view term) {
  bind_text(row, 1, term);
  return row.executeStep() ? bytes_of(row, 0) : std::string_view();
}

}  // namespace

std::string SearchIndex::array(std::string_view name) {
  auto& row = connection_->use("SELECT data FROM search_array WHERE name = ?");
  bind_text(row, 1, name);
  return row.executeStep() ? text_of(row, 0) : std::string();
}

void SearchIndex::load() {
  if (loaded_) return;
  const auto lengths = unpack_array<std::uint16_t>(array("passage_length"));
  first_passage_ = unpack_array<std::uint32_t>(array("item_first_passage"));
  title_length_ = unpack_array<std::uint16_t>(array("title_length"));
  title_fingerprint_ = unpack_array<std::uint32_t>(array("title_fingerprint"));
  day_ = unpack_array<std::int32_t>(array("item_day"));
  validity_ = unpack_array<std::uint8_t>(array("item_validity"));
  const bool fits = first_passage_.size() == items_ + 1 && title_length_.size() == items_ &&
                    (title_fingerprint_.empty() || title_fingerprint_.size() == items_) &&
                    day_.size() == items_ && validity_.size() == items_ &&
                    std::ranges::is_sorted(first_passage_) && first_passage_.back() == lengths.size();
  if (!fits) throw std::runtime_error("search arrays");
  double sum = 1;
  for (const auto length : lengths) sum += length;
  const auto average =
      static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(lengths.size(), 1)));
  length_norm_.reserve(lengths.size());
  for (const auto length : lengths)
    length_norm_.push_back(1 - kLengthWeight + kLengthWeight * static_cast<float>(length) / average);
  load_uses();
  loaded_ = true;
}

void SearchIndex::load_uses() {
  uses_.assign(items_, 0);
  const auto counts = unpack_array<std::uint32_t>(array("item_uses"));  // none in a release without a count
  if (counts.size() != items_ || counts.empty()) return;
  const float most = std::log1p(static_cast<float>(std::max(std::ranges::max(counts), kManyUses)));
  for (std::size_t i = 0; i < items_; ++i) uses_[i] = std::log1p(static_cast<float>(counts[i])) / most;
}

const Folding& SearchIndex::folding() {
  if (has_folding_) return folding_;
  auto& rows = connection_->use("SELECT character, variants FROM fold");
  while (rows.executeStep()) {
    const auto character = to_code_points(bytes_of(rows, 0));
    for (const char32_t variant : to_code_points(bytes_of(rows, 1))) folding_.add(character.at(0), variant);
  }
  has_folding_ = true;
  return folding_;
}

const Readings& SearchIndex::readings() {
  if (has_readings_) return readings_;
  auto& rows = connection_->use("SELECT syllable, characters FROM reading");
  while (rows.executeStep()) readings_.add(bytes_of(rows, 0), to_code_points(bytes_of(rows, 1)), {});
  auto& more = connection_->use("SELECT syllable, also FROM reading WHERE also <> ''");
  while (more.executeStep()) readings_.add(bytes_of(more, 0), {}, to_code_points(bytes_of(more, 1)));
  has_readings_ = true;
  return readings_;
}

std::uint32_t SearchIndex::passages_with(std::string_view term) {
  auto& row = connection_->use("SELECT passages FROM term WHERE term = ?");
  bind_text(row, 1, term);
  return row.executeStep() ? row.getColumn(0).getUInt() : 0;
}

std::string_view SearchIndex::postings(std::string_view term) {
  return list_in(connection_->use("SELECT postings FROM term WHERE term = ?"), term);
}

std::string_view SearchIndex::title_postings(std::string_view term) {
  return list_in(connection_->use("SELECT postings FROM title_term WHERE term = ?"), term);
}

StoredPassage SearchIndex::passage(std::uint32_t number) {
  auto& row = connection_->use("SELECT item, block, blocks, anchor FROM passage WHERE number = ?");
  row.bind(1, number);
  if (!row.executeStep()) throw std::runtime_error("passage");
  return {row.getColumn(0).getUInt(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64(),
          text_of(row, 3)};
}

std::vector<std::string> SearchIndex::pairs_sounding(std::string_view letters, std::size_t most) {
  std::vector<std::string> pairs;
  auto& rows =
      connection_->use("SELECT term FROM bigram_sound WHERE letters = ? ORDER BY passages DESC LIMIT ?");
  bind_text(rows, 1, letters);
  rows.bind(2, static_cast<std::int64_t>(most));
  while (rows.executeStep()) pairs.push_back(text_of(rows, 0));
  return pairs;
}

std::uint32_t SearchIndex::item_of(std::uint32_t passage) const {
  return static_cast<std::uint32_t>(std::ranges::upper_bound(first_passage_, passage) - first_passage_.begin() - 1);
}

}  // namespace mingting
