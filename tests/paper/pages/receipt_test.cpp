// The receipt's PDF, and how it looks.
#include "base/said/words.hpp"
#include "paper/pages/receipt.hpp"
#include "paper/pdf/qr.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "paper/paper_fixture.hpp"
#include "paper/pdf_checks.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string step_texts(const Receipt& receipt) {
  std::string texts;
  auto steps = receipt.next;
  if (receipt.countersign) steps.insert(steps.begin(), (receipt.english ? english_words() : chinese_words()).at("sign"));
  for (std::size_t i = 0; i < steps.size(); ++i) texts += std::to_string(i + 1) + steps[i];
  return texts;
}

struct Sample {
  std::string name;
  Receipt receipt;
  PaperKind kind;
};

std::vector<Sample> samples() {
  return {{"a4", chinese_receipt(), PaperKind::A4},           {"slip", chinese_receipt(), PaperKind::Slip80},
          {"a4-english", english_receipt(), PaperKind::A4},   {"slip-english", english_receipt(), PaperKind::Slip80},
          {"a4-long", long_receipt(), PaperKind::A4},         {"slip-long", long_receipt(), PaperKind::Slip80},
          {"a4-bare", bare_receipt(), PaperKind::A4},         {"slip-bare", bare_receipt(), PaperKind::Slip80}};
}

TEST(ReceiptPdf, IsSoundSmallAndTheSameEveryTime) {
  const PaperFaces fresh = open_faces();
  for (const Sample& sample : samples()) {
    SCOPED_TRACE(sample.name);
    const std::string pdf = pdf_of(sample.receipt, sample.kind);
    expect_sound_and_small(pdf);
    EXPECT_EQ(pdf, pdf_of(sample.receipt, sample.kind));
    EXPECT_EQ(pdf, pdf_of(sample.receipt, sample.kind, fresh));
  }
}

TEST(ReceiptPdf, TellsOtherInputApart) {
  Receipt other = chinese_receipt();
  other.received += std::chrono::minutes(1);
  EXPECT_NE(pdf_of(other, PaperKind::A4), pdf_of(chinese_receipt(), PaperKind::A4));
}

TEST(ReceiptPdf, SlipTextIsWhatWasPrinted) {
  const Receipt receipt = chinese_receipt();
  const PaperWords words = chinese_words();
  const std::string expected =
      receipt.hall + words.at("title") + words.at("number") + receipt.number.text + words.at("code") + receipt.code.text +
      words.at("qr") + words.at("matter") + receipt.matter + words.at("applicant") + receipt.applicant + words.at("received") +
      "2026年11月23日星期一09:00" + words.at("due") + "2026年12月21日星期一" + join(worded_each(receipt.counted), "") + words.at("next") +
      step_texts(receipt) + words.at("countersign") + words.at("countersign_name") + words.at("countersign_date") +
      words.at("office") + receipt.office + words.at("phone") + receipt.office_phone + words.at("address") + receipt.address +
      words.at("keep");
  EXPECT_EQ(without_spaces(text_of(pdf_of(receipt, PaperKind::Slip80))), without_spaces(expected));
}

TEST(ReceiptPdf, A4TextIsWhatWasPrinted) {
  const Receipt receipt = english_receipt();
  const PaperWords words = english_words();
  const std::string expected =
      receipt.hall + words.at("title") + words.at("number") + receipt.number.text + words.at("code") + receipt.code.text +
      words.at("qr") + words.at("matter") + receipt.matter + words.at("applicant") + receipt.applicant + words.at("received") +
      "Monday 23 November 2026, 09:00" + words.at("due") + "Monday 21 December 2026" + join(worded_each(receipt.counted), "") +
      words.at("due_provisional") + words.at("next") + step_texts(receipt) + words.at("countersign") +
      words.at("countersign_name") + words.at("countersign_date") + words.at("office") + receipt.office + words.at("phone") +
      receipt.office_phone + words.at("address") + receipt.address + words.at("keep");
  EXPECT_EQ(without_spaces(text_of(pdf_of(receipt, PaperKind::A4))), without_spaces(expected));
}

std::size_t pages_of(const std::string& pdf) {
  const TempFolder folder;
  const Ran ran = run({"pdfinfo", folder.write("receipt.pdf", pdf).string()});
  const auto at = ran.output.find("Pages:");
  return at == std::string::npos ? 0 : std::stoul(ran.output.substr(at + 6));
}

