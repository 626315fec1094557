// Parts of a whole: one bar, and the list of what it is made of.
#include <algorithm>
#include <cmath>

#include "ui/widgets/charts/sheet.hpp"

namespace mingting::ui::charts {
namespace {

constexpr float kBar = 72, kSwatch = 44, kBeside = 20, kPad = 14, kUnderBar = 16;  // dp
constexpr float kMostValue = 0.5F;                                                 // of the width

/// In focus whole, the others each with its own.
Skin skin_of_part(const Sheet& sheet, std::size_t part) {
  if (!sheet.focused()) return skin_of(sheet.impl, part);
  std::size_t before = 0;
  for (std::size_t i = 0; i < part; ++i) before += sheet.chart.marks[i].focus ? 0 : 1;
  return skin_of(sheet.impl, sheet.chart.marks[part].focus ? 0 : before + 1);
}

void lay_bar(Sheet& sheet) {
  const auto shares = shares_of(sheet.chart);
  double until = 0;
  float x = 0;
  const float high = sheet.impl.grown(kBar), gap = std::max(1.0F, sheet.px(3));
  for (std::size_t i = 0; i < shares.size(); ++i) {
    until += shares[i];
    const float next = std::round(static_cast<float>(until) * sheet.width);
    const float wide = std::max(next - x - (next - x > 4 * gap && i + 1 < shares.size() ? gap : 0), sheet.impl.hairline());
    if (shares[i] > 0) sheet.block({std::min(x, sheet.width - wide), sheet.height, wide, high}, skin_of_part(sheet, i));
    x = next;
  }
  sheet.height += high + sheet.px(kUnderBar);
}

float lay_part(Sheet& sheet, std::size_t i, float y) {
  auto& impl = sheet.impl;
  const auto& mark = sheet.chart.marks[i];
  const auto setting = impl.setting(TextStyle::Caption);
  const float lead = impl.grown(kSwatch) + sheet.px(kBeside);
  const auto& value = impl.lay_line(printed_of(mark, 0), impl.setting(TextStyle::Caption, true), sheet.width * kMostValue);
  const float beside = sheet.width - lead - value.width - sheet.px(kBeside);
  const bool under = beside < std::min(7 * static_cast<float>(setting.em), impl.texts.measure(mark.label, setting) + 1);
  const auto& name = impl.lay(mark.label, setting, under ? sheet.width - lead : beside, 0, Wrap::Balanced);
  const float inner = under ? name.height() + value.height() : std::max(name.height(), value.height());
  const float high = std::max(inner + 2 * sheet.px(kPad), sheet.px(kLeastStrip));
  const float top = y + std::round((high - inner) / 2);
  const auto who = static_cast<int>(i);
  const float swatch = std::round(setting.line * 0.8F);
  sheet.block({0, top + std::round((setting.line - swatch) / 2), impl.grown(kSwatch), swatch}, skin_of_part(sheet, i));
  sheet.write(name, lead, top, name.width, Align::Left, impl.colors().ink, who);
  sheet.write(value, lead, under ? top + name.height() : top, sheet.width - lead, Align::Right, impl.colors().ink, who);
  const float apart = sheet.px(kApartTargets);
  sheet.spot(i, {0, y + apart, sheet.width, high - 2 * apart}, true);
  return high;
}

}  // namespace

void lay_share(Sheet& sheet) {
  lay_bar(sheet);
  for (std::size_t i = 0; i < sheet.chart.marks.size(); ++i) {
    if (i > 0)
      sheet.rule({0, sheet.height, sheet.width, std::max(1.0F, std::round(sheet.impl.hairline() / 2))}, sheet.impl.colors().line);
    sheet.height += lay_part(sheet, i, sheet.height);
  }
}

}  // namespace mingting::ui::charts
