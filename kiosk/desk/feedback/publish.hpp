// How an answer becomes a public response (回应) without anybody's data.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "desk/desk_work.hpp"

namespace mingting {

/// What the office publishes as its answer, and what it promises to do beyond it.
struct Response {
  std::string title;             ///< "" for the question's first words
  std::string text;              ///< "" for what was answered
  std::string promise;           ///< "" for none
  std::optional<Date> promised_until;
};

/// What may be published of an entry and its answer: words without personal data as far as a program can tell.
struct PublicResponse {
  std::string title;                   ///< "" for the question's first words
  std::optional<std::string> subject;  ///< what the writer called it
  std::string question, text, promise;
  std::optional<Date> promised_until;
  std::string about_item, agency;
  Date on{};
};
/// Gives the item's file.
using WriteResponse = std::function<std::string(const PublicResponse&)>;

struct FeedbackPublished {
  std::int64_t id = 0;
  std::string item;  ///< responses/DATE-ID
  Path file;
};
/// Writes CONTENT/responses/DATE-ID.md as `write` words it, and notes it. Refused for a letter whose writer did not agree to
/// it, where there is nothing to say yet, and where the file exists.
Result<FeedbackPublished> publish_feedback(const DeskWork& work, std::string_view id, const Response& response,
                                           const WriteResponse& write);

}  // namespace mingting
