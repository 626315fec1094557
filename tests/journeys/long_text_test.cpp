// While a long text is typed, is what is typed in sight?
#include <gtest/gtest.h>

#include "journeys/booth.hpp"

namespace mingting {
namespace {

struct Look {
  platform::Size size;
  std::string settings;  ///< lines of a journey
};

std::string setting(const std::string& tap) { return "tap 大小\ntap " + tap + "\ntap 好了\n"; }

std::vector<Look> looks() {
  const platform::Size portrait{1080, 1920}, landscape{1920, 1080};
  return {{portrait, ""},
          {landscape, ""},
          {portrait, setting("特大")},
          {landscape, setting("特大")},
          {portrait, setting("高对比")},
          {portrait, setting("特大") + setting("低位（坐姿、轮椅）")},
          {landscape, setting("特大") + setting("高对比")}};
}

/// The line of the caret is whole above the keyboard and below the bar at the top.
void expect_caret_in_sight(Booth& booth, const std::string& when) {
  const auto& tree = booth->tree();
  const auto keyboard = tree.find("键盘"), field = tree.find("信的内容");
  ASSERT_TRUE(keyboard && field) << when << tree.describe();
  const auto& node = tree.nodes()[*field];
  ASSERT_GT(node.caret.h, 0) << when;
  const auto& keys = tree.nodes()[*keyboard].rect;
  const bool beside = node.rect.x + node.rect.w <= keys.x || keys.x + keys.w <= node.rect.x;  // in landscape
  EXPECT_TRUE(beside || node.caret.y + node.caret.h <= keys.y) << when;
  EXPECT_GE(node.caret.y, node.visible.y - 1) << when;
  EXPECT_LE(node.caret.y + node.caret.h, node.visible.y + node.visible.h + 1) << when;
}

TEST(LongText, TheCaretStaysInSight) {
  std::string sentences;
  for (int i = 1; i <= 24; ++i) sentences += "第" + std::to_string(i) + "句：示例广场东边的路灯坏了，晚上很黑，老人不敢走。";
  int look = 0;
  for (const auto& [size, settings] : looks()) {
    Booth booth(size);
    booth.go("tap 开始使用\n" + settings + "tap 意见征集\ntap 区长信箱\ntap 求助\ntap 下一步\ntype 信的内容 " + sentences);
    const auto when = "look " + std::to_string(look++);
    expect_caret_in_sight(booth, when + " pasted");
    booth.go("type 信的内容 就写到这里末尾");
    expect_caret_in_sight(booth, when + " at the end");
    booth.go("press Home");
    expect_caret_in_sight(booth, when + " at the beginning");
    for (int i = 0; i < 300; ++i) booth.feed(platform::KeyPressed{platform::Key::Right});
    expect_caret_in_sight(booth, when + " in the middle");
    booth.go("type 信的内容 好");
    booth.go("press Backspace\npress Backspace");
    expect_caret_in_sight(booth, when + " after taking away");
  }
}

const ui::Node* on_keyboard(Booth& booth, const std::string& words) {
  const auto found = booth->tree().find(words, "键盘");
  return found ? &booth.nodes()[*found] : nullptr;
}

TEST(LongText, ThatItIsFullIsSaidWhereTheEyeIs) {
  std::string sentences;
  for (int i = 0; i < 125; ++i) sentences += "路灯坏了，请修。";
  int look = 0;
  for (const auto& [size, settings] : looks()) {
    SCOPED_TRACE("look " + std::to_string(look++));
    Booth booth(size);
    booth.go("tap 开始使用\n" + settings + "tap 意见征集\ntap 区长信箱\ntap 求助\ntap 下一步\nexpect 最多 1000 个字\ntype 信的内容 " + sentences +
             "\npress Home\n");
    const auto* full = on_keyboard(booth, "写满了，这一项最多 1000 个字。");
    ASSERT_NE(full, nullptr) << booth->tree().describe();
    EXPECT_EQ(full->rect, full->visible);
    booth.go("type 信的内容 还有\n");
    const auto* lost = on_keyboard(booth, "刚才的文字没有放进来");
    ASSERT_NE(lost, nullptr) << booth->tree().describe();
    EXPECT_EQ(lost->rect, lost->visible);
    booth.go("press Backspace\nexpect 还可以写 1 个字\n");
    EXPECT_NE(on_keyboard(booth, "还可以写 1 个字"), nullptr);
  }
}

}  // namespace
}  // namespace mingting
