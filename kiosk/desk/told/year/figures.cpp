// A line for every figure of part 2.
#include "desk/told/year/figures.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "desk/year/report/report.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

std::string shown(const DisclosureSlot& slot, const Figure& figure) {
  if (!figure) return words("figures.blank");
  return slot.money ? words("figures.money", ten_thousands(*figure)) : std::to_string(*figure);
}

std::int64_t blank_in(DisclosureTable table) {
  const auto slots = disclosure_slots();
  return std::count_if(slots.begin(), slots.end(), [&](const DisclosureSlot& slot) { return !slot.figure(table); });
}

}  // namespace

std::string as_text(const FiguresSheet& sheet) {
  auto table = sheet.table;
  TextTable text{{words("figures.name"), words("figures.meaning"), words("figures.figure")}, {}};
  for (const auto& slot : disclosure_slots()) {
    text.rows.push_back({std::string(slot.title), std::string(slot.what), shown(slot, slot.figure(table))});
  }
  const auto blank = blank_in(table);
  const auto rest = blank == 0 ? words("figures.all-filled") : words("figures.some-blank", blank, sheet.year);
  return words("figures.title", sheet.year) + "\n" + table_text(text) + rest + "\n";
}

OrderedJson as_json(const FiguresSheet& sheet) {
  auto table = sheet.table;
  OrderedJson figures;
  for (const auto& slot : disclosure_slots()) {
    const auto& figure = slot.figure(table);
    figures[std::string(slot.key)] = figure ? OrderedJson(*figure) : OrderedJson(nullptr);
  }
  return {{"ok", true}, {"year", sheet.year}, {"blank", blank_in(table)}, {"figures", std::move(figures)}};
}

}  // namespace mingting
