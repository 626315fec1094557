// Rows against one another: none missing, one alone, what is carried over; and days against days.
#include <algorithm>
#include <charconv>
#include <map>

#include "domain/identity/document_number.hpp"
#include "domain/table/check_kinds.hpp"
#include "domain/table/period.hpp"

namespace mingting {
namespace {

/// The number at the end of a cell: 12, 第12号, A-012.
std::optional<std::int64_t> number_at_end(std::string_view cell) {
  const auto last = cell.find_last_of("0123456789");
  if (last == std::string_view::npos) return std::nullopt;
  auto first = last;
  while (first > 0 && cell[first - 1] >= '0' && cell[first - 1] <= '9') --first;
  std::int64_t number = 0;
  const auto digits = cell.substr(first, last - first + 1);
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return fault == std::errc() ? std::optional(number) : std::nullopt;
}

class SequenceCheck final : public CheckFrame {
 public:
  using CheckFrame::CheckFrame;

  void finish() override {
    for (auto& [group, numbers] : groups_) {
      std::ranges::stable_sort(numbers, {}, &Numbered::number);
      for (std::size_t i = 1; i < numbers.size(); ++i) {
        const auto &before = numbers[i - 1], &here = numbers[i];
        if (here.number == before.number + 1) continue;
        const bool twice = here.number == before.number;
        fault(here.line, at(0), twice ? "" : std::to_string(before.number + 1), std::to_string(here.number), group, before.line);
      }
    }
  }

 private:
  struct Numbered {
    std::int64_t number = 0;
    int line = 0;
  };

  void judge(int line, const Cells& cells) override {
    auto group = group_of(cells);
    const auto& cell = cells[at(0)];
    if (column(at(0)).code == "document") {
      const auto number = parse_document_number(cell);
      if (!number) return;
      group.push_back(number->prefix), group.push_back(std::to_string(number->year));
      groups_[group].push_back({number->number, line});
    } else if (const auto number = number_at_end(cell)) {
      groups_[group].push_back({*number, line});
    }
  }

  std::map<Group, std::vector<Numbered>> groups_;
};

class UniqueCheck final : public CheckFrame {
 public:
  UniqueCheck(const Table& table, const TableCheck& check, std::size_t number, Date today)
      : CheckFrame(table, check, number, today), counts_(table, check.where, today) {}

 private:
  void judge(int line, const Cells& cells) override {
    if (!counts_(cells)) return;
    auto group = group_of(cells);
    const auto [earlier, first] = lines_.emplace(group, line);
    const auto place = columns() > 0 ? at(0) : column_at(table_, check_.group.empty() ? "" : check_.group.front()).value_or(0);
    if (!first) fault(line, place, "", cells[place], std::move(group), earlier->second);
  }

  RowTest counts_;
  std::map<Group, int> lines_;
};

/// columns[0] begins with what columns[1] of the period before ended with.
class CarryOverCheck final : public CheckFrame {
 public:
  CarryOverCheck(const Table& table, const TableCheck& check, std::size_t number, Date today)
      : CheckFrame(table, check, number, today), period_(*column_at(table, check.period)) {}

  void add_earlier(const Cells& cells) override { ends_[{group_of(cells), period_of(cells.at(period_))}] = {cells.at(at(1)), 0}; }

  void finish() override {
    for (const auto& [key, begin] : begins_) {
      const auto before = ends_.find({key.first, period_before(key.second)});
      if (before == ends_.end()) continue;
      const auto own = decimal_of(begin.cell), carried = decimal_of(before->second.cell);
      if (own && carried && differ(*own, *carried))
        fault(begin.line, at(0), before->second.cell, begin.cell, key.first, before->second.line);
    }
  }

 private:
  using Key = std::pair<Group, std::string>;
  struct Cell {
    std::string cell;
    int line = 0;
  };

  void judge(int line, const Cells& cells) override {
    const Key key{group_of(cells), period_of(cells.at(period_))};
    if (key.second.empty()) return;
    ends_[key] = {cells.at(at(1)), line};
    begins_[key] = {cells.at(at(0)), line};
  }
  static std::string period_of(const std::string& cell) {
    const auto period = period_in(cell);
    return period ? period->code : "";
  }

  std::size_t period_;
  std::map<Key, Cell> begins_, ends_;
};

/// Days, or periods: from the first day of the one to the first of the other.
std::optional<Date> day_of(std::string_view cell) {
  if (const auto day = parse_date(cell)) return day;
  const auto period = period_in(cell);
  return period ? std::optional(period->from) : std::nullopt;
}

class DateOrderCheck final : public CheckFrame {
 public:
  using CheckFrame::CheckFrame;

 private:
  void judge(int line, const Cells& cells) override {
    for (std::size_t i = 1; i < columns(); ++i) {
      const auto before = day_of(cells[at(i - 1)]), after = day_of(cells[at(i)]);
      if (before && after && *after < *before) fault(line, at(i), cells[at(i - 1)], cells[at(i)]);
    }
  }
};

class WithinCheck final : public CheckFrame {
 public:
  WithinCheck(const Table& table, const TableCheck& check, std::size_t number, const WorkCalendar& calendar, Date today)
      : CheckFrame(table, check, number, today), calendar_(calendar) {}

 private:
  void judge(int line, const Cells& cells) override {
    const auto begins = parse_date(cells[at(0)]), done = parse_date(cells[at(1)]);
    if (!begins || !done) return;
    const auto last = last_day(*begins);
    if (*done > last) fault(line, at(1), iso_date(last), cells[at(1)]);
  }
  Date last_day(Date begins) const {
    if (check_.working) return working_days_after(calendar_, begins, check_.days).date;
    return std::chrono::sys_days(begins) + std::chrono::days(check_.days);
  }

  const WorkCalendar& calendar_;
};

}  // namespace

std::unique_ptr<RowCheck> row_check(const Table& table, const TableCheck& check, std::size_t number, Date today) {
  switch (check.kind) {
    case CheckKind::Sequence: return std::make_unique<SequenceCheck>(table, check, number, today);
    case CheckKind::Unique: return std::make_unique<UniqueCheck>(table, check, number, today);
    default: return std::make_unique<CarryOverCheck>(table, check, number, today);
  }
}

std::unique_ptr<RowCheck> day_check(const Table& table, const TableCheck& check, std::size_t number, const WorkCalendar& calendar, Date today) {
  if (check.kind == CheckKind::DateOrder) return std::make_unique<DateOrderCheck>(table, check, number, today);
  return std::make_unique<WithinCheck>(table, check, number, calendar, today);
}

}  // namespace mingting
