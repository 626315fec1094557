// What the office reads: text that is aligned and safe to print, JSON that a program can rely on.
#include "base/said/words.hpp"
#include "desk/told/intake/exports.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/text/text.hpp"
#include "intake/sealed/sealing.hpp"
#include "release/keys.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

OpenedExport one_record(Submission submission = application()) {
  OpenedExport opened{.kiosk_key = "key",
                      .kiosk_fingerprint = "0123-4567-89ab-cdef",
                      .kiosk_name = "K01",
                      .made = "2026-11-23T17:30:00",
                      .records = {},
                      .faults = {}};
  opened.records.push_back({.position = 7,
                            .number = "NM-K01-20261123-0007-C",
                            .received = at("2026-11-23T09:05"),
                            .clock_doubtful = false,
                            .clock = at("2026-11-23T09:05"),
                            .start = 3,
                            .code_hash = "abcd",
                            .submission = std::move(submission)});
  return opened;
}

TEST(DeskText, ReadsLikeAList) {
  EXPECT_EQ(as_text(one_record(application("第一行\n第二行"))),
            "自助机 K01  指纹 0123-4567-89ab-cdef\n"
            "导出时间 2026年11月23日 17:30  共 1 件\n"
            "\n"
            "── 第 7 号 ──\n"
            "  编号      NM-K01-20261123-0007-C\n"
            "  收到时间  2026年11月23日 09:05\n"
            "  表单      政府信息公开申请（版本 1）\n"
            "  姓名      𬭸䶮㛃𫖯\n"
            "  证件类型  居民身份证\n"
            "  证件号码  11010519491231002X\n"
            "  所需信息  第一行\n"
            "            第二行\n");
}

TEST(DeskText, MarksADoubtfulClock) {
  auto opened = one_record();
  opened.records[0].clock_doubtful = true;
  opened.records[0].clock = at("1970-01-01T08:00");
  opened.records[0].trusted = at("2026-11-23T09:05");
  EXPECT_THAT(
      as_text(opened),
      HasSubstr(
          "2026年11月23日 09:05（时钟存疑，日期请核实；当时机器时钟显示 1970年1月1日 08:00，此前可信的时间是 2026年11月23日 09:05，第 3 次开机）"));
}

TEST(DeskText, AQuestionLongerThanTheColumnGetsALineOfItsOwn) {
  auto submission = application();
  submission.answers = {{"q", "您对本专区工作人员的服务态度和办事效率是否满意", "5", "非常满意"}};
  submission.about_item = "work-points/01";
  EXPECT_THAT(as_text(one_record(submission)),
              HasSubstr("  所评内容  work-points/01\n  您对本专区工作人员的服务态度和办事效率是否满意\n      "
                        "      非常满意\n"));
}

TEST(DeskText, WhatAVisitorTypedCannotMoveTheCursor) {
  auto submission = application("红\x1b[31m\x07\xE2\x80\xAE反转\r覆盖");
  submission.answers[0].label = "姓名\n── 第 8 号 ──";
  const auto text = as_text(one_record(submission));
  for (const char* forbidden : {"\x1b", "\x07", "\r", "\xE2\x80\xAE", "\n── 第 8 号"})
    EXPECT_THAT(text, Not(HasSubstr(forbidden)));
}

