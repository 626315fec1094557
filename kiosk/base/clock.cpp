// Beijing's time and dates, read and written.
#include "base/clock.hpp"

#include <fmt/format.h>

#include <array>

namespace mingting {
namespace {

using namespace std::chrono;
constexpr hours kZone{8};

sys_time<Milliseconds> shifted(Instant instant) { return instant + kZone; }

/// The digits text[from, from + length) as a number; nothing when one is not a digit.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t length) {
  if (text.size() < from + length) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(from, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Instant SystemClock::now() const { return floor<Milliseconds>(system_clock::now()); }

Date local_date(Instant instant) { return Date{floor<days>(shifted(instant))}; }

Instant start_of(Date date) { return Instant{sys_days{date}} - kZone; }

seconds local_time_of_day(Instant instant) {
  const auto local = shifted(instant);
  return floor<seconds>(local - floor<days>(local));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Instant> parse_local_time(std::string_view text) {
  if ((text.size() != 16 && text.size() != 19) || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2);
  const auto s = text.size() == 19 && text[16] == ':' ? digits(text, 17, 2)
                                                      : (text.size() == 16 ? std::optional<int>(0) : std::nullopt);
  if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return start_of(*date) + hours{*h} + minutes{*m} + seconds{*s};
}

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso_local_time(Instant instant) {
  const hh_mm_ss time{local_time_of_day(instant)};
  return fmt::format("{}T{:02}:{:02}:{:02}", iso_date(local_date(instant)), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string chinese_date(Date date) {
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
  return std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
}

std::string clock_face(Instant instant) {
  const hh_mm_ss time{local_time_of_day(instant)};
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string chinese_weekday(Date date) {
  static constexpr std::array kNames{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"};
  return kNames.at(weekday{sys_days{date}}.c_encoding());
}

std::string english_date(Date date) {
  static constexpr std::array kNames{"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), kNames.at(static_cast<unsigned>(date.month()) - 1),
                     static_cast<int>(date.year()));
}

std::string english_weekday(Date date) {
  static constexpr std::array kNames{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  return kNames.at(weekday{sys_days{date}}.c_encoding());
}

}  // namespace mingting
