// What a content folder says of forms that advise and promise, of drafts put to the public, and of a column's
// buttons.
#include "publish/one_file.hpp"

#include "domain/form/advice.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The sample form, and with more at its end.
struct OpinionForm : OneFile {
  OpinionForm() : OneFile("forms/feedback.toml") {}
  OneFile& with(const std::string& more) { return fresh().add("\n" + more); }
};
struct FormAdviceFile : OpinionForm {};
struct FormNotes : OpinionForm {};
struct NextIfFile : OpinionForm {};
struct Promise : OpinionForm {};

const std::string kAdvice =
    "[[advice]]\ncode = \"petition\"\nfields = [\"words\"]\nwords = [\"投诉\"]\nexcept = "
    "[\"投诉电话\"]\nsentence = \"句\"\n"
    "sentence_en = \"sentence\"\n";

TEST_F(FormAdviceFile, IsReadWhole) {
  with(
      kAdvice +
      "article = \"第三十九条\"\narticle_en = \"Art. 39\"\nchannel = \"信访\"\nchannel_en = \"petitions\"\n");
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_THAT(checked.content.forms.at(0).advice, ElementsAre(FormAdvice{"petition",
                                                                         {"words"},
                                                                         {"投诉"},
                                                                         {"投诉电话"},
                                                                         "句",
                                                                         "sentence",
                                                                         "第三十九条",
                                                                         "Art. 39",
                                                                         "信访",
                                                                         "petitions"}));
}

TEST_F(FormAdviceFile, WhatCannotWorkIsSaid) {
  with(kAdvice + "\n" + kAdvice).finds(error(33, "写了两次"));
  with(kAdvice)
      .change("fields = [\"words\"]", "fields = [\"word\"]")
      .change("\"投诉电话\"", "\"电话\"")
      .change("[\"投诉\"]", "[\"投诉…\"]")
      .finds_among_others(error(26, "字段 word 表单里没有；是不是想写“words”？"),
                          error(27, "省略号两边都要有字"));
  with(kAdvice).change("\"投诉电话\"", "\"电话\"").finds(warning(28, "例外“电话”里没有 words 的词"));
  with("[[advice]]\ncode = \"a\"\nsentence = \"句\"\nsentence_en = \"s\"\n")
      .finds_among_others(error(24, "没有词"));
}

TEST_F(FormNotes, NeedATitleAndLines) {
  with(
      "[[notes]]\ntitle = \"帮助\"\ntitle_en = \"Help\"\nlines = [\"一\"]\nlines_en = [\"one\"]\nfolded = "
      "true\n");
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_THAT(checked.content.forms.at(0).notes,
              ElementsAre(FormNote{"帮助", "Help", {"一"}, {"one"}, true}));
  with("[[notes]]\ntitle = \"帮助\"\ntitle_en = \"Help\"\n")
      .finds_among_others(error(24, "[[notes]] 没有内容"));
}

TEST_F(NextIfFile, NamesAFieldAndItsChoice) {
  with(
      "[[next_if]]\nwhen = { field = \"kind\", values = [\"a\"] }\nsentence = \"先\"\nsentence_en = "
      "\"first\"\n");
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_THAT(checked.content.forms.at(0).next_if, ElementsAre(NextIf{{"kind", {"a"}}, "先", "first"}));
  change("\nwhen = { field = \"kind\", values = [\"a\"] }", "\nwhen = { field = \"kind\", values = [\"c\"] }")
      .finds(error(25, "“c”不是字段 kind 的选项"));
  with("[[next_if]]\nsentence = \"先\"\nsentence_en = \"first\"\n").finds(error(24, "缺少 when"));
}

