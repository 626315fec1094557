// mingting-publish as an office person meets it: words, exit codes, what is left behind.
#include <nlohmann/json.hpp>

#include "base/text/text.hpp"
#include "paper/tools.hpp"
#include "publish/sample_folder.hpp"

namespace mingting {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class Program : public ::testing::Test {
 protected:
  void SetUp() override { sample_.write(); }

  /// Paths of the test hold no spaces or quotes.
  Ran run(const std::string& words) {
    return mingting::run({"sh", "-c", std::string(MINGTING_BINARIES) + "/mingting-publish " + words});
  }
  std::string content() const { return sample_.path().string(); }
  std::string at(const char* name) const { return (folder_ / name).string(); }
  Ran build(const std::string& more = "") {
    return run("build " + content() + " --out " + at("repository") + " --key " + at("keys/release.key") +
               more);
  }

  SampleFolder sample_;
  TempFolder folder_;
};

TEST_F(Program, HelpIsChinese) {
  const auto help = run("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.output, HasSubstr("用法: mingting-publish"));
  EXPECT_THAT(help.output, HasSubstr("keygen"));
  const auto build_help = run("build --help");
  EXPECT_EQ(build_help.status, 0);
  for (const char* option : {"--out", "--key", "--office-key", "--days", "--renew", "--fonts"})
    EXPECT_THAT(build_help.output, HasSubstr(option));
}

TEST_F(Program, WrongUseIsTwo) {
  const std::map<std::string, std::string> cases{
      {"", "没有写命令"},
      {"check", "缺少 DIR"},
      {"check a --bad", "不认识的选项 --bad"},
      {"chek content", "没有 chek 这个命令，最接近的是 check"},
      {"check a --jsno", "不认识的选项 --jsno，最接近的是 --json"},
      {"frobnicate", "没有 frobnicate 这个命令。"},
      {"check a b", "不认识的参数 b"},
      {"publish a", "publish"},
      {"build a --out", "少了值"},
      {"build a --out b", "缺少 --key"},
      {"build a --out b --key c --days x", "--days 的值不对，应是 1 到 3650 的整数"},
      {"build a --out b --key c --days 0", "--days 的值不对，应是 1 到 3650 的整数"}};
  for (const auto& [words, sentence] : cases) {
    const auto ended = run(words);
    EXPECT_EQ(ended.status, 2) << words;
    EXPECT_THAT(ended.output, HasSubstr(sentence)) << words;
  }
}

TEST_F(Program, CheckPrintsOneLineAFindingAndASum) {
  const auto clean = run("check " + content());
  EXPECT_EQ(clean.status, 0);
  EXPECT_EQ(clean.output,
            "检查通过：0 个错误，0 个提醒（2 个栏目、3 个条目、1 个表单、1 个表格、1 个媒体文件）\n");
  sample_.item("a", "[词](guide/none)", "sumary = \"x\"\n").write();
  const auto faulty = run("check " + content());
  EXPECT_EQ(faulty.status, 1);
  EXPECT_THAT(faulty.output, HasSubstr("documents/a.md:3: 提醒: 不认识的键 sumary"));
  EXPECT_THAT(faulty.output, HasSubstr("documents/a.md:5: 错误: 链接“guide/none”找不到"));
  EXPECT_THAT(faulty.output, HasSubstr("检查没有通过：1 个错误，1 个提醒"));
}

TEST_F(Program, CheckAsJson) {
  sample_.item("a", "[词](guide/none)").write();
  const auto ended = run("check --json " + content());
  EXPECT_EQ(ended.status, 1);
  const auto json = nlohmann::json::parse(ended.output);
  EXPECT_EQ(json["errors"], 1);
  EXPECT_EQ(json["findings"][0]["file"], "documents/a.md");
  EXPECT_EQ(json["findings"][0]["line"], 4);
  EXPECT_EQ(json["findings"][0]["severity"], "error");
}

TEST_F(Program, FromKeysToAVerifiedRelease) {
  const auto keys = run("keygen " + at("keys") + " --no-passphrase");
  EXPECT_EQ(keys.status, 0) << keys.output;
  EXPECT_THAT(keys.output, HasSubstr("指纹"));
  const auto twice = run("keygen " + at("keys") + " --no-passphrase");
  EXPECT_EQ(twice.status, 1) << twice.output;

  // office.pub beside the release key is found.
  const auto built = build();
  EXPECT_EQ(built.status, 0) << built.output;
  EXPECT_THAT(built.output, HasSubstr("已制作第 1 号发布：3 个条目，1 个媒体文件（新读 1 个）"));
  EXPECT_THAT(build().output, HasSubstr("内容没有变化，最新的仍是第 1 号发布"));
  EXPECT_THAT(build(" --renew --days 10").output, HasSubstr("已制作第 2 号发布"));
  const auto verified = run("verify " + at("repository"));
  EXPECT_EQ(verified.status, 0) << verified.output;
  EXPECT_THAT(verified.output, HasSubstr("发布完好：nanming 第 2 号发布"));
}

TEST_F(Program, NothingIsWrittenBesideKeysOrIntoTheContent) {
  const auto keys = run("keygen " + at("keys") + " --no-passphrase");
  EXPECT_THAT(keys.output, HasSubstr("发布文件夹（mingting-publish build 的 --out）"));
  EXPECT_THAT(keys.output, HasSubstr("register.db"));
  const auto into = [&](const std::string& out) {
    return run("build " + content() + " --out " + out + " --key " + at("keys/release.key"));
  };
  std::filesystem::create_directory_symlink(folder_ / "keys", folder_ / "other-name");
  for (const auto& out :
       {at("keys"), at("keys") + "/", at("other-name"), at("keys") + "/..", at("keys") + "/../keys"}) {
    const auto refused = into(out);
    EXPECT_EQ(refused.status, 1) << out;
    EXPECT_THAT(refused.output, HasSubstr("私钥")) << out;
  }
  for (const auto& out : {content(), content() + "/release", content() + "/.."}) {
    const auto refused = into(out);
    EXPECT_EQ(refused.status, 1) << out;
    EXPECT_THAT(refused.output, HasSubstr("套在一起")) << out;
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "keys/manifest.json"));
  EXPECT_FALSE(std::filesystem::exists(sample_ / "manifest.json"));
  EXPECT_EQ(into(at("keys-and-more")).status, 0) << "a name that only begins alike";
}

TEST_F(Program, ALostReleaseFolderGoesOn) {
  ASSERT_EQ(run("keygen " + at("keys") + " --no-passphrase").status, 0);
  ASSERT_EQ(build().status, 0);
  std::filesystem::rename(folder_ / "repository", folder_ / "stick");
  EXPECT_THAT(build(" --after " + at("stick")).output, HasSubstr("已制作第 2 号发布"));
  std::filesystem::remove_all(folder_ / "repository");
  EXPECT_THAT(build(" --after 41").output, HasSubstr("已制作第 42 号发布"));
  for (const auto* wrong : {"0", "99999999", "/nowhere"})
    EXPECT_EQ(build(std::string(" --after ") + wrong).status, 1) << wrong;
}

TEST_F(Program, AMarkInAPassphraseFileIsNoPartOfIt) {
  folder_.write("plain", "示例口令一二三四\n");
  folder_.write("marked", "\xEF\xBB\xBF示例口令一二三四\r\n");
  ASSERT_EQ(run("keygen " + at("keys") + " --passphrase-file " + at("marked")).status, 0);
  std::filesystem::create_directory(folder_ / "empty");
  const auto desk = [&](const char* file) {
    return mingting::run({"sh", "-c",
                          std::string(MINGTING_BINARIES) + "/mingting-desk open " + at("empty") + " --key " +
                              at("keys/office.key") + " --passphrase-file " + at(file)});
  };
  EXPECT_EQ(desk("plain").output, replace_all(desk("marked").output, at("marked"), at("plain")));
  EXPECT_THAT(desk("plain").output, Not(HasSubstr("口令不对")));
}

TEST_F(Program, TheReleaseKeyIsReplaced) {
  for (const char* keys : {"keys", "new-keys"}) ASSERT_EQ(run("keygen " + at(keys) + " --no-passphrase").status, 0);
  ASSERT_EQ(build().status, 0);
  const auto rotate = "rotate " + at("repository") + " --key " + at("keys/release.key") + " --new-key ";
  EXPECT_THAT(run(rotate + at("keys/release.key")).output, HasSubstr("是同一把"));
  EXPECT_THAT(run(rotate + at("new-keys/office.key")).output, HasSubstr("release"));
  const auto rotated = run(rotate + at("new-keys/release.key"));
  EXPECT_EQ(rotated.status, 0) << rotated.output;
  EXPECT_THAT(rotated.output, HasSubstr("第 2 版"));
  EXPECT_EQ(build(" --renew").status, 1) << "the old key signs no more";
  const auto with_new = run("build " + content() + " --out " + at("repository") + " --key " + at("new-keys/release.key") +
                            " --office-key " + at("keys/office.pub") + " --renew");
  EXPECT_THAT(with_new.output, HasSubstr("已制作第 2 号发布"));
  EXPECT_EQ(run("verify " + at("repository")).status, 0);
}

TEST_F(Program, WithoutAnOfficeKeyThereIsNoRelease) {
  ASSERT_EQ(run("keygen " + at("keys") + " --no-passphrase").status, 0);
  std::filesystem::rename(folder_ / "keys/office.pub", folder_ / "office.pub");
  const auto ended = build();
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.output, HasSubstr("没有办公室公钥"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "repository"));
  EXPECT_EQ(build(" --office-key " + at("office.pub")).status, 0);
  EXPECT_EQ(build(" --office-key " + at("keys/office.key")).status, 1);
}

