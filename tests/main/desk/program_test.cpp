// mingting-desk as a clerk runs it: what it prints where, exit codes, the passphrase at a terminal.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "release/keys.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Ran {
  int code = -1;
  std::string out, err;
};

class DeskCommands : public testing::Test {
 protected:
  void SetUp() override {
    const auto content = mine / "content";
    fs::create_directories(content);
    for (const auto* part : {"desk", "forms", "calendar", "site.toml"}) {
      fs::copy(Path(MINGTING_SOURCE) / "content" / part, content / part, fs::copy_options::recursive);
    }
  }
  /// With the register and the clerk set; `now` moves by hand.
  Ran run(const std::string& words, const std::string& now = "2026-11-24T10:00") {
    const auto [command, rest] = parted(words);
    return plain(fmt::format("{} --register '{}' --content '{}' --clerk 张示例 --now {} {}", command,
                             (mine / "register.db").string(), (mine / "content").string(), now, rest));
  }
  Ran plain(const std::string& arguments) {
    const Path out = mine / "out.txt", err = mine / "err.txt";
    const auto line = fmt::format("cd '{}' && env -u MINGTING_REGISTER '{}/mingting-desk' {} >'{}' 2>'{}' </dev/null",
                                  mine.path().string(), MINGTING_BINARIES, arguments, out.string(), err.string());
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, *disk().read(out, 1U << 24), *disk().read(err, 1U << 24)};
  }
  Ran add(const std::string& more = "") {
    const auto file = mine.write("letter.json", R"({"description":"示例路2025年改造方案","applicant_kind":"person","name":"欧阳示例",
        "paper_kind":"identity-card","paper_number":"11010519491231002X","phone":"13800138000","address":"示例路12号",
        "form_wanted":"paper","route":"mail"})");
    return run("add '" + file.string() + "' --on 2026-11-16 " + more);
  }

  TempFolder mine;

 private:
  /// A command of two words keeps both before its options.
  static std::pair<std::string, std::string> parted(const std::string& words) {
    const bool two = words.starts_with("feedback ") || words.starts_with("dispute ");
    const auto at = two ? words.find(' ', words.find(' ') + 1) : words.find(' ');
    return {words.substr(0, at), at == std::string::npos ? "" : words.substr(at + 1)};
  }
};

TEST_F(DeskCommands, ADayWithExitCodes) {
  EXPECT_EQ(run("list").code, 1) << "there is no register yet";
  EXPECT_THAT(run("list").err, HasSubstr("mingting-desk init"));
  EXPECT_EQ(run("init").code, 0);
  EXPECT_EQ(run("init").code, 1) << "a register is never replaced";
  EXPECT_EQ(add().code, 0);
  const auto refused = run("correct 1 --what 请写明哪一段 --on 2026-11-15");
  EXPECT_EQ(refused.code, 3);
  EXPECT_THAT(refused.out, HasSubstr("日期不能早于"));
  EXPECT_EQ(run("correct 1 --what 请写明哪一段 --days 10").code, 0);
  EXPECT_EQ(run("show 9").code, 1);
  EXPECT_EQ(run("fee 1 --items 12").code, 3) << "waits for the correction";
  EXPECT_EQ(run("due --days 30").code, 0);
  EXPECT_EQ(run("erase --before 2026-11-20").code, 0);
}