/// With an agent's extra step, holidays in the count, and in English, too.
TEST(ReceiptPdf, AnApplicationFitsOnOneSheetOfA4) {
  EXPECT_EQ(pages_of(pdf_of(chinese_receipt(), PaperKind::A4)), 1U);
  EXPECT_EQ(pages_of(pdf_of(english_receipt(), PaperKind::A4)), 1U);
  Receipt agent = chinese_receipt();
  agent.next.insert(agent.next.begin(), "您是代理人：请今天就把授权委托书、申请人的身份证明和您的身份证明交给窗口。这台机器不收材料。");
  agent.counted.push_back(remark("中秋节放假（9月25日至9月27日）、国庆节放假（10月1日至10月7日）不算。"));
  agent.counted.push_back(remark("调休上班的9月20日、10月10日算工作日。"));
  EXPECT_EQ(pages_of(pdf_of(agent, PaperKind::A4)), 1U);
}

TEST(ReceiptPdf, OnlyWhatIsCountersignedHasAPlaceToSign) {
  Receipt receipt = chinese_receipt();
  EXPECT_THAT(text_of(pdf_of(receipt, PaperKind::A4)), HasSubstr("工作人员签收"));
  EXPECT_THAT(text_of(pdf_of(receipt, PaperKind::A4)), HasSubstr("请他签收"));
  receipt.countersign = false;
  for (const auto kind : {PaperKind::A4, PaperKind::Slip80}) {
    EXPECT_THAT(text_of(pdf_of(receipt, kind)), Not(testing::AnyOf(HasSubstr("工作人员签收"), HasSubstr("请他签收"))));
  }
}

TEST(ReceiptPdf, APromiseIsNotCalledAPeriodOfLaw) {
  Receipt receipt = chinese_receipt();
  receipt.promised = true;
  receipt.about = "某某办法（征求意见稿）";
  const auto text = text_of(pdf_of(receipt, PaperKind::Slip80));
  EXPECT_THAT(text, HasSubstr("承诺回复"));
  EXPECT_THAT(text, Not(HasSubstr("答复期限")));
  EXPECT_THAT(text, HasSubstr("某某办法（征求意见稿）"));
}

TEST(ReceiptPdf, NumberAndCodeAreWholeWords) {
  for (const Sample& sample : samples()) {
    const std::string text = text_of(pdf_of(sample.receipt, sample.kind));
    EXPECT_THAT(text, HasSubstr("NM-K01-20261123-0007-C\n")) << sample.name;
    EXPECT_THAT(text, HasSubstr("7K3F-9QWD\n")) << sample.name;
  }
}

TEST(ReceiptPdf, RareCharactersAreInTheText) {
  Receipt receipt = chinese_receipt();
  receipt.applicant = "𬭸䶮㛃𫖯𬙂𪾢";
  for (const PaperKind kind : {PaperKind::A4, PaperKind::Slip80}) {
    EXPECT_THAT(text_of(pdf_of(receipt, kind)), HasSubstr("𬭸䶮㛃𫖯𬙂𪾢"));
  }
}

TEST(ReceiptPdf, NothingMissingIsSilent) {
  Receipt receipt = chinese_receipt();
  receipt.applicant = "王\U0003ABCD*";
  const std::string text = text_of(pdf_of(receipt, PaperKind::Slip80));
  EXPECT_THAT(text, HasSubstr("王〓*"));
  EXPECT_THAT(without_spaces(text), HasSubstr("〓处是打印字库没有的字（U+3ABCD）"));
  EXPECT_THAT(text_of(pdf_of(chinese_receipt(), PaperKind::Slip80)), Not(HasSubstr("〓")));
}

TEST(ReceiptPdf, LeavesOutRowsThatHaveNothingToSay) {
  const std::string text = text_of(pdf_of(bare_receipt(), PaperKind::A4));
  for (const char* label : {"applicant", "due", "next", "phone", "address", "clock_doubtful"}) {
    EXPECT_THAT(text, Not(HasSubstr(chinese_words().at(label)))) << label;
  }
}

