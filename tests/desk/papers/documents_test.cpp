// Every paper says what the law asks of it.
#include "base/said/words.hpp"
#include "desk/papers/documents.hpp"

#include <gmock/gmock.h>

#include "base/text/text.hpp"
#include "desk/papers/documents_fixture.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

TEST(Replies, EveryKindSaysWhatTheLawDemandsAndHasItsRemedy) {
  for (const auto& row : kReplyKinds) {
    if (row.value == ReplyKind::Withdrawn) continue;
    SCOPED_TRACE(row.key);
    const ReplyRule& rule = rule_of(row.value);
    const PaperDesk desk = replied(row.value);
    const Said said = said_for(row.value, true);
    const OfficialPaper paper = desk.paper(DocumentKind::Reply, said);
    const std::string text = text_of(paper);
    for (const auto& [key, words] : said) EXPECT_THAT(text, HasSubstr(words));
    EXPECT_THAT(text, HasSubstr(std::string(rule.article)));
    EXPECT_THAT(text, Not(AnyOf(HasSubstr("{"), HasSubstr("}"), HasSubstr("。。"))));
    EXPECT_THAT(text, AllOf(HasSubstr("张示例："), HasSubstr("NM-D01-20261102-0001-X"), HasSubstr("2026年11月2日")));
    EXPECT_THAT(paper.title, StartsWith("南明区人民政府办公室"));
    EXPECT_EQ(paper.number, "南公开复〔2026〕3号");
    const bool first = rule.remedy != RemedyRoute::ReviewOrSuit;  // the sample of a reply in part chose review first
    const auto route = first ? RemedyRoute::ReviewFirst : RemedyRoute::ReviewOrSuit;
    EXPECT_EQ(paper.remedy, worded(remedy_line(route, desk.office.level, desk.office.bodies).value()));
  }
}

TEST(Replies, OnlyWhatIsOptionalMayBeLeftOut) {
  for (const auto& row : kReplyKinds) {
    if (row.value == ReplyKind::Withdrawn) continue;
    SCOPED_TRACE(row.key);
    const std::string text = text_of(replied(row.value).paper(DocumentKind::Reply, said_for(row.value, false)));
    EXPECT_THAT(text, Not(AnyOf(HasSubstr("：。"), HasSubstr("：\n。"), HasSubstr("{"))));
  }
}

TEST(Replies, AreRefusedUntilTheOfficerHasSaidWhatTheyMustSay) {
  for (const auto& row : kReplyKinds) {
    if (ends_without_reply(row.value)) continue;
    for (const auto& point : rule_of(row.value).points) {
      // What the register itself knows need not be said again.
      if (!point.required || point.key == "correction" || point.key == "asked") continue;
      SCOPED_TRACE(std::string(row.key) + " " + std::string(point.key));
      Said said = said_for(row.value, true);
      said[std::string(point.key)] = "  ";
      const auto made = replied(row.value).compose(DocumentKind::Reply, said);
      ASSERT_FALSE(made);
      EXPECT_EQ(made.error().trouble, Trouble::Invalid);
      EXPECT_THAT(worded(made.error()), AllOf(StartsWith("政府信息公开申请答复书还缺："), HasSubstr(words(point.what))));
      EXPECT_THAT(worded(made.error()), Not(HasSubstr("{")));
    }
  }
}

TEST(Replies, ATemplateThatForgetsAPointDoesNotFreeTheOfficerOfIt) {
  CopiedContent copy;
  copy.folder.write("desk/templates/reply-not-existing.toml", "title = \"答复书\"\nnumber = true\nbody = [\"没有。\"]\n");
  PaperDesk desk = replied(ReplyKind::NotExisting);
  desk.content = copy.folder.path();
  EXPECT_THAT(desk.refusal(DocumentKind::Reply), HasSubstr("检索过程"));
  const auto lacks_place = remark("paper-making.no-place", "desk/templates/reply-not-existing.toml", "检索过程",
                                  remark("reply-point.searched"));
  EXPECT_THAT(check_templates(disk(), desk.content), Contains(lacks_place));
  EXPECT_THAT(worded(lacks_place), HasSubstr("reply-not-existing.toml：没有 {检索过程} 的位置"));
}

