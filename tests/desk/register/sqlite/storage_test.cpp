// What stands in the file beyond what the register tells: nothing of what was erased, and every report that went out.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "desk/register/sqlite/sqlite_desk.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Whatever kinds of steps there will be: of each, with a word in every text, nothing but the reply's number and the official
/// stays.
TEST(SqliteRegisterStorage, EveryKindOfStepLosesItsWords) {
  const std::string word = "不该留下的话";
  const std::vector<StepWhat> steps{
      Arrived{},
      ReceiptConfirmed{},
      CorrectionAsked{word, 15},
      CorrectionReceived{word},
      ConsultationSent{ConsultationKind::ThirdParty, word, {}},
      ConsultationDelivered{5},
      ConsultationAnswered{5, Opinion::Agrees, word},
      ConsultationEnded{5, word},
      Extended{5, "负责人示例"},
      ReasonsAsked{},
      ReasonsGiven{word},
      ReplyDelayed{day_of("2026-12-01")},
      FeeNotified{FeeBasis::Items, 100},
      FeePaid{},
      Replied{ReplyKind::GrantedInPart, {ReplyKind::StateSecret}, "南公开复〔2026〕1号", word, RemedyRoute::ReviewFirst},
      Served{},
      Lapsed{},
      WithdrawnByApplicant{word},
      TakenBack{3, word}};
  ASSERT_EQ(steps.size(), StepWhat::kKinds) << "a new kind of step: say here what of it is erased";
  const SqliteDesk desk;
  auto held = desk.holding(1);
  finish(*held, desk, 1, "2026-09-15");
  {
    RawConnection raw(desk.file());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto record = to_record(steps[i]);
      std::string fields;
      for (const auto& [key, value] : record.fields)
        fields += fmt::format("{}\"{}\":\"{}\"", fields.empty() ? "" : ",", key, value);
      raw.run(
          fmt::format("INSERT INTO step VALUES (1, {}, '2026-09-15', '张示例', 1, '{}', '{{{}}}')", i + 4, record.name, fields));
    }
  }
  EXPECT_THAT(desk.bytes(), HasSubstr(word));
  ASSERT_TRUE(held->erase({day_of("2026-09-25"), "示例机关档案保管期限表第3项", "已清除"}, clerk_on("2036-10-01")));
  EXPECT_THAT(desk.bytes(), Not(HasSubstr(word)));
  const auto after = held->steps(1);
  ASSERT_TRUE(after) << worded(after.error());
  for (std::size_t i = 0; i < steps.size(); ++i) EXPECT_EQ(after->at(i + 3).what.index(), steps[i].index());
  EXPECT_EQ(std::get<Extended>(after->at(11).what).approved_by, "负责人示例");
  EXPECT_EQ(std::get<Replied>(after->at(17).what).withheld, std::vector{ReplyKind::StateSecret});
}

TEST(SqliteRegisterStorage, AReportThatWentOutIsNotLostToTheNext) {
  const SqliteDesk desk;
  auto held = desk.holding(3);
  AnnualReport report{.year = std::chrono::year{2026}, .prose = "一、总体情况"};
  ASSERT_TRUE(held->keep_report(report, clerk_on("2027-01-10")));
  report.prose += "（更正）";
  ASSERT_TRUE(held->keep_report(report, clerk_on("2027-01-20")));
  EXPECT_EQ(RawConnection(desk.file()).run("SELECT count(*) FROM report"), "2\n") << "the first is not lost";
}

}  // namespace
}  // namespace mingting
