// When a draft may be commented on.
#include "domain/content/comment_period.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

Date day(const char* text) { return *parse_date(text); }

Item draft(const char* from, const char* until) {
  Item item;
  item.fields = {{"comment_from", from}, {"comment_until", until}};
  return item;
}

TEST(CommentPeriod, NeedsTwoDaysThatCanBe) {
  EXPECT_TRUE(comment_period(draft("2026-11-16", "2026-12-31")));
  EXPECT_FALSE(comment_period(Item{}));
  EXPECT_FALSE(comment_period(draft("2026-11-16", "")));
  EXPECT_FALSE(comment_period(draft("2026-11-16", "2026-11-31")));
  EXPECT_FALSE(comment_period(draft("2026-11-16", "2026-11-15")));
}

TEST(CommentPeriod, BothEndsBelongToIt) {
  const CommentPeriod period{day("2026-11-16"), day("2026-12-31")};
  EXPECT_EQ(comment_state(period, day("2026-11-15")), CommentState::NotYet);
  EXPECT_EQ(comment_state(period, day("2026-11-16")), CommentState::Open);
  EXPECT_EQ(comment_state(period, day("2026-12-31")), CommentState::Open);
  EXPECT_EQ(comment_state(period, day("2027-01-01")), CommentState::Closed);
  EXPECT_EQ(days_left(period, day("2026-12-31")), 0);
  EXPECT_EQ(days_left(period, day("2026-11-23")), 38);
  EXPECT_LT(days_left(period, day("2027-01-01")), 0);
}

TEST(CommentPeriod, TheFirstDayIsNotCounted) {
  EXPECT_EQ(length_in_days({day("2026-11-01"), day("2026-12-01")}), kLeastCommentDays);
}

}  // namespace
}  // namespace mingting
