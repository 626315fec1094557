// Every step of an application, over a real register.
#include "desk/cases/steps.hpp"

#include "desk/office_desk.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(CaseSteps, AWorkingDayFromTheStickToTheReply) {
  OfficeDesk desk;
  desk.out = desk.desk.folder / "papers";
  const auto report = desk.book.import(export_of({record_at(1, application_of(1), "2026-11-02T09:30")}), clerk_on("2026-11-02"),
                                       desk.desk.with());
  ASSERT_TRUE(report);
  const auto receipt = desk.done(accept(desk.on("2026-11-02"), "1"));
  EXPECT_THAT(receipt.text, AllOf(HasSubstr("登记回执"), HasSubstr("2026年11月30日")));

  const auto correct = desk.done(ask_correction(desk.on("2026-11-04"), "1", "请写明哪一段", 10));
  EXPECT_THAT(correct.text, AllOf(HasSubstr("告知补正"), HasSubstr("南公开补〔2026〕1号"), HasSubstr("2026年11月18日"), HasSubstr("对方")));
  EXPECT_THAT(desk.done(take_correction(desk.on("2026-11-09"), "1", "")).text, HasSubstr("2026年12月7日"));

  const ConsultationSent letter{ConsultationKind::ThirdParty, "示例建筑公司", std::nullopt};
  EXPECT_THAT(desk.done(ask_opinion(desk.on("2026-11-10"), "1", letter, "")).text, HasSubstr("南公开征〔2026〕1号"));
  desk.done(take_opinion(desk.on("2026-11-12"), "1", {.delivered = true}));
  desk.done(take_opinion(desk.on("2026-11-16"), "1", {.opinion = Opinion::Agrees}));
  // 20 working days from 9 November without the four of the consultation (11-16 November).
  EXPECT_THAT(desk.done(tell_deadline(desk.on("2026-11-16"), "1", false)).text, HasSubstr("2026年12月11日"));
  const auto extended = desk.done(extend(desk.on("2026-11-20"), "1", {5, "李示例"}, {{"reason", "需要会同核实"}}));
  EXPECT_THAT(extended.text, AllOf(HasSubstr("南公开延〔2026〕1号"), HasSubstr("2026年12月18日")));

  const auto replied = desk.done(reply(desk.on("2026-11-24"), "1", {.kind = ReplyKind::Granted}, {{"given", "改造方案一份，见附件"}}));
  EXPECT_THAT(replied.text, AllOf(HasSubstr("南公开复〔2026〕1号"), HasSubstr("送达答复")));
  EXPECT_EQ(desk.json(replied)["recorded"]["fields"]["number"], "南公开复〔2026〕1号");
  EXPECT_THAT(desk.done(due_entries(desk.on("2026-11-24"), 1000)).text, HasSubstr("送达答复"));
  EXPECT_THAT(desk.done(serve(desk.on("2026-11-25"), "1", ServiceWay::Post)).text, HasSubstr("已办结"));
  EXPECT_TRUE(desk.json(desk.done(due_entries(desk.on("2026-11-25"), 1000)))["items"].empty());

  for (const auto* kind : {"registration-receipt", "correction-notice", "third-party-letter", "extension-notice", "reply"}) {
    const auto pdf = disk().read(desk.out / (kiosk_number(1) + "-" + kind + ".pdf"), 1U << 24);
    ASSERT_TRUE(pdf) << kind;
    EXPECT_TRUE(pdf->starts_with("%PDF")) << kind;
  }
}

