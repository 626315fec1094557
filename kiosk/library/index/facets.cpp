// What lists can be narrowed by, and which items each value has.
#include "library/index/facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "base/text/text.hpp"
#include "library/index/postings.hpp"
#include "library/store/values.hpp"

namespace mingting {
namespace {

constexpr std::string_view kBetweenValues = "；";  // U+FF1B, as the content format has it

void add_values(std::vector<std::pair<std::string, std::string>>& all, const std::string& field, std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find(kBetweenValues);
    auto value = trimmed(text.substr(0, end));
    if (!value.empty() && value.size() <= kLongestFacet) all.emplace_back(field, std::move(value));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + kBetweenValues.size());
  }
}

std::string year_of(const Item& item) {
  const auto& date = item.published ? item.published : item.made;
  return date ? fmt::format("{}", static_cast<int>(date->year())) : std::string();
}

}  // namespace

ItemSet::ItemSet(std::size_t items, bool all)
    : words_(items / 64 + 1, all ? ~std::uint64_t{0} : std::uint64_t{0}) {
  if (all) words_.back() = (std::uint64_t{1} << (items & 63)) - 1;
}

void ItemSet::intersect(const ItemSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

std::size_t ItemSet::size() const {
  std::size_t count = 0;
  for (const auto word : words_) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

std::vector<std::pair<std::string, std::string>> facet_values_of(const Item& item) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [name, value] : item.fields) add_values(all, name, value);
  all.emplace_back("column", item.column);
  add_values(all, "issuer", item.issuer);
  add_values(all, "year", year_of(item));
  add_values(all, "validity", named(kValidities, item.validity).key);
  add_values(all, "topic", item.topic);
  add_values(all, "disclosure", named(kDisclosures, item.disclosure).key);
  add_values(all, "explainer_form", item.explainer_form);
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

const std::vector<FacetIndex::Value>& FacetIndex::values_of(std::string_view field) {
  if (const auto known = fields_.find(field); known != fields_.end()) return known->second;
  std::vector<Value> values;
  auto& rows = connection_->use("SELECT value, items FROM facet_value WHERE field = ?");
  bind_text(rows, 1, field);
  while (rows.executeStep()) {
    Value value{text_of(rows, 0), {}};
    for (PostingReader list(bytes_of(rows, 1), static_cast<std::uint32_t>(items_)); list.next();)
      value.items.push_back(list.number());
    values.push_back(std::move(value));
  }
  if (fields_.size() > 64) fields_.clear();  // fields are asked for by name: strangers' names must not pile up
  return fields_.emplace(field, std::move(values)).first->second;
}

void FacetIndex::show_on(Date today) {
  if (today == today_) return;
  today_ = today;
  waiting_.clear();
  auto& rows = connection_->use("SELECT number FROM item WHERE published > ?");
  const auto day = iso_date(today);
  bind_text(rows, 1, day);
  while (rows.executeStep()) {
    if (const auto item = rows.getColumn(0).getUInt(); item < items_) waiting_.push_back(item);
  }
}

ItemSet FacetIndex::passing(const Filters& filters, std::string_view except_field) {
  ItemSet all(items_, true);
  for (const auto& [field, accepted] : filters) {
    if (field == except_field || accepted.empty()) continue;
    ItemSet some(items_);
    for (const auto& value : values_of(field)) {
      if (std::ranges::find(accepted, value.value) == accepted.end()) continue;
      for (const auto item : value.items) some.insert(item);
    }
    all.intersect(some);
  }
  for (const auto item : waiting_) all.erase(item);
  return all;
}

Facet FacetIndex::count(const ColumnField& field, const Filters& filters, const ItemSet& found,
                        const std::vector<std::uint32_t>& places) {
  ItemSet others = passing(filters, field.name);
  others.intersect(found);
  const auto chosen = filters.find(field.name);
  std::vector<std::pair<std::uint64_t, FacetValue>> ranked;
  for (const auto& value : values_of(field.name)) {
    std::uint32_t first = ~std::uint32_t{0};
    std::size_t count = 0;
    for (const auto item : value.items) {
      if (item < places.size()) first = std::min(first, places[item]);
      count += others.contains(item) ? 1 : 0;
    }
    const bool kept = chosen != filters.end() && std::ranges::find(chosen->second, value.value) != chosen->second.end();
    const std::uint64_t rank = places.empty() ? ~std::uint64_t{count} : std::uint64_t{first};
    if (count > 0 || kept) ranked.push_back({rank, {value.value, count}});
  }
  if (field.name == "year") std::ranges::reverse(ranked);
  else std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
  Facet facet{field.name, field.title, {}, field.title_en};
  for (auto& [rank, value] : ranked) facet.values.push_back(std::move(value));
  return facet;
}

const std::vector<ColumnField>& search_facets() {
  static const std::vector<ColumnField> fields{
      {"column", "栏目"}, {"issuer", "发布机构"}, {"year", "年份"}, {"validity", "有效性"}, {"topic", "主题"}};
  return fields;
}

}  // namespace mingting
