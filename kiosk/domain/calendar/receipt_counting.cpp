#include "domain/calendar/receipt_counting.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace mingting {
namespace {

/// Days off of one name in a row.
struct Span {
  std::string name;
  Date from, to;
};

std::string short_date(Date date, bool english) {
  if (!english) return fmt::format("{}月{}日", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  const auto whole = english_date(date);  // 23 November 2026
  return replace_all(whole.substr(0, whole.rfind(' ')), " ", "\u00a0");
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

std::string dates(const Span& span, bool english) {
  const auto from = short_date(span.from, english);
  return span.from == span.to ? from : from + (english ? " to " : "至") + short_date(span.to, english);
}

/// 元旦放假（1月1日至1月3日）; the notices name their holidays in Chinese alone.
std::string holiday(const Span& span, bool english) {
  return english ? dates(span, true) : fmt::format("{}放假（{}）", span.name, dates(span, false));
}

std::string joined(const std::vector<Span>& all, bool english, std::string (*words)(const Span&, bool)) {
  std::vector<std::string> parts;
  parts.reserve(all.size());
  for (const auto& span : all) parts.push_back(words(span, english));
  return join(parts, english ? ", " : "、");
}

long count_of(const std::vector<CountedDay>& days, DayReason reason) {
  long count = 0;
  for (const auto& day : days) count += day.reason == reason ? 1 : 0;
  return count;
}

std::vector<std::string> in_english(const std::vector<CountedDay>& days, Date receipt, int count) {
  const auto off = spans(days, DayReason::DayOff), worked = spans(days, DayReason::WorkedWeekend);
  const auto weekend = count_of(days, DayReason::Weekend);
  std::vector<std::string> sentences{
      fmt::format("The day of receipt ({}) is not counted; {} working days follow.", short_date(receipt, true), count)};
  if (weekend > 0) sentences.push_back(fmt::format("{} weekend days are left out.", weekend));
  if (!off.empty()) sentences.push_back(fmt::format("Public holidays are left out: {}.", joined(off, true, holiday)));
  if (!worked.empty()) {
    sentences.push_back(fmt::format("Weekend days worked instead are counted: {}.", joined(worked, true, dates)));
  }
  return sentences;
}

std::vector<std::string> in_chinese(const std::vector<CountedDay>& days, Date receipt, int count) {
  const auto off = spans(days, DayReason::DayOff), worked = spans(days, DayReason::WorkedWeekend);
  const auto weekend = count_of(days, DayReason::Weekend);
  std::vector<std::string> sentences{
      fmt::format("收到当天（{}）不算，从第二天数起，数满{}个工作日。", short_date(receipt, false), count)};
  if (weekend > 0) sentences.push_back(fmt::format("周末{}天不算。", weekend));
  if (!off.empty()) sentences.push_back(fmt::format("{}不算。", joined(off, false, holiday)));
  if (!worked.empty()) sentences.push_back(fmt::format("调休上班的{}算工作日。", joined(worked, false, dates)));
  return sentences;
}

}  // namespace

std::vector<std::string> counting_sentences(const WorkCalendar& calendar, Date receipt, int count, bool english) {
  const auto days = explain(calendar, receipt, count);
  return english ? in_english(days, receipt, count) : in_chinese(days, receipt, count);
}

}  // namespace mingting