TEST(CaseSteps, ARefusedStepSaysTheArticleAndLeavesNothing) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.out = desk.desk.folder / "papers";
  const auto before = desk.traces();
  EXPECT_THAT(desk.refusal(ask_correction(desk.on("2026-11-20"), "1", "请写明", 10)), AllOf(HasSubstr("7个工作日"), HasSubstr("第三十条")));
  EXPECT_THAT(desk.refusal(extend(desk.on("2026-11-20"), "1", {21, "李示例"}, {})), HasSubstr("第三十三条"));
  EXPECT_THAT(desk.refusal(serve(desk.on("2026-11-20"), "1", ServiceWay::Direct)), HasSubstr("没有等待送达的答复"));
  EXPECT_THAT(desk.refusal(reply(desk.on("2026-11-20"), "1", {.kind = ReplyKind::NotExisting}, {})), HasSubstr("检索过程"));
  EXPECT_THAT(desk.refusal(reply(desk.on("2026-11-20"), "1", {.kind = ReplyKind::Granted}, {{"given", "附件"}, {"nonsense", "x"}})),
              HasSubstr("nonsense"));
  EXPECT_THAT(desk.refusal(take_opinion(desk.on("2026-11-20"), "1", {.delivered = true})), HasSubstr("没有正在征求"));
  EXPECT_THAT(desk.refusal(lapse(desk.on("2026-11-20"), "1")), HasSubstr("视为放弃"));
  EXPECT_THAT(desk.refusal(undo(desk.on("2026-11-20"), "1", 9, "记错了")), HasSubstr("没有第 9 步"));
  EXPECT_THAT(desk.refusal(withdraw(desk.on("2026-11-20"), "1", " ")), HasSubstr("怎样撤回"));
  EXPECT_THAT(desk.refusal(take_reasons(desk.on("2026-11-20"), "1", " ")), HasSubstr("请写明"));
  EXPECT_EQ(desk.traces(), before);
  EXPECT_FALSE(disk().exists(desk.out)) << "no paper of a step that was refused";
  EXPECT_EQ(accept(desk.on("2026-11-20"), "77").error().trouble, Trouble::NotFound);
}

TEST(CaseSteps, NumbersOfPapersHaveNoGapsAfterARefusal) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.refusal(reply(desk.on("2026-11-03"), "1", {.kind = ReplyKind::NotExisting}, {}));
  EXPECT_THAT(desk.done(reply(desk.on("2026-11-03"), "1", {.kind = ReplyKind::NotExisting}, {{"searched", "查了档案目录，没有"}})).text,
              HasSubstr("南公开复〔2026〕1号"));
}

TEST(CaseSteps, AStepTakenBackMakesItsPaperVoid) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(ask_correction(desk.on("2026-11-03"), "1", "请写明", 10));
  const auto undone = desk.done(undo(desk.on("2026-11-03"), "1", 2, "不需要补正"));
  EXPECT_THAT(undone.text, AllOf(HasSubstr("撤销"), HasSubstr("办理中")));
  const auto papers = desk.json(desk.done(entry_papers(desk.on("2026-11-03"), "1", false)))["papers"];
  ASSERT_EQ(papers.size(), 2U) << "the receipt and the notice";
  EXPECT_EQ(papers[0]["void"], false);
  EXPECT_EQ(papers[1]["void"], true);
  EXPECT_THAT(desk.done(show_entry(desk.on("2026-11-03"), "1", false)).text, AllOf(HasSubstr("告知补正（已撤销）"), HasSubstr("（作废）")));
}

TEST(CaseSteps, WhereSeveralAreAskedThePartyIsNamed) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(ask_opinion(desk.on("2026-11-03"), "1", {ConsultationKind::ThirdParty, "示例甲公司", std::nullopt}, ""));
  desk.done(ask_opinion(desk.on("2026-11-03"), "1", {ConsultationKind::OtherAgency, "示例局", std::nullopt}, "示例路的批复"));
  EXPECT_THAT(desk.refusal(take_opinion(desk.on("2026-11-04"), "1", {.opinion = Opinion::Agrees})),
              AllOf(HasSubstr("示例甲公司、示例局"), HasSubstr("--party")));
  desk.done(take_opinion(desk.on("2026-11-04"), "1", {.party = "示例局", .opinion = Opinion::Agrees}));
  EXPECT_THAT(desk.refusal(take_opinion(desk.on("2026-11-04"), "1", {.party = "示例乙公司", .opinion = Opinion::Agrees})),
              HasSubstr("示例乙公司"));
  desk.done(take_opinion(desk.on("2026-11-05"), "1", {.ended = "信被退回"}));
}