TEST(Replies, TellFromTheRegisterWhatItKnows) {
  const auto unclear = text_of(replied(ReplyKind::StillUnclear).paper(DocumentKind::Reply, {{"reason", "示例"}}));
  EXPECT_THAT(unclear, HasSubstr("本机关于2026年11月4日告知您补正，于2026年11月10日收到补正后的申请。\n"));
  const auto excessive = text_of(replied(ReplyKind::Excessive).paper(DocumentKind::Reply, {{"reason", "示例"}}));
  EXPECT_THAT(excessive, HasSubstr("本机关于2026年11月4日要求您说明理由；您于2026年11月6日说明：想多了解一些。\n"));
}

TEST(Replies, InPartWaitForTheOfficersChoiceOfRemedy) {
  PaperDesk desk = replied(ReplyKind::GrantedInPart);
  const Said said = said_for(ReplyKind::GrantedInPart, true);
  EXPECT_THAT(desk.paper(DocumentKind::Reply, said).body,
              Contains("没有公开的内容，依据《政府信息公开条例》第十五条、第十六条第二款的规定处理。"));
  desk.desk.one.reply->remedy.reset();
  EXPECT_THAT(desk.refusal(DocumentKind::Reply, said), HasSubstr("承办人员选定"));
  Said chosen = said;
  chosen["remedy"] = "review-or-suit";
  EXPECT_THAT(desk.paper(DocumentKind::Reply, chosen).remedy, HasSubstr("6个月内"));
}

TEST(Replies, OverTheInternetOfferReviewThere) {
  PaperDesk desk = replied(ReplyKind::NotExisting);
  const Said said{{"searched", "示例"}, {"served", "internet"}};
  EXPECT_THAT(desk.refusal(DocumentKind::Reply, said), HasSubstr("第二十二条"));
  desk.office.bodies.online_review = "示例网址";
  EXPECT_THAT(desk.paper(DocumentKind::Reply, said).remedy, HasSubstr("示例网址"));
}

TEST(Replies, ADepartmentIsReviewedByTheDistrict) {
  PaperDesk desk = replied(ReplyKind::NotExisting);
  desk.office.level = AgencyLevel::Department;
  EXPECT_THAT(desk.paper(DocumentKind::Reply, {{"searched", "示例"}}).remedy, HasSubstr("向南明区人民政府申请行政复议"));
}

TEST(Replies, QuoteTheRequestWholeOrSayThatTheyDoNot) {
  auto desk = replied(ReplyKind::NotExisting);
  std::string request;
  while (request.size() < 2400) request += "请公开示例路的改造工程施工方案，";
  request += "到此为止";
  desk.entry.submission.answers[0].value = request;
  const Said said{{"searched", "查了2025年档案目录，没有"}};
  EXPECT_THAT(desk.paper(DocumentKind::Reply, said).body.front(), HasSubstr("“" + request + "”"));
  while (request.size() < 9000) request += "请公开示例路的改造工程施工方案，";
  desk.entry.submission.answers[0].value = request;
  const auto body = desk.paper(DocumentKind::Reply, said).body.front();
  EXPECT_THAT(body, HasSubstr("……（以下从略，全文共" + std::to_string(count_code_points(request)) + "字，见申请原件）”"));
  desk.entry.submission.answers.clear();
  EXPECT_THAT(desk.paper(DocumentKind::Reply, said).body.front(), HasSubstr("示例路2025年改造工程")) << "what the register still knows";
}

TEST(Replies, AParagraphWithoutItsOptionalWordsIsLeftOut) {
  const PaperDesk desk = replied(ReplyKind::NotOurs);
  const auto without = desk.paper(DocumentKind::Reply, {{"reason", "示例理由"}});
  const auto with = desk.paper(DocumentKind::Reply, {{"reason", "示例理由"}, {"agency", "示例街道办事处"}});
  EXPECT_EQ(with.body.size(), without.body.size() + 1);
  EXPECT_THAT(with.body.back(), HasSubstr("示例街道办事处。建议您"));
}

