// What comes in: kiosks, exports, and what arrives at the desk itself.
#include "base/said/words.hpp"
#include "desk/told/intake/import.hpp"

#include <fstream>

#include "desk/intake/answers_file.hpp"
#include "desk/office_desk.hpp"
#include "desk/told/intake/kiosks.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// An office and a real kiosk, with its export on a stick.
struct OfficeAndHall : OfficeDesk {
  HallAtWork hall;
  Path exported = hall.exported(3);

  Result<ImportTally> import(std::string_view day = "2026-11-24") { return import_exports(on(day), hall.stick(), hall.office.secret_key); }
  std::string fingerprint() { return vault::key_fingerprint(kiosk_from(disk(), exported.string())->key); }
};

TEST(IntakeCommands, AKiosksKeyInEveryFormItComesIn) {
  OfficeAndHall both;
  const auto key = kiosk_from(disk(), both.exported.string())->key;
  EXPECT_EQ(kiosk_from(disk(), key)->key, key);
  EXPECT_EQ(kiosk_from(disk(), both.hall.stick().string())->key, key);
  const auto file = both.desk.folder.write("status.txt", "终端密钥指纹：1234\n终端公钥：" + key + "\n");
  EXPECT_EQ(kiosk_from(disk(), file.string())->key, key);
  EXPECT_THAT(worded(kiosk_from(disk(), "abc").error()), HasSubstr("不是自助机的公钥"));
  EXPECT_THAT(worded(kiosk_from(disk(), both.desk.folder.write("x.txt", "没有").string()).error()),
              HasSubstr("没有自助机的公钥"));
}

TEST(IntakeCommands, OnlyTheKioskWhoseFingerprintFitsIsEnrolled) {
  OfficeAndHall both;
  const auto work = both.on("2026-11-24");
  EXPECT_THAT(both.refusal(enrol_kiosk(work, both.exported.string(), "二楼大厅", "0000-0000-0000-0000", worded)), HasSubstr("指纹不一致"));
  EXPECT_EQ(both.book.kiosks()->size(), 1U) << "the fixture's own";
  EXPECT_THAT(both.done(enrol_kiosk(work, both.exported.string(), "二楼大厅", both.fingerprint(), worded)).text,
              AllOf(HasSubstr("二楼大厅"), HasSubstr(both.fingerprint())));
  const auto listed = both.done(list_kiosks(work));
  EXPECT_THAT(listed.text, AllOf(HasSubstr("一楼大厅"), HasSubstr("二楼大厅")));
  EXPECT_EQ(both.json(listed)["kiosks"].size(), 2U);
}

TEST(IntakeCommands, AnUnknownKiosksExportIsRefusedWithWhatToDo) {
  OfficeAndHall both;
  const auto imported = both.import();
  ASSERT_FALSE(imported);
  EXPECT_THAT(worded(imported.error()),
              AllOf(HasSubstr("还没有登记"), HasSubstr(both.fingerprint()), HasSubstr("mingting-desk enrol")));
  EXPECT_EQ(*both.book.count({}), 0U);
}

TEST(IntakeCommands, TheSameStickTwiceAddsNothing) {
  OfficeAndHall both;
  both.done(enrol_kiosk(both.on("2026-11-24"), both.exported.string(), "二楼大厅", "", worded));
  const auto first = both.done(both.import());
  EXPECT_THAT(first.text, AllOf(HasSubstr("新收 3 件"), HasSubstr("𬭸䶮**"), Not(HasSubstr("𬭸䶮㛃𫖯"))));
  EXPECT_EQ(both.json(first)["exports"][0]["entries"].size(), 3U);
  const auto second = both.done(both.import());
  EXPECT_THAT(second.text, HasSubstr("新收 0 件，原已在登记册 3 件"));
  EXPECT_EQ(*both.book.count({}), 3U);
}

