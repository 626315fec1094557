// What the rules answer alone, question by question and in batches.
#include "desk/rules/rulings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "desk/telling.hpp"
#include "desk/told/rulings.hpp"
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
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->deadline, (Deadline{parse_date("2026-10-15").value(), false}));
  EXPECT_EQ(text_of(answer), "2026年9月11日之后第 20 个工作日：2026年10月15日（星期四）");
  EXPECT_EQ(json_of(answer),
            (Json{{"ok", true}, {"from", "2026-09-11"}, {"count", 20}, {"date", "2026-10-15"}, {"provisional", false}}));
  EXPECT_THAT(text_of(workday_ruling(calendar(), "2026-12-14,20", false)), HasSubstr("暂定"));
}

TEST(WorkdayCommand, RefusesYearsThatAreSlips) {
  for (const auto* line : {"0000-01-01 5", "1926-11-23 5", "9999-12-31 20"}) {
    const auto answer = workday_ruling(calendar(), line, false);
    EXPECT_FALSE(answer) << line;
    EXPECT_THAT(text_of(answer), HasSubstr("年份不对"));
  }
}

TEST(WorkdayCommand, ExplainsEveryDay) {
  const auto answer = workday_ruling(calendar(), "2026-09-11 20", true);
  EXPECT_THAT(text_of(answer), HasSubstr("2026-09-20 星期日  调休上班（国庆节），第 6 个工作日"));
  const auto json = json_of(answer);
  ASSERT_EQ(json["days"].size(), 35U);
  EXPECT_EQ(json["days"][9]["reason"], "worked-weekend");
  EXPECT_EQ(json["days"][34]["number"], 20);
}

TEST(WorkdayCommand, RefusesWhatIsNoQuestion) {
  for (const auto* line : {"", "2026-09-11", "2026-02-30 5", "2026-09-11 -1", "2026-09-11 1001", "2026-09-11 2 3", "20 2026-09-11"}) {
    EXPECT_FALSE(workday_ruling(calendar(), line, false)) << line;
  }
}

TEST(NumberCommand, NormalForm) {
  const auto answer = number_ruling("筑府办函[2021] 034 号");
  EXPECT_EQ(text_of(answer), "筑府办函〔2021〕34号");
  EXPECT_EQ(json_of(answer)["number"], 34);
  EXPECT_FALSE(number_ruling("社保"));
  EXPECT_EQ(json_of(number_ruling("\xff\xfe"))["ok"], false);
}

TEST(NumberCommand, Gaps) {
  const Result<NumberGaps> answer = gaps_ruling("南府发〔2026〕1号\r\n南府发〔2026〕4号\n\n不是文号\n");
  EXPECT_FALSE(is_whole(*answer));
  EXPECT_THAT(answer->unread, testing::ElementsAre(4U));
  EXPECT_THAT(text_of(answer), HasSubstr("缺第2至3号"));
  EXPECT_THAT(text_of(answer), HasSubstr("第一处在第 4 行"));
  EXPECT_EQ(json_of(answer)["sequences"][0]["missing"], (Json{{2, 3}}));
  EXPECT_TRUE(is_whole(gaps_ruling("南府发〔2026〕1号")));
}

/// All that is told of it.
std::string all_of(const Result<IdentifierVerdict>& answer) { return text_of(answer) + json_of(answer).dump(); }

TEST(IdentifierCommand, JudgesAndMasks) {
  const auto fine = [](std::string_view line) { return whole(identifier_ruling(line, kToday)); };
  const auto good = identifier_ruling("identity 11010519491231002x", kToday);
  EXPECT_TRUE(whole(good));
  EXPECT_THAT(text_of(good), HasSubstr("有效"));
  EXPECT_THAT(all_of(good), Not(HasSubstr("11010519491231002")));
  const auto bad = identifier_ruling("identity 110105194912310021", kToday);
  ASSERT_TRUE(bad);
  EXPECT_EQ(bad->fault, IdentifierFault::Checksum);
  EXPECT_FALSE(whole(bad));
  EXPECT_EQ(json_of(bad)["fault"], "checksum");
  EXPECT_THAT(all_of(bad), Not(HasSubstr("1949")));
  EXPECT_TRUE(fine("credit-code 91330100799655058B"));
  EXPECT_TRUE(fine("统一社会信用代码 11341702486344515H"));
  EXPECT_TRUE(fine("phone 0851-85812345"));
  EXPECT_TRUE(fine("paper E12345678"));
  EXPECT_FALSE(fine("receipt NM-K01-20261123-0007-0") && fine("receipt NM-K01-20261123-0007-1"));
}

TEST(IdentifierCommand, EveryWayToBeReachedIsTaken) {
  for (const auto* line : {"phone 4008001234", "phone 400-800-1234", "phone 085185511234-8001", "phone +852 9876 5432",
                           "phone 00852 9876 5432", "phone 85511234", "phone 0851-12345", "phone 12345"}) {
    EXPECT_TRUE(whole(identifier_ruling(line, kToday))) << line;
  }
  EXPECT_THAT(text_of(identifier_ruling("phone 85511234", kToday)), HasSubstr("没有区号，按本地号码记录"));
}

TEST(IdentifierCommand, NamesTheKinds) {
  for (const auto* line : {"", "identity", "passport E12345678"}) {
    EXPECT_THAT(text_of(identifier_ruling(line, kToday)), HasSubstr("credit-code（统一社会信用代码）、")) << line;
  }
}

TEST(FeeCommand, BothWays) {
  const auto answer = fee_ruling("1 120 30");
  EXPECT_THAT(text_of(answer), HasSubstr("按件：200元"));
  EXPECT_THAT(text_of(answer), HasSubstr("按量：1100元"));
  EXPECT_EQ(json_of(answer)["cheaper"], "items");
  for (const auto* line : {"", "1", "1 x", "1 -2", "1 2 3 4", "1 999999999", "11 0", "0 40"}) EXPECT_FALSE(fee_ruling(line)) << line;
}

TEST(Batch, EveryLineAnsweredInOrder) {
  const auto answer = tell_batch("\xEF\xBB\xBF国办函〔2020〕109号\r\n\r\n不是\n", number_ruling, Shape::Text);
  EXPECT_EQ(answer.words, "1\t国办函〔2020〕109号\n3\t认不出文号，请写成 筑府办函〔2021〕34号 的样子\n");
  EXPECT_FALSE(answer.whole);
  const auto json = tell_batch("国办函〔2020〕109号\n不是\n", number_ruling, Shape::Json);
  EXPECT_THAT(json.words, testing::StartsWith("{\"line\":1,\"ok\":true,"));
  const auto first = Json::parse(json.words.substr(0, json.words.find('\n')));
  EXPECT_EQ(first["line"], 1);
  EXPECT_EQ(first["number"], 109);
  EXPECT_EQ(tell_batch("", number_ruling, Shape::Json).words, "");
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
