// Lists: what there is, and what is due.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "desk/cases/commands.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/promises.hpp"
#include "desk/told/case_text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kWantedWidth = 32;

/// Something to be done, by us or by others.
struct DueItem {
  std::int64_t id = 0;
  std::string number, applicant;
  NextStep next;
  bool stopped = false;  ///< the reply clock stands still
  int days_left = 0;
  bool overdue = false;
};

/// A case without steps is read for those that are still open; what is finished tells enough by itself.
Result<Case> case_for_list(const DeskWork& work, const Entry& entry) {
  if (entry.kind != EntryKind::Application) return Case{};
  if (entry.finished) {
    Case one;
    one.phase = Phase::Finished;
    one.finished = entry.finished;
    one.outcome = entry.outcome;
    return one;
  }
  return work.book.steps(entry.id).map([](const std::vector<Step>& steps) { return case_of(steps); });
}

/// The day something falls due that is still waited for; nothing when nothing is.
std::optional<Deadline> next_due(const Standing& standing) {
  std::optional<Deadline> first;
  for (const auto& next : standing.next) {
    if (next.by && next.name != "ask-correction" && (!first || next.by->date < first->date)) first = next.by;
  }
  return first;
}

struct Listed {
  std::string state, due;
  OrderedJson json;
};

Listed listed(const DeskWork& work, const Entry& entry, const Case& one, Promises& promises) {
  Listed line{state_text(entry, one), "", entry_json(entry)};
  std::optional<Deadline> due;
  if (entry.finished) {
    if (entry.outcome) line.state = reply_title(*entry.outcome);
  } else if (entry.kind == EntryKind::Application) {
    due = next_due(standing(one, work.with(), work.on));
  } else {
    due = promises.of(entry);
  }
  if (due) line.due = chinese_date(due->date) + (due->provisional ? "（暂定）" : "");
  line.json["phase"] = entry.kind == EntryKind::Application ? named(kPhases, one.phase).key
                       : entry.finished                     ? "answered"
                                                            : "received";
  line.json["due"] = deadline_json(due);
  return line;
}

// ---- due ------------------------------------------------------------------------------------------------------------

void judge(DueItem& item, const DeskWork& work) {
  if (!item.next.by) return;
  item.days_left = working_days_between(work.calendar, work.on, item.next.by->date);
  item.overdue = work.on > item.next.by->date;
}

/// What has no day but is ours to do is due now; others without a day are not waited for here.
bool is_wanted(const DueItem& item, int days) {
  if (!item.next.by) return item.next.ours;
  return item.overdue || item.days_left <= days;
}

void add_case(const OpenCase& open, const DeskWork& work, int days, std::vector<DueItem>& items) {
  const auto now = standing(case_of(open.steps), work.with(), work.on);
  for (const auto& next : now.next) {
    DueItem item{open.id, open.number, shown_applicant(open.applicant), next, now.clock == ClockState::Stopped};
    judge(item, work);
    if (is_wanted(item, days)) items.push_back(std::move(item));
  }
}

Result<void> add_promised(const DeskWork& work, int days, std::vector<DueItem>& items) {
  Promises promises(work);
  for (const auto kind : {EntryKind::Feedback, EntryKind::Letter}) {
    const EntryFilter filter{.kind = kind, .open = true, .text = "", .from = std::nullopt, .to = std::nullopt,
                             .limit = 100'000, .offset = 0};
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      const auto due = promises.of(entry);
      if (!due) continue;
      DueItem item{entry.id, entry.number, shown_applicant(entry),
                   {"answer", fmt::format("答复{}（按承诺）", named(kEntryKinds, kind).title), due, true}};
      judge(item, work);
      if (is_wanted(item, days)) items.push_back(std::move(item));
    }
  }
  return {};
}

/// Those without a day stand first: they are to be done now.
std::chrono::sys_days order_of(const DueItem& item) {
  return item.next.by ? std::chrono::sys_days{item.next.by->date} : std::chrono::sys_days::min();
}