TEST(CaseSteps, AFeeIsCountedByTheMonthAndTheTariff) {
  OfficeDesk desk;
  for (int i = 0; i < 11; ++i) desk.added("2026-11-02", person("欧阳示例", "第" + std::to_string(i) + "份文件"));
  const Said how{{"how_to_pay", "到示例银行缴入国库"}};
  // Entry 12 by the same applicant: eleven before it, so the first ten free ones are used up.
  desk.added("2026-11-03");
  const auto charged = desk.done(charge(desk.on("2026-11-04"), "12", {FeeBasis::Items, 1, std::nullopt}, how));
  EXPECT_EQ(desk.json(charged)["recorded"]["fields"]["yuan"], "100");
  EXPECT_THAT(charged.text, AllOf(HasSubstr("本月此前11件，这次1件"), HasSubstr("按登记册算 11 件"), HasSubstr("待申请人缴费")));
  EXPECT_THAT(desk.refusal(charge(desk.on("2026-11-04"), "1", {FeeBasis::Items, 1, 0}, how)), HasSubstr("不收费"));
  EXPECT_EQ(desk.json(desk.done(
                charge(desk.on("2026-11-04"), "2", {FeeBasis::Pages, 31, std::nullopt}, how)))["recorded"]["fields"]["yuan"],
            "10");
  EXPECT_THAT(desk.done(take_payment(desk.on("2026-11-06"), "2")).text, HasSubstr("办理中"));
}

TEST(CaseSteps, ReasonsOfAnExcessiveApplicant) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  EXPECT_THAT(desk.refusal(take_reasons(desk.on("2026-11-03"), "1", "研究")), HasSubstr("第三十五条"));
  EXPECT_THAT(desk.refusal(ask_reasons(desk.on("2026-11-03"), "1", {{"given", "附件"}})), HasSubstr("{提供内容}"))
      << "words without a place in the paper are not lost in silence";
  EXPECT_THAT(desk.done(ask_reasons(desk.on("2026-11-03"), "1", {{"excess", "本月第38件"}})).text, HasSubstr("南公开询〔2026〕1号"));
  EXPECT_THAT(desk.book.documents(1)->back().content, AllOf(HasSubstr("第三十五条"), HasSubstr("具体情况：本月第38件。")));
  desk.done(take_reasons(desk.on("2026-11-04"), "1", "研究需要"));
  EXPECT_THAT(desk.done(delay_reply(desk.on("2026-11-05"), "1", day_of("2027-01-29"))).text,
              AllOf(HasSubstr("2027年1月29日"), HasSubstr("南公开迟〔2026〕1号")));
  const auto told = desk.book.documents(1)->back().content;
  EXPECT_THAT(told, AllOf(HasSubstr("2026年11月3日要求"), HasSubstr("2026年11月4日作了说明"), HasSubstr("2027年1月29日以前")));
  EXPECT_THAT(told, Not(HasSubstr("暂定"))) << "the office set the day itself";
}

/// Two companies object with reasons, a third is content.
void ask_three(OfficeDesk& desk) {
  for (const auto* party : {"示例甲公司", "示例乙公司", "示例丙公司"}) {
    desk.done(ask_opinion(desk.on("2026-11-03"), "1", {ConsultationKind::ThirdParty, party, day_of("2026-11-03")}, ""));
    const bool content = std::string_view(party) == "示例丙公司";
    desk.done(take_opinion(desk.on("2026-11-05"), "1",
                           {.party = party, .opinion = content ? Opinion::Agrees : Opinion::Objects, .reasons = content ? "" : "商业秘密"}));
  }
}

