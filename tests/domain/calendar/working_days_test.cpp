// Working days of the starter calendar.
#include "base/said/words.hpp"
#include "domain/calendar/working_days.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk/files.hpp"

namespace mingting {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

WorkCalendar starter_calendar() {
  const auto text = disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20);
  return WorkCalendar::from_csv(text.value()).value();
}

Date day_of(std::string_view iso) { return parse_date(iso).value(); }

struct Vector {
  const char* receipt;
  std::map<int, const char*> after;
};

/// Several end on or cross worked weekends: 2022-01-29 is a Saturday, 2024-02-18 a Sunday.
const std::vector<Vector> kVectors{
    {"2020-01-10", {{7, "2020-01-20"}, {15, "2020-02-07"}, {20, "2020-02-14"}, {40, "2020-03-13"}}},
    {"2021-06-22", {{7, "2021-07-01"}, {15, "2021-07-13"}, {20, "2021-07-20"}, {40, "2021-08-17"}}},
    {"2021-09-10", {{7, "2021-09-22"}, {15, "2021-10-08"}, {20, "2021-10-14"}, {40, "2021-11-11"}}},
    {"2022-01-20", {{7, "2022-01-29"}, {15, "2022-02-15"}, {20, "2022-02-22"}, {40, "2022-03-22"}}},
    {"2023-01-10", {{7, "2023-01-19"}, {15, "2023-02-03"}, {20, "2023-02-10"}, {40, "2023-03-10"}}},
    {"2024-02-02", {{7, "2024-02-18"}, {15, "2024-02-28"}, {20, "2024-03-06"}, {40, "2024-04-03"}}},
    {"2025-09-15", {{7, "2025-09-24"}, {15, "2025-10-11"}, {20, "2025-10-17"}, {40, "2025-11-14"}}},
    {"2026-02-06", {{7, "2026-02-24"}, {15, "2026-03-05"}, {20, "2026-03-12"}, {40, "2026-04-10"}}},
    {"2026-09-11", {{7, "2026-09-21"}, {15, "2026-10-09"}, {20, "2026-10-15"}, {40, "2026-11-12"}}},
};

TEST(WorkingDays, MatchTheVectors) {
  const auto calendar = starter_calendar();
  for (const auto& vector : kVectors) {
    for (const auto& [count, expected] : vector.after) {
      const auto deadline = working_days_after(calendar, day_of(vector.receipt), count);
      EXPECT_EQ(iso_date(deadline.date), expected) << vector.receipt << " +" << count;
      EXPECT_FALSE(deadline.provisional) << vector.receipt << " +" << count;
    }
  }
}

