// The register's own care: a new holiday notice, the end of retention, a look at the office's files.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/words.hpp"
#include "desk/agency/calendar_file.hpp"
#include "desk/papers/case_papers.hpp"
#include "desk/told/case_text.hpp"
#include "desk/hall/feed.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {
namespace {

// ---- calendar -------------------------------------------------------------------------------------------------------

struct Moved {
  OpenCase open;
  std::vector<MovedDeadline> deadlines;
};

/// The notice whose moves were told last; the one in CONTENT before any was.
Result<WorkCalendar> told_before(const DeskWork& work) {
  const auto text = work.book.calendar_text();
  if (!text) return fail(text.error());
  if (text->empty()) return work.calendar;
  return WorkCalendar::from_csv(*text);
}

Result<std::vector<Moved>> moved_by(const DeskWork& work, const WorkCalendar& before, const WorkCalendar& after) {
  const auto open = work.book.open_cases();
  if (!open) return fail(open.error());
  std::vector<Case> cases;
  for (const auto& each : *open) cases.push_back(case_of(each.steps));
  std::vector<Moved> all;
  for (auto& moved : moved_cases(cases, {before, work.office.rules}, {after, work.office.rules}, work.on)) {
    all.push_back({open->at(moved.index), std::move(moved.moved)});
  }
  return all;
}

std::string years_text(const std::set<int>& years) {
  std::vector<std::string> all;
  for (const int year : years) all.push_back(std::to_string(year));
  return all.empty() ? "无" : join(all, "、");
}

struct Taken {
  MergedCalendar merged;
  Path copy;  ///< of what the calendar was; "" when it did not change
};

std::string taken_text(const DeskWork& work, const Taken& taken) {
  auto text = fmt::format("放假安排已启用：{}。新加的年份：{}；有改动的：{}；照旧保留的：{}。请随下一次发布送到大厅\n",
                          calendar_file(work.content).string(), years_text(taken.merged.added), years_text(taken.merged.changed),
                          years_text(taken.merged.kept));
  if (!taken.copy.empty()) text += fmt::format("原来的另存为 {}\n", taken.copy.string());
  return text;
}

CommandAnswer moved_answer(const DeskWork& work, const std::vector<Moved>& all, const Taken& taken) {
  TextTable table{{"序号", "编号", "申请人", "期限", "原来", "现在"}, {}};
  auto list = OrderedJson::array();
  for (const auto& [open, deadlines] : all) {
    for (const auto& each : deadlines) {
      const auto tell = [](const Deadline& one) { return chinese_date(one.date) + (one.provisional ? "（暂定）" : ""); };
      table.rows.push_back({std::to_string(open.id), open.number, shown_applicant(open.applicant), worded(each.name), tell(each.before),
                            tell(each.after)});
      list.push_back({{"id", open.id},
                      {"number", open.number},
                      {"name", worded(each.name)},
                      {"before", deadline_json(each.before)},
                      {"after", deadline_json(each.after)}});
    }
  }
  const auto head = all.empty() ? std::string("在办申请的期限没有变化\n")
                                : fmt::format("{} 件在办申请的期限有变化，请告知申请人：\n{}", all.size(), table_text(table));
  return {true, head + taken_text(work, taken),
          json_text({{"ok", true},
                     {"calendar", calendar_file(work.content).string()},
                     {"copy", taken.copy.string()},
                     {"added", taken.merged.added},
                     {"changed", taken.merged.changed},
                     {"kept", taken.merged.kept},
                     {"moved", std::move(list)}})};
}

/// The register remembers the file as it now is, to the byte.
Answered keep_taken(const DeskWork& work, const std::vector<Moved>& moved, const Taken& taken) {
  const auto now = work.files.read(calendar_file(work.content), kMostCalendar);
  if (!now) return fail(now.error());
  if (auto kept = work.book.keep_calendar_text(*now); !kept) return fail(kept.error());
  return moved_answer(work, moved, taken);
}

// ---- erasure --------------------------------------------------------------------------------------------------------

Result<std::uint64_t> count_ripe(const DeskWork& work, Date before) {
  const auto disputes = work.book.disputes();
  if (!disputes) return fail(disputes.error());
  std::set<std::int64_t> disputed;  // the erasure leaves these out as well
  for (const auto& one : *disputes) {
    if (one.outcome == DisputeOutcome::Open) disputed.insert(one.entry);
  }
  EntryFilter filter;
  filter.open = false;
  filter.limit = 2000;
  std::uint64_t count = 0;
  for (;; filter.offset += filter.limit) {
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    count += static_cast<std::uint64_t>(std::count_if(entries->begin(), entries->end(), [&](const Entry& entry) {
      return !entry.erased && entry.finished && *entry.finished <= before && !disputed.contains(entry.id);
    }));
    if (entries->size() < filter.limit) return count;
  }
}

/// The same day so many years ago; 29 February becomes the 28th.
Date years_before(Date date, int years) {
  const Date earlier = date - std::chrono::years{years};
  return earlier.ok() ? earlier : Date{earlier.year() / earlier.month() / std::chrono::last};
}

// ---- check ----------------------------------------------------------------------------------------------------------

std::vector<std::string> calendar_problems(const WorkCalendar& calendar, Date on) {
  std::vector<std::string> problems;
  const auto partial = partial_years(calendar, noticed_years(calendar));
  for (const int year : partial) {
    problems.push_back(fmt::format("calendar/holidays.csv 里 {} 年的放假没有抄全：从元旦到国庆节都要有。抄全以前，这一年的期限都是暂定的", year));
  }
  const auto year = on.year();
  if (!calendar.knows(year) && !partial.contains(static_cast<int>(year))) {
    problems.push_back(fmt::format("calendar/holidays.csv 没有 {} 年的放假安排，算出的期限都是暂定的", static_cast<int>(year)));
  } else if (on.month() == std::chrono::December && !calendar.knows(year + std::chrono::years{1})) {
    problems.push_back(
        fmt::format("calendar/holidays.csv 还没有 {} 年的放假安排：通知发布后请用 calendar 更新", static_cast<int>(year) + 1));
  }
  return problems;
}

}  // namespace