TEST_F(Promise, MakesRoomForADate) {
  change("rules = \"feedback\"",
         "rules = \"letter\"\npromise_days = 0\nnext = [\"{due} 前\"]\nnext_en = [\"by {due}\"]");
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_EQ(checked.content.forms.at(0).rules, RuleSet::Letter);
  change("promise_days = 0\n", "").finds_among_others(error(5, "promise_days"));
  fresh()
      .change("rules = \"feedback\"", "rules = \"application\"\npromise_days = 3")
      .finds(warning(5, "条例第三十三条"));
  fresh()
      .change("rules = \"feedback\"", "rules = \"comment\"\npromise_days = 900")
      .finds(error(5, "应在 0 到 250 之间"));
}

// ---- drafts ----

struct CommentPeriods : OneItem {
  OneItem& draft(const std::string& fields) { return front("\n[fields]\n" + fields); }
};

TEST_F(CommentPeriods, ThirtyDaysAreEnoughAndFewerNeedAReason) {
  draft("comment_from = \"2026-11-01\"\ncomment_until = \"2026-12-01\"\n").finds_nothing();
  draft("comment_from = \"2026-11-01\"\ncomment_until = \"2026-11-30\"\n").finds(warning(6, "只有 29 天"));
  draft("comment_from = \"2026-11-01\"\ncomment_until = \"2026-11-30\"\ncomment_reason = \"汛期要到了\"\n")
      .finds_nothing();
}

TEST_F(CommentPeriods, DatesThatCannotBeAreErrors) {
  draft("comment_from = \"2026-11-31\"\ncomment_until = \"2026-12-31\"\n")
      .finds(error(5, "“2026-11-31”不是一个日期"));
  draft("comment_from = \"2026-12-01\"\ncomment_until = \"2026-11-01\"\n")
      .finds(error(6, "截止日期早于开始日期"));
  draft("comment_until = \"2026-11-01\"\n").finds(error(5, "要写明两个日期"));
  draft(
      "comment_from = 2026-11-01\ncomment_until = 2026-12-05\nadoption = \"采纳\"\nadoption_on = "
      "2026-12-01\n")
      .finds(error(8, "采纳情况的日期早于"));
}

TEST_F(CommentPeriods, ADateOfAdoptionNeedsWords) {
  draft("comment_from = \"2026-01-01\"\ncomment_until = \"2026-02-01\"\nadoption_on = \"2026-03-01\"\n")
      .finds(warning(7, "却没有采纳情况"));
}

// ---- doors ----

struct Doors : OneFile {
  Doors() : OneFile("columns/documents.toml") {}
};

TEST_F(Doors, LeadToFormsAndOtherColumns) {
  add("\n[[doors]]\ntarget = \"form:feedback\"\nicon = \"feedback\"\n\n[[doors]]\ntarget = "
      "\"column:guide\"\n");
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_THAT(checked.content.columns.at(0).doors,
              ElementsAre(Door{"form:feedback", "feedback"}, Door{"column:guide", ""}));
  change("form:feedback", "form:fedback")
      .change("column:guide", "column:documents")
      .finds_among_others(error(4, "“form:fedback”哪里也不去"), error(8, "“column:documents”哪里也不去"));
}

// ---- the word lists of the real form ----

const Form& application() {
  static const Form form = [] {
    auto checked = read_content(disk(), Path(MINGTING_SOURCE) / "content", {});
    for (const auto& each : checked->content.forms) {
      if (each.id == "application") return each;
    }
    return Form{};
  }();
  return form;
}

std::string codes(const std::string& description) {
  std::vector<std::string> found;
  for (const auto* each : advice_on(application(), "description", description)) found.push_back(each->code);
  std::string all;
  for (const auto& code : found) all += (all.empty() ? "" : " ") + code;
  return all;
}

struct Written {
  const char* words;
  const char* advice;
};

class RealWords : public ::testing::TestWithParam<Written> {};

TEST_P(RealWords, AreToldWhatTheyAre) {
  EXPECT_EQ(codes(GetParam().words), GetParam().advice) << GetParam().words;
}

