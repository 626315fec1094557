// Feedback, comments and letters told; and the response as it is published.
#pragma once

#include "desk/feedback/answer.hpp"
#include "desk/feedback/list.hpp"
#include "desk/feedback/publish.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const FeedbackList& list);
OrderedJson as_json(const FeedbackList& list);

std::string as_text(const FeedbackAnswered& answered);
OrderedJson as_json(const FeedbackAnswered& answered);

/// In the format of content/.
std::string response_item(const PublicResponse& response);

std::string as_text(const FeedbackPublished& published);
OrderedJson as_json(const FeedbackPublished& published);

}  // namespace mingting
