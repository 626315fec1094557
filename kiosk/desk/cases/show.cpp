// One case seen from all sides: everything about it, its deadlines, its like, its papers.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desk/cases/commands.hpp"
#include "desk/entries/finding.hpp"
#include "desk/entries/likeness.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/promises.hpp"
#include "desk/told/case_text.hpp"
#include "desk/papers/case_papers.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {
namespace {

/// Everything the register holds of one entry.
struct WholeEntry {
  Entry entry;
  Case one;
  std::vector<Note> notes;
  std::vector<IssuedDocument> papers;
  std::string came;  ///< 自助机 一楼大厅, or the way of receipt
};

std::string came_by(const DeskWork& work, const FoundCase& found) {
  const auto& entry = found.entry;
  if (entry.kiosk_key.empty()) {
    const bool by_step = entry.kind == EntryKind::Application && found.one.phase != Phase::Unreceived;
    return by_step ? std::string(named(kReceiptWays, found.one.way).title) : "办公室登记";
  }
  if (const auto kiosks = work.book.kiosks()) {
    for (const auto& kiosk : *kiosks) {
      if (kiosk.key == entry.kiosk_key) return "自助机 " + kiosk.name;
    }
  }
  return "自助机";
}

Result<WholeEntry> whole_entry(const DeskWork& work, std::string_view id) {
  auto found = find_case(work, id);
  if (!found) return fail(found.error());
  auto notes = work.book.notes(found->entry.id);
  if (!notes) return fail(notes.error());
  // The answers stand above, masked; here only that they were put right.
  for (auto& note : *notes) {
    if (note.name == kCorrectedNote || note.name == kRestoredNote) note.fields.clear();
  }
  auto papers = work.book.documents(found->entry.id);
  if (!papers) return fail(papers.error());
  auto came = came_by(work, *found);
  return WholeEntry{std::move(found->entry), std::move(found->one), std::move(*notes), std::move(*papers), std::move(came)};
}

LabelledLines answer_lines(const DeskWork& work, const Entry& entry, bool whole) {
  const auto form = read_desk_form(work.files, work.content, entry.submission.form);
  LabelledLines lines;
  for (const auto& answer : entry.submission.answers) {
    const auto masked = shown_answer(form ? &form->form : nullptr, answer);
    auto text = whole ? answer.display : masked.hidden ? "***（加 --whole 看）" : masked.text;
    const auto* field = form ? field_of(form->form, answer.field) : nullptr;
    const bool free_words = field != nullptr && field->kind == FieldKind::LongText;
    if (free_words && !whole) text = without_personal_data(text, entry, &form->form);
    lines.push_back({answer.label, std::move(text)});
  }
  return lines;
}

LabelledLines head_lines(const DeskWork& work, const WholeEntry& all, bool whole) {
  const auto& entry = all.entry;
  // What the office took in itself has a day and no hour.
  const auto received = day_text(local_date(entry.received)) + (entry.kiosk_key.empty() ? "" : " " + clock_face(entry.received));
  LabelledLines lines{{"编号", entry.number},
                      {"种类", std::string(named(kEntryKinds, entry.kind).title)},
                      {"到达", received + (entry.clock_doubtful ? "（当时机器时钟存疑，日期请核实）" : "")},
                      {"经由", all.came},
                      {"申请人", whole && !entry.erased ? entry.applicant.name : shown_applicant(entry)}};
  if (!entry.submission.about_item.empty()) lines.push_back({"所评内容", entry.submission.about_item});
  if (entry.kind == EntryKind::Application) {
    for (auto& line : standing_lines(all.one, work.with(), work.on)) lines.push_back(std::move(line));
  } else {
    lines.push_back({"状态", state_text(entry, all.one)});
    const auto promised = Promises(work).of(entry);
    if (promised && !entry.finished) lines.push_back({"承诺答复", deadline_text(*promised)});
  }
  return lines;
}

std::string history_text(const WholeEntry& all) {
  std::string text;
  const auto in_force = steps_in_force(all.one.steps);
  for (std::size_t i = 0; i < all.one.steps.size(); ++i) {
    text += "  " + step_text(all.one.steps[i], static_cast<int>(i) + 1, in_force[i]) + "\n";
  }
  for (const auto& note : all.notes) {
    LabelledLines fields;
    for (const auto& [key, value] : note.fields) fields.push_back({"    " + note_word(key), value});
    text += fmt::format("      {}  {}  {}\n{}", chinese_date(note.on), note_word(note.name), note.by, labelled_text(fields));
  }
  return text;
}

OrderedJson answers_json(const LabelledLines& lines, const Entry& entry) {
  auto list = OrderedJson::array();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list.push_back({{"field", entry.submission.answers[i].field}, {"label", lines[i].first}, {"display", lines[i].second}});
  }
  return list;
}

