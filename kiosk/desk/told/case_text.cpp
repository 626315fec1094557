#include "desk/told/case_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desk/papers/documents.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

/// Names of the fields of steps (step_record.hpp) in words.
struct FieldName {
  std::string_view key, title;
};
constexpr FieldName kFieldNames[] = {
    {"way", "方式"},         {"confirmed", "确认日期"},      {"working-days", "工作日"}, {"what", "内容"},
    {"good-reason", "正当理由"}, {"kind", "种类"},           {"party", "对象"},          {"delivered", "收到日期"},
    {"consultation", "第几步发出"}, {"opinion", "意见"},     {"reasons", "理由"},        {"why", "原因"},
    {"approved-by", "批准人"}, {"until", "延迟到"},          {"basis", "计收方式"},      {"yuan", "元"},
    {"withheld", "不公开的情形"}, {"number", "文号"},        {"public-interest", "公共利益理由"}, {"remedy", "救济途径"},
    {"how", "怎样撤回"},     {"step", "撤销第几步"},
};

/// Names of notes and of their fields; what others wrote down is shown as it is.
constexpr FieldName kNoteWords[] = {
    {"corrected-answers", "补正了填写的内容"}, {"restored-answers", "恢复了补正以前的内容"},
    {"answered", "答复"}, {"published", "发布"}, {"promised", "承诺"}, {"text", "内容"},
    {"item", "条目"}, {"promise", "答应"}, {"until", "期限"}, {"due", "期限"}, {"answers", "填写的内容"},
};

template <std::size_t N>
std::string titled(const FieldName (&names)[N], std::string_view key) {
  const auto found = std::find_if(std::begin(names), std::end(names), [key](const FieldName& name) { return name.key == key; });
  return std::string(found == std::end(names) ? key : found->title);
}

std::string with_offset(Instant instant) { return iso_local_time(instant) + "+08:00"; }

template <class E, std::size_t N>
std::string title_in(const Named<E> (&table)[N], const std::string& key) {
  const auto value = value_named(table, key);
  return value ? std::string(named(table, *value).title) : "";
}

std::string withheld_text(const std::string& keys) {
  std::vector<std::string> titles;
  for (const auto& key : split(keys, ',')) titles.push_back(title_in(kReplyKinds, key));
  return join(titles, "、");
}

}  // namespace

std::string field_value(const std::string& step, const std::string& field, const std::string& value) {
  std::string title;
  if (field == "way") title = step == "served" ? title_in(kServiceWays, value) : title_in(kReceiptWays, value);
  if (field == "kind") title = step == "replied" ? title_in(kReplyKinds, value) : title_in(kConsultationKinds, value);
  if (field == "opinion") title = title_in(kOpinions, value);
  if (field == "basis") title = title_in(kFeeBases, value);
  if (field == "remedy") title = title_in(kRemedyRoutes, value);
  if (field == "withheld") title = withheld_text(value);
  if (!title.empty()) return title;
  const auto date = parse_date(value);
  return date ? chinese_date(*date) : value;
}

std::string field_title(const std::string& field) { return titled(kFieldNames, field); }
std::string note_word(const std::string& key) { return titled(kNoteWords, key); }

// ---- words ----------------------------------------------------------------------------------------------------------

std::string shown_applicant(const Applicant& applicant) {
  if (applicant.name.empty()) return "（未留名）";
  return applicant.kind == ApplicantKind::Person ? masked_name(applicant.name) : applicant.name;
}

std::string shown_applicant(const Entry& entry) { return entry.erased ? "（已清除）" : shown_applicant(entry.applicant); }

std::string day_text(Date date) { return fmt::format("{}（{}）", chinese_date(date), chinese_weekday(date)); }

std::string deadline_text(const Deadline& deadline) {
  return day_text(deadline.date) + (deadline.provisional ? "（暂定：这一年的放假安排还没有公布）" : "");
}

std::string left_text(int working_days) {
  if (working_days == 0) return "今天到期";
  return working_days > 0 ? fmt::format("还有 {} 个工作日", working_days) : fmt::format("已过 {} 个工作日", -working_days);
}

std::string next_text(const NextStep& next, const WorkCalendar& calendar, Date today) {
  const auto who = next.ours ? "我方" : "对方";
  if (!next.by) return fmt::format("{}（{}）", next.what, who);
  const int left = working_days_between(calendar, today, next.by->date);
  const bool over = today > next.by->date;
  return fmt::format("{}：{}为止，{}（{}）", next.what, deadline_text(*next.by), over && left == 0 ? "已过" : left_text(left), who);
}

