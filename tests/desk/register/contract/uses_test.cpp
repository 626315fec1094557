// Counts of uses: by kiosk and week, whichever stick comes first and however often.
#include <gmock/gmock.h>

#include "desk/register/contract/contract.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

OpenedExport counted(std::vector<WeekOfUses> weeks, const std::string& key = kKioskKey) {
  auto opened = export_of({}, key);
  opened.uses = std::move(weeks);
  return opened;
}

WeekOfUses week(std::string_view monday, UseCounts items, UseCounts words = {}) {
  return {day_of(monday), std::move(items), std::move(words)};
}

void take_in(const RegisterDesk& desk, Register& book, const OpenedExport& opened) {
  const auto report = book.import(opened, clerk_on("2026-09-15"), desk.with());
  ASSERT_TRUE(report) << worded(report.error());
  EXPECT_EQ(report->weeks_of_uses, opened.uses.size());
}

std::vector<KioskUses> uses(Register& book, std::string_view from = "2026-01-01", std::string_view to = "2026-12-31") {
  return book.uses(day_of(from), day_of(to)).value();
}

TEST_P(RegisterContract, AStickThatIsReadTwiceReplacesAndNeverAdds) {
  auto book = desk.made();
  const auto stick = counted({week("2026-09-07", {{"guide/a", 7}}, {{"充电桩补贴", kFew}})});
  take_in(desk, *book, stick);
  take_in(desk, *book, stick);
  EXPECT_THAT(uses(*book), ElementsAre(KioskUses{kKioskKey, stick.uses[0]}));
}

TEST_P(RegisterContract, ARunningWeekIsReplacedByWhatItCameToWhicheverStickIsReadFirst) {
  auto book = desk.made();
  const auto early = counted({week("2026-09-07", {{"guide/a", kFew}, {"guide/b", 6}})});
  const auto late = counted({week("2026-09-07", {{"guide/a", 9}, {"guide/b", 6}, {"guide/c", kFew}}),
                             week("2026-09-14", {{"guide/a", 5}})});
  for (const auto* stick : {&late, &early, &late}) take_in(desk, *book, *stick);
  EXPECT_THAT(uses(*book), ElementsAre(KioskUses{kKioskKey, late.uses[0]}, KioskUses{kKioskKey, late.uses[1]}));
}

TEST_P(RegisterContract, KiosksAreKeptApartAndWeeksAreFoundByTheirDays) {
  auto book = desk.made();
  ASSERT_TRUE(book->enrol(kOtherKey, "二楼大厅", clerk_on("2026-09-02")));
  const auto first = week("2026-09-07", {{"guide/a", 7}}), second = week("2026-09-14", {{"guide/a", 8}});
  take_in(desk, *book, counted({second}, kOtherKey));
  take_in(desk, *book, counted({first}));
  EXPECT_THAT(uses(*book), ElementsAre(KioskUses{kKioskKey, first}, KioskUses{kOtherKey, second}));
  EXPECT_THAT(uses(*book, "2026-09-13", "2026-09-13"), ElementsAre(KioskUses{kKioskKey, first}));
  EXPECT_THAT(uses(*book, "2026-09-14", "2026-09-14"), ElementsAre(KioskUses{kOtherKey, second}));
  EXPECT_THAT(uses(*book, "2026-09-21", "2026-12-31"), IsEmpty());
}

TEST_P(RegisterContract, OfAKioskThatIsNotEnrolledNothingIsTaken) {
  auto book = desk.made();
  const auto stick = counted({week("2026-09-07", {{"guide/a", 7}})}, kOtherKey);
  const auto refused = book->import(stick, clerk_on("2026-09-15"), desk.with());
  EXPECT_EQ(refused.error().trouble, Trouble::Untrusted);
  EXPECT_THAT(uses(*book), IsEmpty());
}

}  // namespace
}  // namespace mingting