TEST_F(DeskCommands, MisusePointsToTheCommandsOwnHelp) {
  ASSERT_EQ(run("init").code, 0);
  for (const auto& [words, command] :
       std::initializer_list<std::pair<const char*, const char*>>{{"correct 1", "correct"},
                                                                  {"reply nonsense 1", "reply"},
                                                                  {"list --kind nonsense", "list"},
                                                                  {"list --on 2026-13-01", "list"},
                                                                  {"list --on 2026-11-25", "list"},
                                                                  {"third-party-answered 1", "third-party-answered"},
                                                                  {"reasons 1 --ask --given x", "reasons"},
                                                                  {"due --days many", "due"},
                                                                  {"due --days -1", "due"},
                                                                  {"due --days 1001", "due"},
                                                                  {"list --limit -1", "list"},
                                                                  {"list --limit 0", "list"},
                                                                  {"list --limit 99999999999999999999", "list"},
                                                                  {"list --from 2026-02-30", "list"},
                                                                  {"list --from 0000-01-01", "list"},
                                                                  {"list --from 2026-11-02 --to 2026-11-01", "list"},
                                                                  {"stats --to 9999-12-31", "stats"},
                                                                  {"correct 1 --what x --days 0", "correct"},
                                                                  {"extend 1 --days -5 --approved-by x", "extend"},
                                                                  {"fee 1 --items -3", "fee"},
                                                                  {"fee 1 --pages 2x", "fee"},
                                                                  {"undo 1 0 --why x", "undo"},
                                                                  {"figures 0", "figures"},
                                                                  {"report 99999 --out x", "report"},
                                                                  {"export --csv ''", "export"},
                                                                  {"feedback answer 1", "feedback answer"},
                                                                  {"feedback", "feedback"},
                                                                  {"convert 1", "convert"},
                                                                  {"add", "add"},
                                                                  {"add x.json --field nonsense", "add"},
                                                                  {"fee 1 2 --items 3", "fee"},
                                                                  {"reply granted 1 --say nonsense", "reply"},
                                                                  {"reply granted 1 --say given=x --say given=y", "reply"},
                                                                  {"add --field name=x --field name=y", "add"},
                                                                  {"serve 1", "serve"},
                                                                  {"undo 1", "undo"}}) {
    const auto ran = run(words);
    EXPECT_EQ(ran.code, 2) << words;
    EXPECT_EQ(ran.out, "") << words;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(fmt::format("查看说明：mingting-desk {} --help", command))) << words;
  }
  EXPECT_THAT(run("list --kind nonsense").err, HasSubstr("application（信息公开申请）"));
  EXPECT_THAT(run("list --limit -1").err, HasSubstr("应当是 1 到 100000 的整数"));
  EXPECT_EQ(run("list --limit ２").code, 0) << "full width, as Chinese keyboards type";
}

TEST_F(DeskCommands, AnUnknownWordIsRepeatedWithTheNearestThereIs) {
  ASSERT_EQ(run("init").code, 0);
  for (const auto& [words, sentence] :
       std::initializer_list<std::pair<const char*, const char*>>{{"chek", "没有 chek 这个命令，最接近的是 check"},
                                                                  {"feedback frob", "没有 frob 这个命令。"},
                                                                  {"feedback anser", "最接近的是 answer"},
                                                                  {"list --lmit 3", "不认识的选项 --lmit，最接近的是 --limit"}}) {
    const auto ran = plain(words);
    EXPECT_EQ(ran.code, 2) << words;
    EXPECT_THAT(ran.err, HasSubstr(sentence)) << words;
  }
}

TEST_F(DeskCommands, AFileThatIsNotThereIsNoMisuse) {
  ASSERT_EQ(run("init").code, 0);
  ASSERT_EQ(add().code, 0);
  for (const auto* words : {"add nothing.toml --way signed-post --on 2026-11-23", "add nothing.json", "reply granted 1 --say given=@nothing.txt",
                            "corrected 1 --field description=@nothing.txt"}) {
    const auto ran = run(words);
    EXPECT_EQ(ran.code, 1) << words;
    EXPECT_THAT(ran.err, AllOf(HasSubstr("没有 nothing."), Not(HasSubstr("用法不对")), Not(HasSubstr("样本")))) << words;
  }
  const auto slip = run("add '" + mine.write("slip.toml", "name = \"x\"\nphone = 138 00\n").string() + "'");
  EXPECT_EQ(slip.code, 3);
  EXPECT_THAT(slip.err, HasSubstr("第 2 行"));
}

TEST_F(DeskCommands, MisuseIsJsonWhereJsonWasAskedFor) {
  ASSERT_EQ(run("init").code, 0);
  for (const auto* words : {"list --limit x", "list --nonsense", "convert 1", "list --on 2026-13-01", "feedback"}) {
    const auto ran = run(std::string(words) + " --json");
    EXPECT_EQ(ran.code, 2) << words;
    const auto json = nlohmann::json::parse(ran.out, nullptr, false);
    ASSERT_TRUE(json.is_object()) << words << ran.out;
    EXPECT_EQ(json["ok"], false);
    EXPECT_THAT(json["error"].get<std::string>(), HasSubstr("用法不对"));
  }
  const auto rule = plain("workday 2026-09-11 20 --batch x --json");
  EXPECT_EQ(nlohmann::json::parse(rule.out, nullptr, false)["ok"], false) << rule.out;
}

TEST_F(DeskCommands, AFileOfWordsIsUtf8) {
  ASSERT_EQ(run("init").code, 0);
  ASSERT_EQ(add().code, 0);
  // A Word file, and a text saved in GBK.
  for (const auto& bytes : {std::string("PK\x03\x04\0\0\x08", 7), std::string("\xc7\xeb\xd0\xb4\xc3\xf7")}) {
    const auto file = mine.write("words.txt", bytes);
    const auto ran = run("correct 1 --what @" + file.string());
    EXPECT_EQ(ran.code, 3);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("words.txt"), Not(HasSubstr("用法不对"))));
  }
  EXPECT_EQ(run("correct 1 --what @" + mine.write("words.txt", "请写明路段\n").string()).code, 0);
}