bool calendar_is_new(const DeskWork& work) {
  const auto told = work.book.calendar_text();
  const auto now = work.files.read(calendar_file(work.content), kMostCalendar);
  return told && !told->empty() && now && *told != *now;
}

Answered take_calendar(const DeskWork& work, const Path& file, bool agreed) {
  const auto text = work.files.read(file, kMostCalendar);
  if (!text) return fail(text.error().trouble, "读不了放假安排 {}（{}）", file.string(), text.error());
  const auto fresh = WorkCalendar::from_csv(*text);
  if (!fresh) return refused(fmt::format("{}：{}。没有启用", file.string(), worded(fresh.error())));
  const auto before = told_before(work);
  if (!before) return fail(before.error());
  const bool in_place = file == calendar_file(work.content);
  auto merged = merge_calendars(in_place ? *before : work.calendar, *fresh);
  if (!merged) return refused(fmt::format("{}：{}。没有启用", file.string(), worded(merged.error())));
  if (const auto partial = partial_years(*fresh, noticed_years(*fresh)); !partial.empty() && !agreed) {
    return refused(fmt::format("{}：{} 年的放假没有抄全（从元旦到国庆节都要有），没有启用。请把国务院办公厅的通知抄全；要先用已有的，请加 --yes，"
                               "抄全以前这一年的期限都是暂定的",
                               file.string(), years_text(partial)));
  }
  const auto moved = moved_by(work, *before, merged->calendar);
  if (!moved) return fail(moved.error());
  if (calendar_text(work.calendar) != merged->text) {
    const auto copy = replace_calendar(work.files, work.content, merged->text, work.today());
    if (!copy) return fail(copy.error());
    return keep_taken(work, *moved, {std::move(*merged), *copy});
  }
  return keep_taken(work, *moved, {std::move(*merged), {}});
}

Answered erase_entries(const DeskWork& work, std::optional<Date> before, bool agreed) {
  if (!before && work.office.retention_years <= 0) {
    return refused("desk.toml 的 retention_years 还没有定（0），什么都不清除；要清除请用 --before 写明日期");
  }
  const auto until = before ? *before : years_before(work.on, work.office.retention_years);
  if (until > work.today()) return refused("日期还没有到");
  const auto basis = before ? fmt::format("办结于{}以前", chinese_date(until))
                            : fmt::format("desk.toml：办结满 {} 年", work.office.retention_years);
  if (!agreed) {
    const auto count = count_ripe(work, until);
    if (!count) return fail(count.error());
    return CommandAnswer{*count == 0,
                         *count == 0 ? fmt::format("没有在{}以前办结而未清除的\n", chinese_date(until))
                                     : fmt::format("{}以前办结、未清除的有 {} 件。清除后姓名、内容、文书全文不能恢复，编号、日期和结果留下；"
                                                   "涉及复议、诉讼而未了结的不清除。确定要清除，请加 --yes\n",
                                                   chinese_date(until), *count),
                         json_text({{"ok", *count == 0}, {"until", iso_date(until)}, {"entries", *count}, {"erased", false}})};
  }
  const auto done = work.book.erase(until, basis, work.clerk);
  if (!done) return refused_or_failed(done.error());
  return CommandAnswer{
      true, fmt::format("已清除 {} 件（{}），记录已留下\n", done->entries, done->basis),
      json_text(
          {{"ok", true}, {"until", iso_date(until)}, {"entries", done->entries}, {"erased", true}, {"basis", done->basis}})};
}

Answered check_office(FileSystem& files, const Path& content, const Path& faces, Date on) {
  std::vector<std::string> problems;
  if (const auto office = read_office(files, content); !office) problems.push_back(worded(office.error()));
  for (const auto& problem : check_templates(files, content)) problems.push_back(worded(problem));
  for (const auto& id : form_ids(files, content)) {
    if (const auto form = read_desk_form(files, content, id); !form) problems.push_back(worded(form.error()));
  }
  if (const auto found = paper_face_files(files, faces); !found) problems.push_back(worded(found.error()));
  const auto calendar = read_work_calendar(files, content);
  const auto wrong = calendar ? calendar_problems(*calendar, on) : std::vector<std::string>{worded(calendar.error())};
  problems.insert(problems.end(), wrong.begin(), wrong.end());
  std::string text;
  for (const auto& problem : problems) text += problem + "\n";
  if (problems.empty()) text = "desk.toml、文书模板、表单、字体和放假安排都可以用\n";
  return CommandAnswer{problems.empty(), std::move(text), json_text({{"ok", problems.empty()}, {"problems", problems}})};
}

}  // namespace mingting
