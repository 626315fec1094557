// How a visitor is told in which way a due day was counted.
#include "base/said/words.hpp"
#include "domain/calendar/receipt_counting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using testing::ElementsAre;

Date day(const char* text) { return *parse_date(text); }

/// The National Day of 2026 as in content/calendar/holidays.csv.
WorkCalendar autumn() {
  return *WorkCalendar::from_csv(
      "date,kind,name\n2026-09-20,workday,国庆节\n2026-09-25,holiday,中秋节\n2026-09-26,holiday,中秋节\n2026-09-27,holiday,中秋节\n"
      "2026-10-01,holiday,国庆节\n2026-10-02,holiday,国庆节\n2026-10-03,holiday,国庆节\n2026-10-04,holiday,国庆节\n"
      "2026-10-05,holiday,国庆节\n2026-10-06,holiday,国庆节\n2026-10-07,holiday,国庆节\n2026-10-10,workday,国庆节\n");
}

TEST(CountingSentences, APlainPeriodSaysDayZeroAndWeekends) {
  EXPECT_THAT(worded_each(counting_remarks(autumn(), day("2026-11-23"), 20, false)),
              ElementsAre("收到当天（11月23日）不算，从第二天数起，数满20个工作日。", "周末8天不算。"));
}

TEST(CountingSentences, HolidaysAndWorkedWeekendsAreNamed) {
  EXPECT_THAT(worded_each(counting_remarks(autumn(), day("2026-09-18"), 20, false)),
              ElementsAre("收到当天（9月18日）不算，从第二天数起，数满20个工作日。", "周末4天不算。",
                          "中秋节放假（9月25日至9月27日）、国庆节放假（10月1日至10月7日）不算。", "调休上班的9月20日、10月10日算工作日。"));
}


TEST(CountingSentences, InEnglish) {
  const auto sentences = worded_each(counting_remarks(autumn(), day("2026-09-18"), 20, true));
  ASSERT_EQ(sentences.size(), 4U);
  EXPECT_EQ(sentences[1], "4 weekend days are left out.");
  EXPECT_EQ(sentences[2],
            "Public holidays are left out: 25\u00a0September to 27\u00a0September, 1\u00a0October to 7\u00a0October.");
}

TEST(CountingSentences, OneDayWithoutAWeekendIsOneSentence) {
  EXPECT_EQ(worded_each(counting_remarks(autumn(), day("2026-11-23"), 1, false)).size(), 1U);
}

}  // namespace
}  // namespace mingting