/// Ordinary requests: not a word is said.
const Written kPlain[] = {
    {"示例路2025年人行道改造工程的施工许可证", ""},
    {"区教育局2026年小学学区划分方案", ""},
    {"区司法局投诉举报电话", ""},
    {"城管局2025年投诉举报办理情况", ""},
    {"市场监管所的举报奖励办法", ""},
    {"2025年信访工作情况报告", ""},
    {"区信访局的办公地址和信访渠道", ""},
    {"区统计局2025年国民经济和社会发展统计公报", ""},
    {"2024年低保人数统计数据", ""},
    {"某小区地块的可行性分析报告", ""},
    {"垃圾处理厂环评批复", ""},
    {"污水处理设施验收文件", ""},
    {"示例街道图书馆建设项目的批复", ""},
    {"图书采购合同", ""},
    {"国有土地所有权证", ""},
    {"2025年度中等职业学校招生计划", ""},
    {"高等级公路养护标准", ""},
    {"公共法律咨询服务采购合同", ""},
    {"政务服务中心咨询电话", ""},
    {"二等奖名单和评奖办法", ""},
    {"房屋征收补偿安置方案", ""},
    {"关于公布行政事业性收费计算标准的通知", ""},
    {"农产品加工企业名录", ""},
    {"从1.5公里到2.5公里路段的改造批复", ""},
    {"第一小学和第二小学的学区划分文件", ""},
    {"违法建设查处结果公示", ""},
    {"旧城改造项目历史遗留问题解决方案", ""},
    {"工伤赔偿标准文件", ""},
    {"筑府办函〔2021〕34号", ""},
};
INSTANTIATE_TEST_SUITE_P(Plain, RealWords, ::testing::ValuesIn(kPlain));

const Written kOtherwise[] = {
    {"我要投诉楼下饭店油烟太大", "petition"},
    {"举报某公司偷税，请查处", "petition"},
    {"反映小区物业乱收费的问题", "petition"},
    {"要求开发商赔偿我的损失", "petition"},
    {"老板拖欠我三个月工资", "petition"},
    {"投诉举报电话没人接，我要投诉街道", "petition"},
    {"我要投诉举报隔壁工地", "petition"},
    {"请求政府解决我家漏水", "petition"},
    {"2026年第3期政府公报", "publication"},
    {"想要一份报纸", "publication"},
    {"南明区年鉴2024", "publication"},
    {"请统计近五年的拆迁户数", "analysis"},
    {"把2020年到2025年的财政支出做个对比", "analysis"},
    {"汇总各街道低保发放金额", "analysis"},
    {"按金额列出前十名企业", "analysis"},
    {"所有的会议纪要", "wording"},
    {"拆迁相关文件", "wording"},
    {"示例路改造的全部资料", "wording"},
    {"预算、决算等", "wording"},
    {"１、２０２５年预算；２、２０２５年决算", "several"},
    {"一、施工许可证。二、竣工验收备案表", "several"},
    {"示例路改造方案，另外还要监理合同", "several"},
    {"请问怎样办理低保", "consultation"},
    {"我家房子是否属于征收范围", "consultation"},
    {"请确认某证书的真假", "consultation"},
    {"想咨询一下社保政策", "consultation"},
    {"给我开个证明", "consultation"},
    {"能不能领补贴？", "consultation"},
    {"所有投诉的统计", "petition analysis wording"},
};
INSTANTIATE_TEST_SUITE_P(Otherwise, RealWords, ::testing::ValuesIn(kOtherwise));

TEST(RealForms, EveryAdviceOnAnotherWayNamesItsArticle) {
  ASSERT_GE(application().advice.size(), 6U);
  for (const auto& each : application().advice) {
    EXPECT_TRUE(each.code == "several" || !each.article.empty()) << each.code;
    EXPECT_LE(each.sentence.size(), 3U * 80) << each.code << " is too long to be read beside a field";
  }
}

}  // namespace
}  // namespace mingting