TEST(IntakeCommands, AnOpinionIsAboutAnItemThereIs) {
  OfficeDesk desk;
  AddOrder order;
  order.answers = person();
  order.about_item = "documents/2026-road";
  EXPECT_THAT(desk.refusal(add_entry(desk.on("2026-11-02"), desk.random, order)), HasSubstr("没有条目“documents/2026-road”"));
  EXPECT_EQ(*desk.book.count({}), 0U);
  desk.desk.folder.write("content/documents/2026-road.md", "+++\n+++\n");
  desk.done(add_entry(desk.on("2026-11-02"), desk.random, order));
  EXPECT_EQ(desk.book.entry(1)->submission.about_item, "documents/2026-road");
}

TEST(IntakeCommands, ForeignFilesAreNamedAndNoFault) {
  OfficeAndHall both;
  both.done(enrol_kiosk(both.on("2026-11-24"), both.exported.string(), "二楼大厅", "", worded));
  for (const auto* name : {"._00000001.json", "Thumbs.db", "00000009.json"}) std::ofstream(both.exported / "records" / name) << "x";
  const auto imported = both.done(both.import());
  EXPECT_THAT(imported.text, HasSubstr("另有 3 个不是这份导出的文件，没有读取：._00000001.json、00000009.json、Thumbs.db"));
  EXPECT_EQ(both.json(imported)["exports"][0]["other_files"].size(), 3U);
  EXPECT_THAT(imported.text, HasSubstr("新收 3 件"));
}

TEST(IntakeCommands, WhatIsImportedIsShownAsListsShowIt) {
  OfficeAndHall both;
  auto submission = application();
  submission.answers.push_back({"description", "信息内容", "", "𬭸䶮㛃𫖯13800138000要示例路的方案"});
  submission.answers.back().value = submission.answers.back().display;
  auto intake = both.hall.opened();
  ASSERT_TRUE(intake.submit(submission, both.hall.office.public_key));
  ASSERT_TRUE(intake.export_to(both.hall.stick()));
  both.done(enrol_kiosk(both.on("2026-11-24"), both.exported.string(), "二楼大厅", "", worded));
  const auto imported = both.done(both.import());
  EXPECT_THAT(imported.text, HasSubstr("要示例路的方案"));
  for (const auto* secret : {"𬭸䶮㛃𫖯", "13800138000"}) {
    EXPECT_THAT(imported.text, Not(HasSubstr(secret)));
    EXPECT_THAT(imported.json, Not(HasSubstr(secret)));
  }
}

TEST(IntakeCommands, WhatIsWrongIsNamedAndTheRestTaken) {
  OfficeAndHall both;
  both.done(enrol_kiosk(both.on("2026-11-24"), both.exported.string(), "二楼大厅", "", worded));
  fs::copy(both.exported, both.hall.stick() / "mingting-cut", fs::copy_options::recursive);
  fs::resize_file(both.hall.stick() / "mingting-cut/export.json", 20);
  fs::remove(both.exported / "records/00000002.json");
  const auto imported = both.import();
  ASSERT_TRUE(imported);
  EXPECT_FALSE(whole(imported));
  EXPECT_THAT(text_of(imported), AllOf(HasSubstr("新收 2 件"), HasSubstr("第 2 号"), HasSubstr("mingting-cut")));
  const auto json = json_of(imported);
  EXPECT_EQ(json["ok"], false);
  EXPECT_EQ(json["troubles"].size(), 1U);
  EXPECT_EQ(json["exports"][0]["faults"].size(), 1U);
  EXPECT_EQ(*both.book.count({}), 2U);
}

TEST(IntakeCommands, TheWrongKeyIsSaid) {
  OfficeAndHall both;
  both.done(enrol_kiosk(both.on("2026-11-24"), both.exported.string(), "二楼大厅", "", worded));
  const auto imported = import_exports(both.on("2026-11-24"), both.exported, office_keys(9).secret_key);
  ASSERT_FALSE(imported);
  EXPECT_THAT(worded(imported.error()), HasSubstr("打不开"));
}

