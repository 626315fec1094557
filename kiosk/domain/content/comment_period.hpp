// Draft decisions put to the public (征求意见): from when to when, and how it stands on a day. An item carries it in its fields
// comment_from and comment_until (ISO dates, both days included).
#pragma once

#include <optional>

#include "domain/content/content.hpp"

namespace mingting {

/// 重大行政决策程序暂行条例 Art. 15: in general at least 30 days; a shorter period needs a published reason.
inline constexpr int kLeastCommentDays = 30;

struct CommentPeriod {
  Date from, until;
  bool operator==(const CommentPeriod&) const = default;
};

/// Nothing for an item without both dates, or with dates that cannot be.
std::optional<CommentPeriod> comment_period(const Item& item);

enum class CommentState { NotYet, Open, Closed };
CommentState comment_state(const CommentPeriod& period, Date today);

/// Days until the last one: 0 on the last day itself, negative after it.
int days_left(const CommentPeriod& period, Date today);
/// How long it lasts; the first day is not counted, as everywhere (民法典 Art. 201).
int length_in_days(const CommentPeriod& period);

}  // namespace mingting