TEST(CaseSteps, AThirdPartyIsToldWhyItsObjectionDoesNotStand) {
  OfficeDesk desk;
  desk.out = desk.desk.folder / "papers";
  desk.added("2026-11-02", person("欧阳示例", "欧阳示例住示例路12号，要示例甲公司的排污合同"));
  ask_three(desk);
  const Said given{{"given", "合同一份，见附件"}};
  EXPECT_THAT(desk.refusal(reply(desk.on("2026-11-06"), "1", {.kind = ReplyKind::Granted}, given)), HasSubstr("书面告知第三方"));
  const Replied open{.kind = ReplyKind::Granted, .public_interest = "涉及饮水安全，欧阳示例等居民长期反映"};
  const auto done = desk.done(reply(desk.on("2026-11-06"), "1", open, given));
  EXPECT_THAT(done.text, AllOf(HasSubstr("南公开复〔2026〕1号"), HasSubstr("南公开决〔2026〕1号"), HasSubstr("南公开决〔2026〕2号"),
                               HasSubstr("请把公开决定告知书送给示例甲公司、示例乙公司")));
  EXPECT_EQ(desk.json(done)["also"].size(), 2U);
  const auto papers = desk.book.documents(1).value();
  ASSERT_GE(papers.size(), 2U);
  const auto paper = paper_from_json(papers[papers.size() - 2].content).value();
  EXPECT_EQ(paper.addressee, "示例甲公司：");
  const auto all = paper_as_json(paper);
  EXPECT_THAT(all, AllOf(HasSubstr("第三十二条"), HasSubstr("2026年11月5日答复不同意公开"), HasSubstr("要示例甲公司的排污合同"), HasSubstr("涉及饮水安全")));
  EXPECT_THAT(all, AllOf(Not(HasSubstr("欧阳")), Not(HasSubstr("示例路12号")))) << "names no applicant";
  EXPECT_THAT(paper.remedy, HasSubstr("行政复议"));
  for (const auto& file : {done.text.find("public-interest-notice.pdf"), done.text.find("public-interest-notice-2.pdf")}) {
    EXPECT_NE(file, std::string::npos) << done.text;
  }
  desk.done(undo(desk.on("2026-11-06"), "1", static_cast<int>(desk.book.steps(1)->size()), "记错了"));
  const auto after = desk.book.documents(1).value();
  for (const auto& each : after) {
    EXPECT_EQ(each.is_void, each.kind == "reply" || each.kind == "public-interest-notice") << each.kind;
  }
}

TEST(CaseSteps, AThirdPartyIsToldInTheOfficersWords) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  ask_three(desk);
  Replied part{.kind = ReplyKind::GrantedInPart, .withheld = {ReplyKind::ProcessInformation}, .number = "",
               .public_interest = "涉及饮水安全", .remedy = RemedyRoute::ReviewFirst};
  desk.done(reply(desk.on("2026-11-06"), "1", part, {{"given", "合同正文"}, {"withheld", "谈判记录"}, {"reason", "过程性信息"}}, "合同正文，不含附件"));
  EXPECT_THAT(desk.book.documents(1)->back().content, HasSubstr("决定公开的内容：合同正文，不含附件。"));
}

TEST(CaseSteps, OnlyThoseWhoGaveReasonsInTimeAreToldThatTheyDid) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  for (const auto* party : {"示例甲公司", "示例乙公司"}) {
    desk.done(ask_opinion(desk.on("2026-11-03"), "1", {ConsultationKind::ThirdParty, party, day_of("2026-11-03")}, ""));
  }
  desk.done(take_opinion(desk.on("2026-11-05"), "1", {.party = "示例甲公司", .opinion = Opinion::Objects, .reasons = "商业秘密"}));
  desk.done(take_opinion(desk.on("2026-11-05"), "1",
                         {.party = "示例乙公司", .opinion = Opinion::Objects, .no_reasons = true}));
  const Replied open{.kind = ReplyKind::Granted, .public_interest = "涉及饮水安全"};
  const auto done = desk.done(reply(desk.on("2026-11-06"), "1", open, {{"given", "合同"}}));
  EXPECT_EQ(desk.json(done)["also"].size(), 1U);
  EXPECT_THAT(done.text,
              AllOf(HasSubstr("送给示例甲公司，"), HasSubstr("示例乙公司不同意公开，但没有说明理由"),
                    Not(HasSubstr("甲公司、示例乙公司"))));
}

TEST(CaseSteps, AnObjectionWithoutReasonsIsAskedAboutWrittenDownAndSaidAtTheReply) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(ask_opinion(desk.on("2026-11-03"), "1",
                        {ConsultationKind::ThirdParty, "示例甲公司", day_of("2026-11-03")}, ""));
  const auto before = desk.traces();
  EXPECT_THAT(
      desk.refusal(take_opinion(desk.on("2026-11-05"), "1", {.opinion = Opinion::Objects, .reasons = " "})),
      AllOf(HasSubstr("示例甲公司"), HasSubstr("--no-reasons"), HasSubstr("第三十二条")));
  EXPECT_THAT(
      desk.refusal(take_opinion(desk.on("2026-11-05"), "1",
                                {.opinion = Opinion::Objects, .reasons = "商业秘密", .no_reasons = true})),
      HasSubstr("只能写一样"));
  EXPECT_EQ(desk.traces(), before);
  desk.done(take_opinion(desk.on("2026-11-05"), "1", {.opinion = Opinion::Objects, .no_reasons = true}));
  EXPECT_THAT(desk.done(show_entry(desk.on("2026-11-05"), "1", false)).text,
              HasSubstr("不同意公开；没有说明理由"));
  const auto granted =
      desk.done(reply(desk.on("2026-11-06"), "1", {.kind = ReplyKind::Granted}, {{"given", "合同一份"}}));
  EXPECT_THAT(granted.text, AllOf(HasSubstr("示例甲公司不同意公开"), HasSubstr("第三十二条")));
  EXPECT_EQ(desk.json(granted)["remarks"].size(), 1U);
}

