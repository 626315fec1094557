// What there is, and what is due, as tables.
#include "desk/told/cases/lists.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "desk/told/parts/days.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/standing.hpp"

namespace mingting {
namespace {

constexpr std::size_t kWantedWidth = 32;

/// A phase for applications, else 待答复 or 已答复; how it ended, where it did.
std::string state_text(const ListedEntry& listed) {
  const auto& entry = listed.entry;
  if (entry.finished && entry.outcome) return std::string(reply_title(*entry.outcome));
  return entry.head.kind == EntryKind::Application ? std::string(named(kPhases, listed.phase).title) : answered_text(entry);
}

std::string_view state_key(const ListedEntry& listed) {
  if (listed.entry.head.kind == EntryKind::Application) return named(kPhases, listed.phase).key;
  return listed.entry.finished ? "answered" : "received";
}

std::string left_of(const DueItem& item) {
  if (!item.next.by) return words("due-list.now");
  auto text = left_text(item.next.days_left, item.next.overdue);
  const bool past = item.next.overdue && item.next.days_left == 0;
  return item.stopped && item.next.name == "reply" && !past ? words("due-list.stopped", text) : text;
}

std::vector<std::string> due_row(const DueItem& item) {
  return {item.next.by ? short_deadline_text(item.next.by) : words("day.none"),
          left_of(item),
          who_text(item.next),
          std::to_string(item.entry.id),
          item.entry.number,
          applicant_text(item.entry),
          worded(item.next.what)};
}

OrderedJson due_json(const DueItem& item) {
  const auto& next = item.next;
  OrderedJson json{{"id", item.entry.id}, {"number", item.entry.number}, {"applicant", applicant_text(item.entry)},
                   {"name", next.name},   {"what", worded(next.what)},   {"by", deadline_json(next.by)},
                   {"ours", next.ours},   {"overdue", next.overdue},     {"clock_stopped", item.stopped}};
  json["days_left"] = next.by ? OrderedJson(next.days_left) : OrderedJson(nullptr);
  return json;
}

std::int64_t our_overdue(const DueList& list) {
  return std::count_if(list.items.begin(), list.items.end(),
                       [](const DueItem& item) { return item.next.overdue && item.next.ours; });
}

}  // namespace

std::string as_text(const EntryList& list) {
  auto table = table_of("entry-list.head");
  for (const auto& listed : list.entries) {
    const auto& entry = listed.entry;
    table.rows.push_back({std::to_string(entry.head.id), entry.head.number, chinese_date(local_date(entry.received)),
                          kind_title(entry.head.kind), applicant_text(entry.head),
                          fitted(shown_text(entry.wanted), kWantedWidth), state_text(listed), short_deadline_text(listed.due)});
  }
  auto text = list.entries.empty() ? words("entry-list.empty") + "\n" : table_text(table);
  if (list.total > list.entries.size()) text += words("entry-list.more", list.total, list.entries.size()) + "\n";
  return text;
}

OrderedJson as_json(const EntryList& list) {
  auto entries = OrderedJson::array();
  for (const auto& listed : list.entries) {
    auto json = entry_json(listed.entry);
    json["phase"] = state_key(listed);
    json["due"] = deadline_json(listed.due);
    entries.push_back(std::move(json));
  }
  return {{"ok", true}, {"total", list.total}, {"entries", std::move(entries)}};
}

std::string as_text(const DueList& list) {
  if (list.items.empty()) return words("due-list.empty", list.as_of, list.days) + "\n";
  auto table = table_of("due-list.head");
  for (const auto& item : list.items) table.rows.push_back(due_row(item));
  return words("due-list.summary", day_text(list.as_of), list.items.size(), our_overdue(list)) + "\n\n" + table_text(table);
}

OrderedJson as_json(const DueList& list) {
  auto items = OrderedJson::array();
  for (const auto& item : list.items) items.push_back(due_json(item));
  return {{"ok", true},       {"as_of", iso_date(list.as_of)},    {"days", list.days},
          {"overdue", our_overdue(list)}, {"items", std::move(items)}};
}

}  // namespace mingting
