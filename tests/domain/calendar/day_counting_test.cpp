// Counting working days: every day of eight years two ways, the day-by-day list, and what a new notice moves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "domain/calendar/working_days.hpp"

namespace mingting {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

std::string starter_csv() {
  return disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20).value();
}
WorkCalendar starter_calendar() { return WorkCalendar::from_csv(starter_csv()).value(); }
Date day_of(std::string_view iso) { return parse_date(iso).value(); }

/// The second way: the file read by hand, the working days of all years in one sorted list, deadlines by index. Shares
/// nothing with WorkCalendar but the file.
class WorkingDayList {
 public:
  explicit WorkingDayList(const std::string& csv) {
    std::map<std::string, std::string> kinds;
    for (const auto& line : split(csv, '\n')) {
      const auto cells = split(line, ',');
      if (cells.size() == 3) kinds[cells[0]] = cells[1];
    }
    // Off by law in the year without a notice: New Year, the Spring Festival from its eve on, Qingming, Labour, Dragon Boat.
    for (const auto* day : {"01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09"}) {
      kinds.emplace(std::string("2027-") + day, "holiday");
    }
    for (sys_days day = 2018y / December / 31; day <= sys_days{2027y / June / 30}; day += days{1}) {
      const auto kind = kinds.find(iso_date(Date{day}));
      const auto iso_day = weekday{day}.iso_encoding();
      const bool working = kind == kinds.end() ? iso_day < 6 : kind->second == "workday";
      before_.push_back(working_.size());
      if (working) working_.push_back(day);
    }
  }
  Date after(sys_days receipt, int count) const {
    const auto at = static_cast<std::size_t>((receipt - sys_days{2018y / December / 31}).count());
    return Date{working_[before_[at + 1] + static_cast<std::size_t>(count) - 1]};
  }
  int between(sys_days from, sys_days to) const {
    const auto index = [](sys_days day) { return static_cast<std::size_t>((day - sys_days{2018y / December / 31}).count()); };
    return static_cast<int>(before_[index(to) + 1]) - static_cast<int>(before_[index(from) + 1]);
  }

 private:
  std::vector<sys_days> working_;
  std::vector<std::size_t> before_;  ///< working days before each day
};

TEST(DayCounting, EveryDayOfEightYearsTwoWays) {
  const auto calendar = starter_calendar();
  const WorkingDayList list(starter_csv());
  for (sys_days receipt = 2019y / January / 1; receipt <= sys_days{2026y / December / 31}; receipt += days{1}) {
    for (const int count : {7, 15, 20, 40}) {
      const auto deadline = working_days_after(calendar, Date{receipt}, count);
      ASSERT_EQ(deadline.date, list.after(receipt, count)) << iso_date(Date{receipt}) << " +" << count;
      ASSERT_EQ(deadline.provisional, deadline.date.year() > 2026y);
      ASSERT_EQ(working_days_between(calendar, Date{receipt}, deadline.date), count);
    }
  }
}

TEST(DayCounting, BetweenTwoDates) {
  const auto calendar = starter_calendar();
  const WorkingDayList list(starter_csv());
  for (sys_days from = 2019y / January / 1; from < sys_days{2026y / October / 1}; from += days{11}) {
    for (const int gap : {0, 1, 6, 9, 30, 77}) {
      const auto to = from + days{gap};
      ASSERT_EQ(working_days_between(calendar, Date{from}, Date{to}), list.between(from, to));
      ASSERT_EQ(working_days_between(calendar, Date{to}, Date{from}), -list.between(from, to));
    }
  }
}

TEST(Explain, AgreesWithTheDeadlineOnEveryDay) {
  const auto calendar = starter_calendar();
  for (sys_days receipt = 2019y / January / 1; receipt <= sys_days{2026y / December / 31}; receipt += days{1}) {
    const auto list = explain(calendar, Date{receipt}, 20);
    ASSERT_EQ(list.front().date, Date{receipt});
    ASSERT_FALSE(list.front().counted);
    ASSERT_EQ(list.back().date, working_days_after(calendar, Date{receipt}, 20).date);
    ASSERT_EQ(list.back().number, 20);
    ASSERT_EQ(std::count_if(list.begin(), list.end(), [](const CountedDay& day) { return day.counted; }), 20);
    ASSERT_EQ(static_cast<int>(list.size()), (sys_days{list.back().date} - receipt).count() + 1);
  }
}

