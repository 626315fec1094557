// What the figures of a period count, and what they leave out.
#include "desk/year/statistics.hpp"

#include <gmock/gmock.h>

#include "base/text/text.hpp"
#include "desk/told/table_text.hpp"
#include "desk/told/year/statistics.hpp"
#include "desk/year/year_desk.hpp"
#include "domain/desk_fixture.hpp"

namespace mingting {
namespace {

const StatisticsPeriod kAutumn{day_of("2026-09-01"), day_of("2026-11-30")};

/// An application that came on the day and went as `steps` says.
StatisticsEntry application_on(std::string_view arrived, ReceiptWay way, const std::vector<std::pair<const char*, StepWhat>>& steps) {
  Desk desk;
  desk.does(arrived, Arrived{way});
  for (const auto& [on, what] : steps) desk.does(on, what);
  return {EntryKind::Application, false, day_of(arrived), desk.one.finished, desk.one, 0};
}

std::vector<std::pair<const char*, StepWhat>> replied(const char* on, ReplyKind kind = ReplyKind::Granted) {
  return {{on, Replied{.kind = kind}}, {on, Served{}}};
}

Statistics of(const std::vector<StatisticsEntry>& entries, const StatisticsPeriod& period = kAutumn) {
  const Desk desk;
  return statistics_of(entries, period, desk.with());
}

const ReceivedRow& way(const Statistics& statistics, std::string_view key) {
  return *std::find_if(statistics.received.begin(), statistics.received.end(), [&](const auto& row) { return row.way == key; });
}

TEST(Statistics, ReceivedByWayAndKind) {
  auto kiosk = application_on("2026-09-01", ReceiptWay::InPerson, {});
  kiosk.kiosk = true;
  const auto statistics = of({kiosk, application_on("2026-11-30", ReceiptWay::Fax, {}),
                              application_on("2026-08-31", ReceiptWay::Fax, {}), application_on("2026-12-01", ReceiptWay::Fax, {}),
                              {EntryKind::Feedback, true, day_of("2026-10-09"), std::nullopt, std::nullopt, 4},
                              {EntryKind::Letter, false, day_of("2026-10-09"), std::nullopt, std::nullopt, 0}});
  EXPECT_THAT(way(statistics, "kiosk").by_kind, ElementsAre(1, 1, 0, 0));
  EXPECT_THAT(way(statistics, "fax").by_kind, ElementsAre(1, 0, 0, 0));
  EXPECT_THAT(way(statistics, "desk").by_kind, ElementsAre(0, 0, 0, 1));
  EXPECT_EQ(way(statistics, "internet").total, 0);
  EXPECT_THAT(statistics.received_by_kind, ElementsAre(2, 1, 0, 1));
}

// 2026-09-11 is a Friday; the National Day holiday lies within the period of the reply: 2026-10-15 is the 20th day.
TEST(Statistics, WorkingDaysToReplyAndOnTimeShare) {
  const auto statistics = of({application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-09-14")),
                              application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-09-16")),
                              application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-10-15")),
                              application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-10-16"))});
  EXPECT_EQ(statistics.replies, 4);
  EXPECT_EQ(statistics.replies_on_time, 3);
  EXPECT_DOUBLE_EQ(statistics.average_days.value(), (1 + 3 + 20 + 21) / 4.0);
  EXPECT_DOUBLE_EQ(statistics.median_days.value(), (3 + 20) / 2.0);
}

TEST(Statistics, FinishedByRowAndWithdrawnOnesAreNoReplies) {
  const auto statistics = of({application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-09-14")),
                              application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-09-14", ReplyKind::NotOurs)),
                              application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-09-14", ReplyKind::NotExisting)),
                              application_on("2026-09-11", ReceiptWay::InPerson, {{"2026-09-14", WithdrawnByApplicant{"电话"}}}),
                              application_on("2026-08-11", ReceiptWay::InPerson, replied("2026-08-14"))});
  ASSERT_EQ(statistics.finished.size(), 3U);
  EXPECT_EQ(statistics.finished[0].row, ReportRow::Granted);
  EXPECT_EQ(statistics.finished[1].row, ReportRow::NotHeld);
  EXPECT_EQ(statistics.finished[1].count, 2);
  EXPECT_EQ(statistics.finished[2].row, ReportRow::Else);
  EXPECT_EQ(statistics.finished_total, 4);
  EXPECT_EQ(statistics.replies, 3);
}

TEST(Statistics, OpenAndOverdueAtTheEndOfThePeriod) {
  const std::vector<StatisticsEntry> entries{
      application_on("2026-09-11", ReceiptWay::InPerson, {}),                        // due 10-15: overdue
      application_on("2026-09-11", ReceiptWay::InPerson, replied("2026-10-20")),     // finished late, after 10-16
      application_on("2026-10-12", ReceiptWay::InPerson, {}),                        // not yet due
      application_on("2026-10-12", ReceiptWay::Internet, {}),                        // to be confirmed
      application_on("2026-10-17", ReceiptWay::InPerson, {})};
  const auto before = of(entries, {day_of("2026-09-01"), day_of("2026-10-16")});
  EXPECT_EQ(before.open, 4);
  EXPECT_EQ(before.overdue, 2);
  EXPECT_EQ(before.unconfirmed, 1);
  const auto on_the_day = of(entries, {day_of("2026-09-01"), day_of("2026-10-15")});
  EXPECT_EQ(on_the_day.overdue, 0);
  const auto after = of(entries, {day_of("2026-09-01"), day_of("2026-10-20")});
  EXPECT_EQ(after.open, 4);
  EXPECT_EQ(after.overdue, 1);
}

TEST(Statistics, FeedbackAndWhatIsUnanswered) {
  const auto feedback = [](const char* arrived, int rating, std::optional<Date> answered = std::nullopt) {
    return StatisticsEntry{EntryKind::Feedback, true, day_of(arrived), answered, std::nullopt, rating};
  };
  const auto statistics = of({feedback("2026-09-01", 5), feedback("2026-09-02", 2, day_of("2026-09-03")), feedback("2026-09-03", 0),
                              feedback("2026-09-04", 3, day_of("2026-12-03")), feedback("2026-08-31", 1),
                              {EntryKind::Comment, false, day_of("2026-09-09"), std::nullopt, std::nullopt, 0}});
  EXPECT_EQ(statistics.feedback, 4);
  EXPECT_EQ(statistics.ratings, 3);
  EXPECT_DOUBLE_EQ(statistics.average_rating.value(), 10 / 3.0);
  EXPECT_EQ(statistics.unanswered, 5);
}

TEST(Statistics, AnEmptyPeriodDividesByNothing) {
  const auto statistics = of({});
  EXPECT_EQ(statistics.average_days, std::nullopt);
  EXPECT_EQ(statistics.average_rating, std::nullopt);
  EXPECT_THAT(as_text(statistics), HasSubstr("—"));
  EXPECT_TRUE(as_json(statistics)["average_days"].is_null());
}

TEST(Statistics, TextColumnsLineUp) {
  auto kiosk = application_on("2026-09-01", ReceiptWay::InPerson, replied("2026-09-03"));
  kiosk.kiosk = true;
  const auto text = as_text(of({kiosk, application_on("2026-09-11", ReceiptWay::OrdinaryLetter, {})}));
  const auto lines = split(text.substr(text.find("收到\n") + sizeof "收到"), '\n');
  ASSERT_GE(lines.size(), 4U);
  for (int i = 1; i < 4; ++i) EXPECT_EQ(display_width(lines[static_cast<std::size_t>(i)]), display_width(lines[0])) << text;
  EXPECT_THAT(text, HasSubstr("（100.0%）"));
}

TEST(Statistics, ReadFromTheRegister) {
  const RegisterDesk desk;
  auto held = desk.holding(3);
  finish(*held, desk, 1, "2026-09-15");
  auto export_ = export_of({record_at(4, feedback_of(4), "2026-09-12T10:00")});
  export_.records[0].submission.answers.push_back({"rating", "打个分", "4", "4"});
  ASSERT_TRUE(held->import(export_, clerk_on("2026-09-12"), desk.with()));
  const auto entries = statistics_entries(*held, kAutumn);
  ASSERT_TRUE(entries) << worded(entries.error());
  const auto statistics = statistics_of(*entries, kAutumn, desk.with());
  EXPECT_THAT(way(statistics, "kiosk").by_kind, ElementsAre(3, 1, 0, 0));
  EXPECT_EQ(statistics.replies, 1);
  EXPECT_EQ(statistics.average_days, 2);
  EXPECT_EQ(statistics.open, 2);
  EXPECT_EQ(statistics.average_rating, 4);
  const StatisticsPeriod later{day_of("2026-10-01"), day_of("2026-10-02")};
  EXPECT_EQ(statistics_entries(*held, later)->size(), 3U) << "the finished one belongs to an earlier period";
  EXPECT_THAT(statistics_entries(*held, {day_of("2026-08-01"), day_of("2026-09-10")}).value(), testing::IsEmpty());
}

TEST(YearStats, ThisYearUpToTodayUnlessAsked) {
  YearDesk desk(3);
  desk.today = day_of("2026-11-23");
  const auto stats = statistics_asked(desk.work(), {});
  EXPECT_THAT(text_of(stats), HasSubstr("2026年1月1日 至 2026年11月23日"));
  EXPECT_EQ(json_of(stats)["overdue"], 3);
  const auto future = statistics_asked(desk.work(), {day_of("2026-09-12"), day_of("2026-12-31")});
  EXPECT_EQ(json_of(future)["to"], "2026-11-23");
  EXPECT_EQ(json_of(future)["received"][0]["total"], 0);
  EXPECT_FALSE(whole(statistics_asked(desk.work(), {day_of("2026-12-31"), std::nullopt})));
}

}  // namespace
}  // namespace mingting