TEST_F(DeskCommands, AMissingFileIsToldInChinese) {
  ASSERT_EQ(run("init").code, 0);
  for (const auto* words : {"add nothing.toml", "corrected 1 --from nothing.toml", "import nothing --key nothing.key"}) {
    const auto ran = run(words);
    EXPECT_NE(ran.code, 0) << words;
    EXPECT_THAT(ran.err, AllOf(HasSubstr("nothing"), Not(HasSubstr("No such")), Not(HasSubstr("cannot")))) << words;
  }
  for (const auto* words : {"workday --batch nothing.txt", "open nothing --key nothing.key", "workday 2026-09-11 5 --calendar nothing.csv"}) {
    EXPECT_THAT(plain(words).err, AllOf(HasSubstr("没有"), HasSubstr("nothing"), Not(HasSubstr("No such")))) << words;
  }
}

TEST_F(DeskCommands, TheFilesAreCheckedBeforeThereIsARegister) {
  const auto checked = run("check");
  EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
  EXPECT_FALSE(fs::exists(mine / "register.db"));
}

TEST_F(DeskCommands, ASlipOfTheYearIsRefusedUnlessMeant) {
  ASSERT_EQ(run("init").code, 0);
  const auto slip = run("list --on 2016-11-16");
  EXPECT_EQ(slip.code, 2);
  EXPECT_THAT(slip.err, HasSubstr("--old"));
  EXPECT_EQ(run("list --on 2023-11-23").code, 2);
  EXPECT_EQ(run("list --on 2023-11-24").code, 0);
  EXPECT_EQ(run("list --on 2016-11-16 --old").code, 0);
}

TEST_F(DeskCommands, EveryCommandHasItsHelp) {
  const auto all = plain("--help");
  EXPECT_EQ(all.code, 0);
  const std::vector<std::string> groups{"一、收件", "二、查看", "三、办理", "四、答复", "五、意见和来信", "六、送回大厅", "七、年度", "八、保管", "九、只问规则"};
  std::size_t at = 0;
  for (const auto& group : groups) {
    const auto found = all.out.find(group);
    ASSERT_NE(found, std::string::npos) << group;
    EXPECT_GT(found, at) << "in the order of a working day";
    at = found;
  }
  for (const auto* command : {"init",
                              "enrol",
                              "kiosks",
                              "import",
                              "add",
                              "open",
                              "list",
                              "due",
                              "show",
                              "deadline",
                              "papers",
                              "similar",
                              "accept",
                              "correct",
                              "corrected",
                              "ask-third-party",
                              "third-party-answered",
                              "extend",
                              "reasons",
                              "fee",
                              "paid",
                              "reply",
                              "serve",
                              "withdraw",
                              "lapse",
                              "undo",
                              "feedback",
                              "feedback list",
                              "feedback answer",
                              "feedback publish",
                              "status-feed",
                              "acknowledge",
                              "convert",
                              "report",
                              "figures",
                              "dispute",
                              "stats",
                              "export",
                              "calendar",
                              "erase",
                              "check",
                              "protect"}) {
    const auto help = plain(std::string(command) + " --help");
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_THAT(help.out, HasSubstr(fmt::format("用法: mingting-desk {}", command)));
    EXPECT_THAT(help.out, Not(testing::AnyOf(HasSubstr("--now"), HasSubstr("REQUIRED"), HasSubstr("Options")))) << command;
  }
}

TEST_F(DeskCommands, JsonIsJsonWhateverHappens) {
  const auto parse = [](const std::string& text) { return nlohmann::json::parse(text, nullptr, false); };
  EXPECT_EQ(parse(run("list --json").out)["ok"], false) << "no register";
  ASSERT_EQ(parse(run("init --json").out)["ok"], true);
  ASSERT_EQ(parse(add("--json").out)["ok"], true);
  for (const auto* words : {"list",
                            "due",
                            "show 1",
                            "deadline 1 --explain",
                            "papers 1",
                            "similar 1",
                            "correct 1 --what 请写明",
                            "corrected 1",
                            "kiosks",
                            "status-feed",
                            "acknowledge",
                            "feedback list",
                            "check",
                            "erase --before 2026-11-20",
                            "calendar",
                            "stats",
                            "dispute list",
                            "figures 2026",
                            "figures 2026 其余=0",
                            "dispute add --kind review --on 2026-11-20",
                            "dispute close 1 --outcome upheld",
                            "report 2026 --out year",
                            "export --csv tables",
                            "reply not-existing 1 --say searched=查了档案目录",
                            "serve 1 --way post",
                            "accept 1",
                            "undo 1 99 --why x",
                            "show 99"}) {
    const auto ran = run(std::string(words) + " --json");
    const auto json = parse(ran.out);
    ASSERT_TRUE(json.is_object() && json.contains("ok")) << words << ran.out;
    EXPECT_EQ(json["ok"], ran.code == 0) << words << ran.out;
  }
}