TEST(CaseSteps, AReplyThatGivesNothingNeedsNoWordOnObjections) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(ask_opinion(desk.on("2026-11-03"), "1",
                        {ConsultationKind::ThirdParty, "示例甲公司", day_of("2026-11-03")}, ""));
  desk.done(take_opinion(desk.on("2026-11-05"), "1", {.opinion = Opinion::Objects, .no_reasons = true}));
  const auto none = desk.done(
      reply(desk.on("2026-11-06"), "1", {.kind = ReplyKind::NotExisting}, {{"searched", "查了档案"}}));
  EXPECT_THAT(none.text, Not(HasSubstr("不同意公开")));
}

TEST(CaseSteps, AJointMakersObjectionIsTakenWithoutReasons) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(ask_opinion(desk.on("2026-11-03"), "1",
                        {ConsultationKind::JointMaker, "示例乙局", day_of("2026-11-03")}, ""));
  desk.done(take_opinion(desk.on("2026-11-05"), "1", {.opinion = Opinion::Objects}));
}

TEST(CaseSteps, AWithdrawalAfterAReplyThatIsNotServedIsConfirmed) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(reply(desk.on("2026-11-05"), "1", {.kind = ReplyKind::Granted}, {{"given", "合同一份"}}));
  const auto before = desk.traces();
  EXPECT_THAT(desk.refusal(withdraw(desk.on("2026-11-06"), "1", "电话")),
              AllOf(HasSubstr("2026年11月5日"), HasSubstr("--unserved")));
  EXPECT_EQ(desk.traces(), before);
  EXPECT_THAT(desk.done(withdraw(desk.on("2026-11-06"), "1", "电话", true)).text, HasSubstr("申请人撤回"));
}

TEST(CaseSteps, TheClerksWordsToOthersNameNoApplicantEither) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  const auto asked = desk.done(ask_opinion(desk.on("2026-11-03"), "1", {ConsultationKind::ThirdParty, "示例甲公司", std::nullopt},
                                           "欧阳示例（13800138000）要的排污合同"));
  EXPECT_THAT(desk.book.documents(1)->back().content,
              AllOf(HasSubstr("要的排污合同"), Not(HasSubstr("欧阳")), Not(HasSubstr("138001"))));
  EXPECT_THAT(asked.text, HasSubstr("个人信息已隐去"));
}

TEST(CaseSteps, AReplyIsNotMeantForACourier) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  const auto before = desk.traces();
  EXPECT_THAT(desk.refusal(reply(desk.on("2026-11-06"), "1", {.kind = ReplyKind::Granted}, {{"given", "附件"}, {"served", "courier"}})),
              HasSubstr("快递"));
  EXPECT_EQ(desk.traces(), before);
}

TEST(CaseSteps, AnArrivalTakenBackTakesItsReceiptAndFormAlong) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(entry_papers(desk.on("2026-11-02"), "1", true));
  desk.done(undo(desk.on("2026-11-03"), "1", 1, "日期记错"));
  const auto papers = desk.book.documents(1).value();
  EXPECT_EQ(papers.size(), 2U);
  for (const auto& paper : papers) EXPECT_TRUE(paper.is_void) << paper.kind;
  EXPECT_THAT(desk.done(show_entry(desk.on("2026-11-03"), "1", false)).text, Not(HasSubstr("当面提交"))) << "it came by post";
  desk.done(accept(desk.on("2026-11-03"), "1", ReceiptWay::SignedPost));
  EXPECT_FALSE(desk.book.documents(1)->back().is_void);
  desk.done(entry_papers(desk.on("2026-11-03"), "1", true));
  EXPECT_EQ(desk.book.documents(1)->back().kind, "registration-form");
  EXPECT_FALSE(desk.book.documents(1)->back().is_void);
}