OrderedJson notes_json(const std::vector<Note>& notes) {
  auto list = OrderedJson::array();
  for (const auto& note : notes) {
    list.push_back({{"on", iso_date(note.on)}, {"by", note.by}, {"name", note.name}, {"fields", note.fields}});
  }
  return list;
}

OrderedJson papers_json(const std::vector<IssuedDocument>& papers) {
  auto list = OrderedJson::array();
  for (const auto& paper : papers) list.push_back(document_json(paper));
  return list;
}

OrderedJson show_json(const DeskWork& work, const WholeEntry& all, const LabelledLines& answers, bool whole) {
  auto json = entry_json(whole ? all.entry : ShownEntries(work).shown(all.entry));
  json["ok"] = true;
  json["came"] = all.came;
  if (whole) json["applicant"] = all.entry.applicant.name;
  json["answers"] = answers_json(answers, all.entry);
  if (all.entry.kind == EntryKind::Application) json["standing"] = standing_json(standing(all.one, work.with(), work.on));
  json["steps"] = OrderedJson::array();
  const auto in_force = steps_in_force(all.one.steps);
  for (std::size_t i = 0; i < all.one.steps.size(); ++i) {
    json["steps"].push_back(step_json(all.one.steps[i], static_cast<int>(i) + 1, in_force[i]));
  }
  json["notes"] = notes_json(all.notes);
  json["papers"] = papers_json(all.papers);
  return json;
}

std::string papers_text(const std::vector<IssuedDocument>& papers) {
  std::string text;
  for (const auto& paper : papers) text += fmt::format("  {}  {}\n", chinese_date(paper.on), document_text(paper));
  return text;
}

/// Once: what was handed in does not change.
Result<void> issue_form(const DeskWork& work, const Entry& entry) {
  const auto papers = work.book.documents(entry.id);
  if (!papers) return fail(papers.error());
  if (valid_paper(*papers, DocumentKind::RegistrationForm) != nullptr) return {};
  const PaperOrder order{DocumentKind::RegistrationForm, {}, ""};
  if (const auto issued = work.book.issue(entry.id, draft_paper(work, entry, order)); !issued) return fail(issued.error());
  return {};
}

struct Likened {
  Entry entry;
  double score = 0;
};

std::string similar_text(const Entry& entry, const std::vector<Likened>& others) {
  if (entry.applicant.key.empty()) return "申请人没有留下能认出同一人的证件号码或电话，无法查找\n";
  if (others.empty()) return "同一申请人没有别的申请\n";
  auto text = fmt::format("第 {} 件：{}\n\n同一申请人的其他申请，越像的越靠前（不予重复处理见条例第三十六条第（六）项）：\n", entry.id,
                          fitted(entry.applicant.wanted, 400));
  for (const auto& other : others) {
    text += fmt::format("\n{:3.0f}%  第 {} 件  {}  {}  {}\n", other.score * 100, other.entry.id, other.entry.number,
                        chinese_date(local_date(other.entry.received)),
                        other.entry.outcome ? reply_title(*other.entry.outcome) : "还没有办结");
    text += "      " + fitted(other.entry.applicant.wanted, 400) + "\n";
  }
  return text;
}

}  // namespace

