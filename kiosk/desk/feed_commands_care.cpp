// The register's own care: a new holiday notice, the end of retention, a look at the office's files.
#include <algorithm>

#include "base/text.hpp"
#include "desk/case_papers.hpp"
#include "desk/case_text.hpp"
#include "desk/feed_commands.hpp"
#include "desk/form_reader.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostCalendar = 1U << 20U;

Path calendar_file(const DeskWork& work) { return work.content / "calendar" / "holidays.csv"; }

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

CommandAnswer moved_answer(const std::vector<Moved>& all, const Path& kept) {
  TextTable table{{"序号", "编号", "申请人", "期限", "原来", "现在"}, {}};
  auto list = OrderedJson::array();
  for (const auto& [open, deadlines] : all) {
    for (const auto& each : deadlines) {
      const auto tell = [](const Deadline& one) { return chinese_date(one.date) + (one.provisional ? "（暂定）" : ""); };
      table.rows.push_back({std::to_string(open.id), open.number, shown_applicant(open.applicant), each.name, tell(each.before),
                            tell(each.after)});
      list.push_back({{"id", open.id},
                      {"number", open.number},
                      {"name", each.name},
                      {"before", deadline_json(each.before)},
                      {"after", deadline_json(each.after)}});
    }
  }
  const auto head = all.empty() ? std::string("在办申请的期限没有变化\n")
                                : fmt::format("{} 件在办申请的期限有变化，请告知申请人：\n{}", all.size(), table_text(table));
  return {true, fmt::format("{}放假安排已启用：{}。请随下一次发布送到大厅\n", head, kept.string()),
          json_text({{"ok", true}, {"calendar", kept.string()}, {"moved", std::move(list)}})};
}

// ---- erasure --------------------------------------------------------------------------------------------------------

Result<std::uint64_t> count_ripe(const DeskWork& work, Date before) {
  EntryFilter filter;
  filter.open = false;
  filter.limit = 2000;
  std::uint64_t count = 0;
  for (;; filter.offset += filter.limit) {
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    count += static_cast<std::uint64_t>(std::count_if(entries->begin(), entries->end(), [&](const Entry& entry) {
      return !entry.erased && entry.finished && *entry.finished <= before;
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

std::vector<std::string> calendar_problems(const DeskWork& work) {
  const auto year = work.on.year();
  if (!work.calendar.knows(year)) return {fmt::format("calendar/holidays.csv 没有 {} 年的放假安排，算出的期限都是暂定的", static_cast<int>(year))};
  const bool late = work.on.month() == std::chrono::December && !work.calendar.knows(year + std::chrono::years{1});
  if (late) return {fmt::format("calendar/holidays.csv 还没有 {} 年的放假安排：通知发布后请用 calendar 更新", static_cast<int>(year) + 1)};
  return {};
}

}  // namespace

bool calendar_is_new(const DeskWork& work) {
  const auto told = work.book.calendar_text();
  const auto now = work.files.read(calendar_file(work), kMostCalendar);
  return told && !told->empty() && now && *told != *now;
}

Answered take_calendar(const DeskWork& work, const Path& file) {
  const auto text = work.files.read(file, kMostCalendar);
  if (!text) return fail(text.error().trouble, "读不了放假安排 {}（{}）", file.string(), text.error().message);
  const auto after = WorkCalendar::from_csv(*text);
  if (!after) return refused(fmt::format("{}：{}。没有启用", file.string(), after.error().message));
  const auto before = told_before(work);
  if (!before) return fail(before.error());
  const auto moved = moved_by(work, *before, *after);
  if (!moved) return fail(moved.error());
  const auto own = calendar_file(work);
  const auto current = work.files.read(own, kMostCalendar);
  if (!current || *current != *text) {
    if (auto written = write_durably(work.files, own, *text); !written) return fail(written.error());
  }
  if (auto kept = work.book.keep_calendar_text(*text); !kept) return fail(kept.error());
  return moved_answer(*moved, own);
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

Answered check_office(const DeskWork& work) {
  auto problems = check_templates(work.files, work.content);
  for (const auto& id : form_ids(work.files, work.content)) {
    if (const auto form = read_desk_form(work.files, work.content, id); !form) problems.push_back(form.error().message);
  }
  if (const auto faces = paper_face_files(work.files, work.faces); !faces) problems.push_back(faces.error().message);
  for (auto& problem : calendar_problems(work)) problems.push_back(std::move(problem));
  std::string text;
  for (const auto& problem : problems) text += problem + "\n";
  if (problems.empty()) text = "desk.toml、文书模板、表单、字体和放假安排都可以用\n";
  return CommandAnswer{problems.empty(), std::move(text), json_text({{"ok", problems.empty()}, {"problems", problems}})};
}

}  // namespace mingting
