#include "desk/feedback/publish.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desk/entries/finding.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/told/case_text.hpp"
#include "desk/entries/promises.hpp"
#include "desk/entries/published.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostWords = 20'000;

/// Trouble::Invalid for an application.
Result<Entry> find_feedback(const DeskWork& work, std::string_view id) {
  auto entry = find_entry(work, id);
  if (!entry) return entry;
  if (entry->kind == EntryKind::Application) {
    return fail(Trouble::Invalid, "第 {} 件是信息公开申请，要用 reply、serve 答复", entry->id);
  }
  if (entry->erased) return fail(Trouble::Invalid, "第 {} 件的内容已按保存期限清除", entry->id);
  return entry;
}

const SubmittedAnswer* answer_to(const Entry& entry, std::string_view field) {
  const auto& answers = entry.submission.answers;
  const auto found = std::find_if(answers.begin(), answers.end(), [field](const auto& answer) { return answer.field == field; });
  return found == answers.end() ? nullptr : &*found;
}

/// In the form's own words, the writer's consent to publish. Forms that do not ask leave it to the office.
bool may_be_published(const Entry& entry) {
  if (entry.kind != EntryKind::Letter) return true;
  const auto* consent = answer_to(entry, "publish");
  return consent != nullptr && consent->value == "yes";
}

std::string words_of(const Entry& entry) {
  for (const auto* field : {"comment", "letter", "subject"}) {
    if (const auto* answer = answer_to(entry, field)) return answer->value;
  }
  return entry.applicant.wanted;
}

std::string item_text(const DeskWork& work, const Entry& entry, const Response& response, const Form* form) {
  const auto clean = [&](std::string_view text) { return without_personal_data(text, entry, form); };
  const auto question = fitted(clean(words_of(entry)), 160);
  const auto* subject = answer_to(entry, "subject");
  const auto title =
      !response.title.empty() ? clean(response.title) : fitted(subject != nullptr ? clean(subject->value) : question, 60);
  const auto text = clean(response.text);
  auto item = fmt::format("+++\ntitle = {}\nsummary = {}\npublished = {}\n", toml_quoted(title), toml_quoted(fitted(text, 100)),
                          iso_date(work.on));
  // An item that is about another says so.
  if (!entry.submission.about_item.empty()) {
    item += fmt::format("\n[[relations]]\nkind = \"answers\"\nitem = {}\n", toml_quoted(entry.submission.about_item));
  }
  item += fmt::format("\n[fields]\nquestion = {}\nanswered_by = {}\nanswered_on = {}\n", toml_quoted(question),
                      toml_quoted(work.office.agency), toml_quoted(iso_date(work.on)));
  if (!response.promise.empty()) item += fmt::format("promise = {}\n", toml_quoted(clean(response.promise)));
  if (response.promised_until) item += fmt::format("promise_until = {}\n", toml_quoted(iso_date(*response.promised_until)));
  return item + "+++\n\n" + text + "\n";
}

Result<void> note_published(const DeskWork& work, const Entry& entry, const Response& response, const std::string& item) {
  Note note{work.on, work.clerk.name, work.clerk.now, "published", {{"item", item}}};
  if (!response.promise.empty()) note.fields["promise"] = response.promise;
  if (response.promised_until) note.fields["until"] = iso_date(*response.promised_until);
  return work.book.note(entry.id, note, false);
}

struct FeedbackLine {
  Entry entry;
  std::optional<Deadline> due;
};

Result<std::vector<FeedbackLine>> feedback_lines(const DeskWork& work, bool all) {
  Promises promises(work);
  std::vector<FeedbackLine> lines;
  for (const auto kind : {EntryKind::Feedback, EntryKind::Comment, EntryKind::Letter}) {
    EntryFilter filter;
    filter.kind = kind;
    if (!all) filter.open = true;
    filter.limit = 10'000;
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) lines.push_back({entry, entry.finished ? std::nullopt : promises.of(entry)});
  }
  const auto order = [](const FeedbackLine& line) {
    return std::pair(line.due ? std::chrono::sys_days{line.due->date} : std::chrono::sys_days::max(), line.entry.received);
  };
  std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  return lines;
}

}  // namespace

