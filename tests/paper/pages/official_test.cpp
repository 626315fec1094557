// Official papers: what stands where, and over several pages.
#include "base/said/words.hpp"
#include "paper/pages/official.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "paper/paper_fixture.hpp"
#include "paper/pdf_checks.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

/// As [[official]] of fonts/fonts.toml names them.
PaperFaces open_official() {
  auto files = face_files();
  files[0] = kFonts / "opentype/noto/NotoSerifCJK-Regular.ttc";
  files[1] = kFonts / "opentype/noto/NotoSerifCJK-Bold.ttc";
  return open_faces(files);
}

const PaperFaces& official() {
  static const PaperFaces faces = open_official();
  return faces;
}

OfficialPage letter() {
  OfficialPage page;
  page.agency = "示例区人民政府办公室";
  page.title = page.agency + "政府信息公开申请答复书";
  page.number = "示公开复〔2026〕3号";
  page.addressee = "张示例：";
  page.body = {"本机关于2026年11月2日收到您提交的政府信息公开申请，申请公开“示例路2025年改造工程的施工方案”。",
               "经审查，您申请公开的信息可以公开。现随本答复书提供施工方案一份，共十二页。"};
  page.remedy = "不服本告知的，可以自收到本告知之日起60日内向示例市人民政府申请行政复议，也可以自收到本告知之日起6个月内直接向有管辖权的人民法院提起行政诉讼。";
  page.contact = {"联系电话：以大厅公示为准", "办公地址：以大厅公示为准"};
  page.date = 2026y / 11 / 20;
  return page;
}

OfficialPage form() {
  OfficialPage page;
  page.agency = "示例区人民政府办公室";
  page.title = "政府信息公开申请登记表";
  page.rows = {{"", "登记情况"}, {"编号", "NM-D01-20261102-0001-X"}, {"收到申请之日", "2026年11月2日"}, {"", "申请人"},
               {"姓名", "张示例"}, {"统一社会信用代码，或者其他证明的号码", "91110000100000000X"}, {"通信地址", "示例路1号"},
               {"", "所需的政府信息"}, {"内容描述", "示例路2025年改造工程的施工方案、预算和验收材料，以及征求沿线住户意见的情况。"}};
  page.date = 2026y / 11 / 2;
  return page;
}

OfficialPage long_letter() {
  OfficialPage page = letter();
  page.addressee = "示例省示例市示例区示例路示例小区业主委员会（筹）、示例一、示例二、示例三、张示例、李示例、王示例、赵示例：";
  for (int i = 1; i <= 22; ++i) {
    page.body.push_back(fmt::format("第{}项：本机关依照法律、法规的规定，对所申请的信息进行了检索、审查，现将情况说明如下。", i));
  }
  return page;
}

OfficialPage long_agency() {
  OfficialPage page = letter();
  page.agency = "示例区人民政府政务服务管理和公共资源交易监督管理局办公室";
  page.title = page.agency + "政府信息公开申请答复书";
  page.is_void = true;
  return page;
}

std::string pdf_of(const OfficialPage& page, const PaperFaces& faces = official()) {
  const auto pdf = official_pdf(faces, page, worded);
  EXPECT_TRUE(pdf) << worded(pdf.error());
  return pdf ? *pdf : "";
}

/// The text of each page.
std::vector<std::string> pages_of(const std::string& pdf) {
  auto pages = split(text_of(pdf), '\f');
  pages.pop_back();
  return pages;
}

struct Sample {
  std::string name;
  OfficialPage page;
};
std::vector<Sample> samples() {
  return {{"official-letter", letter()}, {"official-form", form()},
          {"official-long", long_letter()}, {"official-void", long_agency()}};
}

TEST(OfficialPdf, IsSoundSmallAndTheSameEveryTime) {
  const PaperFaces fresh = open_official();
  for (const auto& sample : samples()) {
    SCOPED_TRACE(sample.name);
    const std::string pdf = pdf_of(sample.page);
    expect_sound_and_small(pdf);
    EXPECT_EQ(pdf, pdf_of(sample.page));
    EXPECT_EQ(pdf, pdf_of(sample.page, fresh));
  }
}

TEST(OfficialPdf, SaysEverythingInOrder) {
  const OfficialPage page = letter();
  EXPECT_EQ(without_spaces(text_of(pdf_of(page))),
            page.title + page.number + page.addressee + page.body[0] + page.body[1] + page.remedy + page.agency + "2026年11月20日" +
                page.contact[0] + page.contact[1]);
  const auto table = without_spaces(text_of(pdf_of(form())));
  for (const auto& [label, value] : form().rows) EXPECT_THAT(table, AllOf(HasSubstr(label), HasSubstr(value)));
}

TEST(OfficialPdf, ALongTitleBreaksAfterTheAgency) {
  EXPECT_THAT(text_of(pdf_of(letter())), HasSubstr("示例区人民政府办公室\n政府信息公开申请答复书\n"));
  OfficialPage brief = letter();
  brief.agency = "示例局";
  brief.title = "示例局答复书";
  EXPECT_THAT(text_of(pdf_of(brief)), HasSubstr("示例局答复书\n"));
}

TEST(OfficialPdf, WhatIsEmptyTakesNoRoom) {
  OfficialPage page;
  page.title = "示例告知书";
  page.agency = "示例局";
  page.date = 2026y / 1 / 5;
  EXPECT_EQ(without_spaces(text_of(pdf_of(page))), "示例告知书示例局2026年1月5日");
}