TEST(IntakeCommands, TheSameApplicantsLikeApplicationIsPointedOut) {
  OfficeDesk desk;
  auto again = application_of(2);
  for (auto& answer : again.answers) {
    if (answer.field == "description") answer.value = answer.display = "第1条路的改造方案";
    else if (answer.field != "applicant_kind")
      answer = application_of(1).answers[static_cast<std::size_t>(&answer - again.answers.data())];
  }
  ASSERT_TRUE(desk.book.import(export_of({record_at(1, application_of(1)), record_at(2, again)}), clerk_on("2026-09-11"),
                               desk.desk.with()));
  EXPECT_THAT(desk.done(similar_entries(desk.on("2026-09-14"), "2")).text, HasSubstr("100%"));
}

/// Of one stick, and of sticks before.
TEST(IntakeCommands, EachNewApplicationIsPointedToTheNewestLikeItOfItsApplicant) {
  OfficeDesk desk;
  HallAtWork hall;
  auto intake = hall.opened();
  const auto hands_in = [&](int person, const std::string& wanted) {
    auto submission = application_of(person);
    submission.answers.front().value = submission.answers.front().display = wanted;
    ASSERT_TRUE(intake.submit(submission, hall.office.public_key));
  };
  const auto first_looks = [&] {
    std::vector<std::string> looks;
    const auto exported = intake.export_to(hall.stick())->folder;
    (void)enrol_kiosk(desk.on("2026-11-24"), exported.string(), "二楼大厅", "", worded);
    const auto tally = import_exports(desk.on("2026-11-24"), exported, hall.office.secret_key);
    for (const auto& entry : tally->taken.at(0).entries) looks.push_back(worded(entry.first));
    return looks;
  };
  hands_in(1, "第1条路的改造方案"), hands_in(1, "去年的预算"), hands_in(2, "第1条路的改造方案"), hands_in(1, "第1条路的改造方案");
  EXPECT_THAT(first_looks(), ElementsAre(HasSubstr("第 4 件"), HasSubstr("补正"), HasSubstr("补正"), HasSubstr("第 1 件")));
  hands_in(2, "第1条路改造方案"), hands_in(1, "今年的决算");
  EXPECT_THAT(first_looks(), ElementsAre(HasSubstr("第 3 件"), HasSubstr("补正")));
}

// ---- what the office takes in itself ------------------------------------------------------------------------------------

TEST(IntakeCommands, ALetterGetsANumberACodeAndAReceipt) {
  OfficeDesk desk;
  desk.out = desk.desk.folder / "papers";
  AddOrder order;
  order.answers = person();
  const auto added = desk.done(add_entry(desk.on("2026-11-03", "2026-11-02"), desk.random, order));
  const auto json = desk.json(added);
  const std::string number = json["number"], code = json["code"];
  EXPECT_THAT(number, testing::StartsWith("NM-D01-20261102-0001-"));
  EXPECT_TRUE(parse_receipt_number(number));
  EXPECT_THAT(added.text, AllOf(HasSubstr(code), HasSubstr("2026年11月30日"), Not(HasSubstr("欧阳示例"))));
  const auto entry = *desk.book.entry(1);
  EXPECT_EQ(entry.code_hash, *vault::query_code_hash(*parse_receipt_number(number), *parse_query_code(code)));
  EXPECT_EQ(desk.book.steps(1)->front().on, day_of("2026-11-02"));
  const auto kept = desk.book.documents(1)->front();
  EXPECT_EQ(kept.kind, "registration-receipt");
  EXPECT_THAT(kept.content, Not(HasSubstr(code))) << "the code is never kept";
  EXPECT_THAT(all_bytes(desk.desk.folder / "content"), Not(HasSubstr(code)));
  EXPECT_TRUE(disk().exists(desk.out / (number + "-registration-receipt.pdf")));
  EXPECT_THAT(desk.added("2026-11-02"), testing::StartsWith("NM-D01-20261102-0002-"));
}

