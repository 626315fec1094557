// Every kind of chart with few and many marks, nothing above zero, gaps, one giant, long names: no label on another, none cut,
// none beyond its card. With MINGTING_CHARTS set, leaves pictures of the cases whose names contain it.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "ui/charts/figures.hpp"
#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

constexpr const char* kKinds[] = {"bars", "grouped", "stacked", "lines", "share", "waterfall"};
constexpr const char* kCases[] = {"one", "two", "twelve", "sixty", "negative", "gap", "giant", "long-names", "sixty-names"};

std::string label_of(const std::string& what, int i) {
  if (what == "long-names") return fmt::format("区退役军人事务局和双拥工作领导小组办公室{}", i);
  if (what == "sixty-names") return fmt::format("第{}居民委员会", i);
  if (what == "sixty") return fmt::format("{}-{:02}", 2020 + i / 12, i % 12 + 1);
  return std::to_string(2014 + i);
}

int count_of(const std::string& what) {
  if (what == "one") return 1;
  if (what == "two") return 2;
  if (what.starts_with("sixty")) return 60;
  return what == "long-names" || what == "giant" ? 6 : 12;
}

double value_of(const std::string& what, int i, int series) {
  const double value = 800 + 371.5 * ((i * 7 + series * 3) % 11);
  if (what == "negative") return -value;
  return what == "giant" && i == 2 ? 1000 * value : value;
}

ChartView crowded(ChartKind kind, const std::string& what) {
  const bool one = kind == ChartKind::Bars || kind == ChartKind::Share || kind == ChartKind::Waterfall;
  ChartView chart{
      .id = "chart", .label = "每一年的一般债务和专项债务", .unit = "单位：亿元", .kind = kind, .foot = "点一下，看那一项"};
  const int series = one ? 1 : 3;
  if (!one) chart.series = {"一般债务", "专项债务", what == "long-names" ? "政府购买服务中长期财政支出责任合计" : "合计"};
  for (int i = 0; i < count_of(what); ++i) {
    ChartMark mark{.id = fmt::format("m{}", i), .label = label_of(what, i)};
    for (int s = 0; s < series; ++s) {
      const double value = value_of(what, i, s);
      const bool gap = what == "gap" && (i == 3 || i == 7 || i == 8);
      mark.values.push_back(gap ? std::nullopt : std::optional(value));
      mark.printed.push_back(gap ? "" : fmt::format("{:.1f}", value));
    }
    chart.marks.push_back(mark);
  }
  return chart;
}

struct Screen {
  const char* name;
  platform::Size size;
};
constexpr Screen kScreens[] = {{"portrait", kPortrait}, {"landscape", kLandscape}, {"small", {800, 600}}};

class Crowded : public ::testing::TestWithParam<Screen> {
 protected:
  Crowded() : easel_(GetParam().size) {}

  void each(const std::function<void(const std::string&, const ChartView&)>& check) {
    for (const auto type : {TextSize::Standard, TextSize::ExtraLarge}) {
      for (const auto theme : {Theme::Standard, Theme::HighContrast}) {
        easel_.appearance.size = type;
        easel_.appearance.theme = theme;
        for (int kind = 0; kind < 6; ++kind) {
          for (const auto* what : kCases) {
            const auto name =
                fmt::format("{}-{}-{}{}{}", kKinds[kind], what, GetParam().name, type == TextSize::Standard ? "" : "-large",
                            theme == Theme::Standard ? "" : "-contrast");
            draw(name, crowded(static_cast<ChartKind>(kind), what), check);
          }
        }
      }
    }
  }
  void draw(const std::string& name, const ChartView& chart,
            const std::function<void(const std::string&, const ChartView&)>& check) {
    easel_.show([&](Ui& ui) {
      Ui::Frame frame{.page_id = name, .label = "图"};
      frame.page.body = [&] { ui.chart(chart); };
      ui.frame(frame);
    });
    easel_.frame();
    check(name, chart);
  }
  void keep(const std::string& name) {
    const char* wanted = std::getenv("MINGTING_CHARTS");
    if (wanted == nullptr || name.find(wanted) == std::string::npos) return;
    easel_.settle();
    const auto folder = Path(MINGTING_BUILD) / "charts";
    ASSERT_TRUE(disk().make_folders(folder));
    ASSERT_TRUE(platform::write_png(disk(), folder / (name + ".png"), *easel_.display().capture()));
  }

