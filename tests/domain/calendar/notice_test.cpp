// The law's own days off, and what cannot be in a year's notice.
#include "domain/calendar/notice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"

namespace mingting {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

WorkCalendar starter_calendar() {
  return WorkCalendar::from_csv(disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20).value()).value();
}

std::vector<std::string> statutory_days(year year) {
  std::vector<std::string> found;
  for (sys_days day = year / January / 1; day <= sys_days{year / December / 31}; day += days{1}) {
    if (is_statutory_day_off(Date{day})) found.push_back(iso_date(Date{day}).substr(5));
  }
  return found;
}

TEST(Notice, TheLawsDaysOffAreKnownWithoutANotice) {
  EXPECT_THAT(statutory_days(2026y), ElementsAre("01-01", "02-16", "02-17", "02-18", "02-19", "04-05", "05-01", "05-02", "06-19",
                                                 "09-25", "10-01", "10-02", "10-03"));
  EXPECT_THAT(statutory_days(2024y), ElementsAre("01-01", "02-10", "02-11", "02-12", "04-04", "05-01", "06-10", "09-17", "10-01",
                                                 "10-02", "10-03"));
}

/// New moons within minutes of midnight, which reckoners often miss.
TEST(Notice, TheAlmanacDecidesWhereTheNewMoonFallsAtMidnight) {
  EXPECT_TRUE(is_statutory_day_off(2027y / February / 5) && is_statutory_day_off(2027y / February / 8));
  EXPECT_FALSE(is_statutory_day_off(2027y / February / 9));
  EXPECT_TRUE(is_statutory_day_off(2030y / February / 2) && is_statutory_day_off(2030y / February / 5));
  EXPECT_FALSE(is_statutory_day_off(2030y / February / 1));
}

/// Every published notice is one, and gives each of the law's days off: two sources that know nothing of each other.
TEST(Notice, EveryPublishedNoticeIsWholeAndHasTheLawsDays) {
  const auto calendar = starter_calendar();
  for (const int of : noticed_years(calendar)) {
    for (const auto& fault : notice_faults(calendar, year{of})) ADD_FAILURE() << worded(fault.what);
    EXPECT_TRUE(calendar.knows(year{of})) << of;
    for (sys_days day = year{of} / January / 1; day <= sys_days{year{of} / December / 31}; day += days{1}) {
      EXPECT_FALSE(is_statutory_day_off(Date{day}) && calendar.is_working_day(Date{day})) << iso_date(Date{day});
    }
  }
}

TEST(Notice, WithoutOneTheLawsDaysDoNotCountAndADeadlineIsProvisional) {
  const WorkCalendar none;
  EXPECT_FALSE(none.is_working_day(2027y / January / 1));
  EXPECT_FALSE(none.is_working_day(2027y / February / 8)) << "the third day of the lunar year, a Monday";
  EXPECT_TRUE(none.is_working_day(2027y / January / 4));
  const auto counted = explain(none, 2026y / December / 31, 1);
  EXPECT_THAT(worded(why(counted.at(1))), HasSubstr("放假"));
}

TEST(Notice, WhatCannotBeIsNamed) {
  const auto calendar = WorkCalendar::from_csv("date,kind,name\n2027-10-01,holiday,国庆节\n2027-10-02,workday,国庆节\n2027-10-13,workday,国庆节\n").value();
  std::vector<std::string> said;
  for (const auto& fault : notice_faults(calendar, 2027y)) {
    if (fault.day) said.push_back(worded(fault.what));
  }
  EXPECT_THAT(said, ElementsAre(HasSubstr("2027-10-02 是法定节日"), HasSubstr("2027-10-13（星期三）")));
  EXPECT_FALSE(calendar.is_working_day(2027y / October / 2)) << "a slip of the pen makes no festival a working day";
  EXPECT_THAT(notice_faults(starter_calendar(), 2026y), IsEmpty());
}

}  // namespace
}  // namespace mingting