TEST(IntakeCommands, NoLetterIsCountedUnderAKiosksName) {
  OfficeDesk desk;
  desk.office.desk_name = "K01";
  AddOrder order;
  order.answers = person();
  EXPECT_THAT(desk.refusal(add_entry(desk.on("2026-11-23"), desk.random, order)),
              AllOf(HasSubstr("K01"), HasSubstr("D01")));
  desk.office.desk_name = "B07";
  ASSERT_TRUE(desk.book.enrol(std::string(43, 'A') + "=", "二楼大厅", clerk_on("2026-11-23"), "B07"));
  EXPECT_THAT(desk.refusal(add_entry(desk.on("2026-11-23"), desk.random, order)), HasSubstr("二楼大厅"));
  EXPECT_EQ(desk.traces(), 0U);
}

TEST(IntakeCommands, AnOrdinaryLetterWaitsForItsDayAndGetsItsReceiptThen) {
  OfficeDesk desk;
  AddOrder order;
  order.answers = person();
  order.way = ReceiptWay::OrdinaryLetter;
  EXPECT_THAT(desk.done(add_entry(desk.on("2026-11-02"), desk.random, order)).text, HasSubstr("待确认收到日期"));
  EXPECT_TRUE(desk.book.documents(1)->empty());
  EXPECT_THAT(desk.done(accept(desk.on("2026-11-05"), "1")).text, AllOf(HasSubstr("登记回执"), HasSubstr("2026年12月3日")));
  EXPECT_THAT(desk.refusal(accept(desk.on("2026-11-05"), "1")), HasSubstr("已出具过登记回执"));
}

TEST(IntakeCommands, TheSameChecksAsAtTheKiosk) {
  OfficeDesk desk;
  const auto refuse = [&](const Answers& answers, bool incomplete = false) {
    AddOrder order;
    order.answers = answers;
    order.incomplete = incomplete;
    return desk.refusal(add_entry(desk.on("2026-11-02"), desk.random, order));
  };
  auto answers = person();
  answers["paper_number"] = "110105194912310021";
  EXPECT_THAT(refuse(answers), AllOf(HasSubstr("证件号码（paper_number）"), HasSubstr("逐位核对"), HasSubstr("--incomplete")));
  answers = person();
  answers["applicant_kind"] = "alien";
  EXPECT_THAT(refuse(answers), HasSubstr("applicant_kind"));
  answers = person();
  answers["purpose"] = "研究";
  EXPECT_THAT(refuse(answers), HasSubstr("没有 purpose 这一项"));
  answers = person();
  answers["address"] = answers["phone"] = "";
  EXPECT_THAT(refuse(answers), AllOf(HasSubstr("通信地址"), HasSubstr("联系电话"), HasSubstr("至少要有一种")));
  EXPECT_EQ(*desk.book.count({}), 0U);
  AddOrder order;
  order.answers = answers;
  order.incomplete = true;
  EXPECT_THAT(desk.done(add_entry(desk.on("2026-11-02"), desk.random, order)).text,
              AllOf(HasSubstr("没有填"), HasSubstr("通信地址"), HasSubstr("correct")));
  order.form = "../../../etc/passwd";
  EXPECT_THAT(desk.refusal(add_entry(desk.on("2026-11-02"), desk.random, order)), HasSubstr("没有这个表单"));
}

TEST(IntakeCommands, WhatLooksOddIsTakenWithAMark) {
  OfficeDesk desk;
  AddOrder order;
  order.answers = person("12345");
  order.answers["phone"] = "85511234";
  EXPECT_THAT(desk.done(add_entry(desk.on("2026-11-02"), desk.random, order)).text,
              AllOf(HasSubstr("姓名（name）：没有文字"), HasSubstr("按本地号码记录")));
  order.answers = {{"description", "示例路2025年改造方案"}, {"applicant_kind", "company"}, {"organisation", "示例贸易有限公司"},
                   {"credit_code", "91350203M0001ABC19"}, {"address", "示例路1号"}, {"form_wanted", "paper"}, {"route", "collect"}};
  EXPECT_THAT(desk.refusal(add_entry(desk.on("2026-11-02"), desk.random, order)), HasSubstr("校验对不上"));
  order.incomplete = true;
  EXPECT_THAT(desk.done(add_entry(desk.on("2026-11-02"), desk.random, order)).text, HasSubstr("照写的收下了"));
  const auto sheet = desk.done(show_entry(desk.on("2026-11-03"), "2", true));
  EXPECT_THAT(sheet.text, HasSubstr("91350203M0001ABC19〔统一社会信用代码的校验对不上，请逐位核对〕"));
  EXPECT_THAT(sheet.json, HasSubstr("\"doubt\""));
}