TEST_F(DeskCommands, WhatIsTypedIsKeptHarmless) {
  ASSERT_EQ(run("init").code, 0);
  ASSERT_EQ(add().code, 0);
  const auto ran = run("withdraw 1 --how \"$(printf '\\377\\033[31m电话')\"");
  EXPECT_EQ(ran.code, 0) << ran.err;
  const auto shown = run("show 1 --json");
  EXPECT_EQ(nlohmann::json::parse(shown.out)["steps"][1]["fields"]["how"], "[31m电话");
  EXPECT_THAT(run("show 1").out, Not(HasSubstr("\x1b")));
}

TEST_F(DeskCommands, PapersAndFeedAreWritten) {
  ASSERT_EQ(run("init").code, 0);
  const auto added = add(fmt::format("--json --out '{}'", (mine / "papers").string()));
  const std::string number = nlohmann::json::parse(added.out)["number"];
  EXPECT_TRUE(fs::exists(mine / "papers" / (number + "-registration-receipt.pdf")));
  EXPECT_EQ(fs::status(mine / "papers" / (number + "-registration-receipt.pdf")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(run(fmt::format("status-feed --out '{}'", (mine / "status.feed").string())).code, 0);
  EXPECT_THAT(*disk().read(mine / "status.feed", 1U << 20), testing::StartsWith("mingting-feed-v1 2026-11-24 1\n"));
  EXPECT_EQ(run("list >/dev/full; exit $?").code, 1);
}

TEST_F(DeskCommands, AnothersRegisterIsNotWorkedIn) {
  ASSERT_EQ(run("init").code, 0);
  auto site = *disk().read(mine / "content/site.toml", 1U << 20);
  site.replace(site.find("id = \"nanming\""), 14, "id = \"another\"");
  mine.write("content/site.toml", site);
  const auto ran = run("list");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("nanming"), HasSubstr("another")));
  mine.write("register.db", "this is no register, but a file of another kind that is long enough to be looked at");
  EXPECT_EQ(run("list").code, 1);
  fs::remove(mine / "content/desk/desk.toml");
  EXPECT_THAT(run("list").err, HasSubstr("desk.toml"));
}

TEST_F(DeskCommands, AChangedNoticeIsMentioned) {
  ASSERT_EQ(run("init").code, 0);
  auto notice = *disk().read(mine / "content/calendar/holidays.csv", 1U << 20);
  mine.write("content/calendar/holidays.csv", notice + "2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n2027-02-05,holiday,春节\n2027-02-06,holiday,春节\n2027-02-07,holiday,春节\n2027-02-08,holiday,春节\n2027-04-05,holiday,清明节\n2027-05-01,holiday,劳动节\n2027-05-02,holiday,劳动节\n2027-06-09,holiday,端午节\n2027-09-15,holiday,中秋节\n2027-10-01,holiday,国庆节\n2027-10-02,holiday,国庆节\n2027-10-03,holiday,国庆节\n");
  EXPECT_THAT(run("list").err, HasSubstr("mingting-desk calendar"));
  EXPECT_EQ(run("calendar").code, 0);
  EXPECT_EQ(run("list").err, "");
}

// ---- keys ---------------------------------------------------------------------------------------------------------------

class DeskKey : public DeskCommands {
 protected:
  void SetUp() override {
    DeskCommands::SetUp();
    SystemRandom random;
    const Passphrase words("示例口令一二三四");
    const KeyLock lock{words, {1, 8192}};
    ASSERT_TRUE(generate_keys(disk(), random, mine / "keys", &lock));
    hall.office.public_key = *read_key_file(disk(), mine / "keys/office.pub", "office-public");
    exported = hall.exported(2);
    mine.write("right.txt", "示例口令一二三四\n");
    mine.write("wrong.txt", "别的口令一二三四\n");
    for (const auto* file : {"right.txt", "wrong.txt"})
      fs::permissions(mine / file, fs::perms::owner_read | fs::perms::owner_write);
  }
  std::string key() const { return "--key '" + (mine / "keys/office.key").string() + "'"; }
  std::string passphrase(const char* file) const { return "--passphrase-file '" + (mine / file).string() + "'"; }