TEST(DeskText, EveryCharacterThatSteersATerminalIsTakenOut) {
  std::string hostile = "前";
  std::vector<std::string> steering{"\x7f"};
  for (char c = 1; c < 0x20; ++c) {
    if (c != '\n' && c != '\t') steering.emplace_back(1, c);
  }
  for (char32_t c = 0x80; c < 0xA0; ++c) steering.push_back(to_utf8(std::u32string(1, c)));
  for (const char32_t c : {0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
    steering.push_back(to_utf8(std::u32string(1, c)));
  }
  for (const auto& one : steering) hostile += one;
  auto submission = application(hostile);
  for (auto* place : {&submission.form_title, &submission.form_version, &submission.about_item, &submission.answers[0].label}) *place = hostile;
  auto opened = one_record(submission);
  opened.kiosk_name = opened.made = opened.records[0].number = hostile;
  opened.faults = {{5, hostile}};
  for (const auto& text : {as_text(opened), problems_text({opened}), json_text(as_json(opened)), json_text(as_json(OpenedExports{opened}))}) {
    for (const auto& one : steering) EXPECT_EQ(text.find(one), std::string::npos) << testing::PrintToString(one);
  }
  EXPECT_EQ(nlohmann::json::parse(json_text(as_json(opened)))["records"][0]["answers"][3]["value"], hostile) << "a program gets it as it was";
}

TEST(DeskText, ANewQueryCodeIsToldAsOne) {
  auto opened = one_record({});
  opened.records[0].kind = RecordKind::QueryCode;
  EXPECT_THAT(as_text(opened), AllOf(HasSubstr("NM-K01-20261123-0007-C"), HasSubstr("换了查询码"), Not(HasSubstr("版本"))));
  EXPECT_EQ(nlohmann::json::parse(json_text(as_json(opened)))["records"][0]["kind"], "query-code");
}

TEST(DeskText, AMillionFaultsAreCountedNotListed) {
  auto opened = one_record();
  for (std::uint64_t i = 1; i <= 1000; ++i) opened.faults.push_back({i, "缺失"});
  const auto text = problems_text({opened});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 202);
  EXPECT_THAT(text, HasSubstr("另有 800 处"));
}

TEST(DeskText, FaultsAreListedApart) {
  auto opened = one_record();
  EXPECT_EQ(problems_text({opened}), "");
  opened.faults = {{5, "缺失"}, {6, "被改动"}};
  EXPECT_EQ(problems_text({opened}),
            "自助机 K01 的导出中有 2 处问题，其余记录不受影响：\n  第 5 号：缺失\n  第 6 号：被改动\n");
}

TEST(DeskJson, IsStable) {
  auto opened = one_record(application("\"引号\"\n\xFF"));
  opened.records[0].clock_doubtful = true;
  opened.faults = {{5, "缺失"}};
  const auto json = nlohmann::json::parse(json_text(as_json(opened)));
  EXPECT_EQ(json["format"], 1);
  EXPECT_EQ(json["kiosk"]["fingerprint"], "0123-4567-89ab-cdef");
  EXPECT_EQ(json["records"].size(), 1U);
  const auto& record = json["records"][0];
  EXPECT_EQ(record["position"], 7);
  EXPECT_EQ(record["received"], "2026-11-23T09:05:00+08:00");
  EXPECT_EQ(record["clock_doubtful"], true);
  EXPECT_EQ(record["code_hash"], "abcd");
  EXPECT_EQ(record["answers"][0]["field"], "name");
  EXPECT_EQ(record["answers"][0]["display"], "𬭸䶮㛃𫖯");
  EXPECT_EQ(record["answers"][3]["value"], "\"引号\"\n\uFFFD");
  EXPECT_EQ(json["faults"][0]["sentence"], "缺失");
  EXPECT_EQ(as_json(opened), as_json(opened));
  EXPECT_EQ(as_json(OpenedExports{opened, opened})["exports"].size(), 2U);
}

TEST(DeskFind, OneExportSeveralOrNone) {
  HallAtWork hall;
  const auto first = hall.exported(1);
  EXPECT_THAT(*find_exports(disk(), first), ElementsAre(first));
  EXPECT_THAT(*find_exports(disk(), hall.stick()), ElementsAre(first));
  const auto second = hall.opened().export_to(hall.stick())->folder;
  fs::create_directory(hall.stick() / "photos");
  fs::create_directory_symlink(first, hall.stick() / "mingting-link");
  EXPECT_THAT(*find_exports(disk(), hall.stick()), ElementsAre(first, second));
  EXPECT_THAT(worded(find_exports(disk(), hall.state()).error()), HasSubstr("没有明厅的导出"));
  EXPECT_THAT(worded(find_exports(disk(), hall.folder / "nowhere").error()), HasSubstr("U 盘"));
  fs::create_directories(hall.folder / "pulled" / ".mingting-1234.part" / "records");
  EXPECT_THAT(worded(find_exports(disk(), hall.folder / "pulled").error()), HasSubstr("没有写完"));
}