TEST(Replies, PrintTheOfficersWordsAsTheyAre) {
  const PaperDesk desk = replied(ReplyKind::Granted);
  const auto paper = desk.paper(DocumentKind::Reply, {{"given", "第一段 {编号}\n\n第二段。"}});
  EXPECT_THAT(paper.body, Contains("第一段 {编号}"));  // never filled in a second time
  EXPECT_THAT(paper.body, Contains("第二段。"));
  const auto spoken = desk.paper(DocumentKind::Reply, {{"提供内容", "用中文名字说的"}});
  EXPECT_THAT(spoken.body, Contains("用中文名字说的"));
  const auto refused = replied(ReplyKind::StateSecret).paper(DocumentKind::Reply, {{"reason", "依照某法。"}});
  EXPECT_EQ(refused.body.back(), "理由和依据：依照某法。");
}

TEST(Replies, LoseNoWordOfTheOfficersUnnoticed) {
  const PaperDesk desk = replied(ReplyKind::Granted);
  EXPECT_THAT(desk.refusal(DocumentKind::Reply, {{"given", "示例"}, {"raeson", "示例"}}), HasSubstr("“raeson”不是可以填写的项"));
  EXPECT_THAT(desk.refusal(DocumentKind::Reply, {{"given", "示例"}, {"reason", "示例"}}), HasSubstr("没有 {理由} 的位置"));
}

TEST(Replies, OfAnOrganisationAndWithoutATemplateOfTheirOwn) {
  CopiedContent copy;
  std::filesystem::remove(copy.folder / "desk/templates/reply-in-part.toml");
  PaperDesk desk = replied(ReplyKind::GrantedInPart);
  desk.content = copy.folder.path();
  desk.entry.applicant.kind = ApplicantKind::Company;
  const auto paper = desk.paper(DocumentKind::Reply, said_for(ReplyKind::GrantedInPart, true));
  EXPECT_THAT(paper.body, Contains(HasSubstr("收到贵单位提交的")));
  EXPECT_THAT(paper.body, Contains("示例：所说的withheld"));
  EXPECT_THAT(paper.body, Contains(HasSubstr("《政府信息公开条例》第三十七条")));
}

TEST(Replies, NeedAReply) { EXPECT_THAT(PaperDesk().refusal(DocumentKind::Reply), HasSubstr("还没有作出答复")); }

// ---- notices and letters --------------------------------------------------------------------------------------------

TEST(Notices, CorrectionSaysWhatUntilWhenAndWhatHappensOtherwise) {
  PaperDesk desk;
  desk.does("2026-11-04", CorrectionAsked{"一、写明年份。\n二、写明是哪一段路。", 10});
  const auto paper = desk.paper(DocumentKind::CorrectionNotice);
  EXPECT_THAT(paper.body, AllOf(Contains("一、写明年份。"), Contains("二、写明是哪一段路。")));
  EXPECT_THAT(paper.body, Contains(HasSubstr("10个工作日，自2026年11月4日起算，当天不计，最后一天是2026年11月18日")));
  EXPECT_THAT(text_of(paper), AllOf(HasSubstr("第三十条"), HasSubstr("视为放弃申请")));
  EXPECT_EQ(paper.number, "南公开补〔2026〕3号");
  EXPECT_EQ(paper.remedy, "");
}

TEST(Notices, ExtensionTellsTheNewLastDay) {
  PaperDesk desk;
  desk.does("2026-11-20", Extended{20, "李示例"});
  const auto paper = desk.paper(DocumentKind::ExtensionNotice);
  EXPECT_THAT(paper.body, Contains(AllOf(HasSubstr("延长20个工作日"), HasSubstr("2026年12月28日以前"))));
  EXPECT_EQ(desk.paper(DocumentKind::ExtensionNotice, {{"reason", "示例"}}).body.size(), paper.body.size() + 1);
}