std::string left_of(const DueItem& item) {
  if (!item.next.by) return "现在";
  if (item.overdue && item.days_left == 0) return "已过";
  auto text = left_text(item.days_left);
  return item.stopped && item.next.name == "reply" ? text + "，中止中" : text;
}

OrderedJson due_json(const DueItem& item) {
  OrderedJson json{{"id", item.id}, {"number", item.number}, {"applicant", item.applicant}, {"name", item.next.name},
                   {"what", item.next.what}, {"by", deadline_json(item.next.by)}, {"ours", item.next.ours},
                   {"overdue", item.overdue}, {"clock_stopped", item.stopped}};
  json["days_left"] = item.next.by ? OrderedJson(item.days_left) : OrderedJson(nullptr);
  return json;
}

CommandAnswer due_answer(const DeskWork& work, const std::vector<DueItem>& items, int days) {
  TextTable table{{"期限", "还有", "谁办", "序号", "编号", "申请人", "要做的事"}, {}};
  auto list = OrderedJson::array();
  std::size_t overdue = 0;
  for (const auto& item : items) {
    const auto& by = item.next.by;
    table.rows.push_back({by ? chinese_date(by->date) + (by->provisional ? "（暂定）" : "") : "—", left_of(item),
                          item.next.ours ? "我方" : "对方", std::to_string(item.id), item.number, item.applicant, item.next.what});
    list.push_back(due_json(item));
    if (item.overdue && item.next.ours) ++overdue;
  }
  auto text = items.empty() ? fmt::format("{}：{} 个工作日内没有到期的事\n", chinese_date(work.on), days)
                            : fmt::format("{}：{} 项，我方逾期 {} 项\n\n{}", day_text(work.on), items.size(), overdue, table_text(table));
  return {
      true, std::move(text),
      json_text({{"ok", true}, {"as_of", iso_date(work.on)}, {"days", days}, {"overdue", overdue}, {"items", std::move(list)}})};
}

/// A list with room left has shown all there is: what a search went through once it need not go through again.
Result<std::uint64_t> total_of(const DeskWork& work, const EntryFilter& filter, std::size_t listed) {
  if (listed < filter.limit && (listed > 0 || filter.offset == 0)) return filter.offset + listed;
  return work.book.count(filter);
}

}  // namespace

Answered list_entries(const DeskWork& work, const EntryFilter& filter) {
  const auto entries = work.book.list(filter);
  if (!entries) return fail(entries.error());
  const auto total = total_of(work, filter, entries->size());
  if (!total) return fail(total.error());
  Promises promises(work);
  ShownEntries shown(work);
  TextTable table{{"序号", "编号", "收到", "种类", "申请人", "内容", "状态", "期限"}, {}};
  auto list = OrderedJson::array();
  for (const auto& held : *entries) {
    const auto entry = shown.shown(held);
    const auto one = case_for_list(work, entry);
    if (!one) return fail(one.error());
    auto line = listed(work, entry, *one, promises);
    table.rows.push_back({std::to_string(entry.id), entry.number, chinese_date(local_date(entry.received)),
                          std::string(named(kEntryKinds, entry.kind).title), shown_applicant(entry),
                          fitted(entry.applicant.wanted, kWantedWidth), line.state, line.due});
    list.push_back(std::move(line.json));
  }
  auto text = entries->empty() ? std::string("没有这样的记录\n") : table_text(table);
  if (*total > entries->size()) text += fmt::format("共 {} 件，这里是 {} 件；用 --limit 多看一些\n", *total, entries->size());
  return CommandAnswer{true, std::move(text), json_text({{"ok", true}, {"total", *total}, {"entries", std::move(list)}})};
}

Answered due_entries(const DeskWork& work, int days) {
  const auto open = work.book.open_cases();
  if (!open) return fail(open.error());
  std::vector<DueItem> items;
  for (const auto& each : *open) add_case(each, work, days, items);
  if (auto added = add_promised(work, days, items); !added) return fail(added.error());
  std::stable_sort(items.begin(), items.end(), [](const DueItem& a, const DueItem& b) { return order_of(a) < order_of(b); });
  return due_answer(work, items, days);
}

}  // namespace mingting
