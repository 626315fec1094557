// Time as the hall knows it. China keeps one zone, UTC+8, without summer time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mingting {

using Milliseconds = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Milliseconds>;  ///< UTC
using Date = std::chrono::year_month_day;             ///< a day in the hall's calendar

/// Days outside of these years are slips of the pen: of what an office does from kFirstYear on, of documents,
/// some of them old, from kFirstDocumentYear on. Receipt numbers end with their century.
inline constexpr std::chrono::year kFirstYear{2000}, kFirstDocumentYear{1900}, kLastReceiptYear{2099},
    kLastYear{2199};
constexpr bool is_within_years(Date day) { return kFirstYear <= day.year() && day.year() <= kLastYear; }

/// Passed in wherever time matters; a test moves its own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// Stands still until moved. Used by scripts and tests.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_(start) {}
  Instant now() const override { return now_; }
  void advance(Milliseconds by) { now_ += by; }
  void set(Instant to) { now_ = to; }

 private:
  Instant now_;
};

Date local_date(Instant instant);
/// Local midnight of the date, as an instant.
Instant start_of(Date date);
/// Seconds since local midnight.
std::chrono::seconds local_time_of_day(Instant instant);

/// "2026-11-23"; nothing for anything else, impossible days (2026-02-30) included.
std::optional<Date> parse_date(std::string_view text);
/// "2026-11-23T09:00" or "2026-11-23T09:00:30", local time; nothing for anything else.
std::optional<Instant> parse_local_time(std::string_view text);

std::string iso_date(Date date);               ///< 2026-11-23
std::string iso_local_time(Instant instant);   ///< 2026-11-23T09:00:00
std::string chinese_date(Date date);           ///< 2026年11月23日
std::string clock_face(Instant instant);       ///< 09:00
std::string chinese_weekday(Date date);        ///< 星期一
std::string english_date(Date date);           ///< 23 November 2026
std::string english_weekday(Date date);        ///< Monday

}  // namespace mingting
