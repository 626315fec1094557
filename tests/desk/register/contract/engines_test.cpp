// Which engines are held to the contract; and what a register is as a whole: its site, its kiosks, seen by all at once.
#include <gmock/gmock.h>

#include "desk/register/contract/contract.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;

INSTANTIATE_TEST_SUITE_P(Engines, RegisterContract, testing::Values(sqlite_engine()),
                         [](const auto& engine) { return engine.param.name; });

TEST_P(RegisterContract, ANewOneKnowsItsSiteAndHoldsNothing) {
  auto made = desk.made();
  EXPECT_EQ(made->site().value(), "nanming");
  EXPECT_EQ(made->calendar_text().value(), "");
  EXPECT_EQ(made->count({}).value(), 0U);
  EXPECT_EQ(desk.opened()->site().value(), "nanming");
}

TEST_P(RegisterContract, OneThatIsThereIsNeverMadeAnew) {
  (void)desk.holding(2);
  const auto before = desk.everything();
  const auto again = desk.create();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().trouble, Trouble::Invalid);
  EXPECT_EQ(desk.everything(), before);
}

TEST_P(RegisterContract, OneOfNoSiteIsNotMade) {
  EXPECT_EQ(GetParam().create(desk.folder.path(), " ").error().trouble, Trouble::Invalid);
  EXPECT_EQ(desk.open().error().trouble, Trouble::NotFound);
}

TEST_P(RegisterContract, WhatOneClerkRecordedTheOthersSee) {
  auto one = desk.holding(1);
  auto two = desk.opened();
  does(*one, desk, 1, "2026-09-14", CorrectionAsked{"写明年份", 15});
  EXPECT_EQ(two->steps(1)->size(), 2U);
  does(*two, desk, 1, "2026-09-15", CorrectionReceived{});
  EXPECT_EQ(one->steps(1)->size(), 3U);
}

TEST_P(RegisterContract, KiosksAreEnrolledOnceAndCanBeRenamed) {
  auto made = desk.made();
  ASSERT_TRUE(made->enrol(kOtherKey, "二楼大厅", clerk_on("2026-09-02")));
  ASSERT_TRUE(made->enrol(kKioskKey, "一楼东侧", clerk_on("2026-09-03", "李示例")));
  EXPECT_THAT(made->kiosks().value(), ElementsAre(EnrolledKiosk{kKioskKey, "一楼东侧", "张示例", clerk_on("2026-09-01").now},
                                                  EnrolledKiosk{kOtherKey, "二楼大厅", "张示例", clerk_on("2026-09-02").now}));
  EXPECT_EQ(made->enrol("AAAA", "三楼", clerk_on("2026-09-02")).error().trouble, Trouble::Invalid);
  EXPECT_EQ(made->enrol(kOtherKey, "  ", clerk_on("2026-09-02")).error().trouble, Trouble::Invalid);
}

TEST_P(RegisterContract, TheCalendarDeadlinesWereToldByIsKept) {
  auto made = desk.made();
  ASSERT_TRUE(made->keep_calendar_text("2026-10-01,off"));
  ASSERT_TRUE(made->keep_calendar_text("2026-10-01,off\n2026-10-02,off"));
  EXPECT_EQ(desk.opened()->calendar_text().value(), "2026-10-01,off\n2026-10-02,off");
}

}  // namespace
}  // namespace mingting