TEST(CaseSteps, ACorrectionTakenBackTakesItsAnswersAlong) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(ask_correction(desk.on("2026-11-03"), "1", "请写明", 10));
  desk.done(take_correction(desk.on("2026-11-04"), "1", "", {{"description", "另一件的内容"}, {"name", "司马示例"}}));
  EXPECT_EQ(desk.book.entry(1)->applicant.name, "司马示例");
  desk.done(undo(desk.on("2026-11-05"), "1", 3, "收到的是另一件的补正"));
  const auto entry = desk.book.entry(1).value();
  EXPECT_EQ(entry.applicant.name, "欧阳示例");
  EXPECT_EQ(entry.applicant.wanted, "示例路2025年改造方案");
  const auto shown = desk.done(show_entry(desk.on("2026-11-05"), "1", false)).text;
  EXPECT_THAT(shown, AllOf(HasSubstr("示例路2025年改造方案"), HasSubstr("恢复了补正以前的内容"), Not(HasSubstr("另一件的内容"))));
  desk.done(take_correction(desk.on("2026-11-05"), "1", "", {{"description", "示例路东段的方案"}}));
  EXPECT_EQ(desk.book.entry(1)->applicant.wanted, "示例路东段的方案");
}

TEST(CaseSteps, WhoLetACorrectionLapseMayBeTold) {
  OfficeDesk desk;
  for (int i = 0; i < 2; ++i) desk.added("2026-10-12");
  for (const auto* id : {"1", "2"}) desk.done(ask_correction(desk.on("2026-10-13"), id, "请写明路段", 5));
  desk.done(lapse(desk.on("2026-11-02"), "1"));
  EXPECT_EQ(desk.book.documents(1)->back().kind, "correction-notice");
  const auto told = desk.done(lapse(desk.on("2026-11-02"), "2", true));
  EXPECT_THAT(told.text, HasSubstr("南公开复〔2026〕1号"));
  EXPECT_THAT(desk.book.documents(2)->back().content,
              AllOf(HasSubstr("处理告知书"), HasSubstr("2026年10月13日"), HasSubstr("第三十条"), HasSubstr("行政复议")));
}

TEST(CaseSteps, APublicInterestWithoutAnObjectionIsRefused) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  const auto before = desk.traces();
  const Replied open{.kind = ReplyKind::Granted, .public_interest = "涉及饮水安全"};
  EXPECT_THAT(desk.refusal(reply(desk.on("2026-11-06"), "1", open, {{"given", "附件"}})), HasSubstr("没有第三方按期、有理由地不同意"));
  EXPECT_THAT(desk.refusal(reply(desk.on("2026-11-06"), "1", {.kind = ReplyKind::Granted}, {{"given", "附件"}}, "合同")),
              HasSubstr("--public-interest"));
  EXPECT_EQ(desk.traces(), before);
}

TEST(CaseSteps, APdfThatFailsTakesNothingBack) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.out = desk.desk.folder.write("a-file", "x") / "papers";
  const auto taken = ask_correction(desk.on("2026-11-03"), "1", "请写明", 10);
  ASSERT_TRUE(taken);
  EXPECT_FALSE(whole(taken));
  EXPECT_TRUE(taken->pdf_trouble);
  EXPECT_THAT(text_of(taken), AllOf(HasSubstr("已记录第 2 步"), HasSubstr("PDF 没有写成")));
  EXPECT_EQ(desk.book.steps(1)->size(), 2U);
  desk.out = desk.desk.folder / "papers";
  EXPECT_EQ(desk.json(desk.done(entry_papers(desk.on("2026-11-03"), "1", true)))["files"].size(), 3U)
      << "receipt, notice and form, made again";
  EXPECT_EQ(desk.json(desk.done(entry_papers(desk.on("2026-11-03"), "1", true)))["papers"].size(), 3U) << "one form is enough";
}