TEST(WorkingDays, CountsOfTheYears) {
  const auto calendar = starter_calendar();
  const std::map<int, int> expected{{2019, 250}, {2020, 249}, {2021, 250}, {2022, 249},
                                    {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
  for (const auto& [y, count] : expected) {
    int working = 0;
    for (sys_days d = year{y} / January / 1; d < sys_days{year{y + 1} / January / 1}; d += days{1}) {
      working += calendar.is_working_day(Date{d}) ? 1 : 0;
    }
    EXPECT_EQ(working, count) << y;
  }
}

TEST(WorkingDays, AYearWithoutANoticeMakesTheDeadlineProvisional) {
  const auto calendar = starter_calendar();
  EXPECT_TRUE(calendar.knows(2026y));
  EXPECT_FALSE(calendar.knows(2027y));
  EXPECT_FALSE(working_days_after(calendar, day_of("2026-11-23"), 20).provisional);
  const auto late = working_days_after(calendar, day_of("2026-12-14"), 20);
  EXPECT_TRUE(late.provisional);
  EXPECT_EQ(iso_date(late.date), "2027-01-12") << "New Year's Day is off by law, notice or none";
  EXPECT_TRUE(working_days_after(calendar, day_of("2027-03-01"), 0).provisional);
}

TEST(WorkingDays, DaysBeforeNewYearInTheNextNoticeDoNotMakeAYearKnown) {
  const auto calendar = WorkCalendar::from_csv("date,kind,name\n2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n2027-10-01,holiday,国庆节\n").value();
  EXPECT_FALSE(calendar.knows(2026y));
  EXPECT_TRUE(calendar.knows(2027y));
}

TEST(WorkingDays, HalfANoticeMakesNothingSure) {
  std::string csv = "date,kind,name\n2027-01-01,holiday,元旦\n2027-02-06,holiday,春节\n2027-05-01,holiday,劳动节\n";
  EXPECT_FALSE(WorkCalendar::from_csv(csv)->knows(2027y));
  EXPECT_TRUE(working_days_after(*WorkCalendar::from_csv(csv), day_of("2027-03-01"), 20).provisional);
  EXPECT_FALSE(WorkCalendar::from_csv(csv + "2027-10-01,workday,国庆节\n")->knows(2027y)) << "a slip: National Day is off";
  csv += "2027-10-01,holiday,国庆节\n";
  EXPECT_TRUE(WorkCalendar::from_csv(csv)->knows(2027y));
  EXPECT_FALSE(working_days_after(*WorkCalendar::from_csv(csv), day_of("2027-03-01"), 20).provisional);
  for (int year = 2019; year <= 2026; ++year) EXPECT_TRUE(starter_calendar().knows(std::chrono::year{year})) << year;
}

TEST(WorkingDays, NamesOnlyDaysOff) {
  const auto calendar = starter_calendar();
  EXPECT_EQ(calendar.name_of(day_of("2026-10-01")), "国庆节");
  EXPECT_EQ(calendar.name_of(day_of("2026-10-10")), "");  // worked for it
  EXPECT_TRUE(calendar.is_working_day(day_of("2026-10-10")));
  EXPECT_EQ(calendar.name_of(day_of("2026-11-23")), "");
}

TEST(WorkingDays, AReceiptOnADayOffStartsThere) {
  // Received on Saturday: day 0 is that Saturday, day 1 the next working day (民法典 Art. 201).
  const auto calendar = starter_calendar();
  EXPECT_EQ(iso_date(working_days_after(calendar, day_of("2026-11-21"), 1).date), "2026-11-23");
  EXPECT_EQ(iso_date(working_days_after(calendar, day_of("2026-11-21"), 0).date), "2026-11-21");
}

std::string complaint_about(std::string_view csv) {
  const auto calendar = WorkCalendar::from_csv(csv);
  return calendar ? "" : worded(calendar.error());
}

TEST(HolidaysFile, ErrorsNameTheLine) {
  EXPECT_THAT(complaint_about("day,kind\n"), HasSubstr("第 1 行"));
  EXPECT_THAT(complaint_about("date,kind,name\n2026-10-01,holiday\n"), HasSubstr("第 2 行"));
  EXPECT_THAT(complaint_about("date,kind,name\n2026-10-01,holiday,国庆节\n2026-02-30,holiday,春节\n"), HasSubstr("第 3 行"));
  EXPECT_THAT(complaint_about("date,kind,name\n2026-10-01,off,国庆节\n"), HasSubstr("off"));
  EXPECT_THAT(complaint_about("date,kind,name\n2026-10-01,holiday,国庆节\n2026-10-01,workday,国庆节\n"), HasSubstr("第 3 行"));
  EXPECT_THAT(complaint_about("date,kind,name\n2026-10-01,holiday,\xff\n"), HasSubstr("UTF-8"));
  EXPECT_NE(complaint_about(""), "");
}

TEST(HolidaysFile, TakesWhatSpreadsheetsWrite) {
  const auto calendar = WorkCalendar::from_csv("\xEF\xBB\xBF" "date,kind,name\r\n2026-10-01,holiday,国庆节\r\n\r\n");
  ASSERT_TRUE(calendar);
  EXPECT_FALSE(calendar->is_working_day(day_of("2026-10-01")));
}

}  // namespace
}  // namespace mingting
