// One walk over the columns that are asked for, side by side.
#include "library/tables/row_groups.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <unordered_map>

#include "library/tables/code_layout.hpp"
#include "library/tables/row_filter.hpp"

namespace mingting {
namespace {

struct RowsTogether {
  std::uint32_t first_row = 0, rows = 0;
};
struct Sum {
  std::int64_t units = 0;
  bool any = false;  ///< some row has a figure
};

class Grouping {
 public:
  Grouping(OpenTable& table, const GroupQuery& query) {
    for (const auto& name : query.by) by_.push_back(&table.column(table.place_of(name)));
    for (const auto& name : query.sums) {
      sums_.push_back(&table.column(table.place_of(name)));
      if (!is_figure(sums_.back()->column().type)) throw NoSuchColumn{name};
    }
    std::uint64_t ways = 1;
    for (const auto* column : by_) {
      if (__builtin_mul_overflow(ways, column->most() + 1, &ways)) throw std::runtime_error("groups");
    }
    by_codes_.resize(by_.size()), sum_codes_.resize(sums_.size());
    if (ways <= kFewWays) near_.assign(ways, 0);
  }

  void walk(const RowSet& rows) {
    for (std::size_t block = 0; block * kCodeBlock < rows.rows(); ++block) {
      for (std::size_t i = 0; i < by_.size(); ++i) by_[i]->read_block(block, by_codes_[i]);
      for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i]->read_block(block, sum_codes_[i]);
      const auto from = block * kCodeBlock, to = std::min(from + kCodeBlock, rows.rows());
      rows.visit(from, to, [&](std::size_t row) {
        take(static_cast<std::uint32_t>(row), row - from);
        return true;
      });
    }
  }

  /// In the order of their first rows.
  std::size_t groups() const { return groups_.size(); }
  const RowsTogether& group(std::size_t at) const { return groups_[at]; }
  /// Of the group's columns of figures.
  std::span<const Sum> sums(std::size_t at) const { return {adding_.data() + at * sums_.size(), sums_.size()}; }
  std::size_t rows() const {
    std::size_t rows = 0;
    for (const auto& group : groups_) rows += group.rows;
    return rows;
  }
  std::vector<Sum> sums_of_all() const {
    std::vector<Sum> all(sums_.size());
    for (std::size_t i = 0; i < adding_.size(); ++i) {
      if (adding_[i].any) add(all[i % sums_.size()], adding_[i].units);
    }
    return all;
  }

 private:
  static void add(Sum& sum, std::int64_t value) {
    sum.any = true;
    if (__builtin_add_overflow(sum.units, value, &sum.units)) throw std::runtime_error("sum");
  }

  void take(std::uint32_t row, std::size_t at) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < by_.size(); ++i) key = key * (by_[i]->most() + 1) + by_codes_[i][at];
    const auto group = group_of(key, row);
    ++groups_[group].rows;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      if (const auto code = sum_codes_[i][at]; code != 0) add(adding_[group * sums_.size() + i], sums_[i]->value(code));
    }
  }

  std::size_t group_of(std::uint64_t key, std::uint32_t row) {
    if (!groups_.empty() && key == last_key_) return last_;
    auto& place = near_.empty() ? places_[key] : near_[key];
    if (place == 0) {
      groups_.push_back({row, 0});
      adding_.resize(groups_.size() * sums_.size());
      place = static_cast<std::uint32_t>(groups_.size());
    }
    last_key_ = key, last_ = place - 1;
    return last_;
  }

  std::vector<const CodedColumn*> by_, sums_;
  std::vector<std::vector<std::uint64_t>> by_codes_, sum_codes_;
  static constexpr std::uint64_t kFewWays = 1 << 18;
  std::vector<std::uint32_t> near_;                          ///< where few keys are possible: the place of each from 1, 0 for none
  std::unordered_map<std::uint64_t, std::uint32_t> places_;  ///< where many are
  std::vector<RowsTogether> groups_;
  std::vector<Sum> adding_;  ///< of each group a sum for each column
  std::uint64_t last_key_ = 0;
  std::size_t last_ = 0;
};

RowGroup made(OpenTable& table, const GroupQuery& query, std::size_t rows, std::span<const Sum> sums) {
  RowGroup group;
  group.rows = rows;
  for (std::size_t i = 0; i < query.sums.size(); ++i) {
    const int scale = table.table().columns[table.place_of(query.sums[i])].scale;
    group.sums.push_back(sums[i].any ? std::optional<Decimal>({sums[i].units, scale}) : std::nullopt);
  }
  return group;
}

void name_group(OpenTable& table, const GroupQuery& query, std::uint32_t first_row, Date today, Links& links, RowGroup& group) {
  auto first = table.row(first_row);
  for (const auto& name : query.by) {
    const auto place = table.place_of(name);
    auto title = links.title(table.table().columns[place], first.cells[place], today);
    group.titles.push_back(title.empty() ? first.cells[place] : std::move(title));
    group.values.push_back(first.cells[place]);
  }
  if (group.rows == 1) group.only = std::move(first.id);
}

}  // namespace

GroupPage groups_of(OpenTable& table, const GroupQuery& query, Date today, Links& links) {
  Grouping grouping(table, query);
  grouping.walk(rows_meeting(table, query.where, today));
  GroupPage page;
  page.total = grouping.groups();
  page.all = made(table, query, grouping.rows(), grouping.sums_of_all());
  for (std::size_t at = 0; at < std::min({page.total, query.limit, kMostGroups}); ++at) {
    const auto& group = grouping.group(at);
    page.groups.push_back(made(table, query, group.rows, grouping.sums(at)));
    name_group(table, query, group.first_row, today, links, page.groups.back());
  }
  return page;
}

}  // namespace mingting
