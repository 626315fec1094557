// Disks put back from older copies, machines made from one image, machines with one number: what the office
// is told, does, and tells the hall, until everything goes on.
#include "base/said/words.hpp"
#include "desk/office_desk.hpp"
#include "desk/told/hall.hpp"
#include "desk/told/intake/import.hpp"
#include "desk/told/intake/kiosks.hpp"
#include "desk/told/intake/missing.hpp"
#include "desk/told/year/export.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/sealed/status_feed.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct PutBack : OfficeDesk {
  HallAtWork hall;
  std::optional<Intake> kiosk = hall.opened();

  void submit(const std::string& wanted) {
    hall.clock.advance(std::chrono::minutes(5));
    ASSERT_TRUE(kiosk->submit(application(wanted), hall.office.public_key));
  }
  /// The kiosk's disk as it is, on a shelf.
  Path image(const char* name) {
    kiosk.reset();
    const Path copy = hall.folder / name;
    fs::copy(hall.state(), copy, fs::copy_options::recursive);
    kiosk.emplace(hall.opened());
    return copy;
  }
  void put_back(const Path& image) {
    kiosk.reset();
    fs::remove_all(hall.state());
    fs::copy(image, hall.state(), fs::copy_options::recursive);
    kiosk.emplace(hall.opened());
  }
  Path stick(const char* name) {
    const Path path = hall.folder / name;
    fs::create_directories(path);
    EXPECT_TRUE(kiosk->export_to(path));
    return path;
  }
  Result<ImportTally> import(const Path& from) {
    return import_exports(on("2026-11-24"), from, hall.office.secret_key);
  }
  BothTold enrol(const Path& from, const std::string& name = "") {
    return done(enrol_kiosk(on("2026-11-24"), from.string(), name, kiosk->kiosk_fingerprint(), worded));
  }
  /// What the desk says, and what the kiosk makes of it.
  std::string acknowledge() {
    return done(write_acknowledgements(on("2026-11-24"), desk.folder / "out")).text;
  }
  Forgotten told_to_the_kiosk() {
    const auto word = parse_acknowledged(*disk().read(desk.folder / "out/acknowledged.json", 1U << 20));
    EXPECT_TRUE(word) << (word ? "" : worded(word.error()));
    const auto forgotten = kiosk->forget(word.value_or(std::vector<Acknowledged>{}));
    EXPECT_TRUE(forgotten) << (forgotten ? "" : worded(forgotten.error()));
    return forgotten.value_or(Forgotten{});
  }
  std::set<std::string> registered() {
    std::set<std::string> all;
    const auto entries = book.list({}).value();
    for (const auto& entry : entries) {
      for (const auto& answer : entry.submission.answers) {
        if (answer.field == "wanted") all.insert(answer.value);
      }
    }
    return all;
  }
};

TEST(PutBackCommands, AKioskPutBackFromAnImageLosesNothingAndIsLedOn) {
  PutBack both;
  both.submit("一");
  const auto image = both.image("image");
  both.submit("二");
  const auto first = both.stick("first");
  both.enrol(first, "一楼大厅");
  both.done(both.import(first));
  both.put_back(image);
  both.submit("恢复以后的二");
  both.submit("恢复以后的三");
  const auto second = both.stick("second");

  const auto imported = both.import(second);
  EXPECT_FALSE(whole(imported)) << "exit code 3";
  EXPECT_THAT(text_of(imported), AllOf(HasSubstr("新收 2 件"), HasSubstr("第 2 号有两份不同的记录"),
                                       HasSubstr("恢复过旧的备份"), HasSubstr("enrol")));
  EXPECT_THAT(both.registered(), ElementsAre("一", "二", "恢复以后的三", "恢复以后的二"));
  EXPECT_THAT(both.acknowledge(), AllOf(HasSubstr("一楼大厅  1"), HasSubstr("第 2 号有两份不同的记录")));
  const auto told = both.told_to_the_kiosk();
  EXPECT_TRUE(told.anew);
  EXPECT_EQ(told.records, 0U);
  EXPECT_EQ(both.kiosk->stored(), 3U) << "nothing is deleted";

  both.submit("新链的一");
  const auto third = both.stick("third");
  const auto unknown = both.import(third);
  EXPECT_THAT(text_of(unknown),
              AllOf(HasSubstr("“一楼大厅”换了新密钥"), HasSubstr(both.kiosk->kiosk_fingerprint())));
  EXPECT_THAT(both.enrol(third).text,
              AllOf(HasSubstr("已登记自助机“一楼大厅”"), HasSubstr("换了新密钥"), Not(HasSubstr("已经是"))));
  both.done(both.import(third));
  EXPECT_THAT(both.acknowledge(), AllOf(HasSubstr("2、3"), Not(HasSubstr("两份"))));
  EXPECT_EQ(both.told_to_the_kiosk().records, 4U);
  EXPECT_EQ(both.kiosk->stored(), 0U);
  EXPECT_TRUE(both.registered().contains("新链的一"));
  EXPECT_THAT(both.done(list_kiosks(both.on("2026-11-24"))).text, HasSubstr(both.kiosk->kiosk_fingerprint()));
}

