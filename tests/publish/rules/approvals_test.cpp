// Two people agree to an item; one changed byte, one person twice, a stranger's key do not count.
#include <fstream>

#include "base/random.hpp"
#include "publish/kinds/approvals.hpp"
#include "publish/rules/approve.hpp"
#include "publish/sample_folder.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

constexpr Date kToday = std::chrono::year{2026} / std::chrono::November / 30;

/// documents/a.md in a column that wants two people; 甲 and 乙 may approve it, 丙 another column's items alone.
class TwoPeople : public ::testing::Test {
 protected:
  TwoPeople() {
    folder.files["columns/documents.toml"] += "\n[rules]\napprovals = 2\n";
    folder.files.erase("documents/rules.md");
    folder.files.erase("media/plan.png");
    folder.item("a", "正文");
    person("甲", "");
    person("乙", "columns = [\"documents\"]\n");
    person("丙", "columns = [\"guide\"]\n");
    folder.write();
  }

  void person(const std::string& name, const std::string& columns) {
    SystemRandom random;
    const auto key = generate_approver_key(disk(), random, keys_ / name).value();
    folder.files["site.toml"] += "\n[[approvers]]\nname = \"" + name + "\"\nkey = \"" + key + "\"\n" + columns;
  }

  Result<Approved> approve(const std::string& name) {
    const auto secret = read_key_file(disk(), keys_ / name, "approver-secret").value();
    auto approved = approve_item(disk(), folder / "documents/a.md", secret, kToday);
    if (approved) folder.files[kFile] = disk().read(folder / kFile, kTextLimit).value();
    return approved;
  }

  std::string refusal(const std::string& name) {
    const auto approved = approve(name);
    return approved ? "" : approved.error().code;
  }

  static constexpr const char* kFile = "documents/a.md.approval";
  SampleFolder folder;
  TempFolder keys_;
};

TEST_F(TwoPeople, AreNamedWhereNobodyAgreed) {
  EXPECT_THAT(folder.findings(),
              only_error("documents/a.md", 0, "要有 2 个人核准，现在核准的：没有人，还差 2 个人。可以核准的：甲、乙。"));
}

TEST_F(TwoPeople, BothAgreeAndTheItemSaysWho) {
  EXPECT_EQ(approve("甲").value().agreed, std::vector<std::string>{"甲"});
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 0, "现在核准的：甲，还差 1 个人。可以核准的：乙。"));
  const auto second = approve("乙").value();
  EXPECT_EQ(second.agreed, (std::vector<std::string>{"甲", "乙"}));
  EXPECT_EQ(second.wanted, 2);
  EXPECT_EQ(second.title, "题");
  EXPECT_EQ(values_of(folder.document("documents/a").item, "agreed_by"), second.agreed);
}

TEST_F(TwoPeople, OneChangedByteVoidsBoth) {
  (void)approve("甲"), (void)approve("乙");
  folder.files["documents/a.md"] += "\n";
  EXPECT_THAT(folder.findings(), ::testing::AllOf(has_error(kFile, 2, "“甲”的核准无效"), has_error(kFile, 7, "“乙”的核准无效"),
                                                  has_error("documents/a.md", 0, "还差 2 个人")));
  folder.write();
  EXPECT_EQ(approve("甲").value().agreed, std::vector<std::string>{"甲"}) << "who agrees anew replaces what was void";
  EXPECT_THAT(folder.findings(), ::testing::Not(has_error(kFile, 7, "“甲”")));
}

TEST_F(TwoPeople, OnePersonCannotAgreeTwice) {
  (void)approve("甲");
  EXPECT_EQ(refusal("甲"), "approving.already");
  folder.files[kFile] += folder.files[kFile];
  EXPECT_THAT(folder.findings(), ::testing::AllOf(has_error(kFile, 7, "“甲”核准了两次，只算一个人"),
                                                  has_error("documents/a.md", 0, "还差 1 个人")));
}

TEST_F(TwoPeople, NobodySignsInAnothersName) {
  (void)approve("甲");
  auto& text = folder.files[kFile];
  text.replace(text.find("甲"), std::string("甲").size(), "乙");
  EXPECT_THAT(folder.findings(), has_error(kFile, 2, "“乙”的核准无效"));
}

TEST_F(TwoPeople, AStrangerAndWhoseColumnItIsNotAreRefused) {
  EXPECT_EQ(refusal("丙"), "approving.not-this-column");
  SystemRandom random;
  (void)generate_approver_key(disk(), random, keys_ / "丁");
  EXPECT_EQ(refusal("丁"), "approving.nobodys-key");
}

TEST_F(TwoPeople, ItIsAnItemThatIsApproved) {
  const auto secret = read_key_file(disk(), keys_ / "甲", "approver-secret").value();
  for (const auto& path : {folder / "site.toml", keys_ / "x.md", folder / "documents/none.md"})
    EXPECT_FALSE(approve_item(disk(), path, secret, kToday)) << path;
}

TEST_F(TwoPeople, WhatNobodyPublishesNeedsNoApprovalFile) {
  folder.files["documents/b.md.approval"] = "";
  EXPECT_THAT(folder.findings(), has_warning("documents/b.md.approval", 0, "没有条目 documents/b.md"));
}

TEST_F(TwoPeople, HaveAKeyAndANameEach) {
  const auto& site = folder.files["site.toml"];
  const auto last = site.substr(site.rfind("[[approvers]]"));
  folder.files["site.toml"] += "\n" + last;
  EXPECT_THAT(folder.findings(), ::testing::AllOf(has_error("site.toml", 30, "核准人“丙”写了两次"),
                                                  has_error("site.toml", 31, "“丙”和“丙”是同一把钥匙")));
  folder.change("site.toml", "name = \"丙\"\nkey = \"", "name = \"丙\"\nkey = \"x");
  EXPECT_THAT(folder.findings(), has_error("site.toml", 26, "“丙”的 key 不是一把公钥"));
}

}  // namespace
}  // namespace mingting