std::string answer_of(const std::vector<Note>& notes) {
  std::vector<std::string> words;
  for (const auto& note : notes) {
    const auto text = note.fields.find("text");
    if (note.name == "answered" && text != note.fields.end()) words.push_back(text->second);
  }
  return join(words, "\n");
}

Answered list_feedback(const DeskWork& work, bool all) {
  const auto lines = feedback_lines(work, all);
  if (!lines) return fail(lines.error());
  TextTable table{{"序号", "编号", "收到", "种类", "称呼", "内容", "状态", "承诺期限"}, {}};
  auto list = OrderedJson::array();
  ShownEntries shown(work);
  for (const auto& [held, due] : *lines) {
    const auto entry = shown.shown(held);
    table.rows.push_back({std::to_string(entry.id), entry.number, chinese_date(local_date(entry.received)),
                          std::string(named(kEntryKinds, entry.kind).title), shown_applicant(entry),
                          fitted(entry.applicant.wanted, 40), entry.finished ? "已答复" : "待答复",
                          due ? chinese_date(due->date) : ""});
    auto json = entry_json(entry);
    json["due"] = deadline_json(due);
    list.push_back(std::move(json));
  }
  return CommandAnswer{true, lines->empty() ? (all ? "没有意见和来信\n" : "没有待答复的意见和来信\n") : table_text(table),
                       json_text({{"ok", true}, {"entries", std::move(list)}})};
}

Answered answer_feedback(const DeskWork& work, std::string_view id, const std::string& text) {
  const auto entry = find_feedback(work, id);
  if (!entry) return refused_or_failed(entry.error());
  const auto words = trimmed(clean_input(text, Lines::Many, kMostWords));
  if (words.empty()) return refused("请写明答复的内容");
  const Note note{work.on, work.clerk.name, work.clerk.now, "answered", {{"text", words}}};
  if (auto noted = work.book.note(entry->id, note, true); !noted) return refused_or_failed(noted.error());
  return CommandAnswer{true,
                       fmt::format("已记录答复：第 {} 件 {}（{}）\n要公开回应，请用 feedback publish {}\n", entry->id, entry->number,
                                   named(kEntryKinds, entry->kind).title, entry->id),
                       json_text({{"ok", true}, {"id", entry->id}, {"number", entry->number}, {"answered", iso_date(work.on)}})};
}

Answered publish_feedback(const DeskWork& work, std::string_view id, const Response& given) {
  const auto entry = find_feedback(work, id);
  if (!entry) return refused_or_failed(entry.error());
  if (!may_be_published(*entry)) return refused("来信人没有同意公布回信，不能发布");
  const auto notes = work.book.notes(entry->id);
  if (!notes) return fail(notes.error());
  auto response = given;
  if (trimmed(response.text).empty()) response.text = answer_of(*notes);
  if (trimmed(response.text).empty()) return refused("还没有答复，没有可以发布的内容：先用 feedback answer，或者写 --text");
  if (response.promised_until && response.promise.empty()) return refused("写了办好的期限，还要写答应了什么（--promise）");
  if (response.promised_until && *response.promised_until < work.on) return refused("办好的期限已经过了");
  const auto form = read_desk_form(work.files, work.content, entry->submission.form);
  const auto name = fmt::format("{}-{}", iso_date(work.on), entry->id);
  const auto file = work.content / "responses" / (name + ".md");
  if (work.files.exists(file)) return refused(fmt::format("{} 已经有了，没有改动", file.string()));
  const auto text = item_text(work, *entry, response, form ? &form->form : nullptr);
  if (auto made = work.files.make_folders(file.parent_path()); !made) return fail(made.error());
  if (auto written = write_durably(work.files, file, text); !written) return fail(written.error());
  if (auto noted = note_published(work, *entry, response, "responses/" + name); !noted) {
    (void)work.files.remove(file);  // nothing is published that is not written down
    return refused_or_failed(noted.error());
  }
  return CommandAnswer{true,
                       fmt::format("已写好回应 {}\n请通读一遍：程序去掉了它认得出的个人信息，其余要人来看。再运行 mingting-publish check\n", file.string()),
                       json_text({{"ok", true}, {"id", entry->id}, {"item", "responses/" + name}, {"file", file.string()}})};
}

}  // namespace mingting
