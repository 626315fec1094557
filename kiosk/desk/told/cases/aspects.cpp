// Deadlines day by day, entries by likeness, papers with their files.
#include "desk/told/cases/aspects.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "desk/told/parts/days.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"

namespace mingting {
namespace {

constexpr std::size_t kWantedWidth = 400;

std::string days_text(const std::vector<CountedDay>& days) {
  std::string text;
  for (const auto& day : days) text += fmt::format("  {} {}  {}\n", iso_date(day.date), chinese_weekday(day.date), worded(why(day)));
  return text;
}

OrderedJson days_json(const std::vector<CountedDay>& days) {
  auto list = OrderedJson::array();
  for (const auto& day : days) {
    list.push_back({{"date", iso_date(day.date)}, {"counted", day.counted}, {"number", day.number}, {"why", worded(why(day))}});
  }
  return list;
}

std::string similar_text(const SimilarEntry& other) {
  const auto& entry = other.entry;
  return words("similar.entry", other.score * 100, entry.head.id, entry.head.number, local_date(entry.received),
               entry.outcome ? std::string(reply_title(*entry.outcome)) : words("similar.open")) +
         "\n      " + fitted(shown_text(entry.wanted), kWantedWidth) + "\n";
}

std::string deadlines_text(const std::vector<OpenDeadline>& open) {
  auto table = table_of("deadlines.head");
  for (const auto& [each, left] : open) table.rows.push_back({worded(each.name), deadline_text(each.deadline), left_text(left)});
  return table_text(table);
}

/// Of a letter or an opinion.
std::string promise_text(const DeadlineAccount& account) {
  const auto kind = words("deadlines.no-law", account.id, kind_title(account.kind)) + "\n";
  if (account.answered) return kind + words("deadlines.answered") + "\n";
  return kind + (account.promised ? deadlines_text({*account.promised}) : words("deadlines.no-promise") + "\n");
}

}  // namespace

std::string as_text(const DeadlineAccount& account) {
  if (account.kind != EntryKind::Application) return promise_text(account);
  auto text = account.open.empty() ? words("deadlines.none", named(kPhases, account.phase).title) + "\n" : deadlines_text(account.open);
  if (account.counted != Remark{}) text += "\n" + worded(account.counted) + "\n";
  return account.days ? text + days_text(*account.days) : text;
}

OrderedJson as_json(const DeadlineAccount& account) {
  auto deadlines = OrderedJson::array();
  auto open = account.open;
  if (account.promised) open.push_back(*account.promised);
  for (const auto& [each, left] : open) {
    deadlines.push_back(
        {{"name", worded(each.name)}, {"date", iso_date(each.deadline.date)}, {"provisional", each.deadline.provisional}});
  }
  OrderedJson json{{"ok", true},
                   {"id", account.id},
                   {"number", account.number},
                   {"kind", named(kEntryKinds, account.kind).key},
                   {"deadlines", std::move(deadlines)},
                   {"counted", account.counted == Remark{} ? "" : worded(account.counted)}};
  if (account.days) json["days"] = days_json(*account.days);
  return json;
}

std::string as_text(const SimilarEntries& similar) {
  if (!similar.identified) return words("similar.unknown") + "\n";
  if (similar.others.empty()) return words("similar.none") + "\n";
  auto text = words("similar.head", similar.entry.head.id, fitted(shown_text(similar.entry.wanted), kWantedWidth)) + "\n";
  for (const auto& other : similar.others) text += "\n" + similar_text(other);
  return text;
}

OrderedJson as_json(const SimilarEntries& similar) {
  auto list = OrderedJson::array();
  for (const auto& other : similar.others) {
    auto json = entry_json(other.entry);
    json["score"] = other.score;
    list.push_back(std::move(json));
  }
  return {{"ok", true},
          {"id", similar.entry.head.id},
          {"wanted", shown_text(similar.entry.wanted)},
          {"similar", std::move(list)}};
}

std::string as_text(const EntryPapers& given) {
  auto text = given.papers.empty() ? words("papers.none") + "\n" : documents_text(given.papers);
  if (!given.files.empty()) text += "\n" + words("papers.written") + "\n";
  for (const auto& file : given.files) text += "  " + file.string() + "\n";
  return text;
}

OrderedJson as_json(const EntryPapers& given) {
  OrderedJson json{{"ok", true},
                   {"id", given.id},
                   {"number", given.number},
                   {"papers", documents_json(given.papers)},
                   {"files", OrderedJson::array()}};
  for (const auto& file : given.files) json["files"].push_back(file.string());
  return json;
}

}  // namespace mingting
