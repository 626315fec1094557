// Every page in the frame: its next step in view in each size, direction and reach, the keyboard open or
// closed; in low reach nothing to be touched above the hand; on a wide screen no long line.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "journeys/booth.hpp"

namespace mingting {
namespace {

constexpr double kHand = 0.41;  // of the screen's height is beyond a hand at 1,120 mm of 1,900 mm

struct Stop {
  const char* lines;   ///< of a journey
  const char* action;  ///< in view then; "" for a page without one
};

const std::vector<Stop> kWay{
    {"expect 您想做什么", ""},
    {"tap 搜索\ntype 搜索 政务", ""},
    {"tap 首页\ntap 政策解读", ""},
    {"tap 申请", ""},
    {"tap 首页\ntap 意见征集\ntap 示例路", "对这份草案提意见"},
    {"tap 对这份草案提意见", "下一步"},
    {"tap 首页\ntap 提申请", "下一步"},
    {"tap 您想要什么信息", "下一步"},
    {"type 您想要什么信息 示例路改造方案\ntap 下一步", "下一步"},
    {"tap 首页\ntap 查进度", "查询"},
    {"tap 编号", "查询"},
    {"tap 首页\ntap 意见征集\ntap 意见反馈\ntap 满意\ntap 下一步", "下一步"},
    {"tap 您想说什么", "下一步"},
    {"tap 下一步", "提交"},
    {"tap 大小", "好了"},
    {"tap 好了\ntap 帮助", "知道了"},
    {"tap 知道了\ntap 结束", "继续使用"},
    {"tap 继续使用\ntap 提交\nexpect 已经收到", "完成"},
    {"wait 91", "继续"},
};

struct Look {
  const char* name;
  platform::Size size;
  const char* settings;
};

class Frame : public ::testing::TestWithParam<Look> {
 protected:
  void look_at(Booth& booth, const Stop& stop) {
    SCOPED_TRACE(stop.lines);
    if (*stop.action != '\0') is_in_view(booth, stop.action);
    const auto is_key = [](const ui::Node& node) { return node.role == ui::Role::Key; };
    const bool typing =
        std::any_of(booth.nodes().begin(), booth.nodes().end(), is_key);  // then the page has moved up for it
    for (const auto& node : booth.nodes()) {
      if (low_ && !typing) is_in_reach(node, booth->display().size().height);
      if (node.role == ui::Role::Text || node.role == ui::Role::Heading) fits_a_line(node);
    }
  }

  static void is_in_view(Booth& booth, const std::string& label) {
    const auto found = booth->tree().find(label);
    ASSERT_TRUE(found) << booth->tree().describe();
    const auto& node = booth.nodes()[*found];
    EXPECT_TRUE(node.target);
    EXPECT_EQ(node.visible, node.rect) << label;
  }

  static void is_in_reach(const ui::Node& node, int height) {
    if (!node.target || !node.enabled || node.visible.h <= 0) return;
    EXPECT_GE(node.visible.y, kHand * height) << node.label;
  }

  static void fits_a_line(const ui::Node& node) {
    if (node.em <= 0) return;
    EXPECT_LE(characters_a_line(node), 34.5) << node.label;
  }

  static double characters_a_line(const ui::Node& node) {
    double all = 0;
    for (const char c : node.label)
      all += static_cast<unsigned char>(c) < 0x80 ? 0.55 : (c & 0xC0) != 0x80 ? 1 : 0;
    return all / static_cast<double>(std::max(1L, std::lround(node.rect.h / (node.em * node.line))));
  }

  bool low_ = std::string(GetParam().settings).find("低位") != std::string::npos;
};

TEST_P(Frame, HoldsEveryPage) {
  Booth booth(GetParam().size);
  booth.go("tap 开始使用\n");
  if (*GetParam().settings != '\0')
    booth.go("tap 大小\n" + std::string(GetParam().settings) + "\ntap 好了\n");
  for (const auto& stop : kWay) {
    booth.go(stop.lines);
    if (HasFatalFailure()) return;
    look_at(booth, stop);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Frame,
                         ::testing::Values(Look{"portrait", {1080, 1920}, ""},
                                           Look{"portrait_largest", {1080, 1920}, "tap 特大"},
                                           Look{"low", {1080, 1920}, "tap 低位"},
                                           Look{"low_largest", {1080, 1920}, "tap 低位\ntap 特大"},
                                           Look{"landscape", {1920, 1080}, ""},
                                           Look{"landscape_largest", {1920, 1080}, "tap 特大"},
                                           Look{"small", {800, 600}, ""},
                                           Look{"small_largest", {800, 600}, "tap 特大"}),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace mingting