TEST(Notices, ADateInAYearWithoutANoticeIsProvisional) {
  PaperDesk desk;
  desk.does("2026-11-20", Extended{20, "李示例"});
  desk.desk.calendar = WorkCalendar();
  EXPECT_THAT(text_of(desk.paper(DocumentKind::ExtensionNotice)), HasSubstr("2026年12月28日（暂定，该年放假安排尚未公布）"));
}

TEST(Letters, SilenceMeansWhatTheArticleSays) {
  const auto letter = [](ConsultationKind kind) {
    PaperDesk desk;
    desk.does("2026-11-05", ConsultationSent{kind, "示例有限公司", std::nullopt});
    return desk.paper(DocumentKind::ThirdPartyLetter);
  };
  const auto third = text_of(letter(ConsultationKind::ThirdParty)), joint = text_of(letter(ConsultationKind::JointMaker)),
             other = text_of(letter(ConsultationKind::OtherAgency));
  EXPECT_THAT(third, AllOf(HasSubstr("第三十二条"), HasSubstr("15个工作日"), HasSubstr("由本机关依照"), Not(HasSubstr("视为同意"))));
  EXPECT_THAT(joint, AllOf(HasSubstr("第三十四条"), HasSubstr("15个工作日"), HasSubstr("视为同意公开")));
  EXPECT_THAT(other, AllOf(HasSubstr("第三十三条"), Not(HasSubstr("15个工作日")), Not(HasSubstr("视为同意"))));
  for (const auto& text : {third, joint, other}) {
    EXPECT_THAT(text, AllOf(HasSubstr("示例有限公司：\n"), HasSubstr("施工方案"), Not(HasSubstr("张示例"))));
  }
}

TEST(Letters, MayNameWhatIsAskedAboutOtherwise) {
  PaperDesk desk;
  desk.does("2026-11-05", ConsultationSent{ConsultationKind::ThirdParty, "示例有限公司", std::nullopt});
  EXPECT_THAT(desk.paper(DocumentKind::ThirdPartyLetter, {{"what", "贵方投标文件的报价部分"}}).body,
              Contains("本机关收到一件政府信息公开申请，申请公开的信息是：贵方投标文件的报价部分。"));
}

TEST(Fees, TheNoticeSaysBasisStandardAmountWayAndPeriod) {
  PaperDesk desk;
  desk.does("2026-11-04", FeeNotified{FeeBasis::Items, 2200});
  const auto paper = desk.paper(DocumentKind::FeeNotice, {{"how_to_pay", "示例：到窗口领取缴款码"}, {"counted", "第11至30件2000元；第31件200元"}});
  EXPECT_THAT(text_of(paper), AllOf(HasSubstr("国办函〔2020〕109号"), HasSubstr("按件计收"), HasSubstr("金额：2200元"), HasSubstr("缴款码"),
                                    HasSubstr("第31件200元。"), HasSubstr("次日起20个工作日内"), HasSubstr("最后一天是2026年12月2日"),
                                    HasSubstr("视为放弃申请")));
  EXPECT_THAT(paper.body, Contains("二、计收标准：同一申请人一个自然月内累计申请10件以下（含10件）不收费；11至30件（含30件）的部分每件100元；"
                                   "31件以上的部分每10件为一档，第一档每件200元，以后每档每件增加100元。"));
  EXPECT_THAT(desk.refusal(DocumentKind::FeeNotice), HasSubstr("怎样缴费"));
}

TEST(Fees, ByPages) {
  PaperDesk desk;
  desk.does("2026-11-04", FeeNotified{FeeBasis::Pages, 10});
  EXPECT_THAT(desk.paper(DocumentKind::FeeNotice, {{"how_to_pay", "示例"}}).body,
              Contains("二、计收标准：30页以下（含30页）不收费；31至100页（含100页）的部分每页10元；101至200页（含200页）的部分每页20元；"
                       "201页以上的部分每页40元。"));
}

// ---- receipt and form -----------------------------------------------------------------------------------------------

