// What may not stand in a column, where else an item may be listed, how old a column may grow, and what stands twice.
#include "base/text/text.hpp"
#include "publish/one_file.hpp"

namespace mingting {
namespace {

constexpr Date day(int year, unsigned month, unsigned number) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

/// documents/a.md in a column that takes no news of meetings.
struct BarredColumn : OneItem {
  BarredColumn() {
    folder.files["columns/documents.toml"] +=
        "\n[rules]\nbarred = [\"召开会议\", \"调研\"]\nunless = [\"调研报告\"]\n";
  }
  BarredColumn& titled(const std::string& title, const std::string& front = "") {
    folder.files["documents/a.md"] = "+++\ntitle = \"" + title + "\"\n" + front + "+++\n正文\n";
    return *this;
  }
};

TEST_F(BarredColumn, TakesNoTitleWithABarredWord) {
  titled("区领导召开会议").finds(error(2, "“区领导召开会议”里有“召开会议”"));
  titled("赴基层调 研").finds_nothing();
}

TEST_F(BarredColumn, NorATopicOrAKind) {
  titled("通知", "topic = \"调研\"\n").finds(error(0, "“调研”里有“调研”"));
  titled("通知", "[fields]\nkind = \"调研\"\n").finds(error(3, "规定在 columns/documents.toml 第 4 行"));
}

TEST_F(BarredColumn, TakesTheLongerWordThatIsAllowed) {
  titled("养老调研报告").finds_nothing();
  titled("赴基层调研的调研报告").finds(error(2, "里有“调研”"));
}

TEST_F(BarredColumn, IsNotToBeEnteredByTheBackDoor) {
  folder.files["guide/01-hall.md"] =
      "+++\ntitle = \"召开会议\"\nsummary = \"做什么\"\nalso = [\"documents\"]\n\n[fields]\nunit = \"区政府\"\n+++\n\n第一段。\n\n## "
      "开放 时间\n\n九点到五点。\n";
  finds(error_in("guide/01-hall.md", 4, "它的家在栏目“指南”，又用 also 列进“文件”"));
}

TEST_F(OneItem, IsListedInOtherColumnsOnceEach) {
  front("also = [\"guide\"]\n").finds_nothing();
  EXPECT_EQ(values_of(folder.document("documents/a").item, kAlsoIn), std::vector<std::string>{"guide"});
  front("also = [\"documents\"]\n").finds(error(3, "“documents”是多余的"));
  front("also = [\"guide\", \"guide\"]\n").finds(error(3, "“guide”是多余的"));
  front("also = [\"guid\"]\n").finds(error(3, "“guid”找不到：请写 columns 里的文件名；是不是想写“guide”"));
}

/// The column documents, to be looked through every 30 days.
struct OldColumn : ::testing::Test {
  OldColumn() {
    folder.files["columns/documents.toml"] += "agency = \"办公室\"\n\n[rules]\nreview_days = 30\n";
    folder.item("a", "正文", "published = 2026-10-01\n");
  }
  std::vector<Finding> on(Date today) { return folder.check({.faces = {}, .today = today}).findings; }

  SampleFolder folder;
};

TEST_F(OldColumn, IsNamedWithItsAgencyOnceItsNewestItemIsTooOld) {
  EXPECT_THAT(on(day(2026, 10, 31)), ::testing::IsEmpty());
  EXPECT_THAT(on(day(2026, 11, 1)),
              only_warning("columns/documents.toml", 5, "最新的内容是 2026-10-01 的，到今天 31 天了，规定不超过 30 天（办公室）"));
}

TEST_F(OldColumn, IsFreshWhenSomethingWasLookedThrough) {
  folder.item("b", "核对过的", "published = 2020-01-01\nreviewed = 2026-11-20\n");
  EXPECT_THAT(on(day(2026, 11, 23)), ::testing::IsEmpty());
  EXPECT_THAT(on(day(2026, 11, 19)), has_error("documents/b.md", 4, "核对的日期 2026-11-20 还没有到"));
}

TEST_F(OldColumn, IsNotJudgedByNoDay) { EXPECT_THAT(on(Date{}), ::testing::IsEmpty()); }

const std::string kLong = "本办法所称的示例，是指为了试一试而写的一段话；它有四十个字以上，所以不会是凑巧和别处一样，写两遍就是写重了。";

TEST_F(OneItem, SaysTheSameInOnePlaceAlone) {
  body(kLong).finds_nothing();
  folder.item("b", replace_all(kLong, "，", " , ") + "  ");
  finds(error_in("documents/b.md", 0, "正文和 documents/a.md 一样"));
  folder.item("b", kLong + "又及。");
  finds_nothing();
}

TEST_F(OneItem, ShortWordsMayBeAlike) {
  body("见附件。");
  folder.item("b", "见附件。");
  finds_nothing();
}

TEST_F(OneItem, IsTheSameDocumentByTitleAndNumber) {
  front("document_number = \"南府发〔2026〕3号\"\n");
  folder.item("b", "另一段", "document_number = \"南府发[2026]03号\"\n");
  finds(error_in("documents/b.md", 2, "题目和文号都和 documents/a.md 一样"),
        warning_in("documents/b.md", 3, "相同：请核对是不是同一个文件放了两次"));
}

TEST_F(OneItem, CannotSayByItselfWhoAgreed) {
  front("[fields]\nagreed_by = \"区长\"\n");
  EXPECT_FALSE(folder.document("documents/a").item.fields.contains("agreed_by"));
}

}  // namespace
}  // namespace mingting