TEST(PutBackCommands, TwoMachinesFromOneImageBothGoOn) {
  PutBack both;
  both.submit("一");
  const auto image = both.image("image");
  const auto first = both.stick("first");
  both.enrol(first, "一楼大厅");
  both.done(both.import(first));
  both.submit("甲的二");
  const auto of_the_first = both.image("first-machine");
  both.done(both.import(both.stick("second")));
  both.acknowledge();

  both.put_back(image);  // the other machine
  both.submit("乙的二");
  EXPECT_TRUE(both.told_to_the_kiosk().anew) << "another record is held for its place";
  const auto third = both.stick("third");
  both.enrol(third, "二楼大厅");
  both.done(both.import(third));
  both.acknowledge();
  EXPECT_EQ(both.told_to_the_kiosk().records, 2U);

  both.put_back(of_the_first);
  EXPECT_TRUE(both.told_to_the_kiosk().anew) << "the key is in two machines";
  const auto fourth = both.stick("fourth");
  both.enrol(fourth, "一楼大厅");
  both.done(both.import(fourth));
  both.acknowledge();
  EXPECT_EQ(both.told_to_the_kiosk().records, 2U);
  EXPECT_THAT(both.registered(), ElementsAre("一", "乙的二", "甲的二"));
}

/// The register is put back from a backup after the kiosk has forgotten what came later.
TEST(PutBackCommands, ARegisterPutBackNamesWhatIsMissingUntilItIsFound) {
  PutBack both;
  both.submit("一");
  const auto first = both.stick("first");
  both.enrol(first, "一楼");
  both.done(both.import(first));
  const auto backup = both.desk.folder / "backup.db", file = both.desk.folder / "register.db";
  fs::copy_file(file, backup);
  both.submit("二");
  const auto second = both.stick("second");
  both.done(both.import(second));
  both.acknowledge();
  EXPECT_EQ(both.told_to_the_kiosk().records, 2U);
  fs::copy_file(backup, file, fs::copy_options::overwrite_existing);
  EXPECT_THAT(both.acknowledge(), HasSubstr("上次写的收讫到第 2 号")) << "before anything comes in";
  both.submit("三");
  const auto third = both.stick("third");

  const auto imported = both.import(third);
  EXPECT_FALSE(whole(imported)) << "exit code 3";
  EXPECT_THAT(text_of(imported),
              AllOf(HasSubstr("“一楼”"), HasSubstr("第 2 号不在登记册里"), HasSubstr("2026年11月23日"),
                    HasSubstr("-00000001-00000002"), HasSubstr("mingting-desk lost")));
  EXPECT_THAT(both.acknowledge(), AllOf(HasSubstr("一楼    1"), HasSubstr("第 2 号不在登记册里")));
  EXPECT_FALSE(whole(list_missing(both.on("2026-11-24"))));
  both.done(both.import(second));
  EXPECT_THAT(both.registered(), ElementsAre("一", "三", "二"));
  EXPECT_THAT(both.acknowledge(), AllOf(HasSubstr("一楼    3"), Not(HasSubstr("不在登记册里"))));
  EXPECT_THAT(both.done(list_missing(both.on("2026-11-24"))).text, HasSubstr("没有缺少的记录"));
}

