#include "base/words.hpp"
#include "desk/rules/rulings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

const Path kCalendar = Path(MINGTING_SOURCE) / "content/calendar/holidays.csv";
const Date kToday = parse_date("2026-11-23").value();

WorkCalendar calendar() { return read_calendar(disk(), kCalendar, {}).value(); }

TEST(WorkdayCommand, TellsTheDay) {
  const auto answer = workday_ruling(calendar(), "2026-09-11 20", false);
  ASSERT_TRUE(answer.fine);
  EXPECT_EQ(answer.text, "2026年9月11日之后第 20 个工作日：2026年10月15日（星期四）");
  EXPECT_EQ(Json::parse(answer.json),
            (Json{{"ok", true}, {"from", "2026-09-11"}, {"count", 20}, {"date", "2026-10-15"}, {"provisional", false}}));
  EXPECT_THAT(workday_ruling(calendar(), "2026-12-14,20", false).text, HasSubstr("暂定"));
}

TEST(WorkdayCommand, RefusesYearsThatAreSlips) {
  for (const auto* line : {"0000-01-01 5", "1926-11-23 5", "9999-12-31 20"}) {
    const auto answer = workday_ruling(calendar(), line, false);
    EXPECT_FALSE(answer.fine) << line;
    EXPECT_THAT(answer.text, HasSubstr("年份不对"));
  }
}

TEST(WorkdayCommand, ExplainsEveryDay) {
  const auto answer = workday_ruling(calendar(), "2026-09-11 20", true);
  EXPECT_THAT(answer.text, HasSubstr("2026-09-20 星期日  调休上班（国庆节），第 6 个工作日"));
  const auto json = Json::parse(answer.json);
  ASSERT_EQ(json["days"].size(), 35U);
  EXPECT_EQ(json["days"][9]["reason"], "worked-weekend");
  EXPECT_EQ(json["days"][34]["number"], 20);
}

TEST(WorkdayCommand, RefusesWhatIsNoQuestion) {
  for (const auto* line : {"", "2026-09-11", "2026-02-30 5", "2026-09-11 -1", "2026-09-11 1001", "2026-09-11 2 3", "20 2026-09-11"}) {
    EXPECT_FALSE(workday_ruling(calendar(), line, false).fine) << line;
  }
}

TEST(NumberCommand, NormalForm) {
  const auto answer = number_ruling("筑府办函[2021] 034 号");
  EXPECT_EQ(answer.text, "筑府办函〔2021〕34号");
  EXPECT_EQ(Json::parse(answer.json)["number"], 34);
  EXPECT_FALSE(number_ruling("社保").fine);
  EXPECT_EQ(Json::parse(number_ruling("\xff\xfe").json)["ok"], false);
}

TEST(NumberCommand, Gaps) {
  const auto answer = gaps_ruling("南府发〔2026〕1号\r\n南府发〔2026〕4号\n\n不是文号\n");
  EXPECT_FALSE(answer.fine);
  EXPECT_THAT(answer.text, HasSubstr("缺第2至3号"));
  EXPECT_THAT(answer.text, HasSubstr("第一处在第 4 行"));
  EXPECT_EQ(Json::parse(answer.json)["sequences"][0]["missing"], (Json{{2, 3}}));
  EXPECT_TRUE(gaps_ruling("南府发〔2026〕1号").fine);
}

TEST(IdentifierCommand, JudgesAndMasks) {
  const auto good = identifier_ruling("identity 11010519491231002x", kToday);
  EXPECT_TRUE(good.fine);
  EXPECT_THAT(good.text, HasSubstr("有效"));
  EXPECT_THAT(good.text + good.json, Not(HasSubstr("11010519491231002")));
  const auto bad = identifier_ruling("identity 110105194912310021", kToday);
  EXPECT_FALSE(bad.fine);
  EXPECT_EQ(Json::parse(bad.json)["fault"], "checksum");
  EXPECT_THAT(bad.text + bad.json, Not(HasSubstr("1949")));
  EXPECT_TRUE(identifier_ruling("credit-code 91330100799655058B", kToday).fine);
  EXPECT_TRUE(identifier_ruling("统一社会信用代码 11341702486344515H", kToday).fine);
  EXPECT_TRUE(identifier_ruling("phone 0851-85812345", kToday).fine);
  EXPECT_TRUE(identifier_ruling("paper E12345678", kToday).fine);
  EXPECT_FALSE(identifier_ruling("receipt NM-K01-20261123-0007-0", kToday).fine &&
               identifier_ruling("receipt NM-K01-20261123-0007-1", kToday).fine);
}

TEST(IdentifierCommand, NamesTheKinds) {
  for (const auto* line : {"", "identity", "passport E12345678"}) {
    EXPECT_THAT(identifier_ruling(line, kToday).text, HasSubstr("credit-code")) << line;
  }
}

TEST(FeeCommand, BothWays) {
  const auto answer = fee_ruling("1 120 30");
  EXPECT_THAT(answer.text, HasSubstr("按件：200元"));
  EXPECT_THAT(answer.text, HasSubstr("按量：1100元"));
  EXPECT_EQ(Json::parse(answer.json)["cheaper"], "items");
  for (const auto* line : {"", "1", "1 x", "1 -2", "1 2 3 4", "1 999999999"}) EXPECT_FALSE(fee_ruling(line).fine) << line;
}

TEST(Batch, EveryLineAnsweredInOrder) {
  const auto answer = run_batch("\xEF\xBB\xBF国办函〔2020〕109号\r\n\r\n不是\n", number_ruling, false);
  EXPECT_EQ(answer.text, "1\t国办函〔2020〕109号\n3\t认不出文号，请写成 筑府办函〔2021〕34号 的样子\n");
  EXPECT_EQ(answer.refused, 1U);
  const auto json = run_batch("国办函〔2020〕109号\n不是\n", number_ruling, true);
  const auto first = Json::parse(json.text.substr(0, json.text.find('\n')));
  EXPECT_EQ(first["line"], 1);
  EXPECT_EQ(first["number"], 109);
  EXPECT_EQ(run_batch("", number_ruling, true).text, "");
}

TEST(Calendar, SaysWhichFileIsWrong) {
  TempFolder folder;
  const auto missing = read_calendar(disk(), folder.path() / "none.csv", kCalendar);
  ASSERT_FALSE(missing);  // a file that was asked for is never replaced by another
  EXPECT_THAT(worded(missing.error()), HasSubstr("none.csv"));
  ASSERT_TRUE(write_durably(disk(), folder.path() / "bad.csv", "date,kind,name\n2026-02-30,holiday,x\n"));
  EXPECT_THAT(worded(read_calendar(disk(), folder.path() / "bad.csv", {}).error()), HasSubstr("第 2 行"));
}

}  // namespace
}  // namespace mingting
