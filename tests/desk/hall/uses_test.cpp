// The uses command: sums over machines and weeks, few, words that two machines told, and the file that publishing reads.
#include "desk/told/uses.hpp"

#include "desk/office_desk.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct UsesDesk : OfficeDesk {
  UsesDesk() {
    EXPECT_TRUE(book.enrol(kOtherKey, "二楼大厅", clerk_on("2026-09-02")));
    desk.folder.write("content/guide/01-hall.md", "+++\ntitle = \"专区有什么\"\n+++\n");
    desk.folder.write("content/faq/01-cost.md", "+++\ntitle = \"申请要花钱吗\"\n+++\n");
  }
  void import(const std::string& key, std::string_view monday, UseCounts items, UseCounts words = {},
              std::vector<ChainEnd> past = {}) {
    auto stick = export_of({}, key);
    stick.uses = {{day_of(monday), std::move(items), std::move(words)}};
    stick.past = std::move(past);
    const auto report = book.import(stick, clerk_on("2026-11-20"), desk.with());
    ASSERT_TRUE(report) << worded(report.error());
  }
  BothTold uses(const UsesOrder& order = {}) { return done(sum_uses(on("2026-11-23"), order, uses_table)); }
};

TEST(UsesCommand, SumsOverMachinesAndWeeksAndSaysWhatIsAbout) {
  UsesDesk desk;
  desk.import(kKioskKey, "2026-11-09", {{"guide/01-hall", 10}, {"faq/01-cost", kFew}});
  desk.import(kKioskKey, "2026-11-16", {{"guide/01-hall", kFew}});
  desk.import(kOtherKey, "2026-11-16", {{"guide/01-hall", 5}, {"gone/away", 6}});
  const auto told = desk.uses();
  EXPECT_THAT(told.text, AllOf(HasSubstr("2 台机器"), HasSubstr("约17"), HasSubstr("少于5"), HasSubstr("按 2 次算")));
  const auto json = desk.json(told);
  EXPECT_EQ(json["items"][0]["item"], "guide/01-hall");
  EXPECT_EQ(json["items"][0]["count"], 17);
  EXPECT_EQ(json["items"][0]["machines"], 2);
  EXPECT_EQ(json["items"][0]["title"], "专区有什么");
  EXPECT_EQ(json["items"][1]["count"], 6);
  EXPECT_EQ(json["items"][2]["count"], 2);
  EXPECT_EQ(json["few_counted_as"], 2);
}

TEST(UsesCommand, AWordThatOneMachineAloneToldIsNotListed) {
  UsesDesk desk;
  desk.import(kKioskKey, "2026-11-09", {}, {{"充电桩补贴", 7}, {"电动车上牌", 9}});
  desk.import(kOtherKey, "2026-11-16", {}, {{"充电桩补贴", kFew}});
  const auto told = desk.uses();
  EXPECT_THAT(told.text, AllOf(HasSubstr("充电桩补贴"), Not(HasSubstr("电动车上牌")), HasSubstr("另有 1 个词")));
  EXPECT_THAT(told.json, Not(HasSubstr("电动车上牌")));
  EXPECT_EQ(desk.json(told)["words"][0]["count"], 9);
}

TEST(UsesCommand, AMachineWithANewKeyIsTheSameMachine) {
  UsesDesk desk;
  desk.import(kKioskKey, "2026-11-09", {}, {{"充电桩补贴", 7}});
  desk.import(kOtherKey, "2026-11-16", {}, {{"充电桩补贴", 7}}, {{kKioskKey, 3, hash_at(3)}});
  const auto json = desk.json(desk.uses());
  EXPECT_EQ(json["machines"], 1);
  EXPECT_TRUE(json["words"].empty());
  EXPECT_EQ(json["words_of_one_machine"], 1);
}

TEST(UsesCommand, TheFileForPublishingHasWhatTheContentHolds) {
  UsesDesk desk;
  desk.import(kKioskKey, "2026-11-09", {{"guide/01-hall", 10}, {"faq/01-cost", kFew}, {"gone/away", 6}, {"../site", 99}});
  const auto tsv = desk.content / "search/uses.tsv", csv = desk.desk.folder / "uses.csv";
  desk.uses({.csv = csv, .tsv = tsv});
  EXPECT_EQ(disk().read(tsv, 1 << 16).value(), "guide/01-hall\t10\nfaq/01-cost\t2\n");
  EXPECT_THAT(disk().read(csv, 1 << 16).value(), AllOf(HasSubstr("gone/away"), HasSubstr("guide/01-hall")));
}

TEST(UsesCommand, CountsTheTimeAskedFor) {
  UsesDesk desk;
  desk.import(kKioskKey, "2025-06-02", {{"faq/01-cost", 50}});
  desk.import(kKioskKey, "2026-11-09", {{"guide/01-hall", 10}});
  EXPECT_EQ(desk.json(desk.uses())["items"].size(), 1U) << "the last year when nothing is said";
  EXPECT_EQ(desk.json(desk.uses({.from = day_of("2025-01-01")}))["items"].size(), 2U);
  EXPECT_THAT(desk.uses({.from = day_of("2026-11-17")}).text, HasSubstr("还没有"));
  EXPECT_FALSE(sum_uses(desk.on("2026-11-23"), {.from = day_of("2026-11-20"), .to = day_of("2026-11-01")}, uses_table));
}

}  // namespace
}  // namespace mingting