TEST(DeskKeys, KiosksFingerprintIsTheReleasesToo) {
  const auto key = office_keys().public_key;
  EXPECT_EQ(vault::key_fingerprint(key), fingerprint(key));
  EXPECT_EQ(vault::key_fingerprint("not a key"), fingerprint("not a key"));
}

// ---- the program ----

struct Ran {
  int code = -1;
  std::string out, err;
};

class DeskProgram : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    hall = new HallAtWork;
    SystemRandom random;
    ASSERT_TRUE(generate_keys(disk(), random, hall->folder / "keys"));
    hall->office.public_key = *read_key_file(disk(), hall->folder / "keys/office.pub", "office-public");
    exported = hall->exported(3);
  }
  static void TearDownTestSuite() { delete hall; }

  Ran run(const std::string& arguments) {
    const Path out = mine / "out", err = mine / "err";
    const std::string command = fmt::format("'{}/mingting-desk' {} >'{}' 2>'{}'", MINGTING_BINARIES,
                                            arguments, out.string(), err.string());
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, *disk().read(out, 1U << 24),
            *disk().read(err, 1U << 24)};
  }
  Ran open(const Path& folder, const std::string& options = "", const char* key = "office.key") {
    return run(fmt::format("open '{}' --key '{}' {}", folder.string(), (hall->folder / "keys" / key).string(),
                           options));
  }
  Path copy() {
    fs::copy(exported, mine / "copy", fs::copy_options::recursive);
    return mine / "copy";
  }

  static HallAtWork* hall;
  static Path exported;
  TempFolder mine;
};
HallAtWork* DeskProgram::hall = nullptr;
Path DeskProgram::exported;

TEST_F(DeskProgram, ShowsText) {
  const auto ran = open(exported);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, testing::AllOf(HasSubstr("第 1 号"), HasSubstr("𬭸䶮㛃𫖯"), HasSubstr("第3件")));
  EXPECT_EQ(open(hall->stick()).out, ran.out);
}

TEST_F(DeskProgram, GivesJson) {
  const auto ran = open(exported, "--json");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(nlohmann::json::parse(ran.out)["exports"][0]["records"].size(), 3U);
}

TEST_F(DeskProgram, WritesAFileForItsOwnerAlone) {
  const auto ran = open(exported, fmt::format("--json --out '{}'", (mine / "list.json").string()));
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(fs::status(mine / "list.json").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_THAT(*disk().read(mine / "list.json", 1U << 20), HasSubstr("第2件"));
  const auto nowhere = open(exported, "--out /nowhere/list.txt");
  EXPECT_EQ(nowhere.code, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("/nowhere/list.txt"));
  EXPECT_EQ(run(fmt::format("open '{}' --key '{}' >/dev/full; exit $?", exported.string(),
                            (hall->folder / "keys/office.key").string()))
                .code,
            1);
}

TEST_F(DeskProgram, ListsFaultsAndGivesTheRest) {
  const auto path = copy();
  fs::remove(path / "records/00000002.json");
  const auto ran = open(path);
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("第 2 号：缺失"));
  EXPECT_THAT(ran.out, testing::AllOf(HasSubstr("第1件"), HasSubstr("第3件")));
}

TEST_F(DeskProgram, SaysWhatIsWrongInOneSentence) {
  SystemRandom random;
  ASSERT_TRUE(generate_keys(disk(), random, mine / "keys"));
  const auto wrong =
      run(fmt::format("open '{}' --key '{}'", exported.string(), (mine / "keys/office.key").string()));
  EXPECT_EQ(wrong.code, 1);
  EXPECT_EQ(wrong.out, "");
  EXPECT_THAT(wrong.err, HasSubstr("打不开"));
  EXPECT_EQ(open(exported, "", "office.pub").code, 1) << "the public key opens nothing";
  EXPECT_EQ(open(exported, "", "nothing.key").code, 1);

  const auto path = copy();
  fs::resize_file(path / "export.json", 20);
  const auto cut = open(path);
  EXPECT_EQ(cut.code, 1);
  EXPECT_THAT(cut.err, HasSubstr("请重新从自助机导出"));
  EXPECT_EQ(std::count(cut.err.begin(), cut.err.end(), '\n'), 1);
}

