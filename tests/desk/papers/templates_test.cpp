// What an office may spoil in a template, and how it is told.
#include <gmock/gmock.h>

#include "base/text/text.hpp"
#include "desk/papers/documents_fixture.hpp"
#include "desk/papers/places.hpp"
#include "desk/papers/templates.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// The sentence about a template of this text.
std::string complaint(const std::string& text) {
  CopiedContent copy;
  copy.folder.write("desk/templates/extension-notice.toml", text);
  PaperDesk desk;
  desk.content = copy.folder.path();
  desk.does("2026-11-20", Extended{20, "李示例"});
  return desk.refusal(DocumentKind::ExtensionNotice);
}

std::vector<std::string> problems_in(const Path& content) {
  std::vector<std::string> sentences;
  for (const auto& problem : check_templates(disk(), content)) sentences.push_back(worded(problem));
  return sentences;
}

constexpr const char* kHead = "title = \"示例\"\nnumber = true\n";

TEST(Templates, OfTheContentFolderAreAllSound) { EXPECT_THAT(problems_in(kContent), IsEmpty()); }

TEST(Templates, AnUnknownPlaceIsNamedWithItsLineAndTheNearest) {
  EXPECT_EQ(complaint(std::string(kHead) + "body = [\n  \"好\",\n  \"收到日{收到日起}\",\n]\n"),
            "desk/templates/extension-notice.toml 第 5 行：不认识的位置 {收到日起}；最接近的是 {收到日期}，全部位置见 desk/README.md");
  EXPECT_THAT(complaint("title = \"示例{机管}\"\n"), AllOf(HasSubstr("第 1 行"), HasSubstr("{机关}")));
  EXPECT_THAT(complaint(std::string(kHead) + "body = [\"{填写.}\"]\n"), HasSubstr("问题的 id"));
}

TEST(Templates, BracesComeInPairs) {
  for (const char* text : {"好{收到日期", "好}", "{{收到日期}", "好{}", "{?}"}) {
    EXPECT_THAT(complaint(std::string(kHead) + "body = [\"" + text + "\"]\n"),
                AllOf(HasSubstr("第 3 行"), HasSubstr("大括号")))
        << text;
  }
}

TEST(Templates, OtherFaultsAreNamedWithTheirLine) {
  EXPECT_THAT(complaint("title = \"示例\"\nnumbr = true\n"), AllOf(HasSubstr("第 2 行"), HasSubstr("numbr；最接近的是 number")));
  EXPECT_THAT(complaint("title = \"示例\nnumber = true\n"),
              AllOf(StartsWith("desk/templates/extension-notice.toml 第 1 行"), HasSubstr("引号")));
  EXPECT_THAT(complaint("number = true\n"), HasSubstr("缺少 title"));
  EXPECT_THAT(complaint(std::string(kHead) + "rows = [\n  [\"只有左边\"],\n]\n"), AllOf(HasSubstr("第 4 行"), HasSubstr("左边")));
  EXPECT_THAT(complaint(std::string(kHead) + "body = \"不是列表\"\n"), AllOf(HasSubstr("第 3 行"), HasSubstr("列表")));
}

TEST(Templates, AllFaultsOfAFileAreToldAtOnce) {
  const auto sentences = complaint(std::string(kHead) + "body = [\"{甲}\", \"{乙}\"]\nfoot = 1\n");
  EXPECT_THAT(split(sentences, '\n'), testing::SizeIs(3));
}

TEST(Templates, APaperIsForSomebodyAndByALaw) {
  const std::string head = kHead, to = "addressee = \"{申请人}：\"\n", text = "body = [\"延期答复。\"]\n";
  EXPECT_THAT(complaint(head + text), AllOf(HasSubstr("extension-notice.toml"), HasSubstr("没有写这份文书给谁")));
  EXPECT_THAT(complaint(head + to + text), AllOf(HasSubstr("extension-notice.toml"), HasSubstr("没有写依据")));
  CopiedContent copy;
  copy.folder.write("desk/templates/reply-granted.toml", head + "body = [\"{提供内容}\"]\n");
  EXPECT_THAT(problems_in(copy.folder.path()), Contains(AllOf(HasSubstr("reply-granted.toml"), HasSubstr("没有写这份文书给谁"))));
}

