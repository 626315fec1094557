// Searching: results at every keystroke, and a way on when nothing is found.
#include "screens/parts.hpp"
#include "screens/tables/cells.hpp"

namespace mingting::screens {
namespace {

constexpr std::size_t kBest = 3;  // documents before the rows of tables

ui::FieldView field_of(const View& view) {
  const auto& visit = *view.model.visit;
  ui::FieldView field{.id = "search",
                      .label = view.tr("search.field"),
                      .value = visit.search_text,
                      .placeholder = view.tr("search.placeholder")};
  if (visit.typing && visit.typing->field == kSearchField) {
    field.focused = true;
    field.caret = visit.typing->edit.caret;
    field.composing = visit.typing->composing.letters;
  }
  return field;
}

void words_to_tap(const View& view, const char* id, const std::string& label,
                  const std::vector<std::string>& words) {
  if (words.empty()) return;
  view.ui.text(label, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  view.ui.space(12);
  std::vector<ui::ChipView> chips;
  for (const auto& word : words) chips.push_back({.id = word, .label = word});
  if (const auto tapped = view.ui.chips(id, label, chips)) view.send(msg::SearchText{words[*tapped]});
  view.ui.space(24);
}

/// What one can do about it: ask for it, ask somebody, look through the columns.
void ask_for_it(const View& view, const std::string& words) {
  auto& ui = view.ui;
  if (find_form(view.model, "application") != nullptr) {
    ui.text(view.tr("search.ask-help"));
    ui.space(16);
    if (ui.button("ask", view.tr("search.ask"), {.kind = ui::ButtonKind::Primary, .icon = "apply"}))
      view.send(msg::OpenForm{"application", "", "", words});
  }
  ui.space(24);
  const bool opinions = find_form(view.model, "feedback") != nullptr;
  ui.grid(2, 24, opinions ? 2 : 1, [&](int index) {
    if (index == 0) {
      if (ui.button("staff", view.tr("search.staff"), {.icon = "person"})) view.send(msg::AskForHelp{});
    } else if (ui.button("say", view.tr("search.say"), {.icon = "feedback"})) {
      view.send(msg::OpenForm{"feedback", "", "", ""});
    }
  });
}

void columns(const View& view) {
  std::vector<ui::ChipView> chips;
  for (const auto& column : view.model.hall->columns)
    chips.push_back({.id = column.id, .label = view.choose(column.title, column.title_en)});
  if (chips.empty()) return;
  view.ui.heading(view.tr("search.columns"), 2);
  if (const auto tapped = view.ui.chips("columns", view.tr("search.columns"), chips))
    view.send(msg::OpenColumn{chips[*tapped].id});
}

void nothing_found(const View& view, const SearchResults& results) {
  empty_state(view, "search", view.tr("search.none", results.query), [&] { ask_for_it(view, results.query); });
  view.ui.space(32);
  words_to_tap(view, "nearest", view.tr("search.nearest"), results.suggestions);
  words_to_tap(view, "hot", view.tr("search.hot"), view.site().hot_searches);
  columns(view);
}

/// What was found, in one line; that nothing was, where the hits only come near.
void say_how_many(const View& view, const SearchResults& results) {
  if (results.stage == SearchStage::Near)
    return view.ui.notice("near", ui::NoticeKind::Plain, view.tr("search.near", results.query));
  const auto key = results.stage == SearchStage::AnyWords ? "search.some-words"
                   : results.total_capped                 ? "search.many"
                                                          : "search.total";
  view.ui.text(view.tr(key, results.total), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

void some_hits(const View& view, std::span<const SearchHit> hits) {
  view.ui.rows(static_cast<int>(hits.size()), [&](int index) { hit_row(view, hits[static_cast<std::size_t>(index)]); });
}

/// The best documents, then `between` what else was found, then the rest.
void hits(const View& view, const SearchResults& results, const ui::Body& between) {
  auto& ui = view.ui;
  const std::span all(results.hits);
  some_hits(view, all.first(std::min(all.size(), kBest)));
  between();
  some_hits(view, all.subspan(std::min(all.size(), kBest)));
  ui.space(32);
  words_to_tap(view, "nearest", view.tr("search.nearest"), results.suggestions);
  if (results.stage == SearchStage::Near) ask_for_it(view, results.query);
}

/// The columns something was found in, where they are several.
const Facet* columns_found(const SearchPage& page) {
  if (!page.results.value || page.results.value->hits.empty()) return nullptr;
  for (const auto& facet : page.results.value->facets) {
    if (facet.field == "column" && worth_choosing(facet, page.filters, page.results.value->total)) return &facet;
  }
  return nullptr;
}

/// Before anything is typed: what others look for and look at.
void ways_in(const View& view) {
  words_to_tap(view, "hot", view.tr("search.hot"), view.site().hot_searches);
  const auto used = most_used(view.model);
  if (used.empty()) return;
  view.ui.space(16);
  view.ui.heading(view.tr("search.most-used"), 2);
  view.ui.rows(static_cast<int>(used.size()),
               [&](int index) { item_row(view, *used[static_cast<std::size_t>(index)], {}); });
}

bool found_rows(const SearchPage& page) { return page.rows.value && !page.rows.value->hits.empty(); }

/// Which tables the rows are of, where they are several.
void tables_found(const View& view, const SearchPage& page) {
  if (page.rows.value->tables.size() < 2) return;
  std::vector<ui::ChipView> chips;
  for (const auto& each : page.rows.value->tables) {
    const auto* table = find_table(view.model, each.value);
    if (table != nullptr)
      chips.push_back({.id = table->id, .label = table_title(view, *table), .count = each.count, .selected = page.only_table == table->id});
  }
  if (const auto tapped = view.ui.chips("tables", view.tr("search.tables"), chips)) view.send(msg::OnlyTable{chips[*tapped].id});
}

/// Rows of tables: what they are called, the cell that matched, and the table's name.
void row_hits(const View& view, const SearchPage& page) {
  if (!found_rows(page)) return;
  const auto& rows = *page.rows.value;
  view.ui.space(32);
  view.ui.heading(view.tr("search.rows", rows.total), 2);
  tables_found(view, page);
  view.ui.rows(static_cast<int>(rows.hits.size()), [&](int at) {
    const auto& hit = rows.hits[static_cast<std::size_t>(at)];
    ui::RowView row{.id = hit.table + "/" + hit.row.id, .label = hit.label, .fact = hit.table_title};
    if (hit.cell.text != hit.label) {
      row.passage = marked_runs(hit.cell);
      row.passage.insert(row.passage.begin(), {.text = view.tr("item.fact", hit.column, ""), .bold = true});
    } else {
      row.title = marked_runs(hit.cell);
    }
    if (view.ui.row(row)) view.send(msg::OpenRow{hit.table, hit.row.id});
  });
  view.ui.space(32);
}

/// Rows first where they are what was meant: one table was chosen, or no document says what was asked.
bool rows_lead(const SearchPage& page) {
  if (!found_rows(page)) return false;
  const auto& documents = page.results.value;
  return !page.only_table.empty() || !documents || documents->hits.empty() || documents->stage == SearchStage::Near;
}

void results(const View& view, const SearchPage& page) {
  if (rows_lead(page)) {
    row_hits(view, page);
    if (page.results.value && page.results.value->hits.empty()) return;
    if (page.results.value) say_how_many(view, *page.results.value);
  }
  if (page.results.value && page.results.value->hits.empty()) return nothing_found(view, *page.results.value);
  const auto between = [&] {
    if (!rows_lead(page)) row_hits(view, page);
  };
  if (page.results.value) return hits(view, *page.results.value, between);
  if (page.results.state == Loading::Failed)
    view.ui.notice("failed", ui::NoticeKind::Problem, view.tr("state.failed"));
  ways_in(view);
}

/// How much was found.
void head(const View& view, const SearchPage& page) {
  if (!page.results.value || page.results.value->hits.empty() || rows_lead(page)) return;
  say_how_many(view, *page.results.value);
  view.ui.space(8);
}

/// What may be typed, by examples.
void hint(const View& view, const SearchPage& page) {
  const auto& examples = view.site().hot_searches;
  if (page.results.value || examples.empty()) return;
  view.ui.text(view.tr("search.hint"), {.style = ui::TextStyle::Title, .bold = true, .balanced = true});
  view.ui.space(12);
  view.ui.text(view.tr("search.example", examples.front()), {.style = ui::TextStyle::Label, .tone = ui::Tone::Quiet});
}

void entry(const View& view) {
  if (const auto caret = view.ui.search_field(field_of(view)))
    view.send(msg::FocusField{std::string(kSearchField), *caret});
  if (view.model.visit->typing && view.model.visit->typing->cut) {
    view.ui.text(view.tr("search.cut", kSearchLength),
                 {.style = ui::TextStyle::Caption, .tone = ui::Tone::Wait});
  }
}

}  // namespace

ui::Page draw_search(const View& view, const SearchPage& page) {
  ui::Page parts;
  parts.place = "results:" + (page.results.value ? page.results.value->query
                                                 : std::string());  // other words, other results
  parts.pinned = [&view] { view.ui.heading(view.tr("search.title")); };
  parts.entry = [&view] { entry(view); };
  parts.head = [&view, &page] { head(view, page); };
  parts.above = [&view, &page] { hint(view, page); };
  parts.body = [&view, &page] { results(view, page); };
  parts.broad = true;
  if (const auto* facet = columns_found(page)) {
    parts.asides.push_back({.id = "filtering",
                            .label = view.tr("search.where"),
                            .body = [&view, &page, facet] { filter_chips(view, *facet, page.filters, ui::ChipsPlace::Page); }});
  }
  return parts;
}

}  // namespace mingting::screens