  Easel easel_;
};

bool meet(const Rect& a, const Rect& b) {
  return std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x) > 0.5F && std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y) > 0.5F;
}

Rect inflated(const Rect& rect, float by) { return {rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by}; }

bool within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
         inner.y + inner.h <= outer.y + outer.h;
}

TEST_P(Crowded, NoLabelStandsOnAnotherOrLeavesTheCard) {
  each([&](const std::string& name, const ChartView&) {
    keep(name);
    const auto& nodes = easel_.tree().nodes();
    const auto card = std::find_if(nodes.begin(), nodes.end(), [](const auto& node) { return node.role == Role::Chart; });
    ASSERT_NE(card, nodes.end());
    EXPECT_GE(card->rect.x, 0) << name;
    EXPECT_LE(card->rect.x + card->rect.w, static_cast<float>(easel_.size().width)) << name;
    std::vector<const Node*> words;
    for (const auto& node : nodes)
      if (node.em > 0 && node.role != Role::Mark) words.push_back(&node);
    for (std::size_t i = 0; i < words.size(); ++i) {
      ASSERT_TRUE(within(words[i]->rect, card->rect)) << name << ": " << words[i]->label;
      for (std::size_t j = i + 1; j < words.size(); ++j)
        ASSERT_FALSE(meet(words[i]->rect, words[j]->rect)) << name << ": " << words[i]->label << " / " << words[j]->label;
    }
  });
}

TEST_P(Crowded, NoLabelIsCutAndEveryValueIsSaid) {
  each([&](const std::string& name, const ChartView& chart) {
    const auto& nodes = easel_.tree().nodes();
    for (const auto& mark : chart.marks) {
      const auto said = std::find_if(nodes.begin(), nodes.end(),
                                     [&](const auto& node) { return node.role == Role::Mark && node.label == mark.label; });
      ASSERT_NE(said, nodes.end()) << name << ": " << mark.label;
      for (const auto& printed : mark.printed)
        EXPECT_NE(said->value.find(printed), std::string::npos) << name << ": " << said->value;
    }
    for (const auto& node : nodes) {
      EXPECT_TRUE(node.em <= 0 || node.label.find("…") == std::string::npos) << name << ": " << node.label;
    }
  });
}

TEST_P(Crowded, WhatStandsBesideAGiantIsToldAndSeen) {
  each([&](const std::string& name, const ChartView& chart) {
    if (name.find("-giant-") == std::string::npos || chart.kind == ChartKind::Lines) return;
    for (const auto& mark : chart.marks) {
      for (const auto& printed : mark.printed) {
        const auto& nodes = easel_.tree().nodes();
        EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(), [&](const auto& node) {
          return node.role == Role::Tick && node.label.find(printed) != std::string::npos;
        })) << name << ": " << printed;
      }
    }
  });
}

TEST_P(Crowded, WhatIsTouchedIsLargeEnoughAndApart) {
  const float unit = static_cast<float>(std::min(GetParam().size.width, GetParam().size.height)) / 1080;
  each([&](const std::string& name, const ChartView&) {
    std::vector<Rect> targets;
    for (const auto& node : easel_.tree().nodes()) {
      if (!node.target) continue;
      EXPECT_GE(std::min(node.rect.w, node.rect.h), 59.5F * unit - 1) << name << ": " << node.label;
      for (const auto& other : targets)
        EXPECT_FALSE(meet(inflated(node.rect, 5.4F * unit - 1), inflated(other, 5.4F * unit - 1))) << name << ": " << node.label;
      targets.push_back(node.rect);
    }
    EXPECT_FALSE(targets.empty()) << name;
  });
}

INSTANTIATE_TEST_SUITE_P(Screens, Crowded, ::testing::ValuesIn(kScreens),
                         [](const auto& which) { return std::string(which.param.name); });

}  // namespace
}  // namespace mingting::ui
