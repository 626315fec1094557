// What waits for an answer as a table; an answer as an item that everybody may read.
#include "desk/told/feedback.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "desk/entries/published.hpp"
#include "desk/told/parts/days.hpp"
#include "desk/told/parts/entry.hpp"

namespace mingting {
namespace {

constexpr std::size_t kWantedWidth = 40, kTitleWidth = 60, kSummaryWidth = 100, kQuestionWidth = 160;

}  // namespace

std::string as_text(const FeedbackList& list) {
  if (list.lines.empty()) return words(list.all ? "feedback-list.none" : "feedback-list.none-open") + "\n";
  auto table = table_of("feedback-list.head");
  for (const auto& [entry, due] : list.lines) {
    table.rows.push_back({std::to_string(entry.head.id), entry.head.number, chinese_date(local_date(entry.received)),
                          kind_title(entry.head.kind), applicant_text(entry.head),
                          fitted(shown_text(entry.wanted), kWantedWidth), answered_text(entry), due ? chinese_date(due->date) : ""});
  }
  return table_text(table);
}

OrderedJson as_json(const FeedbackList& list) {
  auto entries = OrderedJson::array();
  for (const auto& [entry, due] : list.lines) {
    auto json = entry_json(entry);
    json["due"] = deadline_json(due);
    entries.push_back(std::move(json));
  }
  return {{"ok", true}, {"entries", std::move(entries)}};
}

std::string as_text(const FeedbackAnswered& answered) {
  return words("feedback.answered", answered.id, answered.number, kind_title(answered.kind)) + "\n" +
         words("feedback.to-publish", answered.id) + "\n";
}

OrderedJson as_json(const FeedbackAnswered& answered) {
  return {{"ok", true}, {"id", answered.id}, {"number", answered.number}, {"answered", iso_date(answered.on)}};
}

std::string response_item(const PublicResponse& response) {
  const auto question = fitted(response.question, kQuestionWidth), on = toml_quoted(iso_date(response.on));
  const auto subject = response.subject ? *response.subject : question;
  const auto title = response.title.empty() ? fitted(subject, kTitleWidth) : response.title;
  auto item = fmt::format("+++\ntitle = {}\nsummary = {}\npublished = {}\n", toml_quoted(title),
                          toml_quoted(fitted(response.text, kSummaryWidth)), iso_date(response.on));
  // An item that is about another says so.
  if (!response.about_item.empty()) {
    item += fmt::format("\n[[relations]]\nkind = \"answers\"\nitem = {}\n", toml_quoted(response.about_item));
  }
  item += fmt::format("\n[fields]\nquestion = {}\nanswered_by = {}\nanswered_on = {}\n", toml_quoted(question),
                      toml_quoted(response.agency), on);
  if (!response.promise.empty()) item += fmt::format("promise = {}\n", toml_quoted(response.promise));
  if (response.promised_until) item += fmt::format("promise_until = {}\n", toml_quoted(iso_date(*response.promised_until)));
  return item + "+++\n\n" + response.text + "\n";
}

std::string as_text(const FeedbackPublished& published) {
  return words("publish-feedback.done", published.file.string()) + "\n";
}

OrderedJson as_json(const FeedbackPublished& published) {
  return {{"ok", true}, {"id", published.id}, {"item", published.item}, {"file", published.file.string()}};
}

}  // namespace mingting
