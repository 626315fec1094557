// Figures of a period: what came in, what was finished and how fast, what is open or late, what visitors think.
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "desk/desk_work.hpp"
#include "domain/case/clock.hpp"

namespace mingting {

/// Both days included.
struct StatisticsPeriod {
  Date from{}, to{};
  bool operator==(const StatisticsPeriod&) const = default;
};

/// One entry as the statistics see it.
struct StatisticsEntry {
  EntryKind kind = EntryKind::Application;
  bool kiosk = false;             ///< handed in at a kiosk
  Date arrived{};
  std::optional<Date> finished;
  std::optional<Case> one;        ///< of an application
  int rating = 0;                 ///< of feedback: 1 to 5; 0 for none
};

/// How something came in: at a kiosk, in a way of Art. 31, or not recorded (entries of the desk that are no applications).
inline constexpr std::size_t kEntryKindCount = std::size(kEntryKinds);
struct ReceivedRow {
  std::string way;  ///< kiosk, the key of a ReceiptWay, desk
  std::array<std::int64_t, kEntryKindCount> by_kind{};
  std::int64_t total = 0;
};

struct FinishedRow {
  ReportRow row = ReportRow::Granted;
  std::int64_t count = 0;
};

struct Statistics {
  StatisticsPeriod period;
  std::vector<ReceivedRow> received;      ///< every way, in order; arrived within the period
  std::array<std::int64_t, kEntryKindCount> received_by_kind{};
  std::vector<FinishedRow> finished;      ///< applications finished within the period; rows with none left out
  std::int64_t finished_total = 0;
  std::int64_t open = 0;                  ///< applications not finished at the end of the period
  std::int64_t overdue = 0;               ///< of these, past the reply's due day as it stands now
  std::int64_t unconfirmed = 0;           ///< of these, the day of receipt is not confirmed yet (Art. 31)
  std::int64_t replies = 0;               ///< served within the period; lapsed and withdrawn ones are none
  std::int64_t replies_on_time = 0;
  std::optional<double> average_days, median_days;  ///< working days of the reply period used; nothing without replies
  std::int64_t feedback = 0, ratings = 0;  ///< feedback that arrived within the period, and how many gave a rating
  std::optional<double> average_rating;
  std::int64_t unanswered = 0;            ///< feedback, comments and letters not answered at the end of the period
};

Statistics statistics_of(std::span<const StatisticsEntry> entries, const StatisticsPeriod& period, const Reckoning& with);

/// The entries of the register that the period can count: arrived by its end, and not finished before its beginning.
Result<std::vector<StatisticsEntry>> statistics_entries(Register& desk, const StatisticsPeriod& period);

/// stats [--from DATE] [--to DATE]: this year up to today when nothing is said, and never beyond today.
struct StatsOptions {
  std::optional<Date> from, to;
};
Result<Statistics> statistics_asked(const DeskWork& work, const StatsOptions& options);

}  // namespace mingting