TEST(CaseSteps, AnApplicationWithoutANameCanBeCorrected) {
  OfficeDesk desk;
  AddOrder order;
  order.answers = {{"description", "示例路的方案"}};
  order.incomplete = true;
  desk.done(add_entry(desk.on("2026-11-02"), desk.random, order));
  desk.done(ask_correction(desk.on("2026-11-03"), "1", "请写明姓名和联系方式", 10));
  const auto papers = desk.book.documents(1).value();
  EXPECT_EQ(paper_from_json(papers.back().content)->addressee, "申请人：");
  EXPECT_THAT(desk.refusal(take_correction(desk.on("2026-11-05"), "1", "", {{"nonsense", "x"}})), HasSubstr("nonsense"));
  desk.done(take_correction(desk.on("2026-11-05"), "1", "", person("欧阳示例", "示例路的施工方案")));
  const auto entry = desk.book.entry(1).value();
  EXPECT_EQ(entry.applicant.name, "欧阳示例");
  EXPECT_EQ(entry.applicant.wanted, "示例路的施工方案");
  EXPECT_EQ(desk.book.list({})->front(), entry);
  const auto told = desk.done(show_entry(desk.on("2026-11-05"), "1", false));
  EXPECT_THAT(told.text, AllOf(HasSubstr("补正了填写的内容"), HasSubstr("欧阳**"), Not(HasSubstr("示例路12号"))));
  EXPECT_THAT(told.json, AllOf(Not(HasSubstr("示例路12号")), Not(HasSubstr("13800138000"))));
  desk.done(reply(desk.on("2026-11-06"), "1", {.kind = ReplyKind::Granted}, {{"given", "附件"}}));
  EXPECT_EQ(paper_from_json(desk.book.documents(1)->back().content)->addressee, "欧阳示例：");
}

TEST(CaseSteps, AnArrivalTakenBackIsRecordedAnewAsItWas) {
  OfficeDesk desk;
  AddOrder order;
  order.answers = person();
  order.way = ReceiptWay::SignedPost;
  desk.done(add_entry(desk.on("2026-11-02"), desk.random, order));
  const auto undone = desk.done(undo(desk.on("2026-11-10"), "1", 1, "记错了"));
  EXPECT_THAT(undone.text, HasSubstr("照原来的方式和到达日期"));
  desk.done(accept(desk.on("2026-11-10"), "1"));
  const auto again = case_of(desk.book.steps(1).value());
  EXPECT_EQ(again.way, ReceiptWay::SignedPost);
  EXPECT_EQ(again.received, day_of("2026-11-02"));
  desk.done(undo(desk.on("2026-11-10"), "1", 3, "记错了"));
  desk.done(accept(desk.on("2026-11-10", "2026-11-04"), "1", ReceiptWay::InPerson));
  EXPECT_EQ(case_of(desk.book.steps(1).value()).received, day_of("2026-11-04"));
}

TEST(CaseSteps, ALetterToAThirdPartyNamesNoApplicant) {
  OfficeDesk desk;
  desk.added("2026-11-02", person("欧阳示例", "欧阳示例住示例路12号，电话13800138000，要示例公司的合同"));
  const auto asked = desk.done(ask_opinion(desk.on("2026-11-03"), "1", {ConsultationKind::ThirdParty, "示例公司", std::nullopt}, ""));
  EXPECT_THAT(asked.text, HasSubstr("--what"));
  EXPECT_THAT(desk.book.documents(1)->back().content,
              AllOf(HasSubstr("要示例公司的合同"), Not(HasSubstr("欧阳")), Not(HasSubstr("示例路12号")), Not(HasSubstr("138001"))));
}

TEST(CaseSteps, AReplyForPaperIsNotServedOnTheInternet) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.done(reply(desk.on("2026-11-03"), "1", {.kind = ReplyKind::Granted}, {{"given", "附件"}}));
  EXPECT_THAT(desk.refusal(serve(desk.on("2026-11-04"), "1", ServiceWay::Internet)),
              AllOf(HasSubstr("行政复议法第二十二条"), HasSubstr("--served internet")));
  desk.done(undo(desk.on("2026-11-04"), "1", 2, "改为互联网送达"));
  desk.office.bodies.online_review = "https://示例.invalid/复议";
  desk.done(reply(desk.on("2026-11-04"), "1", {.kind = ReplyKind::Granted}, {{"given", "附件"}, {"served", "internet"}}));
  desk.done(serve(desk.on("2026-11-04"), "1", ServiceWay::Internet));
}

}  // namespace
}  // namespace mingting