std::string state_text(const Entry& entry, const Case& one) {
  if (entry.kind == EntryKind::Application) return std::string(named(kPhases, one.phase).title);
  return entry.finished ? "已答复" : "待答复";
}

LabelledLines standing_lines(const Case& one, const Reckoning& with, Date today) {
  const auto now = standing(one, with, today);
  LabelledLines lines{{"状态", std::string(named(kPhases, now.phase).title)}};
  if (now.clock == ClockState::Stopped) lines.back().second += "（答复期限中止）";
  if (one.outcome) lines.push_back({"结果", std::string(reply_title(*one.outcome))});
  if (now.due) {
    const auto left = one.finished ? (now.overdue ? "逾期送达" : "按期") : left_text(now.days_left);
    lines.push_back({"答复期限", fmt::format("{}，{}", deadline_text(*now.due), left)});
  }
  lines.push_back({"怎样算的", how_counted(one, with, one.finished.value_or(today))});
  std::vector<std::string> next;
  for (const auto& each : now.next) next.push_back(next_text(each, with.calendar, today));
  lines.push_back({"接下来", join(next, "\n")});
  return lines;
}

std::string step_details(const StepWhat& what) {
  const auto stored = to_record(what);
  std::vector<std::string> parts;
  for (const auto& [field, value] : stored.fields) {
    parts.push_back(fmt::format("{} {}", field_title(field), field_value(stored.name, field, value)));
  }
  return join(parts, "；");
}

std::string step_text(const Step& step, int number, bool in_force) {
  const auto details = step_details(step.what);
  const bool is_void = !in_force && !std::holds_alternative<TakenBack>(step.what);
  return fmt::format("{:>2}  {}  {}{}  {}{}", number, chinese_date(step.on), step_title(step.what), is_void ? "（已撤销）" : "",
                     step.by, details.empty() ? "" : "\n      " + details);
}

std::string document_title(const std::string& kind) {
  const auto known = value_named(kDocumentKinds, kind);
  return known ? std::string(named(kDocumentKinds, *known).title) : kind;
}

std::string document_text(const IssuedDocument& document) {
  return document_title(document.kind) + (document.number.empty() ? "" : " " + document.number) +
         (document.is_void ? "（作废）" : "");
}

// ---- JSON -----------------------------------------------------------------------------------------------------------

OrderedJson entry_json(const Entry& entry) {
  OrderedJson json{{"id", entry.id},
                   {"number", entry.number},
                   {"kind", named(kEntryKinds, entry.kind).key},
                   {"applicant", entry.erased ? "" : shown_applicant(entry.applicant)},
                   {"applicant_kind", named(kApplicantKinds, entry.applicant.kind).key},
                   {"wanted", entry.applicant.wanted},
                   {"form", entry.submission.form},
                   {"received", with_offset(entry.received)},
                   {"clock_doubtful", entry.clock_doubtful}};
  json["finished"] = entry.finished ? OrderedJson(iso_date(*entry.finished)) : OrderedJson(nullptr);
  json["outcome"] = entry.outcome ? OrderedJson(named(kReplyKinds, *entry.outcome).key) : OrderedJson(nullptr);
  if (entry.erased) json["erased"] = true;
  return json;
}

OrderedJson deadline_json(const std::optional<Deadline>& deadline) {
  if (!deadline) return nullptr;
  return {{"date", iso_date(deadline->date)}, {"provisional", deadline->provisional}};
}

OrderedJson next_json(const std::vector<NextStep>& next) {
  auto list = OrderedJson::array();
  for (const auto& each : next) {
    list.push_back({{"name", each.name}, {"what", each.what}, {"by", deadline_json(each.by)}, {"ours", each.ours}});
  }
  return list;
}

OrderedJson standing_json(const Standing& standing) {
  return {{"phase", named(kPhases, standing.phase).key}, {"clock", named(kClockStates, standing.clock).key},
          {"due", deadline_json(standing.due)},          {"days_used", standing.days_used},
          {"days_left", standing.days_left},             {"overdue", standing.overdue},
          {"next", next_json(standing.next)}};
}

OrderedJson step_json(const Step& step, int number, bool in_force) {
  const auto stored = to_record(step.what);
  return {{"step", number},
          {"on", iso_date(step.on)},
          {"by", step.by},
          {"recorded", with_offset(step.recorded)},
          {"name", stored.name},
          {"title", step_title(step.what)},
          {"fields", stored.fields},
          {"in_force", in_force}};
}

OrderedJson document_json(const IssuedDocument& document) {
  return {{"id", document.id},         {"step", document.step},
          {"kind", document.kind},     {"title", document_title(document.kind)},
          {"number", document.number}, {"on", iso_date(document.on)},
          {"void", document.is_void}};
}

}  // namespace mingting
