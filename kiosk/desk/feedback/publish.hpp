// The desk's commands for feedback, comments on drafts and letters: list, answer, publish as 回应.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/answer.hpp"
#include "desk/desk_work.hpp"

namespace mingting {

/// What is not answered yet, oldest promise first; `all`: the answered ones too.
Answered list_feedback(const DeskWork& work, bool all);
/// Records the answer; a second one adds to the first.
Answered answer_feedback(const DeskWork& work, std::string_view id, const std::string& text);

/// What the office promises to do, beyond the answer.
struct Response {
  std::string title;             ///< "" for the question's first words
  std::string text;              ///< "" for what was answered
  std::string promise;           ///< "" for none
  std::optional<Date> promised_until;
};
/// Writes CONTENT/responses/DATE-ID.md without personal data and notes it. Refused for a letter whose writer did not agree to
/// it, where there is nothing to say yet, and where the file exists.
Answered publish_feedback(const DeskWork& work, std::string_view id, const Response& response);

/// The words of the answer; "" before there is one.
std::string answer_of(const std::vector<Note>& notes);

}  // namespace mingting
