// Where things stand on screens that eyes have found wanting: the receipt's number, stacked buttons, a wide screen's tiles, the
// outline of a second button, and one name for one thing.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>

#include "base/said/words.hpp"
#include "journeys/booth.hpp"
#include "main/kiosk/assets.hpp"

namespace mingting {
namespace {

constexpr platform::Size kWide{1920, 1080};
const std::string kExtraLarge = "tap 大小\ntap 特大\ntap 好了\n";
const std::string kHandIn =
    "tap 意见征集\ntap 区长信箱\ntap 求助\ntap 下一步\ntype 标题 示例广场的路灯\ntype 信的内容 晚上很黑\ntap 下一步\ntype 姓名 张三丰\n"
    "type 联系电话 13800138000\ntap 下一步\ntap 提交\nexpect 已经收到\n";

const std::string kToThePaper =
    "tap 提申请\ntype 您想要什么信息 示例路改造方案\ntap 下一步\ntap 个人\ntap 下一步\ntype 申请人的姓名 张示例\ntap 下一步\n";

const ui::Node& node(Booth& booth, const std::string& label) {
  const auto found = booth->tree().find(label);
  EXPECT_TRUE(found) << "there is no " << label << " in\n" << booth->tree().describe();
  return booth.nodes()[found.value_or(0)];
}

/// Lines of the receipt's number.
long rows(Booth& booth) {
  const auto& number = node(booth, "20261123-0001");
  return std::lround(number.rect.h / (number.em * number.line));
}

TEST(Receipt, ItsNumberStandsOnOneLineInEverySizeAndIsNeverSmallerThanInTheUsualOne) {
  float usual = 0;
  for (const std::string size : {"标准", "大 in 字的大小", "特大"}) {
    SCOPED_TRACE(size);
    Booth booth;
    booth.go("tap 开始使用\ntap 大小\ntap " + size + "\ntap 好了\n" + kHandIn);
    const auto number = node(booth, "20261123-0001");
    EXPECT_EQ(rows(booth), 1);
    EXPECT_GE(number.em, usual);
    usual = std::max(usual, number.em);
  }
}

TEST(Receipt, TheQrStandsBesideTheCodeUnderTheNumber) {
  Booth booth(kWide);
  booth.go("tap 开始使用\ntap 大小\ntap 大 in 字的大小\ntap 好了\n" + kHandIn);
  const auto qr = node(booth, "二维码").rect, number = node(booth, "20261123-0001").rect;
  EXPECT_GE(qr.y, number.y + number.h);
  const auto code = node(booth, "查询码").rect;
  EXPECT_GE(qr.x, code.x + code.w);
  EXPECT_EQ(qr.y, code.y);
}

TEST(Receipt, OnAWideScreenInTheLargestTypeItsQrIsWholeWithItsMarginWithoutScrolling) {
  Booth booth(kWide);
  booth.go("tap 开始使用\ntap 大小\ntap 特大\ntap 好了\n" + kHandIn);
  const auto whole = [&] {
    const auto qr = node(booth, "二维码"), number = node(booth, "20261123-0001");
    EXPECT_EQ(qr.visible.h, qr.rect.h);
    EXPECT_GE(qr.rect.y, number.rect.y + number.rect.h);
    EXPECT_GE(number.em, 60);
    EXPECT_EQ(rows(booth), 1);
  };
  whole();
  booth.go("tap 完成\nexpect 记下了吗\n");
  whole();
}

TEST(Receipt, OnAWideScreenItsDayIsInDisplayType) {
  Booth booth(kWide);
  booth.go("tap 开始使用\n" + kToThePaper +
      "tap 居民身份证\ntype 证件号码 11010519491231002X\ntap 下一步\ntype 联系电话 13800138000\ntap 下一步\ntap 我已看过\ntap 下一步\n"
      "tap 纸质件\ntap 下一步\ntap 自己来领\ntap 下一步\ntap 提交申请\nexpect 已经收到\n");
  EXPECT_GE(node(booth, "12月21日").em, 60);
}

TEST(Filters, HaveTheirEnglishNames) {
  Booth booth;
  booth.go("tap 开始使用\ntap English\ntap All content\ntap 2021 Work Plan\n");
  for (const char* label : {"Part", "Unit", "Deadline"}) (void)node(booth, label);
}

/// While it lives no file of this program grows beyond `size`: a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t size) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit full{size, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST(Review, WhatKeptItFromBeingHandedInIsSeenByWhoTappedAtTheEndOfThePage) {
  Booth booth({800, 600});
  booth.go("tap 开始使用\n" + kExtraLarge + "tap 意见征集\ntap 意见反馈\ntap 满意\ntap 下一步\ntype 您想说什么 很好\ntap 下一步\n");
  const FullDisk full(std::filesystem::file_size(booth.state() / "intake/intake.db"));
  booth.go("tap 提交\n");
  const auto said = node(booth, "没有提交成功");
  EXPECT_EQ(said.visible.h, said.rect.h);
  EXPECT_NE(said.label.find("这台机器出了问题"), std::string::npos) << said.label;
  booth.go("tap 大小\ntap English\ntap Done\n");
  EXPECT_NE(node(booth, "Not submitted").label.find("has a problem"), std::string::npos);
}

TEST(Home, OnAWideScreenEightTilesAreWholeBesideTheNews) {
  Booth booth(kWide);
  booth.go("tap 开始使用\n");
  const auto news = node(booth, "最新内容").rect;
  int whole = 0;
  for (const auto& each : booth.nodes()) {
    if (each.role != ui::Role::Tile) continue;
    whole += each.visible.h == each.rect.h ? 1 : 0;
    EXPECT_LT(each.rect.x + each.rect.w, news.x) << each.label;
  }
  EXPECT_GE(whole, 8);
}

const std::string kRegulation = "tap 搜索\ntype 搜索 政府信息公开条例\npress Enter\ntap 中华人民共和国政府信息公开条例（内容要点）\n";

TEST(Document, ItsFoldedPartsStandBesideEachOtherInEverySize) {
  for (const bool largest : {false, true}) {
    Booth booth;
    booth.go("tap 开始使用\n" + (largest ? kExtraLarge : "") + kRegulation);
    const auto details = node(booth, "文件信息").rect, contents = node(booth, "目录（").rect;
    EXPECT_EQ(details.y, contents.y);
    EXPECT_GT(details.x, contents.x + contents.w);
  }
}

TEST(Document, ThatItIsInForceStandsBeforeItsText) {
  Booth booth;
  booth.go("tap 开始使用\n" + kRegulation);
  EXPECT_LT(node(booth, "有效，").rect.y, node(booth, "文件信息").rect.y);
}

TEST(Document, OnAWideScreenContentsAndFactsStandOpenBesideTheText) {
  Booth booth(kWide);
  booth.go("tap 开始使用\n" + kRegulation + "expect 公开属性\n");
  const auto contents = node(booth, "目录（").rect;
  EXPECT_GT(contents.x, 1200);
  EXPECT_FALSE(booth.nodes()[*booth->tree().find("目录（")].target);
}

TEST(List, OnAWideScreenRowsStandInTwoColumnsAndFiltersBesideThem) {
  Booth booth(kWide);
  booth.go("tap 开始使用\ntap 意见征集\ntap 意见回应\ntap 首页\ntap 全部内容\ntap 常见问题\n");
  const auto first = node(booth, "要交钱吗").rect, last = node(booth, "答复说不公开").rect;
  EXPECT_GT(last.x, first.x + first.w);
  booth.go("tap 首页\ntap 全部内容\ntap 2021年工作要点\n");
  EXPECT_GT(node(booth, "按期限").rect.x, 1200);
}

TEST(List, AListOfOneOpensItselfAndTheWayBackLeadsToWhereOneCameFrom) {
  Booth booth;
  booth.go("tap 开始使用\ntap 惠企惠民\ntap 明白卡\nexpect 谁能申请\ntap 返回\nexpect 能享受什么\n");
}

TEST(Reading, InTheLargestTypeThereAreAtLeastEightLinesOfText) {
  Booth booth;
  booth.go("tap 开始使用\n" + kExtraLarge + kRegulation + "scroll\n");
  float lines = 0;
  for (const auto& each : booth.nodes()) {
    const bool text = each.role == ui::Role::Text || each.role == ui::Role::Heading;
    if (text && each.em > 0 && each.rect.y > 300) lines += each.visible.h / (each.em * each.line);
  }
  EXPECT_GE(lines, 8);
}

TEST(Settings, SizesStandBesideOneAnotherEachInItsOwnType) {
  Booth booth;
  for (const auto* there : {"tap 开始使用\ntap 大小\n", "tap 特大\n"}) {
    booth.go(there);
    const auto smallest = node(booth, "标准"), largest = node(booth, "特大");
    EXPECT_EQ(smallest.rect.y, largest.rect.y);
    EXPECT_LT(smallest.rect.x + smallest.rect.w, largest.rect.x);
    EXPECT_FLOAT_EQ(smallest.em, 38);
    EXPECT_NEAR(largest.em, 38 * 1.7, 0.5);
  }
}

ui::Color pixel(const platform::Picture& picture, float x, float y) {
  const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 3;
  return {picture.rgb.at(at), picture.rgb.at(at + 1), picture.rgb.at(at + 2)};
}

TEST(IdleQuestion, ItsSecondButtonHasAnOutlineThatCanBeSeen) {
  Booth booth;
  booth.go("tap 开始使用\nwait 91\nexpect 您还在吗\n");
  const auto rect = node(booth, "我是刚来的").rect;
  const auto picture = booth->display().capture();
  ASSERT_TRUE(picture);
  const auto inside = pixel(*picture, rect.x + 12, rect.y + rect.h / 2);
  double most = 1;
  for (float x = rect.x - 1; x <= rect.x + 3; ++x) most = std::max(most, ui::contrast(pixel(*picture, x, rect.y + rect.h / 2), inside));
  EXPECT_GE(most, 3) << "WCAG 2.1, 1.4.11: what shows where a control is";
}

TEST(LowReach, TheUpperHalfHasSomethingToRead) {
  Booth booth;
  booth.go("tap 开始使用\ntap 大小\ntap 低位\n");
  EXPECT_LT(node(booth, "这句话就是现在的大小").rect.y, 500);
  booth.go("tap 好了\n");
  EXPECT_LT(node(booth, "最新内容").rect.y, 500);
  booth.go("tap 搜索\n");
  EXPECT_LT(node(booth, "打两个字就能找").rect.y, 700);
}

TEST(LowReach, TheHelpOfTheFieldTypedInIsReadAboveTheQuestions) {
  Booth booth;
  booth.go("tap 开始使用\ntap 大小\ntap 低位\ntap 好了\n" + kToThePaper);
  const std::string help = "照证件上写的填";
  EXPECT_THAT(node(booth, "证件号码").note, ::testing::HasSubstr(help));
  booth.go("tap 证件号码\n");
  EXPECT_LT(node(booth, help).rect.y, node(booth, "证件种类").rect.y);
  const auto& field = node(booth, "证件号码");
  EXPECT_THAT(field.note, ::testing::Not(::testing::HasSubstr(help)));
  EXPECT_EQ(field.visible.h, field.rect.h);
}

TEST(Progress, InLargeTypeItsHeadIsShortWhileOneTypes) {
  Booth booth;
  booth.go("tap 开始使用\ntap 查进度\nexpect 输入回执上的编号\ntap 大小\ntap 特大\ntap 好了\ntap 编号\nexpect not 输入回执上的编号\n");
}

TEST(Keyboard, AnEmptyStripSaysWhatItIsFor) {
  Booth booth;
  booth.go("tap 开始使用\ntap 搜索\nexpect 字会出现在这里\nkeys zheng\nexpect not 字会出现在这里\n");
}

TEST(Forms, ChoicesAndFieldsCarryTheSameMark) {
  Booth booth;
  booth.go(
      "tap 开始使用\ntap 提申请\ntype 您想要什么信息 路灯\ntap 下一步\ntap 个人\ntap 下一步\ntype 申请人的姓名 王\ntap 下一步\n"
      "expect not （必填）\n");
  bool marked = false;
  for (const auto& each : booth.nodes()) marked = marked || (each.label == "证件种类" && each.value == "必填");
  EXPECT_TRUE(marked);
}

TEST(Words, ScreenAndPaperCallOneThingByOneName) {
  const auto words = load_words(Path(MINGTING_SOURCE) / "assets");
  ASSERT_TRUE(words) << worded(words.error());
  for (const auto& table : {words->chinese(), words->english()}) {
    for (const std::string name : {"number", "code", "received", "matter", "due", "promised", "about", "next"}) {
      EXPECT_EQ(table.at("paper." + name), table.at("receipt." + name));
    }
    for (const std::string name : {"number", "code", "matter"}) EXPECT_EQ(table.at("progress." + name), table.at("receipt." + name));
  }
}

}  // namespace
}  // namespace mingting