TEST_F(Program, FaultyContentIsNotBuilt) {
  ASSERT_EQ(run("keygen " + at("keys") + " --no-passphrase").status, 0);
  sample_.item("a", "").write();
  const auto ended = build();
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.output, HasSubstr("documents/a.md:3: 错误: 没有正文"));
  EXPECT_THAT(ended.output, HasSubstr("没有制作发布"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "repository"));
}

TEST_F(Program, AChangedByteIsFound) {
  ASSERT_EQ(run("keygen " + at("keys") + " --no-passphrase").status, 0);
  ASSERT_EQ(build().status, 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_ / "repository/objects")) {
    if (!entry.is_regular_file()) continue;
    auto bytes = *disk().read(entry.path(), 64U << 20);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    ASSERT_TRUE(write_durably(disk(), entry.path(), bytes));
    break;
  }
  const auto ended = run("verify " + at("repository"));
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.output, HasSubstr("错误："));
}

TEST_F(Program, FacesAreNamedOnTheCommandLine) {
  folder_.write("fonts.toml", "[[regular]]\nfile = \"/nowhere/face.ttf\"\npackage = \"fonts-face\"\n");
  const auto missing = run("check " + content() + " --fonts " + at("fonts.toml"));
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.output, HasSubstr("请安装软件包 fonts-face"));
  sample_.item("a", "笑𓀀").write();
  const auto shown = run("check " + content());
  EXPECT_EQ(shown.status, 1);
  EXPECT_THAT(shown.output, HasSubstr("documents/a.md:4: 错误: “𓀀”（U+13000）"));
}

