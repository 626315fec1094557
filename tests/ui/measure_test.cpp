// The floors of the design, measured from the semantic tree of every gallery page, in every size, theme and
// orientation.
#include <fmt/format.h>

#include <map>

#include "ui/easel.hpp"
#include "ui/gallery.hpp"

namespace mingting::ui {
namespace {

using Case = std::tuple<TextSize, Theme, bool>;

class Floors : public ::testing::TestWithParam<Case> {
 protected:
  Floors() : easel_(std::get<2>(GetParam()) ? kPortrait : kLandscape) {
    easel_.appearance.size = std::get<0>(GetParam());
    easel_.appearance.theme = std::get<1>(GetParam());
  }
  void each_page(const std::function<void(const char*, const Tree&)>& check) {
    for (const auto& page : gallery()) {
      easel_.show(page.draw);
      easel_.frames(3);
      check(page.name, easel_.tree());
    }
  }
  float dp(float pixels) const { return pixels; }  // both screens have a short side of 1080

  Easel easel_;
};

std::string about(const char* page, const Node& node) {
  return fmt::format("{}: \"{}\" {}", page, node.label, node.id);
}

TEST_P(Floors, TextIsLargeEnoughAndLinesFarEnoughApart) {
  const float least = std::get<0>(GetParam()) == TextSize::ExtraLarge ? 30 : 18;
  each_page([&](const char* page, const Tree& tree) {
    for (const auto& node : tree.nodes()) {
      if (node.em <= 0) continue;
      EXPECT_GE(dp(node.em), least) << about(page, node);
      EXPECT_GE(node.line, 1.3F) << about(page, node);
    }
  });
}

TEST_P(Floors, WordsStandOutFromTheirPaper) {
  const double least = std::get<1>(GetParam()) == Theme::HighContrast ? 20 : 10;
  each_page([&](const char* page, const Tree& tree) {
    for (const auto& node : tree.nodes()) {
      if (node.em <= 0 || !node.enabled) continue;
      EXPECT_GE(contrast(node.ink, node.paper), least) << about(page, node);
    }
  });
}

TEST_P(Floors, EveryTargetIsWideAndHighEnoughForAFinger) {
  each_page([&](const char* page, const Tree& tree) {
    for (const auto& node : tree.nodes()) {
      if (!node.target) continue;
      EXPECT_GE(dp(node.rect.h), 59.5F) << about(page, node);
      EXPECT_GE(dp(node.rect.w), 59.5F) << about(page, node);
      EXPECT_FALSE(node.label.empty()) << about(page, node);
    }
  });
}

/// The free room between two rectangles, along the axis where they are apart; negative where they overlap.
float gap(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x) - std::min(a.x + a.w, b.x + b.w);
  const float y = std::max(a.y, b.y) - std::min(a.y + a.h, b.y + b.h);
  return std::max(x, y);
}

bool below_dialog(const Tree& tree, std::size_t at) {
  for (std::size_t i = at + 1; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].role == Role::Dialog) return true;
  }
  return false;
}

TEST_P(Floors, TargetsKeepTwoAndAHalfMillimetresApart) {
  each_page([&](const char* page, const Tree& tree) {
    const auto& nodes = tree.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::size_t j = i + 1; j < nodes.size(); ++j) {
        if (!nodes[i].target || !nodes[j].target || below_dialog(tree, i) != below_dialog(tree, j)) continue;
        if (nodes[i].visible.h <= 0 || nodes[j].visible.h <= 0) continue;
        EXPECT_GE(dp(gap(nodes[i].visible, nodes[j].visible)), 11.0F)
            << about(page, nodes[i]) << " and " << about(page, nodes[j]);
      }
    }
  });
}

TEST_P(Floors, NothingReachesOutOfTheWindowSideways) {
  each_page([&](const char* page, const Tree& tree) {
    for (const auto& node : tree.nodes()) {
      EXPECT_GE(node.rect.x, 0) << about(page, node);
      EXPECT_LE(node.rect.x + node.rect.w, static_cast<float>(easel_.size().width)) << about(page, node);
    }
  });
}

TEST_P(Floors, WordsAndTargetsOfOneContainerDoNotOverlap) {
  each_page([&](const char* page, const Tree& tree) {
    std::map<int, std::vector<const Node*>> siblings;
    for (const auto& node : tree.nodes()) {
      if (node.role != Role::Page && node.role != Role::Dialog && node.rect.h > 0)
        siblings[node.parent].push_back(&node);
    }
    for (const auto& [parent, list] : siblings) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j) {
          const auto& a = *list[i];
          const auto& b = *list[j];
          if (a.visible.h <= 0 || b.visible.h <= 0 || a.role == Role::Link || b.role == Role::Link) continue;
          EXPECT_GE(gap(a.visible, b.visible), -1.0F) << about(page, a) << " and " << about(page, b);
        }
      }
    }
  });
}

TEST_P(Floors, DearImGuiDrawsNothingTheTreeDoesNotKnow) {
  each_page([&](const char* page, const Tree&) {
    EXPECT_THAT(easel_.ui().unlabelled(), ::testing::IsEmpty()) << page;
  });
}

INSTANTIATE_TEST_SUITE_P(
    Everywhere, Floors,
    ::testing::Combine(::testing::Values(TextSize::Standard, TextSize::Large, TextSize::ExtraLarge),
                       ::testing::Values(Theme::Standard, Theme::HighContrast), ::testing::Bool()));

}  // namespace
}  // namespace mingting::ui
