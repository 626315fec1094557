// A response is an item of the content folder; it is noted where it came from.
#include "desk/feedback/publish.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/feedback/answer.hpp"

namespace mingting {
namespace {

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

PublicResponse public_response(const DeskWork& work, const Entry& entry, const Response& response) {
  const auto form = read_desk_form(work.files, work.content, entry.submission.form);
  const auto clean = [&](std::string_view text) { return without_personal_data(text, entry, form ? &form->form : nullptr); };
  const auto* subject = answer_to(entry, "subject");
  return {.title = clean(response.title),
          .subject = subject == nullptr ? std::nullopt : std::optional(clean(subject->value)),
          .question = clean(words_of(entry)),
          .text = clean(response.text),
          .promise = clean(response.promise),
          .promised_until = response.promised_until,
          .about_item = entry.submission.about_item,
          .agency = work.office.agency,
          .on = work.on};
}

Result<void> note_published(const DeskWork& work, const Entry& entry, const Response& response, const std::string& item) {
  Note note{work.on, work.clerk.name, work.clerk.now, "published", {{"item", item}}};
  if (!response.promise.empty()) note.fields["promise"] = response.promise;
  if (response.promised_until) note.fields["until"] = iso_date(*response.promised_until);
  return work.book.note(entry.id, note, false);
}

/// The response whole, with what was answered where it says nothing itself; or why it cannot go out.
Result<Response> fit_to_publish(const DeskWork& work, const Entry& entry, Response response) {
  if (!may_be_published(entry)) return fail(Trouble::Refused, "publish-feedback.no-consent");
  const auto notes = work.book.notes(entry.id);
  if (!notes) return fail(notes.error());
  if (trimmed(response.text).empty()) response.text = answer_of(*notes);
  if (trimmed(response.text).empty()) return fail(Trouble::Refused, "publish-feedback.nothing-to-say");
  const auto until = response.promised_until;
  if (until && response.promise.empty()) return fail(Trouble::Refused, "publish-feedback.day-without-promise");
  if (until && *until < work.on) return fail(Trouble::Refused, "publish-feedback.day-gone");
  return response;
}

}  // namespace

Result<FeedbackPublished> publish_feedback(const DeskWork& work, std::string_view id, const Response& given,
                                           const WriteResponse& write) {
  const auto entry = find_feedback(work, id);
  if (!entry) return fail(as_refusal(entry.error()));
  const auto response = fit_to_publish(work, *entry, given);
  if (!response) return fail(response.error());
  const auto item = fmt::format("responses/{}-{}", iso_date(work.on), entry->id);
  const auto file = work.content / (item + ".md");
  if (work.files.exists(file)) return fail(Trouble::Refused, "publish-feedback.file-exists", file.string());
  if (auto made = work.files.make_folders(file.parent_path()); !made) return fail(made.error());
  const auto text = write(public_response(work, *entry, *response));
  if (auto written = write_durably(work.files, file, text); !written) return fail(written.error());
  if (auto noted = note_published(work, *entry, *response, item); !noted) {
    (void)work.files.remove(file);  // nothing is published that is not written down
    return fail(as_refusal(noted.error()));
  }
  return FeedbackPublished{entry->id, item, file};
}

}  // namespace mingting