TEST_F(Program, TwoPeopleApproveAnItem) {
  std::string approvers;
  for (const std::string name : {"a", "b"}) {
    const auto made = run("approver " + at("people") + "/" + name + ".key");
    ASSERT_EQ(made.status, 0) << made.output;
    const auto from = made.output.find("key = \"");
    ASSERT_NE(from, std::string::npos) << made.output;
    approvers += "\n[[approvers]]\nname = \"" + name + "\"\n" + made.output.substr(from, made.output.find('\n', from) - from) + "\n";
  }
  sample_.files["site.toml"] += approvers;
  sample_.files["columns/guide.toml"] += "\n[rules]\napprovals = 2\n";
  sample_.files.erase("guide/02-apply.md");
  sample_.write();
  const auto approve = [&](const std::string& name) {
    return run("approve " + content() + "/guide/01-hall.md --key " + at("people") + "/" + name + ".key");
  };
  EXPECT_THAT(run("check " + content()).output, HasSubstr("还差 2 个人"));
  EXPECT_THAT(approve("a").output, HasSubstr("现在核准的：a，共 1 人；栏目要求 2 人"));
  const auto again = approve("a");
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.output, HasSubstr("a 已经核准过"));
  EXPECT_EQ(approve("b").status, 0);
  const auto checked = run("check " + content());
  EXPECT_EQ(checked.status, 0) << checked.output;
}

TEST_F(Program, CoverageIsToldInThreeWays) {
  EXPECT_EQ(run("coverage " + content()).status, 1) << "there is no list to hold it against";
  sample_.files["coverage.toml"] = "title = \"对照\"\n\n[[duties]]\narticle = \"第二十条第（二）项\"\ntitle = \"机构\"\ncolumns = [\"guide\"]\n";
  sample_.write();
  EXPECT_THAT(run("coverage " + content()).output, HasSubstr("第二十条第（二）项　机构：已公开"));
  EXPECT_THAT(run("coverage " + content() + " --json").output, HasSubstr("\"count\": 2"));
  EXPECT_THAT(run("coverage " + content() + " --csv").output, HasSubstr("依据,内容,状态"));
  EXPECT_EQ(run("coverage " + content() + " --csv --json").status, 2);
}

TEST_F(Program, FoldersThatAreNotThere) {
  for (const std::string& words : {"check " + at("none"), "verify " + at("none")}) {
    const auto ended = run(words);
    EXPECT_EQ(ended.status, 1) << words;
    EXPECT_THAT(ended.output, HasSubstr("错误：")) << words;
    EXPECT_THAT(ended.output, Not(HasSubstr("terminate"))) << words;
  }
}

}  // namespace
}  // namespace mingting
