// A column: its items as rows, under groups where it has them, with filters at the top.
#include <fmt/format.h>

#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

void filters(const View& view, const ColumnPage& page, const Column& column) {
  auto& ui = view.ui;
  std::vector<ui::ChipView> names;
  for (const auto& filter : column.filters) {
    const auto chosen = page.filters.find(filter.name);
    const auto count = chosen == page.filters.end() ? std::nullopt : std::optional(chosen->second.size());
    names.push_back({.id = filter.name, .label = view.tr("column.by", filter.title), .count = count, .selected = page.open_filter == filter.name});
  }
  if (!page.filters.empty()) names.push_back({.id = "clear", .label = view.tr("column.clear")});
  if (const auto tapped = ui.chips("filters", view.tr("column.filters"), names)) {
    if (names[*tapped].id == "clear") view.send(msg::ClearFilters{});
    else view.send(msg::ShowFilter{names[*tapped].id});
  }
  if (!page.list.value) return;
  for (const auto& facet : page.list.value->facets) {
    if (facet.field == page.open_filter) {
      ui.space(16);
      filter_chips(view, facet, page.filters, page.all_values);
    }
  }
}

/// The heading above a row, where its part or group differs from the row before.
void group_heading(const View& view, const Column& column, const Item& item, const Item* before, std::string_view field, int level) {
  if (field.empty()) return;
  const auto value = field_value(view, item, field);
  if (value.empty() || (before != nullptr && field_value(view, *before, field) == value)) return;
  view.ui.space(level == 2 ? 32 : 16);
  view.ui.group(fmt::format("{}:{}", field, value), column.title, [&] { view.ui.heading(value, level); });
}

void rows(const View& view, const Column& column, const ListPage& list) {
  const Item* before = nullptr;
  for (const auto& item : list.items) {
    if (column.kind == ColumnKind::Groups) {
      group_heading(view, column, item, before, "part", 2);
      group_heading(view, column, item, before, column.group_by, 3);
    }
    item_row(view, item, column.shown);
    before = &item;
  }
}

void nothing(const View& view, const ColumnPage& page) {
  view.ui.notice("none", ui::NoticeKind::Plain, view.tr(page.filters.empty() ? "column.empty" : "column.none"));
  view.ui.space(24);
  if (!page.filters.empty() && view.ui.button("clear", view.tr("column.clear"))) view.send(msg::ClearFilters{});
}

struct DoorWords {
  std::string title, caption;
};

/// As the form or the column is called; nothing when the release has neither.
std::optional<DoorWords> words_of(const View& view, const Door& door) {
  const auto colon = door.target.find(':');
  const auto id = colon == std::string::npos ? std::string() : door.target.substr(colon + 1);
  if (door.target.starts_with("form:")) {
    const auto* form = find_form(view.model, id);
    if (form == nullptr) return std::nullopt;
    return DoorWords{view.choose(form->title, form->title_en), view.choose(form->intro, form->intro_en)};
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
  for (const auto& [door, words] : open) {
    const ui::TileView tile{.id = door.target, .label = words.title, .caption = words.caption, .icon = door.icon};
    if (view.ui.tile(tile)) view.send(msg::OpenTarget{door.target});
    view.ui.space(24);
  }
}

void head(const View& view, const Column& column) {
  auto& ui = view.ui;
  ui.heading(view.choose(column.title, column.title_en));
  said_in_chinese(view);
  if (!column.summary.empty() && !view.english()) ui.text(column.summary, {.tone = ui::Tone::Quiet});
  ui.space(24);
}

void list(const View& view, const ColumnPage& page, const Column& column) {
  auto& ui = view.ui;
  if (!loaded(view, page.list)) return;
  const auto& list = *page.list.value;
  if (list.items.empty()) return nothing(view, page);
  ui.text(view.tr("column.total", list.total), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  rows(view, column, list);
  if (list.items.size() == list.total) return;
  ui.space(24);
  if (ui.button("more", view.tr("column.more", list.total - list.items.size()))) view.send(msg::ShowMore{});
}

}  // namespace

ui::Page draw_column(const View& view, const ColumnPage& page) {
  ui::Page parts;
  const auto* column = find_column(view.model, page.column);
  if (column == nullptr) {
    parts.head = [&view] { view.ui.notice("gone", ui::NoticeKind::Problem, view.tr("state.gone")); };
    return parts;
  }
  parts.head = [&view, column] { head(view, *column); };
  parts.body = [&view, &page, column] { list(view, page, *column); };
  if (auto open = doors_of(view, *column); !open.empty()) {
    parts.asides.push_back({.id = "doors",
                            .label = view.tr("column.doors"),
                            .body = [&view, open = std::move(open)] { doors(view, open); }});
  }
  if (!column->filters.empty()) {
    parts.asides.push_back({.id = "filtering",
                            .label = view.tr("column.filters"),
                            .body = [&view, &page, column] { filters(view, page, *column); }});
  }
  return parts;
}

}  // namespace mingting::screens
