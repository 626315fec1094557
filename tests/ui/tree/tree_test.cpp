// The semantic tree: found, described, in order.
#include "ui/tree/tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting::ui {
namespace {

Node node(Role role, std::string label, int parent = -1, bool target = false) {
  Node made;
  made.role = role;
  made.label = std::move(label);
  made.parent = parent;
  made.target = target;
  made.visible = made.rect = {0, 0, 100, 100};
  return made;
}

Tree sample() {
  Tree tree;
  auto& nodes = tree.mutable_nodes();
  nodes.push_back(node(Role::Page, "首页"));
  nodes.push_back(node(Role::Heading, "提交申请", 0));
  nodes.push_back(node(Role::Button, "提交申请表", 0, true));
  nodes.push_back(node(Role::Button, "提交申请", 0, true));
  nodes.push_back(node(Role::Group, "键盘", 0));
  nodes.push_back(node(Role::Key, "完成", 4, true));
  nodes.push_back(node(Role::Group, "键盘说明", 0));
  nodes.push_back(node(Role::Key, "完成", 6, true));
  return tree;
}

TEST(TreeFind, PrefersTargetsThenExactLabels) {
  EXPECT_EQ(sample().find("提交申请"), 3U);
  EXPECT_EQ(sample().find("提交"), 2U) << "the first that contains it";
  EXPECT_EQ(sample().find("首页"), 0U);
  EXPECT_FALSE(sample().find("没有").has_value());
}

TEST(TreeFind, LooksInsideAContainerByItsExactNameFirst) {
  EXPECT_EQ(sample().find("完成", "键盘"), 5U);
  EXPECT_EQ(sample().find("完成", "键盘说明"), 7U);
  EXPECT_EQ(sample().find("完成", "说明"), 7U);
  EXPECT_FALSE(sample().find("提交申请", "键盘").has_value());
}

TEST(TreeFind, PassesOverWhatIsDisabled) {
  auto tree = sample();
  tree.mutable_nodes()[3].enabled = false;
  EXPECT_EQ(tree.find("提交申请"), 2U);
}

TEST(TreeText, GivesEveryLabelAndValueInReadingOrder) {
  auto tree = sample();
  tree.mutable_nodes()[3].value = "已选";
  const auto text = tree.text();
  EXPECT_THAT(text, ::testing::StartsWith("首页\n提交申请\n提交申请表\n提交申请 已选\n"));
}

TEST(TreeDescribe, NamesRoleStateAndPlaceOnALineOfItsOwn) {
  auto tree = sample();
  tree.mutable_nodes()[2].enabled = false;
  tree.mutable_nodes()[5].selected = true;
  tree.mutable_nodes()[7].visible = {};
  const auto all = tree.describe();
  EXPECT_THAT(all, ::testing::HasSubstr("\n  button \"提交申请表\" disabled [0,0 100x100]\n"));
  EXPECT_THAT(all, ::testing::HasSubstr("\n    key \"完成\" selected [0,0 100x100]\n"));
  EXPECT_THAT(all, ::testing::HasSubstr("out of view"));
}

TEST(Contrast, FollowsTheDefinition) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 0.001);
  EXPECT_NEAR(contrast({119, 119, 119}, {255, 255, 255}), 4.48, 0.01);
  EXPECT_DOUBLE_EQ(contrast({10, 20, 30}, {10, 20, 30}), 1);
}

}  // namespace
}  // namespace mingting::ui
