// Everything about one entry, as `show` tells it.
#include "desk/told/cases/sheet.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "desk/told/parts/days.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"
#include "desk/told/parts/standing.hpp"
#include "desk/told/parts/step.hpp"

namespace mingting {
namespace {

std::string came_text(const Arrival& came) {
  if (came.by_kiosk) return came.kiosk.empty() ? words("entry-sheet.by-kiosk") : words("entry-sheet.by-named-kiosk", came.kiosk);
  return came.way ? std::string(named(kReceiptWays, *came.way).title) : words("entry-sheet.by-office");
}

/// What the office took in itself has a day and no hour.
std::string received_text(const EntrySheet& sheet) {
  const auto received = sheet.entry.received;
  return day_text(local_date(received)) + (sheet.came.by_kiosk ? " " + clock_face(received) : "") +
         (sheet.entry.clock_doubtful ? words("entry-sheet.clock-doubtful") : "");
}

LabelledLines state_lines(const EntrySheet& sheet) {
  if (sheet.standing) return standing_lines(*sheet.standing);
  return {{words("standing.phase"), answered_text(sheet.entry)},
          {words("entry-sheet.promised"), sheet.promised ? deadline_text(*sheet.promised) : ""}};
}

LabelledLines head_lines(const EntrySheet& sheet) {
  const auto& head = sheet.entry.head;
  LabelledLines lines{{words("entry-sheet.number"), head.number},
                      {words("entry-sheet.kind"), kind_title(head.kind)},
                      {words("entry-sheet.received"), received_text(sheet)},
                      {words("entry-sheet.came"), came_text(sheet.came)},
                      {words("entry-sheet.applicant"), sheet.whole && !head.erased ? head.applicant : applicant_text(head)},
                      {words("entry-sheet.about-item"), sheet.about_item}};
  for (auto& line : state_lines(sheet)) lines.push_back(std::move(line));
  return lines;
}

LabelledLines answer_lines(const EntrySheet& sheet) {
  LabelledLines lines;
  for (const auto& answer : sheet.answers) {
    const auto text = shown_text(answer.words);
    lines.push_back({answer.label, answer.doubt ? words("entry-sheet.doubt", text, *answer.doubt) : text});
  }
  return lines;
}

std::string note_text(const Note& note) {
  LabelledLines fields;
  for (const auto& [key, value] : note.fields) fields.push_back({"    " + note_word(key), value});
  return fmt::format("      {}  {}  {}\n{}", chinese_date(note.on), note_word(note.name), note.by, labelled_text(fields));
}

std::string history_text(const EntrySheet& sheet) {
  std::string text;
  for (const auto& step : sheet.steps) text += "  " + step_text(step) + "\n";
  for (const auto& note : sheet.notes) text += note_text(note);
  return text;
}

/// A part of the sheet below its heading; "" when there is nothing to tell.
std::string part(std::string_view heading, const std::string& text) {
  return text.empty() ? std::string() : "\n" + words(heading) + "\n" + text;
}

OrderedJson answers_json(const std::vector<SheetAnswer>& answers) {
  auto list = OrderedJson::array();
  for (const auto& answer : answers) {
    OrderedJson json{{"field", answer.field}, {"label", answer.label}, {"display", shown_text(answer.words)}};
    if (answer.doubt) json["doubt"] = worded(*answer.doubt);
    list.push_back(std::move(json));
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

}  // namespace

std::string as_text(const EntrySheet& sheet) {
  auto text = words("entry-sheet.title", sheet.entry.head.id) + "\n" + labelled_text(head_lines(sheet));
  if (sheet.entry.head.erased) text += "\n" + words("entry-sheet.erased") + "\n";
  if (!sheet.answers.empty()) text += "\n" + words("entry-sheet.answers") + "\n" + labelled_text(answer_lines(sheet));
  return text + part("entry-sheet.history", history_text(sheet)) + part("entry-sheet.papers", documents_text(sheet.papers));
}

OrderedJson as_json(const EntrySheet& sheet) {
  auto json = entry_json(sheet.entry);
  json["ok"] = true;
  json["came"] = came_text(sheet.came);
  if (sheet.whole) json["applicant"] = sheet.entry.head.applicant;
  json["answers"] = answers_json(sheet.answers);
  if (sheet.standing) json["standing"] = standing_json(*sheet.standing);
  json["steps"] = OrderedJson::array();
  for (const auto& step : sheet.steps) json["steps"].push_back(step_json(step));
  json["notes"] = notes_json(sheet.notes);
  json["papers"] = documents_json(sheet.papers);
  return json;
}

}  // namespace mingting
