// Which check is made of which description? For checks.cpp alone.
#pragma once

#include <memory>

#include "domain/table/checks.hpp"
#include "domain/table/conditions.hpp"
#include "domain/table/decimal.hpp"

namespace mingting {

/// What every kind of check shares: which rows it looks at, their group, and a difference that is none.
class CheckFrame : public RowCheck {
 public:
  CheckFrame(const Table& table, const TableCheck& check, std::size_t number, Date today);
  void add(int line, const std::vector<std::string>& cells) final;

 protected:
  using Cells = std::vector<std::string>;
  using Group = std::vector<std::string>;

  virtual void judge(int line, const Cells& cells) = 0;

  Group group_of(const Cells& cells) const;
  /// The figure of a cell; nothing when it is blank.
  static std::optional<Decimal> figure(const Cells& cells, std::size_t at);
  bool differ(Decimal a, Decimal b) const;
  bool exceeds(Decimal a, Decimal b) const;  ///< a is above b by more than the tolerance
  void fault(int line, std::size_t column, std::string expected, std::string found, Group group = {}, int other_line = 0);
  std::size_t at(std::size_t which) const { return columns_.at(which); }
  std::size_t columns() const { return columns_.size(); }
  const TableColumn& column(std::size_t place) const { return table_.columns.at(place); }

  const Table table_;
  const TableCheck check_;

 private:
  std::size_t number_;
  RowTest where_;
  std::vector<std::size_t> columns_, group_;
  Decimal tolerance_{};
};

/// Whether the columns a check names are in the table, and are as many as its kind needs.
bool is_complete(const Table& table, const TableCheck& check);

std::unique_ptr<RowCheck> figure_check(const Table& table, const TableCheck& check, std::size_t number, Date today);  ///< Sum, Subtotal, AtMost, Shares
std::unique_ptr<RowCheck> day_check(const Table& table, const TableCheck& check, std::size_t number, const WorkCalendar& calendar, Date today);  ///< DateOrder, Within
std::unique_ptr<RowCheck> row_check(const Table& table, const TableCheck& check, std::size_t number, Date today);  ///< Sequence, Unique, CarryOver
std::unique_ptr<RowCheck> same_check(const Table& table, const TableCheck& check, std::size_t number, const Table& other, Date today);

}  // namespace mingting
