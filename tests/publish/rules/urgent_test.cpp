// An urgent notice says what people must know; two never say different things of one affair.
#include "publish/one_file.hpp"

namespace mingting {
namespace {

constexpr const char* kFields =
    "level = \"橙色\"\nmatter = \"停水\"\narea = \"示例路\"\nfrom = \"2026-11-30 20:00\"\nuntil = \"2026-12-01 06:00\"\n"
    "reason = \"抢修\"\nask = \"以公示为准\"\n";

/// urgent/a.md, a sound notice but for its approvals, which are another test's.
struct UrgentItem : OneFile {
  UrgentItem() : OneFile("urgent/a.md") {
    folder.files["columns/urgent.toml"] = "title = \"紧急通知\"\nkind = \"urgent\"\n\n[rules]\napprovals = 2\n";
    notice("a", kFields);
  }

  UrgentItem& notice(const std::string& name, const std::string& fields, const std::string& front = "issuer = \"水务局\"\n") {
    folder.files["urgent/" + name + ".md"] = "+++\ntitle = \"停水\"\n" + front + "\n[fields]\n" + fields + "+++\n\n内容。\n";
    return *this;
  }
  /// What is wrong besides the approvals that all lack.
  std::vector<Finding> faults() {
    auto findings = folder.findings();
    std::erase_if(findings, [](const Finding& finding) { return finding.what.code == "approval.missing"; });
    return findings;
  }
};

TEST_F(UrgentItem, IsSoundButForWhoMustAgree) {
  EXPECT_THAT(faults(), ::testing::IsEmpty());
  finds(error(0, "要有 2 个人核准"));
}

TEST_F(UrgentItem, NeedsTwoPeopleAtLeast) {
  folder.change("columns/urgent.toml", "approvals = 2", "approvals = 1");
  EXPECT_THAT(faults(), only_error("columns/urgent.toml", 5, "approvals 至少要写 2"));
  folder.change("columns/urgent.toml", "\n[rules]\napprovals = 1\n", "");
  EXPECT_THAT(faults(), has_error("columns/urgent.toml", 0, "approvals 至少要写 2"));
}

TEST_F(UrgentItem, SaysEverythingThatMustBeKnown) {
  for (const std::string line : {"level = \"橙色\"\n", "matter = \"停水\"\n", "area = \"示例路\"\n", "from = \"2026-11-30 20:00\"\n",
                                 "until = \"2026-12-01 06:00\"\n", "ask = \"以公示为准\"\n"}) {
    notice("a", kFields).change(line, "");
    EXPECT_THAT(faults(), only_error("urgent/a.md", 5, "紧急通知缺少 " + line.substr(0, line.find(' '))));
  }
  notice("a", kFields, "");
  EXPECT_THAT(faults(), only_error("urgent/a.md", 0, "要写是哪个单位发的"));
}

TEST_F(UrgentItem, HasALevelAndMomentsThatCanBe) {
  change("橙色", "粉色");
  EXPECT_THAT(faults(), only_error("urgent/a.md", 5, "没有“粉色”这个级别：请写 red（红色）、orange（橙色）"));
  notice("a", kFields).change("2026-11-30 20:00", "今晚8点");
  EXPECT_THAT(faults(), only_error("urgent/a.md", 5, "from 的时间“今晚8点”看不懂"));
  notice("a", kFields).change("2026-12-01 06:00", "2026-11-30 20:00");
  EXPECT_THAT(faults(), only_error("urgent/a.md", 5, "结束的时间（until）不在开始（from）之后"));
}

TEST_F(UrgentItem, OfOneAffairThereIsOneAtATime) {
  notice("b", std::string(kFields) + "note = \"x\"\n").folder.change("urgent/b.md", "橙色", "红色");
  EXPECT_THAT(faults(), only_error("urgent/b.md", 5, "和 urgent/a.md 是同一件事（停水）、同一处地方（示例路），时间也重叠"));
  folder.change("urgent/b.md", "示例路", "别处");
  EXPECT_THAT(faults(), ::testing::IsEmpty()) << "elsewhere";
  notice("b", kFields).folder.change("urgent/b.md", "matter = \"停水\"", "matter = \"停电\"");
  EXPECT_THAT(faults(), ::testing::IsEmpty()) << "of something else";
  notice("b", kFields).folder.change("urgent/b.md", "11-30 20:00", "12-01 06:00").change("urgent/b.md", "12-01 06:00\"\nreason", "12-01 09:00\"\nreason");
  EXPECT_THAT(faults(), ::testing::IsEmpty()) << "one after the other";
}

constexpr const char* kEnd = "ends = \"urgent/a\"\nmatter = \"停水\"\narea = \"示例路\"\nfrom = \"2026-12-01 02:00\"\n";

TEST_F(UrgentItem, IsEndedByItsPairAndThenAnotherMayBegin) {
  notice("z-end", kEnd);
  EXPECT_THAT(faults(), ::testing::IsEmpty());
  notice("b", kFields).folder.change("urgent/b.md", "2026-11-30 20:00", "2026-12-01 02:00");
  EXPECT_THAT(faults(), ::testing::IsEmpty());
}

TEST_F(UrgentItem, IsEndedByNothingElse) {
  notice("z-end", kEnd).folder.change("urgent/z-end.md", "urgent/a", "urgent/none");
  EXPECT_THAT(faults(), only_error("urgent/z-end.md", 5, "ends 里的“urgent/none”不是一个紧急通知"));
  notice("z-end", kEnd).folder.change("urgent/z-end.md", "urgent/a", "urgent/z-end");
  EXPECT_THAT(faults(), has_error("urgent/z-end.md", 5, "自己就是解除"));
  notice("z-end", kEnd).folder.change("urgent/z-end.md", "停水\"\narea", "停电\"\narea");
  EXPECT_THAT(faults(), only_error("urgent/z-end.md", 5, "对不上"));
  notice("z-end", kEnd).folder.change("urgent/z-end.md", "2026-12-01 02:00", "2026-11-30 02:00");
  EXPECT_THAT(faults(), only_error("urgent/z-end.md", 5, "在 urgent/a.md 开始之前"));
}

}  // namespace
}  // namespace mingting
