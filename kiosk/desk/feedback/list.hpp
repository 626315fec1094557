// Which feedback, comments on drafts and letters wait for an answer, and until when one was promised.
#pragma once

#include <optional>
#include <vector>

#include "desk/entries/privacy.hpp"

namespace mingting {

struct FeedbackList {
  struct Line {
    ShownEntry entry;
    std::optional<Deadline> due;  ///< what was promised for an answer that is still to come
  };
  bool all = false;  ///< the answered ones too
  std::vector<Line> lines;
};

/// What is not answered yet, oldest promise first; `all`: the answered ones too.
Result<FeedbackList> list_feedback(const DeskWork& work, bool all);

}  // namespace mingting