TEST(RegistrationReceipt, TellsTheDueDateHowItIsCountedAndWhatIsNext) {
  PaperDesk desk;
  desk.query_code = "7K3F-9QWD";
  const auto paper = desk.paper(DocumentKind::RegistrationReceipt, {{"attachments", "委托书1份"}});
  EXPECT_THAT(paper.rows, AllOf(Contains(Pair("编号", "NM-D01-20261102-0001-X")), Contains(Pair("答复期限", "2026年11月30日")),
                                Contains(Pair("期限怎样计算", HasSubstr("20个工作日"))), Contains(Pair("查询码", "7K3F-9QWD")),
                                Contains(Pair("提交方式", "当面提交")), Contains(Pair("所附材料", "委托书1份"))));
  EXPECT_THAT(text_of(paper), AllOf(HasSubstr("征求第三方"), HasSubstr("7个工作日内一次性告知"), HasSubstr("2026年11月30日答复")));
  EXPECT_EQ(paper.number, "");
  desk.query_code = "";
  EXPECT_THAT(desk.paper(DocumentKind::RegistrationReceipt).rows, Not(Contains(Pair("查询码", testing::_))));
}

TEST(RegistrationReceipt, OfALetterWaitsForItsDay) {
  PaperDesk desk;
  desk.desk.one = {};
  desk.does("2026-11-02", Arrived{ReceiptWay::OrdinaryLetter, std::nullopt});
  const auto paper = desk.paper(DocumentKind::RegistrationReceipt);
  EXPECT_THAT(paper.rows, Not(Contains(Pair("答复期限", testing::_))));
  EXPECT_THAT(paper.body.front(), HasSubstr("确认之日为收到申请之日"));
}

TEST(RegistrationForm, HoldsEveryAnswerOnceAndNoBareHeading) {
  const PaperDesk desk;
  const auto paper = desk.paper(DocumentKind::RegistrationForm);
  for (const auto& answer : desk.entry.submission.answers) {
    if (answer.field == "applicant_kind") continue;
    const auto is_answer = [&](const auto& row) { return row.second == answer.display; };
    const auto shown = std::count_if(paper.rows.begin(), paper.rows.end(), is_answer);
    EXPECT_EQ(shown, 1) << answer.field;
  }
  EXPECT_THAT(paper.rows, Contains(Pair("证件号码", "11010519491231002X")));
  EXPECT_THAT(paper.rows, Contains(Pair("我填的身份和联系方式是真实的", "同意")));
  PaperDesk bare;
  bare.entry.submission.answers = {{"name", "姓名", "张示例", "张示例"}};
  const auto rows = bare.paper(DocumentKind::RegistrationForm).rows;
  EXPECT_THAT(rows, Not(Contains(Pair("", "提供方式"))));
  EXPECT_EQ(rows.back(), std::pair(std::string("姓名"), std::string("张示例")));
}

// ---- keeping --------------------------------------------------------------------------------------------------------

TEST(OfficialPaper, ComesBackFromTheRegisterAsItWas) {
  for (const auto kind : {DocumentKind::RegistrationForm, DocumentKind::RegistrationReceipt}) {
    const auto paper = PaperDesk().paper(kind);
    EXPECT_EQ(paper_from_json(paper_as_json(paper)).value(), paper);
  }
  const auto reply = replied(ReplyKind::Granted).paper(DocumentKind::Reply, {{"given", "𬭸䶮㛃𫖯 \"引号\"\\"}});
  EXPECT_EQ(paper_from_json(paper_as_json(reply)).value(), reply);
}

TEST(OfficialPaper, OfNonsenseIsRefused) {
  for (const char* text : {"", "{}", "[1]", "{\"kind\":1}"}) EXPECT_FALSE(paper_from_json(text)) << text;
  auto json = paper_as_json(PaperDesk().paper(DocumentKind::RegistrationReceipt));
  EXPECT_FALSE(paper_from_json(replace_all(json, "2026-11-02\"", "2026-02-30\"")));
}

}  // namespace
}  // namespace mingting
