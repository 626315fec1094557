// An answer is a note of the entry, and ends it.
#include "desk/feedback/answer.hpp"

#include "base/text/text.hpp"
#include "desk/entries/finding.hpp"

namespace mingting {
Result<Entry> find_feedback(const DeskWork& work, std::string_view id) {
  auto entry = find_entry(work, id);
  if (!entry) return entry;
  if (entry->kind == EntryKind::Application) return fail(Trouble::Invalid, "feedback.an-application", entry->id);
  if (entry->erased) return fail(Trouble::Invalid, "feedback.erased", entry->id);
  return entry;
}

Result<FeedbackAnswered> answer_feedback(const DeskWork& work, std::string_view id, const std::string& text) {
  const auto entry = find_feedback(work, id);
  if (!entry) return fail(as_refusal(entry.error()));
  const auto answer = trimmed(clean_input(text, Lines::Many, text.size()));
  if (answer.empty()) return fail(Trouble::Refused, "feedback.no-words");
  const Note note{work.on, work.clerk.name, work.clerk.now, "answered", {{"text", answer}}};
  if (auto noted = work.book.note(entry->id, note, true); !noted) return fail(as_refusal(noted.error()));
  return FeedbackAnswered{entry->id, entry->number, entry->kind, work.on};
}

std::string answer_of(const std::vector<Note>& notes) {
  std::vector<std::string> words;
  for (const auto& note : notes) {
    const auto text = note.fields.find("text");
    if (note.name == "answered" && text != note.fields.end()) words.push_back(text->second);
  }
  return join(words, "\n");
}

}  // namespace mingting
