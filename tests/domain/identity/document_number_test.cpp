// Document numbers, however they are typed.
#include "domain/identity/document_number.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Normal form of what is parsed; "" when it is not one document number.
std::string normal(std::string_view text) {
  const auto number = parse_document_number(text);
  return number ? print_document_number(*number) : "";
}

std::string partial(std::string_view text) {
  const auto part = parse_partial_document_number(text);
  return part ? fmt::format("{}|{}|{}", part->prefix, part->year, part->number) : "";
}

TEST(DocumentNumber, ReadsWhateverBracketsAreTyped) {
  for (const auto* text :
       {"国办发〔2019〕62号", "国办发[2019]62号", "国办发(2019)62号", "国办发（2019）62号", "国办发【2019】62号", "国办发﹝2019﹞62号",
        "国办发2019年62号", "国办发2019-62", "国办发2019 62号", "国办发201962号", "国办发〔2019〕第62号", "国办发〔2019〕062号",
        "国办发〔２０１９〕６２号", "国办发 〔2019〕 62 号", "（国办发〔2019〕62号）", "国办发〔2019〕62号文件", "国办发〔2019〕号62"}) {
    EXPECT_EQ(normal(text), "国办发〔2019〕62号") << text;
  }
}

TEST(DocumentNumber, ReadsNumbersAsAgenciesPrintThem) {
  EXPECT_EQ(normal("\u200B渝府人〔2018〕35号"), "渝府人〔2018〕35号");  // zero-width space in front
  EXPECT_EQ(normal("\u200D渝肺炎指办发〔2022〕92号"), "渝肺炎指办发〔2022〕92号");
  EXPECT_EQ(normal("发文字号：晋政办发[2008]54号"), "晋政办发〔2008〕54号");
  EXPECT_EQ(normal("发文字号：晋政发〔2014〕号16"), "晋政发〔2014〕16号");
  EXPECT_EQ(normal("发文字号：渝府发〔2000〕48号〔〕"), "渝府发〔2000〕48号");
  EXPECT_EQ(normal("豫政 〔2009〕72号"), "豫政〔2009〕72号");
  EXPECT_EQ(normal("事项的通知沪府发〔2009〕39号"), "沪府发〔2009〕39号");
  EXPECT_EQ(normal("渝府令〔2012〕266号"), "渝府令〔2012〕266号");
}

TEST(DocumentNumber, ReadsOrdersWithoutAYear) {
  EXPECT_EQ(normal("贵州省人民政府令第180号"), "贵州省人民政府令第180号");
  EXPECT_EQ(normal("国务院令（第711号）"), "国务院令第711号");
  EXPECT_EQ(normal("国务院令711号"), "国务院令第711号");
  EXPECT_EQ(normal("中华人民共和国主席令第七十号"), "中华人民共和国主席令第70号");
  EXPECT_EQ(normal("主席令第一百二十号"), "主席令第120号");
  EXPECT_EQ(normal("主席令第一百零五号"), "主席令第105号");
}

TEST(DocumentNumber, LeavesOtherTextAlone) {
  for (const auto* text : {"", "社保", "国办发", "2019", "62号", "〔2019〕62号", "2021年政务公开", "电话0851-85501234", "2019-12-31",
                           "政务服务5号窗口", "第一百二十条", "国办发〔2019〕62号和63号", "国办发〔20191〕62号", "国办发〔2019〕0号",
                           "国办发〔2019〕99999999999999999999号", "主席令第九九九九九九九九千号", "100岁老人"}) {
    EXPECT_EQ(normal(text), "") << text;
  }
}

TEST(DocumentNumber, PrintsWhatItReads) {
  for (const DocumentNumber& number : {DocumentNumber{"筑府办函", 2019, 62}, DocumentNumber{"贵州省人民政府令", 0, 180}}) {
    EXPECT_EQ(parse_document_number(print_document_number(number)), number);
  }
}

TEST(PartialDocumentNumber, ReadsWhatIsTypedSoFar) {
  EXPECT_EQ(partial("国办发〔"), "国办发|0|0");
  EXPECT_EQ(partial("国办发〔20"), "国办发|0|0");
  EXPECT_EQ(partial("国办发〔2019"), "国办发|2019|0");
  EXPECT_EQ(partial("国办发〔2019〕6"), "国办发|2019|6");
  EXPECT_EQ(partial("国办发2019"), "国办发|2019|0");
  EXPECT_EQ(partial("2019年62号"), "|2019|62");
  EXPECT_EQ(partial("2019-62"), "|2019|62");
  EXPECT_EQ(partial("〔2019〕62"), "|2019|62");
  EXPECT_EQ(partial("62号"), "|0|62");
  EXPECT_EQ(partial("国务院令711"), "国务院令|0|711");
}

TEST(PartialDocumentNumber, LeavesWordsAndFiguresAlone) {
  for (const auto* text : {"社保", "低保", "2019", "2019年", "2021年政务公开", "13800138000", "2019-12-31", "12号楼", "中国第一", "5"}) {
    EXPECT_EQ(partial(text), "") << text;
  }
}

TEST(DocumentNumber, SurvivesAnyBytes) {
  SeededRandom random(7);
  static const std::vector<std::string> kPieces{"国", "〔", "〕", "2019", "0", "第", "号", "令", " ", "\xff", "\xe3\x80", "一", "十", "千",
                                                "年", "-", "文件", "发文字号", "：", "🙂", "\u202E", "的通知"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random.below(12); length > 0; --length) {
      text += kPieces[random.below(static_cast<std::uint32_t>(kPieces.size()))];
    }
    if (const auto number = parse_document_number(text)) {
      EXPECT_EQ(parse_document_number(print_document_number(*number)), number) << text;
    }
    (void)parse_partial_document_number(text);
  }
}

}  // namespace
}  // namespace mingting
