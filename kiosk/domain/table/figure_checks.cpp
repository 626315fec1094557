// Figures that add up or stay below: in a row, in a group, against another table.
#include <map>

#include "domain/table/check_kinds.hpp"
#include "domain/table/values.hpp"

namespace mingting {
namespace {

/// A sum that may grow beyond eighteen figures; then it judges nothing.
class Total {
 public:
  void add(std::optional<Decimal> figure) {
    if (!figure) return;
    ++count_;
    if (sum_) sum_ = sum(*sum_, *figure);
  }
  bool blank() const { return count_ == 0; }
  const std::optional<Decimal>& sum_of() const { return sum_; }

 private:
  std::optional<Decimal> sum_ = Decimal{};
  std::size_t count_ = 0;
};

class SumCheck final : public CheckFrame {
 public:
  SumCheck(const Table& table, const TableCheck& check, std::size_t number, Date today)
      : CheckFrame(table, check, number, today), total_(*column_at(table, check.total)) {}

 private:
  void judge(int line, const Cells& cells) override {
    Total parts;
    for (std::size_t i = 0; i < columns(); ++i) parts.add(figure(cells, at(i)));
    const auto total = figure(cells, total_);
    if (!parts.sum_of() || (parts.blank() && !total) || !differ(*parts.sum_of(), total.value_or(Decimal{}))) return;
    fault(line, total_, plain(*parts.sum_of()), cells[total_]);
  }

  std::size_t total_;
};

class SubtotalCheck final : public CheckFrame {
 public:
  SubtotalCheck(const Table& table, const TableCheck& check, std::size_t number, Date today)
      : CheckFrame(table, check, number, today), is_total_(table, {check.total_row}, today) {}

  void finish() override {
    for (const auto& [group, sums] : groups_) {
      for (std::size_t i = 0; i < columns() && sums.line > 0; ++i) {
        const auto& parts = sums.parts[i].sum_of();
        const auto total = decimal_of(sums.totals[i]);
        if (!parts || (sums.parts[i].blank() && !total) || !differ(*parts, total.value_or(Decimal{}))) continue;
        fault(sums.line, at(i), plain(*parts), sums.totals[i], group);
      }
    }
  }

 private:
  struct Sums {
    std::vector<Total> parts;
    std::vector<std::string> totals;
    int line = 0;  ///< of the total's row; 0: there is none
  };

  void judge(int line, const Cells& cells) override {
    auto& sums = groups_[group_of(cells)];
    sums.parts.resize(columns());
    const bool total = is_total_(cells);
    if (total && sums.line > 0) return fault(line, at(0), "", cells[at(0)], group_of(cells), sums.line);
    for (std::size_t i = 0; i < columns(); ++i) {
      if (total) sums.totals.push_back(cells[at(i)]);
      else sums.parts[i].add(figure(cells, at(i)));
    }
    if (total) sums.line = line;
  }

  RowTest is_total_;
  std::map<Group, Sums> groups_;
};

class AtMostCheck final : public CheckFrame {
 public:
  using CheckFrame::CheckFrame;

 private:
  void judge(int line, const Cells& cells) override {
    const auto amount = figure(cells, at(0)), limit = figure(cells, at(1));
    if (amount && limit && exceeds(*amount, *limit)) fault(line, at(0), cells[at(1)], cells[at(0)]);
  }
};

class SharesCheck final : public CheckFrame {
 public:
  using CheckFrame::CheckFrame;

  void finish() override {
    constexpr Decimal kWhole{100, 0};
    for (const auto& [group, shares] : groups_) {
      const auto& total = shares.total.sum_of();
      if (!shares.total.blank() && total && differ(*total, kWhole)) fault(shares.line, at(0), plain(kWhole), plain(*total), group);
    }
  }

 private:
  struct Shares {
    Total total;
    int line = 0;
  };

  void judge(int line, const Cells& cells) override {
    auto& shares = groups_[group_of(cells)];
    shares.total.add(figure(cells, at(0)));
    shares.line = line;
  }

  std::map<Group, Shares> groups_;
};

/// The other table's figures are kept by its key, folded where the key is a code.
class SameCheck final : public CheckFrame {
 public:
  SameCheck(const Table& table, const TableCheck& check, std::size_t number, const Table& other, Date today)
      : CheckFrame(table, check, number, today), other_(other), figure_(column_at(other, check.other_column)) {}

  void add_other(const Cells& cells) override {
    Group key;
    for (const auto& name : other_.key) {
      const auto place = column_at(other_, name);
      if (place) key.push_back(found_by(other_.columns[*place], cells.at(*place)));
    }
    if (figure_) figures_.emplace(std::move(key), cells.at(*figure_));
  }

 private:
  static std::string found_by(const TableColumn& column, const std::string& cell) {
    return column.type == CellType::Code ? folded_code(column, cell) : cell;
  }

  void judge(int line, const Cells& cells) override {
    auto group = group_of(cells);
    auto key = group;
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = found_by(column(*column_at(table_, check_.group[i])), key[i]);
    const auto other = figures_.find(key);
    if (other == figures_.end()) return;
    const auto own = figure(cells, at(0)), theirs = decimal_of(other->second);
    const bool same = own && theirs ? !differ(*own, *theirs) : cells[at(0)] == other->second;
    if (!same) fault(line, at(0), other->second, cells[at(0)], std::move(group));
  }

  Table other_;
  std::optional<std::size_t> figure_;
  std::map<Group, std::string> figures_;
};

}  // namespace

std::unique_ptr<RowCheck> figure_check(const Table& table, const TableCheck& check, std::size_t number, Date today) {
  switch (check.kind) {
    case CheckKind::Sum: return std::make_unique<SumCheck>(table, check, number, today);
    case CheckKind::Subtotal: return std::make_unique<SubtotalCheck>(table, check, number, today);
    case CheckKind::AtMost: return std::make_unique<AtMostCheck>(table, check, number, today);
    default: return std::make_unique<SharesCheck>(table, check, number, today);
  }
}

std::unique_ptr<RowCheck> same_check(const Table& table, const TableCheck& check, std::size_t number, const Table& other, Date today) {
  return std::make_unique<SameCheck>(table, check, number, other, today);
}

}  // namespace mingting
