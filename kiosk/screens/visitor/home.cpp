// The first page of a visit: one search field, what people come for as tiles, and what is new; and the map of everything.
#include <algorithm>

#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr float kGap = 24;     // dp
constexpr float kWide = 1000;  // dp, from which four tiles stand beside one another
constexpr std::size_t kNews = 3;

/// The way back to what was handed in: its query code is shown nowhere else.
void receipts(const View& view) {
  for (const auto& each : view.model.visit->receipts) {
    const auto& number = each.receipt.number.text;
    if (view.ui.button("receipt:" + number, view.tr("home.receipt", number), {.icon = "done"})) view.send(msg::ShowReceipt{number});
    view.ui.space(24);
  }
}

void tile_grid(const View& view, int columns, int first, int count) {
  auto& ui = view.ui;
  ui.grid(columns, kGap, count, [&](int index) {
    const auto& tile = view.site().tiles[static_cast<std::size_t>(first + index)];
    if (ui.tile({.id = tile.target, .label = view.choose(tile.title, tile.title_en),
                 .caption = view.choose(tile.caption, tile.caption_en), .icon = tile.icon})) {
      view.send(msg::OpenTarget{tile.target});
    }
  });
}

/// In full rows; what is left over shares the last one, so that none stands alone beside a hole.
void tiles(const View& view) {
  const int columns = view.ui.room() >= kWide ? 4 : 2;
  const int count = static_cast<int>(view.site().tiles.size());
  const int left = count % columns;
  if (count > left) tile_grid(view, columns, 0, count - left);
  if (count > left && left > 0) view.ui.space(kGap);
  if (left > 0) tile_grid(view, left, count - left, left);
}

/// What is looked for, or all there is.
void ways_in(const View& view) {
  auto& ui = view.ui;
  ui.columns(std::vector<float>{2, 1}, kGap, [&](int column) {
    if (column == 1) {
      if (ui.button("everything", view.tr("everything.title"))) view.send(msg::OpenTarget{"everything"});
      return;
    }
    const ui::FieldView field{
        .id = "search", .label = view.tr("search.field"), .placeholder = view.tr("search.placeholder")};
    if (ui.search_field(field)) view.send(msg::OpenSearch{});
  });
  ui.space(kGap);
}

void news(const View& view) {
  auto& ui = view.ui;
  for (const auto* item : held_today(view.model)) {
    ui.card("held:" + item->id, item->title, [&] { ui.text(held_words(view, *item), {.bold = true}); }, ui::Tone::Primary);
  }
  const auto latest = newest(view.model);
  for (std::size_t i = 0; i < std::min(kNews, latest.size()); ++i) news_row(view, *latest[i]);
  if (latest.empty()) ui.text(view.tr("home.no-news"), {.tone = ui::Tone::Quiet});
}

