// A grid of many rows and columns under a finger: what is asked for, what stays, what is said, what is tapped.
#include <fmt/format.h>
#include <imgui.h>

#include <map>
#include <set>

#include "ui/charts/figures.hpp"
#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

class Grid : public ::testing::Test {
 protected:
  void show(std::size_t rows, std::size_t columns) {
    view_ = {.id = "grid", .label = "很多行"};
    view_.heads.push_back({.id = "name", .title = "单位"});
    for (std::size_t i = 1; i < columns; ++i)
      view_.heads.push_back({.id = fmt::format("h{}", i), .title = fmt::format("第{}列", i), .unit = "万元", .figure = true});
    view_.rows = rows;
    view_.cell = [this](std::size_t row, std::size_t column) -> std::string_view {
      asked_.insert(row);
      auto& words = words_[row * 64 + column];
      if (words.empty())
        words = column == 0 ? fmt::format("第{}个单位", row) : fmt::format("{},{:03}.{}", row % 90 + 10, row % 1000, column);
      return words;
    };
    view_.row_id = [](std::size_t row) { return fmt::format("r{}", row); };
    easel_.show([this](Ui& ui) {
      Ui::Frame frame{.page_id = "grid", .label = "表"};
      frame.page.head = [&] { ui.heading("很多行"); };
      frame.page.body = [&] {
        if (const auto tap = ui.data_grid(view_)) tapped_ = tap;
      };
      ui.frame(frame);
    });
    easel_.frames(3);
  }
  /// A finger sideways over the middle of the page.
  void drag_sideways(float from, float to, float y = 900) {
    easel_.down(from, y);
    for (int i = 1; i <= 10; ++i) easel_.move(from + (to - from) * static_cast<float>(i) / 10, y);
  }
  const Node& head(const std::string& title) { return easel_.node(title); }

  Easel easel_;
  GridView view_;
  std::map<std::size_t, std::string> words_;
  std::set<std::size_t> asked_;
  std::optional<GridTap> tapped_;
};

TEST_F(Grid, AsksOnlyForRowsOnScreen) {
  show(100'000, 8);
  EXPECT_LT(asked_.size(), 40U);
  EXPECT_LT(easel_.tree().nodes().size(), 60U);
  EXPECT_TRUE(easel_.has("第3个单位"));
}

TEST_F(Grid, SaysHeadsWithCells) {
  show(12, 4);
  EXPECT_EQ(easel_.node("第2个单位").value, "第1列 12,002.1万元\xE3\x80\x80第2列 12,002.2万元\xE3\x80\x80第3列 12,002.3万元");
  EXPECT_EQ(easel_.node("第11个单位").role, Role::Row) << "a small table is said whole";
}

TEST_F(Grid, ARowAndAHeadAreTapped) {
  show(500, 4);
  easel_.tap("第4个单位");
  ASSERT_TRUE(tapped_ && tapped_->row);
  EXPECT_EQ(*tapped_->row, 4U);
  easel_.tap("第2列");
  ASSERT_TRUE(tapped_->head);
  EXPECT_EQ(*tapped_->head, 2U);
}

TEST_F(Grid, HeadsStayAboveWhileRowsScroll) {
  show(100'000, 4);
  easel_.drag(300, 1500, 300, 12);
  easel_.up();
  easel_.settle();
  EXPECT_LT(head("第1列").visible.y, 60);
  EXPECT_FALSE(easel_.has("第3个单位"));
  easel_.tap("第1列");
  ASSERT_TRUE(tapped_ && tapped_->head) << "not the row under it";
}

TEST_F(Grid, ColumnsFollowAFingerSidewaysAndTheFirstStays) {
  show(500, 20);
  const float before = head("第3列").visible.x, name = head("单位").visible.x;
  drag_sideways(800, 600);
  EXPECT_NEAR(head("第3列").visible.x, before - 180, 25);
  EXPECT_EQ(head("单位").visible.x, name);
  easel_.up();
  EXPECT_FALSE(tapped_) << "a finger that moved columns has tapped nothing";
}

TEST_F(Grid, ColumnsFlyOnAndStop) {
  easel_.appearance.motion = true;
  show(500, 40);
  drag_sideways(900, 500);
  const float let_go = head("第6列").rect.x;
  easel_.up();
  easel_.frames(20);
  EXPECT_LT(head("第6列").visible.w > 0 ? head("第6列").rect.x : 0, let_go - 30);
  for (int i = 0; i < 300; ++i) easel_.frame();
  EXPECT_FALSE(easel_.display().busy());
  EXPECT_FALSE(tapped_);
}

TEST_F(Grid, AFingerUpAndDownMovesNoColumn) {
  show(500, 20);
  const float before = head("第3列").visible.x;
  easel_.drag(700, 1400, 900, 10);
  easel_.up();
  EXPECT_EQ(head("第3列").visible.x, before);
}

TEST_F(Grid, TheFocusBringsAColumnIn) {
  show(3, 30);
  for (int i = 0; i < 60 && !(head("第29列").focused); ++i) {
    easel_.ui().focus_next();
    easel_.frame();
  }
  easel_.frames(2);
  EXPECT_GT(head("第29列").visible.w, 60);
}

TEST_F(Grid, NothingAndOneRowAreComfortable) {
  show(0, 3);
  EXPECT_TRUE(easel_.has("第1列"));
  show(1, 3);
  EXPECT_TRUE(easel_.has("第0个单位"));
}

TEST_F(Grid, TheLastOfAHundredThousandRowsIsReached) {
  show(100'000, 3);
  easel_.down(500, 600);
  ImGui::GetIO().AddMouseWheelEvent(0, -100'000);
  easel_.frames(3);
  easel_.up();
  const auto& row = easel_.node("第99999个单位");
  EXPECT_GT(row.visible.h, 0);
}

TEST_F(Grid, AtTheLargestSizeARowIsABlock) {
  easel_.appearance.size = TextSize::ExtraLarge;
  easel_.show([this](Ui& ui) {
    Ui::Frame frame{.page_id = "grid", .label = "表"};
    frame.page.body = [&] {
      if (const auto tap = ui.data_grid(figures::departments())) tapped_ = tap;
    };
    ui.frame(frame);
  });
  easel_.frames(3);
  EXPECT_GT(easel_.node("区教育局").rect.h, 400) << "a head and a value in each line";
  easel_.tap("支出决算 ▼");
  ASSERT_TRUE(tapped_ && tapped_->head);
  EXPECT_EQ(*tapped_->head, 1U);
}

}  // namespace
}  // namespace mingting::ui