TEST(ReceiptPdf, FlowsToASecondPageThatSaysWhoseItIs) {
  const TempFolder folder;
  const auto file = folder.write("receipt.pdf", pdf_of(long_receipt(), PaperKind::A4));
  EXPECT_THAT(run({"pdfinfo", file.string()}).output, HasSubstr("Pages:           2\n"));
  const std::string second = run({"pdftotext", "-f", "2", file.string(), "-"}).output;
  EXPECT_THAT(second, HasSubstr("NM-K01-20261123-0007-C"));
  EXPECT_THAT(second, HasSubstr("第 2 页，共 2 页"));
  EXPECT_THAT(second, HasSubstr("请妥善保管本回执"));
}

TEST(ReceiptPdf, SlipIsEightyMillimetresWideAndAsLongAsItsText) {
  const TempFolder folder;
  const auto size_of = [&](const Receipt& receipt) {
    const std::string output =
        run({"pdfinfo", folder.write("receipt.pdf", pdf_of(receipt, PaperKind::Slip80)).string()}).output;
    const auto at = output.find("Page size:");
    return std::pair(std::stod(output.substr(at + 10)), std::stod(output.substr(output.find(" x ", at) + 3)));
  };
  const auto [width, height] = size_of(chinese_receipt());
  EXPECT_NEAR(width, 80 / 25.4 * 72, 0.01);
  EXPECT_LT(size_of(bare_receipt()).second, height);
  EXPECT_GT(size_of(long_receipt()).second, height + 200);
}

TEST(ReceiptPdf, DatesItselfByTheReceipt) {
  const TempFolder folder;
  const std::string info =
      run({"pdfinfo", "-rawdates", folder.write("receipt.pdf", pdf_of(chinese_receipt(), PaperKind::A4)).string()}).output;
  EXPECT_THAT(info, HasSubstr("D:20261123090000+08'00'"));
  EXPECT_THAT(info, HasSubstr("收件回执 NM-K01-20261123-0007-C"));
}

TEST(ReceiptPdf, NamesTheWordThatIsMissing) {
  PaperWords words = chinese_words();
  EXPECT_TRUE(missing_paper_words(words).empty());
  words.erase("keep");
  EXPECT_THAT(missing_paper_words(words), testing::ElementsAre("keep"));
  const auto pdf = receipt_pdf(shared_faces(), chinese_receipt(), words, PaperKind::A4);
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().trouble, Trouble::Invalid);
  EXPECT_THAT(worded(pdf.error()), HasSubstr("“keep”"));
  for (const char* optional : {"qr", "page", "missing"}) words.erase(optional);
  words["keep"] = "请保管";
  const auto plain = receipt_pdf(shared_faces(), long_receipt(), words, PaperKind::A4);
  ASSERT_TRUE(plain) << worded(plain.error());
  EXPECT_THAT(text_of(*plain), HasSubstr("〓 = U+3ABCD"));
}

TEST(QrModules, AreReadByAScannerAtTheDotsOfASlipPrinter) {
  const TempFolder folder;
  for (const Sample& sample : samples()) {
    const auto file = folder.write("receipt.pdf", pdf_of(sample.receipt, sample.kind));
    const auto picture = folder / "page";
    ASSERT_EQ(
        run({"pdftoppm", "-r", "203", "-mono", "-f", "1", "-l", "1", "-singlefile", file.string(), picture.string()}).status, 0);
    const Ran read = run({"zbarimg", "-q", "--raw", picture.string() + ".pbm"});
    EXPECT_THAT(read.output, HasSubstr("NM-K01-20261123-0007-C 7K3F-9QWD")) << sample.name;
  }
}

TEST(QrModules, RefuseWhatNoCodeCanHold) {
  EXPECT_FALSE(qr_modules(""));
  EXPECT_FALSE(qr_modules(std::string(5000, 'x')));
  const auto modules = qr_modules("NM-K01-20261123-0007-C 7K3F-9QWD");
  ASSERT_TRUE(modules);
  EXPECT_EQ(modules->size(), 25U);  // version 2: capitals, digits, dashes and the space are QR's short alphabet
}

TEST(ReceiptPdf, LooksAsItWasDesigned) {
  for (const Sample& sample : samples()) {
    SCOPED_TRACE(sample.name);
    expect_looks_designed(sample.name, pdf_of(sample.receipt, sample.kind));
  }
}

}  // namespace
}  // namespace mingting