/// What is newest, as a passer-by may read it.
void bulletin(const View& view) {
  auto& ui = view.ui;
  const auto latest = newest(view.model);
  if (latest.empty()) return;
  const auto& item = *latest.front();
  const auto title = item.sample ? view.tr("attract.sample", item.title) : item.title;
  ui.text(view.tr("home.latest"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  ui.text(title, {.style = ui::TextStyle::Display, .bold = true, .balanced = true});
  ui.space(12);
  ui.text(item.summary, {.style = ui::TextStyle::Label, .tone = ui::Tone::Quiet});
  said_in_chinese(view);
}

// ---- the map of everything -----------------------------------------------------------------------------------------

struct Way {
  std::string target, title, fact;
};

/// Without those that wait for their day.
std::size_t items_of(const View& view, const std::string& column) {
  const auto& hall = *view.model.hall;
  const auto counted = hall.counts.find(column);
  const auto waiting = std::count_if(hall.latest.begin(), hall.latest.end(), [&](const Item& item) {
    return item.column == column && waits(item, shown_day(view.model));
  });
  const auto all = counted == hall.counts.end() ? 0 : counted->second;
  return all - std::min(all, static_cast<std::size_t>(waiting));
}

/// How much stands there; of one that leads to others what it says of itself.
std::string how_much(const View& view, const Column& column) {
  const auto tables = std::ranges::count(view.model.hall->tables, column.id, &Table::group);
  const auto items = items_of(view, column.id);
  if (tables > 0) return view.tr("everything.tables-and-items", tables, items);
  if (items > 0 || column.doors.empty()) return view.tr("column.total", items);
  return view.english() ? std::string() : column.summary;
}

Way way_to(const View& view, const Column& column) {
  return {"column:" + column.id, view.choose(column.title, column.title_en), how_much(view, column)};
}

Way way_to(const View& view, const Table& table) {
  return {"table:" + table.id, view.choose(table.title, table.title_en), view.english() ? std::string() : table.summary};
}

std::vector<Way> columns(const View& view) {
  std::vector<Way> all;
  for (const auto& column : view.model.hall->columns) all.push_back(way_to(view, column));
  return all;
}

/// A comment is opened from its draft alone.
std::vector<Way> doings(const View& view) {
  std::vector<Way> all{{"search", view.tr("search.title"), view.tr("everything.search")}};
  for (const auto& form : view.model.hall->forms) {
    if (form.rules != RuleSet::Comment)
      all.push_back({"form:" + form.id, view.choose(form.title, form.title_en), view.tr("everything.form")});
  }
  for (const auto& matcher : view.model.hall->matchers)
    all.push_back({"matcher:" + matcher.id, view.choose(matcher.title, matcher.title_en), view.tr("everything.matcher")});
  all.push_back({"progress", view.tr("progress.title"), view.tr("everything.progress")});
  return all;
}

void rows(const View& view, const std::vector<Way>& ways) {
  view.ui.rows(static_cast<int>(ways.size()), [&](int index) {
    const auto& way = ways[static_cast<std::size_t>(index)];
    if (view.ui.row({.id = way.target, .label = way.title, .fact = way.fact})) view.send(msg::OpenTarget{way.target});
  });
}

/// Tables that stand on no shelf.
std::vector<Way> loose_tables(const View& view) {
  std::vector<Way> loose;
  for (const auto& table : view.model.hall->tables) {
    if (find_column(view.model, table.group) == nullptr) loose.push_back(way_to(view, table));
  }
  return loose;
}

void ways_to_sort(const View& view, const EverythingPage& page) {
  std::vector<ui::ChipView> chips;
  for (const std::string by : {"content", "agency"})
    chips.push_back({.id = by, .label = view.tr(fmt::format("everything.by-{}", by)), .selected = page.by == by});
  if (const auto tapped = view.ui.chips("by", view.tr("everything.by"), chips)) view.send(msg::ShowView{chips[*tapped].id});
}

/// What each department keeps, under its name.
void by_agency(const View& view) {
  std::vector<std::pair<std::string, std::vector<Way>>> agencies;
  const auto add = [&](const auto& kept) {
    if (kept.agency.empty()) return;
    auto found = std::ranges::find(agencies, kept.agency, [](const auto& each) { return each.first; });
    if (found == agencies.end()) found = agencies.insert(agencies.end(), {kept.agency, {}});
    found->second.push_back(way_to(view, kept));
  };
  for (const auto& column : view.model.hall->columns) add(column);
  for (const auto& table : view.model.hall->tables) add(table);
  for (const auto& [agency, kept] : agencies) {
    view.ui.heading(agency, 2);
    rows(view, kept);
  }
}

}  // namespace

ui::Page draw_home(const View& view) {
  ui::Page parts;
  parts.head = [&view] {
    // In larger type the search field alone asks, so that everything stays on one screen.
    if (!in_large_type(view)) view.ui.heading(view.tr("home.title"));
    view.ui.space(in_large_type(view) ? 0 : 24);
    if (view.model.hall->stands_in) view.ui.notice("stands-in", ui::NoticeKind::Problem, view.tr("home.stands-in"));
    if (view.model.hall->stale(view.model.now))
      view.ui.notice("stale", ui::NoticeKind::Wait, view.tr("home.stale"));
  };
  parts.above = [&view] { bulletin(view); };
  parts.body = [&view] {
    draw_urgent_band(view);
    draw_claim_offer(view);
    receipts(view);
    ways_in(view);
    tiles(view);
  };
  parts.fills = true;
  parts.asides.push_back({.id = "latest",
                          .label = view.tr("home.latest"),
                          .body = [&view] { news(view); },
                          .headed = true,
                          .after = true});
  return parts;
}

ui::Page draw_everything(const View& view, const EverythingPage& page) {
  ui::Page parts;
  parts.broad = true;
  parts.head = [&view] { view.ui.heading(view.tr("everything.title")); };
  parts.body = [&view, &page] {
    if (!view.model.hall->tables.empty()) ways_to_sort(view, page);
    if (page.by == "agency") return by_agency(view);
    view.ui.heading(view.tr("everything.read"), 2);
    rows(view, columns(view));
    if (const auto loose = loose_tables(view); !loose.empty()) {
      view.ui.heading(view.tr("everything.tables"), 2);
      rows(view, loose);
    }
    view.ui.heading(view.tr("everything.do"), 2);
    rows(view, doings(view));
  };
  return parts;
}

}  // namespace mingting::screens