TEST(PutBackCommands, WhatIsLostForGoodIsDeclaredRecordedAndOnTheYearsFile) {
  PutBack both;
  const auto key = both.kiosk->kiosk_key();
  for (const auto* wanted : {"一", "二", "三"}) both.submit(wanted);
  const auto opened = both.hall.read(both.kiosk->export_to(both.hall.stick())->folder);
  ASSERT_TRUE(both.kiosk->forget({{key, 2, opened->records[1].hash}}));
  const auto stick = both.stick("later");
  both.enrol(stick, "一楼");
  EXPECT_FALSE(whole(both.import(stick)));

  const auto work = both.on("2026-11-25");
  EXPECT_THAT(both.refusal(declare_lost(work, {"二楼", "1-2", "坏了"})), HasSubstr("没有声明"));
  EXPECT_THAT(both.refusal(declare_lost(work, {"一楼", "1-3", "坏了"})), HasSubstr("并不缺"));
  EXPECT_THAT(both.refusal(declare_lost(work, {"一楼", "两号", "坏了"})), HasSubstr("2-4"));
  EXPECT_THAT(both.refusal(declare_lost(work, {"一楼", "1-2", ""})), HasSubstr("--reason"));
  EXPECT_THAT(both.done(declare_lost(work, {"一楼", "1－2", "U盘损坏"})).text, HasSubstr("已声明遗失"));
  EXPECT_THAT(both.done(list_missing(work)).text,
              AllOf(HasSubstr("第 1 至 2 号"), HasSubstr("张示例"), HasSubstr("U盘损坏")));
  EXPECT_THAT(both.acknowledge(), HasSubstr("一楼    3"));
  EXPECT_EQ(both.told_to_the_kiosk().records, 1U);
  both.done(both.import(stick));
  ASSERT_TRUE(export_csv(work, {.out = both.desk.folder / "csv"}, export_tables));
  EXPECT_THAT(*disk().read(both.desk.folder / "csv/lost.csv", 1U << 20),
              HasSubstr("一楼,1,2,2,U盘损坏,张示例"));
}

TEST(PutBackCommands, TwoMachinesOfOneNumberAreToldAndBothVisitorsFindTheirs) {
  PutBack both;
  const auto first = both.kiosk->submit(application("甲"), both.hall.office.public_key);
  const auto stick = both.stick("first");
  EXPECT_THAT(both.enrol(stick, "机器甲").text, Not(HasSubstr("请注意")));
  both.done(both.import(stick));
  const Path empty = both.hall.folder / "empty";
  fs::create_directories(empty);
  both.put_back(empty);  // another machine, set up in the same way
  const auto second = both.kiosk->submit(application("乙"), both.hall.office.public_key);
  ASSERT_TRUE(first && second);
  ASSERT_EQ(first->number, second->number);
  const auto other = both.stick("second");
  EXPECT_THAT(both.enrol(other, "机器乙").text,
              AllOf(HasSubstr("编号 K01 已经是“机器甲”的"), HasSubstr("device.toml")));
  const auto imported = both.done(both.import(other));
  EXPECT_THAT(imported.text,
              AllOf(HasSubstr("新收 1 件"),
                    HasSubstr(first->number.text + "/" + both.kiosk->kiosk_fingerprint().substr(0, 4))));
  EXPECT_THAT(both.acknowledge(), AllOf(HasSubstr("机器甲"), HasSubstr("机器乙")));

  const auto file = both.desk.folder / "status.feed";
  both.done(write_status_feed(both.on("2026-11-24"), file, worded));
  const auto feed = parse_feed(*disk().read(file, 1U << 24));
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 2U);
  for (const auto& visitor : {*first, *second}) {
    const auto ticket = *feed_ticket(visitor.number, visitor.code);
    const auto found = std::find_if(feed->entries.begin(), feed->entries.end(),
                                    [&](const FeedEntry& one) { return one.key == ticket.key; });
    ASSERT_NE(found, feed->entries.end());
    EXPECT_EQ(open_status(ticket, found->box)->number, visitor.number.text);
  }
}

}  // namespace
}  // namespace mingting