TEST_F(DeskProgram, AFolderNameCannotSteerTheTerminal) {
  const auto path = mine / "stick" / "mingting-\x1b[31m\x07";
  fs::create_directories(path);
  disk().create(path / "export.json").value();
  const auto ran = open(mine / "stick");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, testing::AllOf(HasSubstr("mingting-"), Not(HasSubstr("\x1b")), Not(HasSubstr("\x07"))));
}

TEST_F(DeskProgram, PipesAndDevicesOnAStickAreNotWaitedFor) {
  for (const auto* part : {"export.json", "export.sig", "records/00000002.json"}) {
    const auto path = copy();
    fs::remove(path / part);
    ASSERT_EQ(::mkfifo((path / part).c_str(), 0600), 0);
    const auto ran = open(path);
    EXPECT_NE(ran.code, 0) << part;
    EXPECT_FALSE(ran.err.empty());
    fs::remove_all(path);
  }
}

TEST_F(DeskProgram, AKeyThatOthersCanReadIsPointedOut) {
  fs::copy_file(hall->folder / "keys/office.key", hall->folder / "keys/open.key");
  fs::permissions(hall->folder / "keys/open.key", fs::perms::group_read | fs::perms::others_read, fs::perm_options::add);
  const auto ran = open(exported, "", "open.key");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("chmod 600"));
}

TEST_F(DeskProgram, WhatIsNoKeyIsNamedWithoutWaiting) {
  const auto keys = hall->folder / "keys";
  ASSERT_EQ(::mkfifo((keys / "pipe.key").c_str(), 0600), 0);
  fs::create_directory(keys / "folder.key");
  ASSERT_TRUE(write_durably(disk(), keys / "steering.key", "mingting \x1b[31m abc\n"));
  ASSERT_TRUE(write_durably(disk(), keys / "empty.key", ""));
  ASSERT_TRUE(write_durably(disk(), keys / "large.key", std::string(100'000, 'a')));
  for (const auto* key : {"pipe.key", "folder.key", "steering.key", "empty.key", "large.key", "release.key", "release.pub", "office.pub"}) {
    const auto ran = open(exported, "", key);
    EXPECT_EQ(ran.code, 1) << key;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_THAT(ran.err, testing::AllOf(HasSubstr(key), Not(HasSubstr("\x1b"))));
  }
}

TEST_F(DeskProgram, OneBadExportOfSeveralDoesNotHideTheOthers) {
  fs::create_directory(mine / "stick");
  fs::copy(exported, mine / "stick/mingting-a", fs::copy_options::recursive);
  fs::copy(exported, mine / "stick/mingting-b", fs::copy_options::recursive);
  fs::remove(mine / "stick/mingting-a/export.sig");
  const auto ran = open(mine / "stick");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("mingting-a"));
  EXPECT_THAT(ran.out, HasSubstr("第3件"));
}

TEST_F(DeskProgram, HelpsInChinese) {
  EXPECT_THAT(run("--help").out, testing::AllOf(HasSubstr("用法"), HasSubstr("open")));
  EXPECT_THAT(run("open --help").out,
              testing::AllOf(HasSubstr("--key"), HasSubstr("办公室私钥"), HasSubstr("退出码")));
  const auto misused = run("open");
  EXPECT_EQ(misused.code, 2);
  EXPECT_THAT(misused.err, HasSubstr("用法不对"));
  for (const auto* line : {"", "bogus", "open x --key", "open x --bogus y"}) {
    const auto ran = run(line);
    EXPECT_EQ(ran.code, 2) << line;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_THAT(ran.err, Not(testing::AnyOf(HasSubstr("required"), HasSubstr("argument")))) << line;
  }
}

}  // namespace
}  // namespace mingting
