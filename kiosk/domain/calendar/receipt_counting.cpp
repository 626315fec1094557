// What a receipt says of the days of a period, in the visitor's language.
#include "domain/calendar/receipt_counting.hpp"

#include <algorithm>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Both languages have the same sentences, each in a table of its own.
std::string keyed(std::string_view language, std::string_view name) { return std::string(language).append(name); }

/// Days off of one name in a row.
struct Span {
  std::string name;
  Date from, to;
};

/// Without its year: the receipt has that at hand. The English date is never torn apart at a line's end.
Remark short_date(Date date, std::string_view language) {
  const auto whole = english_date(date);  // 23 November 2026
  return remark(keyed(language, "day"), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                replace_all(whole.substr(0, whole.rfind(' ')), " ", "\u00a0"));
}

std::vector<Span> spans(const std::vector<CountedDay>& days, DayReason reason) {
  std::vector<Span> found;
  for (const auto& day : days) {
    if (day.reason != reason) continue;
    const auto before = Date{std::chrono::sys_days{day.date} - std::chrono::days{1}};
    if (!found.empty() && found.back().to == before && found.back().name == day.name) found.back().to = day.date;
    else found.push_back({day.name, day.date, day.date});
  }
  return found;
}

/// Of several days in a row the first and the last. A holiday has its name: 元旦放假（1月1日至1月3日）; the notices name theirs in
/// Chinese alone.
Remark shown(const Span& span, std::string_view language, bool holiday) {
  const auto from = short_date(span.from, language);
  const auto days = span.from == span.to ? from : remark(keyed(language, "days"), from, short_date(span.to, language));
  return holiday ? remark(keyed(language, "holiday"), days, span.name) : days;
}

std::vector<Remark> shown(const std::vector<CountedDay>& days, DayReason reason, std::string_view language) {
  std::vector<Remark> all;
  for (const auto& span : spans(days, reason)) all.push_back(shown(span, language, reason == DayReason::DayOff));
  return all;
}

long count_of(const std::vector<CountedDay>& days, DayReason reason) {
  return std::count_if(days.begin(), days.end(), [reason](const CountedDay& day) { return day.reason == reason; });
}

}  // namespace

std::vector<Remark> counting_remarks(const WorkCalendar& calendar, Date receipt, int count, bool english) {
  const std::string_view language = english ? "receipt-counting-en." : "receipt-counting.";
  const auto days = explain(calendar, receipt, count);
  std::vector<Remark> all{remark(keyed(language, "from"), short_date(receipt, language), count)};
  const auto weekend = count_of(days, DayReason::Weekend);
  const auto off = shown(days, DayReason::DayOff, language), worked = shown(days, DayReason::WorkedWeekend, language);
  if (weekend > 0) all.push_back(remark(keyed(language, "weekend"), weekend));
  if (!off.empty()) all.push_back(remark(keyed(language, "off"), off));
  if (!worked.empty()) all.push_back(remark(keyed(language, "worked"), worked));
  return all;
}

}  // namespace mingting
