// Counts a period entry by entry.
#include "desk/year/statistics.hpp"

#include <algorithm>
#include <numeric>

#include "base/text/text.hpp"
#include "domain/case/replies.hpp"

namespace mingting {
namespace {

bool within(Date day, const StatisticsPeriod& period) { return period.from <= day && day <= period.to; }

bool open_at(const StatisticsEntry& entry, Date day) {
  return entry.arrived <= day && (!entry.finished || *entry.finished > day);
}

/// Working days of the reply period that were used, those beyond its end included.
int days_used(const Standing& standing) { return standing.days_used - std::min(0, standing.days_left); }

class Counter {
 public:
  Counter(const StatisticsPeriod& period, const Reckoning& with) : with_(with) {
    counted_.period = period;
    add_way("kiosk");
    for (const auto& way : kReceiptWays) add_way(way.key);
    add_way("desk");
  }

  void count(const StatisticsEntry& entry) {
    if (within(entry.arrived, counted_.period)) count_received(entry);
    if (entry.kind != EntryKind::Application) {
      if (open_at(entry, counted_.period.to)) ++counted_.unanswered;
      return;
    }
    if (entry.finished && within(*entry.finished, counted_.period)) count_finished(entry);
    if (open_at(entry, counted_.period.to)) count_open(entry);
  }

  Statistics result() && {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (rows_[row] > 0) counted_.finished.push_back({static_cast<ReportRow>(row), rows_[row]});
    }
    if (!days_.empty()) {
      std::sort(days_.begin(), days_.end());
      const auto middle = days_.size() / 2;
      counted_.average_days = std::accumulate(days_.begin(), days_.end(), 0.0) / static_cast<double>(days_.size());
      counted_.median_days = days_.size() % 2 == 1 ? days_[middle] : (days_[middle - 1] + days_[middle]) / 2.0;
    }
    if (counted_.ratings > 0) counted_.average_rating = static_cast<double>(stars_) / static_cast<double>(counted_.ratings);
    return std::move(counted_);
  }

 private:
  void add_way(std::string_view key) { counted_.received.push_back({std::string(key), {}, 0}); }
  ReceivedRow& way_of(const StatisticsEntry& entry) {
    const auto key = entry.kiosk ? "kiosk" : entry.one ? named(kReceiptWays, entry.one->way).key : "desk";
    return *std::find_if(counted_.received.begin(), counted_.received.end(), [&](const auto& row) { return row.way == key; });
  }
  void count_received(const StatisticsEntry& entry) {
    auto& row = way_of(entry);
    const auto kind = static_cast<std::size_t>(entry.kind);
    ++row.by_kind[kind];
    ++row.total;
    ++counted_.received_by_kind[kind];
    if (entry.kind != EntryKind::Feedback) return;
    ++counted_.feedback;
    if (entry.rating == 0) return;
    ++counted_.ratings;
    stars_ += entry.rating;
  }
  void count_finished(const StatisticsEntry& entry) {
    const auto outcome = entry.one && entry.one->outcome ? *entry.one->outcome : ReplyKind::OtherReply;
    ++rows_[static_cast<std::size_t>(rule_of(outcome).row)];
    ++counted_.finished_total;
    if (ends_without_reply(outcome) || !entry.one) return;
    const auto stands = standing(*entry.one, with_, *entry.finished);
    ++counted_.replies;
    if (!stands.overdue) ++counted_.replies_on_time;
    days_.push_back(days_used(stands));
  }
  /// Whether it was late then is told by its due day of now: an extension must be given before that day.
  void count_open(const StatisticsEntry& entry) {
    ++counted_.open;
    if (!entry.one || !entry.one->received) {
      ++counted_.unconfirmed;
      return;
    }
    const auto due = reply_due(*entry.one, with_, counted_.period.to);
    if (due && due->date < counted_.period.to) ++counted_.overdue;
  }

  const Reckoning& with_;
  Statistics counted_;
  std::array<std::int64_t, kApplicationRows> rows_{};
  std::vector<int> days_;
  std::int64_t stars_ = 0;
};

StatisticsEntry as_counted(const PeriodEntry& entry) {
  StatisticsEntry counted{entry.kind, entry.kiosk, local_date(entry.received), entry.finished, std::nullopt, entry.rating};
  if (entry.kind != EntryKind::Application) return counted;
  counted.one = case_of(entry.steps);
  if (counted.one->arrived) counted.arrived = *counted.one->arrived;
  return counted;
}

}  // namespace

Statistics statistics_of(std::span<const StatisticsEntry> entries, const StatisticsPeriod& period, const Reckoning& with) {
  Counter counter(period, with);
  for (const auto& entry : entries) counter.count(entry);
  return std::move(counter).result();
}

Result<std::vector<StatisticsEntry>> statistics_entries(Register& desk, const StatisticsPeriod& period) {
  const auto entries = desk.active_between(period.from, period.to);
  if (!entries) return fail(entries.error());
  std::vector<StatisticsEntry> all;
  all.reserve(entries->size());
  for (const auto& entry : *entries) all.push_back(as_counted(entry));
  return all;
}

Result<Statistics> statistics_asked(const DeskWork& work, const StatsOptions& options) {
  const auto today = work.today();
  const auto to = std::min(options.to.value_or(today), today);
  const StatisticsPeriod period{options.from.value_or(to.year() / std::chrono::January / 1), to};
  if (period.to < period.from) return fail(Trouble::Refused, "statistics.reversed", period.from, period.to);
  const auto entries = statistics_entries(work.book, period);
  if (!entries) return fail(entries.error());
  return statistics_of(*entries, period, work.with());
}

}  // namespace mingting
