// Weeks of counts as values and as the text that is sealed.
#include "domain/uses/uses.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text/text.hpp"
#include "domain/uses/kept_words.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestItem = 200;  // characters
constexpr std::uint64_t kMostCounted = 1'000'000'000;
constexpr int kWeeksKept = 53;             // this one and a year's before it

bool is_item_id(const std::string& id) {
  return !id.empty() && clean_input(id, Lines::One, kLongestItem) == id;
}

bool is_kept_word(const std::string& word) {
  return kept_word(word) == word;
}

template <class Fits>
UseCounts counts_in(const Json& week, const char* name, Fits fits) {
  UseCounts counts;
  const auto found = week.find(name);
  if (found == week.end() || !found->is_object()) return counts;
  for (const auto& [key, count] : found->items()) {
    if (!count.is_number_unsigned() || !fits(key)) continue;
    const std::uint64_t written = count;
    counts[key] = told_count(static_cast<std::uint32_t>(std::min(written, kMostCounted)));
  }
  return counts;
}

std::optional<WeekOfUses> week_in(const Json& json) {
  const auto written = json.is_object() ? json.find("week") : json.end();
  if (!json.is_object() || written == json.end() || !written->is_string()) return std::nullopt;
  const auto day = parse_date(written->get<std::string>());
  if (!day || !is_within_years(*day) || week_of(*day) != *day) return std::nullopt;
  return WeekOfUses{*day, counts_in(json, "items", is_item_id), counts_in(json, "words", is_kept_word)};
}

}  // namespace

void note_unfound(VisitUses& uses, std::string_view text) {
  auto& words = uses.words;
  const auto longer = words.lower_bound(std::string(text));
  if (text.empty() || (longer != words.end() && longer->starts_with(text))) return;
  std::erase_if(words, [&](const std::string& word) { return text.starts_with(word); });
  words.emplace(text);
}

Date week_of(Date day) {
  const std::chrono::sys_days days{day};
  return Date{days - (std::chrono::weekday{days} - std::chrono::Monday)};
}

Date oldest_kept_week(Date day) {
  return Date{std::chrono::sys_days{week_of(day)} - std::chrono::weeks{kWeeksKept - 1}};
}

std::string print_weeks(const std::vector<WeekOfUses>& weeks) {
  auto all = Json::array();
  for (const auto& each : weeks) {
    all.push_back({{"week", iso_date(each.week)}, {"items", each.items}, {"words", each.words}});
  }
  return Json{{"weeks", std::move(all)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<std::vector<WeekOfUses>> parse_weeks(std::string_view json) {
  const auto parsed = Json::parse(json, nullptr, false);
  const auto written = parsed.is_object() ? parsed.find("weeks") : parsed.end();
  if (!parsed.is_object() || written == parsed.end() || !written->is_array()) return std::nullopt;
  std::vector<WeekOfUses> weeks;
  for (const auto& each : *written) {
    if (auto week = week_in(each)) weeks.push_back(std::move(*week));
  }
  return weeks;
}

}  // namespace mingting
