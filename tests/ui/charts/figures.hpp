// Charts, tracks, periods and a grid with figures that could be real, for the gallery and the tests.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ui/data.hpp"

namespace mingting::ui::figures {

inline ChartMark mark(std::string label, std::vector<std::optional<double>> values, std::vector<std::string> printed,
                      bool focus = false) {
  return {.id = label, .label = label, .values = std::move(values), .printed = std::move(printed), .focus = focus};
}

inline ChartView spending() {
  return {.id = "spending",
          .label = "钱花在哪几类上",
          .unit = "万元",
          .kind = ChartKind::Bars,
          .marks = {mark("普通教育", {61240.5}, {"61,240.5"}, true), mark("职业教育", {9811.2}, {"9,811.2"}),
                    mark("社会保障", {7306.8}, {"7,306.8"}), mark("住房保障", {5120.4}, {"5,120.4"}),
                    mark("教育管理", {3015.7}, {"3,015.7"}), mark("其他", {1806.3}, {"1,806.3"})},
          .foot = "点一条，看里面每一项。合计88,300.9万元，六类相加，与总表相同。",
          .opens = true};
}

inline ChartView from_budget_to_rest() {
  return {.id = "waterfall",
          .label = "从预算到结余",
          .unit = "千万元",
          .kind = ChartKind::Waterfall,
          .marks = {mark("年初预算", {86.2}, {"86.2"}), mark("调整", {4.6}, {"+4.6"}), mark("结转", {2.1}, {"+2.1"}),
                    mark("实际支出", {-88.3}, {"−88.3"}), mark("年末结余", {4.6}, {"4.6"})}};
}

inline ChartView debt() {
  ChartView chart{.id = "debt",
                  .label = "每年年底的余额，一直在限额以下",
                  .unit = "亿元",
                  .kind = ChartKind::Lines,
                  .series = {"限额", "余额"},
                  .foot = "点一年，看那一年的一般债务和专项债务",
                  .chosen = 4};
  const double limit[] = {92, 98, 105, 112, 118, 126, 131}, owed[] = {88.2, 93.6, 101, 108, 113, 120, 124.5};
  for (int i = 0; i < 7; ++i) {
    const auto year = std::to_string(2019 + i);
    chart.marks.push_back(
        mark(year, {limit[i], owed[i]},
             {std::to_string(static_cast<int>(limit[i])), i == 6 ? "124.5" : std::to_string(static_cast<int>(owed[i]))}));
  }
  return chart;
}

/// Five years, two months of which nobody has told.
inline ChartView months(ChartKind kind) {
  ChartView chart{.id = kind == ChartKind::Bars ? "months" : "months-lines",
                  .label = "年底花得最多，每年都这样",
                  .unit = "万元",
                  .kind = kind,
                  .chosen = 23};
  for (int i = 0; i < 60; ++i) {
    const int value = 300 + (i * 7) % 90 + 8 * (i % 12) * (i % 12);
    const bool gap = i == 30 || i == 31;
    const auto month = std::to_string(i % 12 + 1);
    chart.marks.push_back(mark(std::to_string(2021 + i / 12) + (month.size() < 2 ? "-0" : "-") + month,
                               {gap ? std::nullopt : std::optional<double>(value)}, {gap ? "" : std::to_string(value) + ".0"}));
  }
  return chart;
}

inline ChartView repayment() {
  return {.id = "repayment",
          .label = "以后五年要还多少",
          .unit = "亿元",
          .kind = ChartKind::Stacked,
          .series = {"本金", "利息"},
          .marks = {mark("2026", {9.2, 3.8}, {"9.2", "3.8", "13.0"}), mark("2027", {7.5, 3.5}, {"7.5", "3.5", "11.0"}),
                    mark("2028", {11.8, 3.1}, {"11.8", "3.1", "14.9"}), mark("2029", {6.4, 2.7}, {"6.4", "2.7", "9.1"}),
                    mark("2030", {8.1, 2.3}, {"8.1", "2.3", "10.4"})}};
}

inline ChartView parts() {
  return {.id = "parts",
          .label = "一半以上花在教育和社会保障上",
          .unit = "元",
          .kind = ChartKind::Share,
          .marks = {mark("教育", {31}, {"31.0"}), mark("社会保障和就业", {22.4}, {"22.4"}), mark("卫生健康", {14.1}, {"14.1"}),
                    mark("城乡社区", {12}, {"12.0"}), mark("农林水", {9.3}, {"9.3"}), mark("其他", {11.2}, {"11.2"})}};
}

inline ChartView two_years() {
  return {.id = "two-years",
          .label = "和上一年比，少花了三公经费",
          .unit = "万元",
          .kind = ChartKind::Grouped,
          .series = {"2024年", "2025年"},
          .marks = {mark("因公出国（境）费", {3.2, 2.1}, {"3.2", "2.1"}),
                    mark("公务用车购置及运行费", {28.4, 22.7}, {"28.4", "22.7"}),
                    mark("公务接待费", {9.6, {}}, {"9.6", "没有数据"})}};
}

inline std::vector<SpanView> periods() {
  static constexpr const char* kNames[] = {"九五", "十五", "十一五", "十二五", "十三五", "十四五"};
  std::vector<SpanView> all;
  for (int i = 0; i < 6; ++i) {
    const int from = 1996 + 5 * i;
    all.push_back({.id = kNames[i],
                   .label = kNames[i],
                   .when = std::to_string(from) + "–" + std::to_string(from + 4),
                   .from = static_cast<double>(from),
                   .until = static_cast<double>(from + 5),
                   .now = i == 5});
  }
  return all;
}

inline std::vector<std::pair<double, std::string>> years() {
  std::vector<std::pair<double, std::string>> all;
  for (int year = 1996; year <= 2026; year += 5) all.emplace_back(year, std::to_string(year));
  return all;
}

inline std::vector<TrackView> indicators() {
  using State = TrackView::State;
  return {{.id = "beds",
           .label = "养老机构护理床位占比",
           .start = 38,
           .value = 57,
           .target = 60,
           .expected = 55.6,
           .value_words = "现在 57%",
           .target_words = "2025年目标 60%",
           .start_words = "2020年 38%",
           .state = State::OnTrack,
           .state_words = "快于进度"},
          {.id = "waste",
           .label = "生活垃圾资源化利用率",
           .note = "",
           .start = 35,
           .value = 48,
           .target = 60,
           .expected = 55,
           .value_words = "现在 48%",
           .target_words = "2025年目标 60%",
           .start_words = "2020年 35%",
           .state = State::Behind,
           .state_words = "慢于进度"},
          {.id = "online",
           .label = "政务服务事项网上可办率",
           .start = 92,
           .value = 100,
           .target = 100,
           .expected = 98,
           .value_words = "现在 100%",
           .target_words = "2025年目标 100%",
           .start_words = "2020年 92%",
           .state = State::Reached,
           .state_words = "已经达到"},
          {.id = "air",
           .label = "城市空气质量优良天数比率和地表水达到或好于三类水体比例",
           .note = "2024年的数字还没有公布。",
           .start = 0,
           .value = 0,
           .target = 0,
           .value_words = "",
           .target_words = "2025年目标 98%",
           .start_words = "2020年 98.9%",
           .state = State::Unknown,
           .state_words = "没有数据"}};
}

inline const std::vector<std::array<std::string, 6>>& department_rows() {
  static const std::vector<std::array<std::string, 6>> rows{
      {"区教育局", "88,300.9", "86,200.0", "+2.4%", "18.6", "92"},
      {"区卫生健康局", "42,118.4", "43,050.0", "−2.2%", "22.1", "90"},
      {"区民政局", "31,940.2", "31,500.0", "+1.4%", "9.8", "95"},
      {"区住房城乡建设局", "27,665.0", "29,800.0", "−7.2%", "15.2", "86"},
      {"区农业农村局", "12,403.7", "12,000.0", "+3.4%", "8.4", "91"},
      {"区市场监管局", "9,871.5", "9,900.0", "−0.3%", "12.7", "93"},
      {"区司法局", "5,120.8", "5,060.0", "+1.2%", "6.3", "94"},
      {"区文化旅游局", "4,833.1", "5,400.0", "−10.5%", "5.9", "88"},
      {"区退役军人事务局双拥工作领导小组办公室", "2,210.0", "2,300.0", "−3.9%", "1.9", "90"}};
  return rows;
}

inline GridView departments() {
  GridView grid{.id = "departments", .label = "部门决算"};
  grid.heads = {{.id = "name", .title = "部门"},
                {.id = "spent", .title = "支出决算", .unit = "万元", .figure = true, .sorted = GridHead::Sorted::Down},
                {.id = "budget", .title = "年初预算", .unit = "万元", .figure = true},
                {.id = "change", .title = "增减", .figure = true},
                {.id = "trips", .title = "三公经费", .unit = "万元", .figure = true},
                {.id = "mark", .title = "绩效得分", .figure = true},
                {.id = "bar", .title = "支出", .sorts = false, .bar = true}};
  grid.rows = department_rows().size();
  grid.cell = [](std::size_t row, std::size_t column) {
    return column < 6 ? std::string_view(department_rows()[row][column]) : std::string_view{};
  };
  grid.row_id = [](std::size_t row) { return "r" + std::to_string(row); };
  grid.share = [](std::size_t row, std::size_t) { return 1.0 / static_cast<double>(row + 1); };
  return grid;
}

}  // namespace mingting::ui::figures
