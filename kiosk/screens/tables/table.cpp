// A table's page: what it is, its views as chips, how far down one has gone, and where it comes from.
#include "screens/tables/views.hpp"

namespace mingting::screens {
namespace {

constexpr const char* kOnward = "\xE2\x80\xBA";  // ›

/// Where it stands: the shelf, then the levels gone down.
std::string crumbs(const TableShown& shown) {
  auto words = column_title(shown.view, shown.table.group);
  for (const auto& level : shown.page.path) {
    if (!words.empty()) words += std::string(" ") + kOnward + " ";
    words += level.title;
  }
  return words;
}

void head(const TableShown& shown) {
  auto& ui = shown.view.ui;
  const auto where = crumbs(shown);
  if (!where.empty()) ui.text(where, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  ui.heading(shown.page.path.empty() ? table_title(shown.view, shown.table) : shown.page.path.back().title);
  said_in_chinese(shown.view);
  if (shown.table.sample) ui.text(shown.view.tr("table.is-sample"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Wait, .bold = true});
  if (!shown.table.summary.empty() && !shown.view.english() && !brief(shown.view)) ui.text(shown.table.summary, {.tone = ui::Tone::Quiet});
  ui.space(16);
}

void view_chips(const TableShown& shown) {
  if (shown.table.views.size() < 2) return;
  std::vector<ui::ChipView> chips;
  for (const auto& each : shown.table.views)
    chips.push_back({.id = each.id, .label = shown.view.choose(each.title, each.title_en), .selected = each.id == shown.how.id});
  if (const auto tapped = shown.view.ui.chips("views", shown.view.tr("table.views"), chips)) shown.view.send(msg::ShowView{chips[*tapped].id});
}

/// The way up again, a chip a level.
void levels_up(const TableShown& shown) {
  if (shown.page.path.empty()) return;
  std::vector<ui::ChipView> chips{{.id = "0", .label = shown.view.tr("table.all")}};
  for (std::size_t i = 0; i < shown.page.path.size(); ++i)
    chips.push_back({.id = std::to_string(i + 1), .label = shown.page.path[i].title, .selected = i + 1 == shown.page.path.size()});
  if (const auto tapped = shown.view.ui.chips("levels", shown.view.tr("table.levels"), chips)) shown.view.send(msg::StepOut{*tapped});
}

void measures(const TableShown& shown) {
  if (!shown.page.measures.value) return;
  auto& ui = shown.view.ui;
  for (const auto& measure : *shown.page.measures.value) {
    ui.card("measure:" + measure.id, measure.title, [&] {
      const bool narrowed = !shown.page.filters.empty() || !shown.page.ranges.empty() || !shown.page.path.empty();
      ui.text(narrowed ? shown.view.tr("table.of-all", measure.title) : measure.title, {.style = ui::TextStyle::Label});
      ui.text(measure.value, {.style = ui::TextStyle::Title, .tone = ui::Tone::Primary, .bold = true, .one_line = true});
      ui.text(measure.formula, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
      if (!measure.parts.empty()) ui.facts("parts", measure.parts);
    });
    ui.space(16);
  }
}

using Facts = std::vector<std::pair<std::string, std::string>>;

void add(const View& view, Facts& facts, const char* key, const std::string& value) {
  if (!value.empty()) facts.emplace_back(view.tr(std::string("table.") + key), value);
}

void about(const TableShown& shown) {
  const auto& table = shown.table;
  Facts facts;
  add(shown.view, facts, "period", table.period);
  add(shown.view, facts, "source", table.source);
  add(shown.view, facts, "agency", table.agency);
  add(shown.view, facts, "basis-label", table.basis);
  if (!facts.empty()) shown.view.ui.facts("about", facts);
  for (const auto& past : table.past) {
    if (shown.view.ui.button("past:" + past, shown.view.tr("table.compare", past), {.wide = false})) shown.view.send(msg::CompareEditions{past});
  }
  for (const auto& note : table.notes) shown.view.ui.text(note, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

/// Counted where rows are shown; a chart's marks speak for themselves.
void total(const TableShown& shown) {
  const auto& rows = shown.page.rows.value;
  if (!rows || rows->total == 0 || rows->rows.empty()) return;
  shown.view.ui.text(shown.view.tr("table.rows", rows->total), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

}  // namespace

ui::Page draw_table(const View& view, const TableViewPage& page) {
  const auto* table = find_table(view.model, page.table);
  const auto* how = shown_view(view.model, page);
  if (table == nullptr || how == nullptr) return gone(view);
  const TableShown shown{view, page, *table, *how};
  ui::Page parts;
  parts.broad = true;
  parts.place = how->id + ":" + std::to_string(page.path.size());
  parts.head = [shown] { head(shown); };
  parts.body = [shown] {
    view_chips(shown);
    draw_table_filters(shown);
    levels_up(shown);
    total(shown);
    draw_view(shown);
    shown.view.ui.space(24);
    measures(shown);
    if (shown.how.kind != ViewKind::Grid) return;  // it wants the width of a wide screen
    shown.view.ui.heading(shown.view.tr("table.about"), 2);
    about(shown);
  };
  if (how->kind == ViewKind::Grid) return parts;
  parts.asides.push_back({.id = "about", .label = view.tr("table.about"), .body = [shown] { about(shown); }, .headed = true, .after = true});
  return parts;
}

}  // namespace mingting::screens