TEST(Templates, ANumberNeedsItsPrefixAndAPrefixItsNumber) {
  EXPECT_THAT(complaint("title = \"示例\"\nnumber = false\n"), HasSubstr("[numbers] 却有 extension-notice 的代字"));
  PaperDesk desk;
  desk.office.number_prefixes.erase("extension-notice");
  desk.does("2026-11-20", Extended{20, "李示例"});
  EXPECT_THAT(desk.refusal(DocumentKind::ExtensionNotice), AllOf(HasSubstr("第 5 行要文号"), HasSubstr("没有 extension-notice 的代字")));
}

TEST(Templates, AMissingOneIsNamed) {
  CopiedContent copy;
  std::filesystem::remove(copy.folder / "desk/templates/fee-notice.toml");
  EXPECT_THAT(problems_in(copy.folder.path()), ElementsAre(HasSubstr("缺少 desk/templates/fee-notice.toml")));
}

TEST(Templates, AMisspeltFileIsNamedBecauseItIsNeverUsed) {
  CopiedContent copy;
  std::filesystem::rename(copy.folder / "desk/templates/reply-granted.toml", copy.folder / "desk/templates/reply-grantd.toml");
  EXPECT_THAT(problems_in(copy.folder.path()),
              ElementsAre(AllOf(HasSubstr("reply-grantd.toml"), HasSubstr("最接近的是 reply-granted.toml"))));
}

TEST(Templates, TheGeneralReplyIsReadThoughNoReplyNeedsItYet) {
  CopiedContent copy;
  copy.folder.write("desk/templates/reply.toml", "title = \"{不存在的项}\"\n");
  EXPECT_THAT(problems_in(copy.folder.path()), ElementsAre(HasSubstr("desk/templates/reply.toml 第 1 行")));
}

TEST(Templates, AreTriedWithoutWhatIsOptional) {
  CopiedContent copy;
  auto text = copy.read("desk/templates/reply-not-ours.toml");
  copy.folder.write("desk/templates/reply-not-ours.toml", replace_all(text, "{负责机关?}", "{负责机关}"));
  EXPECT_THAT(problems_in(copy.folder.path()),
              ElementsAre(AllOf(HasSubstr("reply-not-ours.toml"), HasSubstr("{负责机关}"))));
}

/// What is wrong in desk.toml is said of desk.toml alone (check_office).
TEST(Templates, AreNotBlamedForTheOfficesOwnData) {
  CopiedContent copy;
  copy.folder.write("desk/desk.toml", "agency = \"\"\n");
  EXPECT_THAT(problems_in(copy.folder.path()), IsEmpty());
}

TEST(Templates, PlacesHaveOneNameEachAndEveryPointOfAReplyHasOne) {
  std::set<std::string_view> names;
  for (const auto& place : all_places()) {
    EXPECT_TRUE(names.insert(place.name).second) << place.name;
    EXPECT_TRUE(told_words().contains(meaning_of(place).code)) << place.name;
  }
  for (const auto& row : kReplyKinds) {
    for (const auto& point : rule_of(row.value).points) EXPECT_NE(find_said(point.key), nullptr) << point.key;
  }
}

TEST(Templates, TheReadmeExplainsEveryPlace) {
  const auto readme = disk().read(kContent / "desk/README.md", 1 << 20).value();
  for (const auto& place : all_places()) {
    EXPECT_THAT(readme, HasSubstr("`{" + std::string(place.name) + "}`"));
    EXPECT_THAT(readme, HasSubstr("`" + std::string(place.key)));
  }
}

TEST(TemplateFiller, DropsAMarkThatWouldStandTwice) {
  TemplateFiller filler([](const std::string& place) { return place == "甲" ? "说完了。" : ""; });
  EXPECT_EQ(filler.fill("理由：{甲}。"), "理由：说完了。");
  EXPECT_EQ(filler.fill("理由：{甲}，以及其他"), "理由：说完了，以及其他");
  EXPECT_EQ(filler.fill("{甲}以及其他"), "说完了。以及其他");
  EXPECT_EQ(filler.fill("有{ 甲 }没有{ 乙 ？}"), std::nullopt);
  EXPECT_THAT(filler.missing(), IsEmpty());
  EXPECT_EQ(filler.fill("没有{乙}"), "没有");
  EXPECT_THAT(filler.missing(), ElementsAre("乙"));
}

}  // namespace
}  // namespace mingting