TEST(OfficialPdf, RareCharactersPrintAndNothingMissingIsSilent) {
  OfficialPage page = letter();
  page.addressee = "𬭸䶮㛃𫖯𬙂𪾢：";
  EXPECT_THAT(text_of(pdf_of(page)), AllOf(HasSubstr("𬭸䶮㛃𫖯𬙂𪾢："), Not(HasSubstr("〓"))));
  page.addressee = "王\U0003ABCD：";
  EXPECT_THAT(without_spaces(text_of(pdf_of(page))), AllOf(HasSubstr("王〓："), HasSubstr("〓处是打印字库没有的字（U+3ABCD）")));
}

/// Whatever the length: the page with the signature holds at least two lines of the text above it, and nothing follows alone.
TEST(OfficialPdf, TheSignatureNeverStandsAlone) {
  std::set<std::size_t> counts;
  for (int lines = 1; lines <= 44; ++lines) {
    SCOPED_TRACE(lines);
    OfficialPage page = letter();
    page.body.assign(static_cast<std::size_t>(lines), "每一段正好只有一行的示例文字。");
    const auto pages = pages_of(pdf_of(page));
    counts.insert(pages.size());
    const auto& last = pages.back();
    const auto agency = last.rfind("示例区人民政府办公室\n2026年11月20日\n");
    ASSERT_NE(agency, std::string::npos) << last;
    EXPECT_GE(split(std::string_view(last).substr(0, agency), '\n').size() - 1, 2U) << last;
    EXPECT_THAT(last, HasSubstr("联系电话"));
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) EXPECT_THAT(pages[i], Not(HasSubstr("联系电话")));
  }
  EXPECT_THAT(counts, testing::IsSupersetOf({1U, 2U, 3U}));
}

TEST(OfficialPdf, TheSignatureOfAFormStaysWithItsLastRow) {
  for (int rows = 20; rows <= 44; ++rows) {
    OfficialPage page = form();
    page.rows.assign(static_cast<std::size_t>(rows), {"示例", "一行"});
    const auto pages = pages_of(pdf_of(page));
    EXPECT_THAT(pages.back(), AllOf(HasSubstr("一行"), HasSubstr("2026年11月2日"))) << rows;
  }
}

TEST(OfficialPdf, AHeadingStaysWithItsRowAndALongRowIsCut) {
  OfficialPage page = form();
  std::string words;
  for (int i = 0; i < 120; ++i) words += "示例路改造工程的施工方案、预算、验收材料。";
  page.rows.insert(page.rows.end() - 1, {"长的一项", words});
  const auto pages = pages_of(pdf_of(page));
  ASSERT_GE(pages.size(), 2U);
  EXPECT_THAT(pages[0], HasSubstr("长的一项"));
  EXPECT_THAT(pages[1], HasSubstr("长的一项"));
  EXPECT_THAT(without_spaces(pages[0]), HasSubstr("所需的政府信息长的一项"));
  std::string all;
  for (const auto& text : pages) all += without_spaces(text.substr(0, text.rfind("第 ")));
  for (const char* part : {"长的一项", "政府信息公开申请登记表"}) all = replace_all(all, part, "");
  EXPECT_THAT(all, HasSubstr(words));
}

TEST(OfficialPdf, ALetterIsSetCloserWhereThatSavesAPage) {
  OfficialPage page = letter();
  page.body.assign(8, "每一段正好只有一行的示例文字。");
  EXPECT_EQ(pages_of(pdf_of(page)).size(), 1U);  // in wide lines its foot would not fit
}

TEST(OfficialPdf, PagesFindBackTogether) {
  const auto pages = pages_of(pdf_of(long_letter()));
  ASSERT_GE(pages.size(), 3U);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_THAT(pages[i], AllOf(HasSubstr("示公开复〔2026〕3号"), HasSubstr(fmt::format("第 {} 页，共 {} 页", i + 1, pages.size()))));
  }
  EXPECT_THAT(text_of(pdf_of(letter())), Not(HasSubstr("页，共")));
}

TEST(OfficialPdf, AVoidOneSaysSoOnEveryPageAndStaysReadable) {
  OfficialPage page = long_letter();
  page.is_void = true;
  const auto pdf = pdf_of(page);
  for (const auto& text : pages_of(pdf)) EXPECT_THAT(without_spaces(text), HasSubstr("作废"));
  EXPECT_THAT(without_spaces(text_of(pdf)), HasSubstr(page.body.back()));
  EXPECT_THAT(text_of(pdf_of(long_letter())), Not(HasSubstr("作废")));
}

TEST(OfficialPdf, DatesItselfByThePaper) {
  const TempFolder folder;
  const std::string info = run({"pdfinfo", "-rawdates", folder.write("paper.pdf", pdf_of(letter())).string()}).output;
  EXPECT_THAT(info, AllOf(HasSubstr("D:20261120000000+08'00'"), HasSubstr("政府信息公开申请答复书 示公开复〔2026〕3号"), HasSubstr("(A4)")));
}

TEST(OfficialPdf, LooksAsItWasDesigned) {
  for (const auto& sample : samples()) {
    SCOPED_TRACE(sample.name);
    expect_looks_designed(sample.name, pdf_of(sample.page));
  }
}

}  // namespace
}  // namespace mingting
