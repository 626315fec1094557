// A column: its items as rows, under groups where it has them, with filters at the top.
#include <fmt/format.h>

#include <algorithm>

#include "domain/content/comment_period.hpp"
#include "screens/parts.hpp"
#include "screens/tables/cells.hpp"

namespace mingting::screens {
namespace {

/// Filters that part what is in the list.
std::vector<const Facet*> useful_facets(const ColumnPage& page) {
  std::vector<const Facet*> useful;
  if (!page.list.value) return useful;
  for (const auto& facet : page.list.value->facets) {
    if (worth_choosing(facet, page.filters, page.list.value->total)) useful.push_back(&facet);
  }
  return useful;
}

void filters(const View& view, const ColumnPage& page, const std::vector<const Facet*>& facets) {
  auto& ui = view.ui;
  std::vector<ui::ChipView> names;
  const Facet* open = nullptr;
  for (const auto* facet : facets) {
    const auto chosen = page.filters.find(facet->field);
    const auto count = chosen == page.filters.end() ? std::nullopt : std::optional(chosen->second.size());
    const bool shown = page.open_filter == facet->field;
    if (shown) open = facet;
    names.push_back(
        {.id = facet->field, .label = view.tr("column.by", view.choose(facet->title, facet->title_en)), .count = count, .selected = shown});
  }
  if (!page.filters.empty()) names.push_back({.id = "clear", .label = view.tr("column.clear")});
  if (const auto tapped = ui.chips("filters", view.tr("column.filters"), names)) {
    if (names[*tapped].id == "clear") view.send(msg::ClearFilters{});
    else view.send(msg::ShowFilter{names[*tapped].id});
  }
  if (open != nullptr) filter_chips(view, *open, page.filters, ui::ChipsPlace::Tray, page.all_values);
}

/// The heading above a row, where its part or group differs from the row before.
void group_heading(const View& view, const Column& column, const Item& item, const Item* before, std::string_view field, int level) {
  if (field.empty()) return;
  const auto value = field_value(view, item, field);
  if (value.empty() || (before != nullptr && field_value(view, *before, field) == value)) return;
  view.ui.space(level == 2 ? 32 : 16);
  view.ui.group(fmt::format("{}:{}", field, value), column.title, [&] { view.ui.heading(value, level); });
}

/// Whether a row begins a part or group of its own: it has a heading above it.
bool begins(const View& view, const Column& column, const Item& item, const Item& before) {
  for (const std::string_view field : {std::string_view("part"), std::string_view(column.group_by)}) {
    if (!field.empty() && field_value(view, item, field) != field_value(view, before, field)) return true;
  }
  return false;
}

using Items = std::vector<const Item*>;

void item_rows(const View& view, const Column& column, const Items& items) {
  view.ui.rows(static_cast<int>(items.size()),
               [&](int index) { item_row(view, *items[static_cast<std::size_t>(index)], column.shown); });
}

void grouped(const View& view, const Column& column, const std::vector<Item>& items) {
  const Item* before = nullptr;
  for (std::size_t from = 0; from < items.size();) {
    group_heading(view, column, items[from], before, "part", 2);
    group_heading(view, column, items[from], before, column.group_by, 3);
    Items together{&items[from]};
    auto to = from + 1;
    for (; to < items.size() && !begins(view, column, items[to], items[to - 1]); ++to) together.push_back(&items[to]);
    item_rows(view, column, together);
    before = &items[to - 1];
    from = to;
  }
}

bool takes_comments(const View& view, const Item& item) {
  const auto period = comment_period(item);
  return period && comment_state(*period, local_date(view.model.now)) != CommentState::Closed;
}

/// Drafts that comments are asked for stand apart from those whose period is over.
void drafts(const View& view, const Column& column, const std::vector<Item>& items) {
  for (const bool open : {true, false}) {
    Items some;
    for (const auto& item : items) {
      if (takes_comments(view, item) == open) some.push_back(&item);
    }
    if (some.empty()) continue;
    view.ui.heading(view.tr(open ? "draft.open-ones" : "draft.closed-ones"), 2);
    item_rows(view, column, some);
  }
}

/// The answer under its question, and the way to its page.
void answer(const View& view, const Item& item, const Loaded<Document>& document) {
  if (!loaded(view, document)) return;
  const auto& blocks = document.value->blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) block(view, blocks[i], i);
  if (view.ui.button("page", view.tr("column.answer-page"), {.icon = "document", .wide = false}))
    view.send(msg::OpenItem{item.id, ""});
}

void questions(const View& view, const ColumnPage& page) {
  const auto& items = page.list.value->items;
  const auto one = [&](int index) {
    const auto& item = items[static_cast<std::size_t>(index)];
    const auto open = page.answers.find(item.id);
    const bool is_open = open != page.answers.end();
    const ui::FoldView fold{.id = item.id, .label = item.title, .open = is_open};
    if (view.ui.fold(fold, [&] { answer(view, item, open->second); })) view.send(msg::ToggleAnswer{item.id});
  };
  view.ui.rows(static_cast<int>(items.size()), one, ui::Flow::Down);
}

bool has_drafts(const ListPage& list) {
  return std::any_of(list.items.begin(), list.items.end(), [](const Item& item) { return comment_period(item).has_value(); });
}

void rows(const View& view, const ColumnPage& page, const Column& column) {
  const auto& list = *page.list.value;
  if (has_drafts(list)) return drafts(view, column, list.items);
  view.ui.text(view.tr("column.total", list.total), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  if (column.kind == ColumnKind::Groups) return grouped(view, column, list.items);
  if (column.kind == ColumnKind::Questions) return questions(view, page);
  Items all;
  for (const auto& item : list.items) all.push_back(&item);
  item_rows(view, column, all);
}

void nothing(const View& view, const ColumnPage& page) {
  const bool filtered = !page.filters.empty();
  empty_state(view, filtered ? "filter" : "folder", view.tr(filtered ? "column.none" : "column.empty"), [&] {
    if (filtered) {
      if (view.ui.button("clear", view.tr("column.clear"))) view.send(msg::ClearFilters{});
    } else if (view.ui.button("look", view.tr("column.look"), {.icon = "search"})) {
      view.send(msg::OpenSearch{""});
    }
  });
}

struct DoorWords {
  std::string title, caption;
};

/// As what it opens is called; nothing when the release has no such thing.
std::optional<DoorWords> words_of(const View& view, const Door& door) {
  const auto colon = door.target.find(':');
  const auto id = colon == std::string::npos ? std::string() : door.target.substr(colon + 1);
  if (door.target.starts_with("form:")) {
    const auto* form = find_form(view.model, id);
    if (form == nullptr) return std::nullopt;
    return DoorWords{view.choose(form->title, form->title_en), view.choose(form->intro, form->intro_en)};
  }
  if (door.target.starts_with("matcher:")) {
    const auto* matcher = find_matcher(view.model, id);
    if (matcher == nullptr) return std::nullopt;
    return DoorWords{view.choose(matcher->title, matcher->title_en), view.choose(matcher->summary, matcher->summary_en)};
  }
  const auto* column = find_column(view.model, id);
  if (column == nullptr) return std::nullopt;
  return DoorWords{view.choose(column->title, column->title_en), view.english() ? std::string() : column->summary};
}

using Doors = std::vector<std::pair<Door, DoorWords>>;

/// Ways from here to a form or to another column.
Doors doors_of(const View& view, const Column& column) {
  Doors open;
  for (const auto& door : column.doors) {
    if (auto words = words_of(view, door)) open.emplace_back(door, std::move(*words));
  }
  return open;
}

void doors(const View& view, const Doors& open) {
  view.ui.rows(static_cast<int>(open.size()), [&](int at) {
    const auto& [door, words] = open[static_cast<std::size_t>(at)];
    ui::RowView row{.id = door.target, .label = words.title, .icon = door.icon};
    if (!words.caption.empty()) row.passage = {{.text = words.caption}};
    if (view.ui.row(row)) view.send(msg::OpenTarget{door.target});
  });
}

void head(const View& view, const Column& column) {
  auto& ui = view.ui;
  ui.heading(view.choose(column.title, column.title_en));
  said_in_chinese(view);
  if (!column.summary.empty() && !view.english()) ui.text(column.summary, {.tone = ui::Tone::Quiet});
  ui.space(24);
}

std::vector<const Table*> tables_of(const View& view, const Column& column) {
  std::vector<const Table*> tables;
  for (const auto& table : view.model.hall->tables) {
    if (table.group == column.id) tables.push_back(&table);
  }
  return tables;
}

/// The tables that stand on this shelf, before its documents.
void tables(const View& view, const std::vector<const Table*>& all) {
  view.ui.rows(static_cast<int>(all.size()), [&](int at) { way_to_table(view, *all[static_cast<std::size_t>(at)]); });
  if (!all.empty()) view.ui.space(24);
}

/// Nothing stands in it: it is a way to other columns.
bool leads_only(const View& view, const Column& column) {
  const auto counted = view.model.hall->counts.find(column.id);
  return (counted == view.model.hall->counts.end() || counted->second == 0) && tables_of(view, column).empty();
}

void list(const View& view, const ColumnPage& page, const Column& column) {
  auto& ui = view.ui;
  const auto shelf = tables_of(view, column);
  tables(view, shelf);
  if (!loaded(view, page.list)) return;
  if (page.list.value->items.empty() && page.filters.empty() && !shelf.empty()) return;
  const auto& list = *page.list.value;
  if (list.items.empty()) return nothing(view, page);
  rows(view, page, column);
  if (list.items.size() == list.total) return;
  ui.space(24);
  if (ui.button("more", view.tr("column.more", list.total - list.items.size()))) view.send(msg::ShowMore{});
}

}  // namespace

ui::Page draw_column(const View& view, const ColumnPage& page) {
  ui::Page parts;
  const auto* column = find_column(view.model, page.column);
  if (column == nullptr) return gone(view);
  parts.broad = true;
  parts.head = [&view, column] { head(view, *column); };
  auto open = doors_of(view, *column);
  if (leads_only(view, *column) && !open.empty()) {
    parts.body = [&view, open = std::move(open)] { doors(view, open); };
    return parts;
  }
  parts.body = [&view, &page, column] { list(view, page, *column); };
  if (!open.empty()) {
    parts.asides.push_back({.id = "doors",
                            .label = view.tr("column.doors"),
                            .body = [&view, open = std::move(open)] { doors(view, open); }});
  }
  if (auto facets = useful_facets(page); !facets.empty()) {
    parts.asides.push_back({.id = "filtering",
                            .label = view.tr("column.filters"),
                            .body = [&view, &page, facets = std::move(facets)] { filters(view, page, facets); }});
  }
  return parts;
}

}  // namespace mingting::screens
