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
const std::string kHandIn = "tap 提意见\ntap 意见反馈\ntap 满意\ntap 下一步\ntap 下一步\ntap 提交\nexpect 已经收到\n";

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

TEST(Receipt, OnAWideScreenTheQrStandsBesideNumberAndCode) {
  Booth booth(kWide);
  booth.go("tap 开始使用\ntap 大小\ntap 大 in 字的大小\ntap 好了\n" + kHandIn);
  const auto qr = node(booth, "二维码").rect, number = node(booth, "20261123-0001").rect;
  EXPECT_LT(qr.y, number.y + number.h);
  EXPECT_GE(qr.x, number.x + number.w);
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
  booth.go("tap 开始使用\n" + kExtraLarge + "tap 提意见\ntap 意见反馈\ntap 满意\ntap 下一步\ntype 意见或建议 很好\ntap 下一步\n");
  const FullDisk full(std::filesystem::file_size(booth.state() / "intake/intake.db"));
  booth.go("tap 提交\n");
  const auto said = node(booth, "没有提交成功");
  EXPECT_EQ(said.visible.h, said.rect.h);
  EXPECT_NE(said.label.find("本机出了问题"), std::string::npos) << said.label;
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

TEST(Document, ItsFoldedPartsStandBesideEachOtherInEverySize) {
  for (const bool largest : {false, true}) {
    Booth booth;
    booth.go("tap 开始使用\n" + (largest ? kExtraLarge : "") + "tap 懂政策\ntap 申请\n");
    const auto details = node(booth, "文件信息").rect, contents = node(booth, "目录（").rect;
    EXPECT_EQ(details.y, contents.y);
    EXPECT_GT(details.x, contents.x + contents.w);
  }
}

TEST(Document, OnAWideScreenContentsAndFactsStandOpenBesideTheText) {
  Booth booth(kWide);
  booth.go("tap 开始使用\ntap 懂政策\ntap 申请\nexpect 公开属性\n");
  const auto contents = node(booth, "目录（").rect;
  EXPECT_GT(contents.x, 1200);
  EXPECT_FALSE(booth.nodes()[*booth->tree().find("目录（")].target);
}

TEST(Settings, InTheLargestTypeEverySizeHasALineOfItsOwn) {
  Booth booth;
  booth.go("tap 开始使用\ntap 大小\ntap 特大\n");
  EXPECT_EQ(node(booth, "标准").rect.x, node(booth, "特大").rect.x);
  EXPECT_LT(node(booth, "标准").rect.y, node(booth, "特大").rect.y);
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

TEST(Keyboard, AnEmptyStripSaysWhatItIsFor) {
  Booth booth;
  booth.go("tap 开始使用\ntap 查信息\nexpect 要选的字会出现在这里\nkeys zheng\nexpect not 要选的字会出现在这里\n");
}

TEST(Forms, ChoicesAndFieldsCarryTheSameMark) {
  Booth booth;
  booth.go("tap 开始使用\ntap 提意见\ntap 区长信箱\nexpect not （必填）\n");
  bool marked = false;
  for (const auto& each : booth.nodes()) marked = marked || (each.label == "这封信是" && each.value == "必填");
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