Answered show_entry(const DeskWork& work, std::string_view id, bool whole) {
  const auto all = whole_entry(work, id);
  if (!all) return fail(all.error());
  const auto answers = answer_lines(work, all->entry, whole);
  auto text = fmt::format("第 {} 件\n{}", all->entry.id, labelled_text(head_lines(work, *all, whole)));
  if (all->entry.erased) text += "\n内容已按保存期限清除\n";
  if (!answers.empty()) text += "\n填写的内容\n" + labelled_text(answers);
  if (const auto history = history_text(*all); !history.empty()) text += "\n经过\n" + history;
  if (!all->papers.empty()) text += "\n文书\n" + papers_text(all->papers);
  return CommandAnswer{true, std::move(text), json_text(show_json(work, *all, answers, whole))};
}

Answered tell_deadline(const DeskWork& work, std::string_view id, bool explained) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto& one = found->one;
  TextTable table{{"期限", "到", "还有"}, {}};
  auto deadlines = OrderedJson::array(), days = OrderedJson::array();
  for (const auto& each : open_deadlines(one, work.with(), work.on)) {
    table.rows.push_back(
        {each.name, deadline_text(each.deadline), left_text(working_days_between(work.calendar, work.on, each.deadline.date))});
    deadlines.push_back(
        {{"name", each.name}, {"date", iso_date(each.deadline.date)}, {"provisional", each.deadline.provisional}});
  }
  const auto counted = how_counted(one, work.with(), one.finished.value_or(work.on));
  auto text = table.rows.empty() ? fmt::format("{}：没有正在走的期限\n", named(kPhases, one.phase).title) : table_text(table);
  if (!counted.empty()) text += "\n" + counted + "\n";
  if (explained) {
    for (const auto& day : explain_reply_due(one, work.with(), one.finished.value_or(work.on))) {
      text += fmt::format("  {} {}  {}\n", iso_date(day.date), chinese_weekday(day.date), why(day));
      days.push_back({{"date", iso_date(day.date)}, {"counted", day.counted}, {"number", day.number}, {"why", why(day)}});
    }
  }
  OrderedJson json{{"ok", true},
                   {"id", found->entry.id},
                   {"number", found->entry.number},
                   {"deadlines", std::move(deadlines)},
                   {"counted", counted}};
  if (explained) json["days"] = std::move(days);
  return CommandAnswer{true, std::move(text), json_text(json)};
}

Answered similar_entries(const DeskWork& work, std::string_view id) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  const auto others = work.book.of_same_applicant(entry->id);
  if (!others) return fail(others.error());
  std::vector<Likened> liked;
  for (const auto& other : *others) liked.push_back({other, likeness(entry->applicant.wanted, other.applicant.wanted)});
  std::stable_sort(liked.begin(), liked.end(), [](const Likened& a, const Likened& b) { return a.score > b.score; });
  ShownEntries shown(work);
  const auto mine = shown.shown(*entry);
  for (auto& other : liked) other.entry = shown.shown(other.entry);
  auto list = OrderedJson::array();
  for (const auto& other : liked) {
    auto json = entry_json(other.entry);
    json["score"] = other.score;
    list.push_back(std::move(json));
  }
  return CommandAnswer{
      true, similar_text(mine, liked),
      json_text({{"ok", true}, {"id", entry->id}, {"wanted", mine.applicant.wanted}, {"similar", std::move(list)}})};
}

Answered entry_papers(const DeskWork& work, std::string_view id, bool form) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  if (form) {
    if (auto issued = issue_form(work, *entry); !issued) return refused_or_failed(issued.error());
  }
  const auto papers = work.book.documents(entry->id);
  if (!papers) return fail(papers.error());
  auto text = papers->empty() ? std::string("还没有出具文书\n") : papers_text(*papers);
  OrderedJson json{{"ok", true},
                   {"id", entry->id},
                   {"number", entry->number},
                   {"papers", papers_json(*papers)},
                   {"files", OrderedJson::array()}};
  if (!work.out.empty() && !papers->empty()) {
    const auto files = write_papers(work, *entry, *papers);
    if (!files) return refused_or_failed(files.error());
    text += "\n已写成：\n";
    for (const auto& file : *files) {
      text += "  " + file.string() + "\n";
      json["files"].push_back(file.string());
    }
  }
  return CommandAnswer{true, std::move(text), json_text(json)};
}

}  // namespace mingting
