// Reviews and suits recorded, closed and put right.
#include "desk/year/year_desk.hpp"

namespace mingting {
namespace {

TEST(YearDisputes, AddCloseAndOpenAgain) {
  YearDesk desk(1);
  const auto added = add_dispute(desk.work(), {"行政复议", day_of("2026-10-09"), kiosk_number(1), "示例"});
  EXPECT_THAT(text_of(added), HasSubstr("第 1 件 行政复议，2026年10月9日提起，尚未审结"));
  EXPECT_EQ(json_of(added)["entry"], 1);
  const auto closed = close_dispute(desk.work(), {1, "upheld", day_of("2026-12-01"), ""});
  EXPECT_THAT(text_of(closed), HasSubstr("结果维持（2026年12月1日审结）"));
  EXPECT_THAT(text_of(list_disputes(desk.work())), AllOf(HasSubstr("结果维持"), HasSubstr("示例")));
  EXPECT_TRUE(whole(close_dispute(desk.work(), {1, "尚未审结", day_of("2026-12-01"), "撤回"})));
  EXPECT_EQ(desk.book.disputes()->at(0), (RegisteredDispute{1, 1, DisputeKind::Review, day_of("2026-10-09"), std::nullopt,
                                                           DisputeOutcome::Open, "撤回"}));
}

TEST(YearDisputes, NoneIsOlderThanWhatItIsAbout) {
  YearDesk desk(1);
  const auto arrived = local_date(desk.book.entry(1)->received);
  const Date before{std::chrono::sys_days{arrived} - std::chrono::days{1}};
  const auto add = [&](const char* kind, Date on) { return add_dispute(desk.work(), {kind, on, "1", ""}); };
  EXPECT_THAT(text_of(add("review", before)), HasSubstr("才收到"));
  EXPECT_THAT(text_of(add("suit-directly", arrived)), HasSubstr("还没有作出答复"));
  EXPECT_THAT(text_of(add("suit-after-review", arrived)), HasSubstr("还没有作出答复"));
  EXPECT_TRUE(desk.book.disputes()->empty());
  EXPECT_TRUE(whole(add("review", arrived))) << "about not being answered";
  EXPECT_TRUE(whole(add("suit-after-review", arrived)));
}

TEST(YearDisputes, WhatMakesNoSenseIsRefusedWithTheChoices) {
  YearDesk desk;
  const auto add = [&](const char* kind, const char* on) { return add_dispute(desk.work(), {kind, day_of(on), "", ""}); };
  EXPECT_THAT(text_of(add("上访", "2026-10-09")), HasSubstr("suit-directly（未经复议直接起诉）"));
  EXPECT_FALSE(whole(add("review", "2027-01-21")));
  EXPECT_TRUE(whole(add("review", "2026-10-09")));
  const auto close = [&](std::int64_t id, const char* outcome, const char* on) {
    return close_dispute(desk.work(), {id, outcome, day_of(on), ""});
  };
  EXPECT_FALSE(whole(close(1, "upheld", "2026-10-08"))) << "before it was opened";
  EXPECT_FALSE(whole(close(1, "upheld", "2027-01-21"))) << "in the future";
  EXPECT_THAT(text_of(close(1, "won", "2026-12-08")), HasSubstr("corrected（结果纠正）"));
  EXPECT_THAT(text_of(close(2, "upheld", "2026-12-08")), HasSubstr("没有第 2 件"));
}

}  // namespace
}  // namespace mingting