std::string said(const std::vector<CountedDay>& days, std::string_view iso) {
  for (const auto& day : days) {
    if (day.date == day_of(iso)) return worded(why(day));
  }
  return "(not in the list)";
}

TEST(Explain, SaysWhyEachDayCounts) {
  const auto days = explain(starter_calendar(), day_of("2026-09-11"), 20);
  EXPECT_EQ(said(days, "2026-09-11"), "当天不计");
  EXPECT_EQ(said(days, "2026-09-12"), "周末，不计");
  EXPECT_EQ(said(days, "2026-09-14"), "第 1 个工作日");
  EXPECT_EQ(said(days, "2026-09-20"), "调休上班（国庆节），第 6 个工作日");
  EXPECT_EQ(said(days, "2026-10-01"), "放假（国庆节），不计");
  EXPECT_EQ(said(days, "2026-10-15"), "第 20 个工作日");
}

TEST(Explain, MarksAYearWithoutANotice) {
  const auto days = explain(starter_calendar(), day_of("2026-12-30"), 2);
  EXPECT_THAT(said(days, "2027-01-01"), HasSubstr("还没有公布"));
  EXPECT_EQ(said(days, "2026-12-31"), "第 1 个工作日");
}

TEST(Explain, LeavesOutPausedDays) {
  const auto calendar = starter_calendar();
  const std::vector<Pause> pauses{{day_of("2026-11-05"), day_of("2026-11-11"), "征求第三方意见"}};
  const auto days = explain(calendar, day_of("2026-11-02"), 5, pauses);
  EXPECT_EQ(said(days, "2026-11-05"), "期限中止（征求第三方意见），不计");
  EXPECT_EQ(said(days, "2026-11-07"), "周末，不计");  // a day off inside a pause stays one
  EXPECT_EQ(said(days, "2026-11-12"), "第 3 个工作日");
  EXPECT_EQ(iso_date(days.back().date), "2026-11-16");
  EXPECT_EQ(working_days_after(calendar, day_of("2026-11-02"), 5, pauses).date, days.back().date);
}

TEST(Explain, AReversedPauseCountsForNothing) {
  const std::vector<Pause> reversed{{day_of("2026-11-06"), day_of("2026-11-05"), ""}};
  EXPECT_EQ(iso_date(working_days_after(starter_calendar(), day_of("2026-11-02"), 5, reversed).date), "2026-11-09");
}

/// A made-up notice: 1-3 January off, Saturday 9 January worked.
TEST(NewNotice, MovesWhatRunsIntoIt) {
  const auto before = starter_calendar();
  const auto after = WorkCalendar::from_csv(starter_csv() + "2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n"
                                                            "2027-01-03,holiday,元旦\n2027-01-09,workday,元旦\n2027-10-01,holiday,国庆节\n").value();
  const auto told = [](const WorkCalendar& by, const char* from, int count) {
    const auto deadline = working_days_after(by, day_of(from), count);
    return iso_date(deadline.date) + (deadline.provisional ? " provisional" : "");
  };
  EXPECT_EQ(told(before, "2026-11-02", 20), told(after, "2026-11-02", 20));
  EXPECT_EQ(told(before, "2026-12-14", 15), "2027-01-05 provisional") << "1 January is off by law";
  EXPECT_EQ(told(after, "2026-12-14", 15), "2027-01-05");
  EXPECT_EQ(told(before, "2026-12-14", 20), "2027-01-12 provisional");
  EXPECT_EQ(told(after, "2026-12-14", 20), "2027-01-11") << "the worked Saturday makes up";
}

}  // namespace
}  // namespace mingting