  HallAtWork hall;
  Path exported;
};

TEST_F(DeskKey, AnExportIsOpenedAndImportedWithThePassphrase) {
  const auto opened = plain(fmt::format("open '{}' {} {}", exported.string(), key(), passphrase("right.txt")));
  EXPECT_EQ(opened.code, 0) << opened.err;
  EXPECT_THAT(opened.out, HasSubstr("第2件"));
  ASSERT_EQ(run("init").code, 0);
  ASSERT_EQ(run(fmt::format("enrol '{}' --name 一楼大厅", exported.string())).code, 0);
  const auto imported = run(fmt::format("import '{}' {} {}", hall.stick().string(), key(), passphrase("right.txt")));
  EXPECT_EQ(imported.code, 0) << imported.err;
  EXPECT_THAT(imported.out, HasSubstr("新收 2 件"));
  fs::remove(exported / "records/00000002.json");
  EXPECT_EQ(run(fmt::format("import '{}' {} {}", hall.stick().string(), key(), passphrase("right.txt"))).code, 3);
}

TEST_F(DeskKey, WhatIsWrongWithItIsOneSentence) {
  const auto wrong = plain(fmt::format("open '{}' {} {}", exported.string(), key(), passphrase("wrong.txt")));
  EXPECT_EQ(wrong.code, 1);
  EXPECT_THAT(wrong.err, HasSubstr("口令不对"));
  EXPECT_EQ(wrong.out, "");
  const auto unasked = plain(fmt::format("open '{}' {}", exported.string(), key()));
  EXPECT_EQ(unasked.code, 1);
  EXPECT_THAT(unasked.err, HasSubstr("--passphrase-file"));
  EXPECT_EQ(plain(fmt::format("open '{}' {} {}", exported.string(), key(), passphrase("nothing.txt"))).code, 1);
  EXPECT_EQ(plain(fmt::format("protect '{}' {} --old-passphrase-file '{}'", (mine / "keys/office.key").string(),
                              passphrase("wrong.txt"), (mine / "wrong.txt").string()))
                .code,
            1);
}

bool has_terminals() {
  int both[2];
  if (::openpty(&both[0], &both[1], nullptr, nullptr, nullptr) != 0) return false;
  for (const int end : both) ::close(end);
  return true;
}

/// Half a minute of silence is a program that hangs.
bool has_more(int terminal) {
  struct pollfd waits {terminal, POLLIN, 0};
  return ::poll(&waits, 1, 30'000) == 1;
}

/// Runs the program on a terminal of its own and answers its question; everything that appeared on the terminal.
std::pair<int, std::string> at_a_terminal(const std::vector<std::string>& words, const std::string& typed) {
  int terminal = -1;
  const auto child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child < 0) return {-1, std::strerror(errno)};  // and never a signal to the process -1, which is every process
  if (child == 0) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  std::string seen;
  char bytes[4096];
  bool answered = false;
  for (ssize_t got = 0; has_more(terminal) && (got = ::read(terminal, bytes, sizeof bytes)) > 0;) {
    seen.append(bytes, static_cast<std::size_t>(got));
    if (answered || seen.find("口令：") == std::string::npos) continue;
    answered = ::write(terminal, typed.data(), typed.size()) == static_cast<ssize_t>(typed.size());
  }
  ::kill(child, SIGKILL);  // changes nothing for one that has ended
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(terminal);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), seen};
}

TEST_F(DeskKey, AtATerminalThePassphraseIsNotShown) {
  const std::vector<std::string> open{std::string(MINGTING_BINARIES) + "/mingting-desk", "open", exported.string(), "--key",
                                      (mine / "keys/office.key").string()};
  if (!has_terminals()) GTEST_SKIP() << "this machine gives programs no terminal (is /dev/pts mounted?)";
  const auto [code, seen] = at_a_terminal(open, "示例口令一二三四\n");
  EXPECT_EQ(code, 0) << seen;
  EXPECT_THAT(seen, AllOf(HasSubstr("第2件"), Not(HasSubstr("示例口令"))));
  const auto [wrong, said] = at_a_terminal(open, "别的口令一二三四\n");
  EXPECT_EQ(wrong, 1);
  EXPECT_THAT(said, HasSubstr("口令不对"));
  EXPECT_EQ(at_a_terminal(open, "\x03").first, 128 + SIGINT) << "interrupted while it asks";
}

}  // namespace
}  // namespace mingting