/// The kiosk's lengths do not bind what came by post.
TEST(IntakeCommands, ALetterOfAnyLengthIsRegisteredWhole) {
  OfficeDesk desk;
  std::string letter;
  for (int i = 1; letter.size() < 300'000; ++i) letter += "第" + std::to_string(i) + "句：请公开示例路的改造方案。";
  letter += "到此为止";
  AddOrder order;
  order.answers = *read_answers(disk(), desk.desk.folder.write("letter.toml", "description = \"" + letter + "\"\n"));
  for (const auto& [field, value] : person()) {
    if (field != "description") order.answers[field] = value;
  }
  desk.done(add_entry(desk.on("2026-11-02"), desk.random, order));
  EXPECT_EQ(desk.book.entry(1)->submission.answers.front().value, letter);
  const auto sheet = desk.done(show_entry(desk.on("2026-11-02"), "1", true));
  EXPECT_THAT(sheet.text, HasSubstr("到此为止"));
  EXPECT_THAT(sheet.json, HasSubstr("到此为止"));
  const auto receipt = desk.book.documents(1)->front();
  EXPECT_THAT(receipt.content, AllOf(HasSubstr("……（以下从略，全文共"), HasSubstr("见申请原件）")));
}

TEST(IntakeCommands, FeedbackTakenByTelephone) {
  OfficeDesk desk;
  AddOrder order;
  order.form = "feedback";
  order.answers = {{"rating", "4"}, {"comment", "灯太暗"}};
  EXPECT_EQ(desk.json(desk.done(add_entry(desk.on("2026-11-02"), desk.random, order)))["kind"], "feedback");
}

TEST(IntakeCommands, AnswersFromAFile) {
  OfficeDesk desk;
  const auto& folder = desk.desk.folder;
  const Answers wanted{{"name", "张示例"}, {"rating", "4"}, {"several", "a\nb"}, {"agreed", "yes"}};
  EXPECT_EQ(*read_answers(disk(), folder.write("a.json", R"({"name":"张示例","rating":4,"several":["a","b"],"agreed":true})")),
            wanted);
  EXPECT_EQ(
      *read_answers(disk(), folder.write("a.toml", "name = \"张示例\"\nrating = 4\nseveral = [\"a\", \"b\"]\nagreed = true\n")),
      wanted);
  EXPECT_EQ(read_answers(disk(), folder.write("b.toml", "day = 2026-11-02\n"))->at("day"), "2026-11-02");
  for (const auto* bad : {"[]", "{", "{\"name\":{}}", "{\"name\":[1]}", ""}) {
    EXPECT_FALSE(read_answers(disk(), folder.write("bad.json", bad))) << bad;
  }
  EXPECT_THAT(worded(read_answers(disk(), folder.write("bad.toml", "name = \n")).error()), HasSubstr("bad.toml"));
  EXPECT_FALSE(read_answers(disk(), folder.path() / "nothing.json"));
}

TEST(IntakeCommands, ARegisterIsNeverReplaced) {
  OfficeDesk desk;
  const auto& engine = desk.desk.engine;
  const auto place = desk.desk.folder / "new";
  std::filesystem::create_directory(place);
  OfficeDesk::done(init_register(engine.create, disk(), place, desk.office, desk.content));
  EXPECT_FALSE(init_register(engine.create, disk(), place, desk.office, desk.content));
  const auto book = engine.open(place).value();
  EXPECT_EQ(*book->site(), desk.office.site);
  EXPECT_FALSE(book->calendar_text()->empty());
}

}  // namespace
}  // namespace mingting
