// How feedback, a comment or a letter is answered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

/// Trouble::Invalid for an application, and for what was erased.
Result<Entry> find_feedback(const DeskWork& work, std::string_view id);

struct FeedbackAnswered {
  std::int64_t id = 0;
  std::string number;
  EntryKind kind = EntryKind::Feedback;
  Date on{};
};
/// Records the answer; a second one adds to the first.
Result<FeedbackAnswered> answer_feedback(const DeskWork& work, std::string_view id, const std::string& text);

/// The words of the answer; "" before there is one.
std::string answer_of(const std::vector<Note>& notes);

}  // namespace mingting
