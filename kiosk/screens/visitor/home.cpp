// The first page of a visit: one search field, what people come for as tiles, and what is new.
#include <algorithm>

#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

/// The way back to what was handed in: its query code is shown nowhere else.
void receipts(const View& view) {
  for (const auto& each : view.model.visit->receipts) {
    const auto& number = each.receipt.number.text;
    if (view.ui.button("receipt:" + number, view.tr("home.receipt", number), {.icon = "done"})) view.send(msg::ShowReceipt{number});
    view.ui.space(24);
  }
}

/// A wide screen is low: closer, nine tiles stand on it whole.
float gap(const View& view) { return view.ui.portrait() ? 32 : 24; }

void tile_grid(const View& view, int columns, int first, int count) {
  auto& ui = view.ui;
  ui.grid(columns, gap(view), count, [&](int index) {
    const auto& tile = view.site().tiles[static_cast<std::size_t>(first + index)];
    if (ui.tile({.id = tile.target, .label = view.choose(tile.title, tile.title_en),
                 .caption = view.choose(tile.caption, tile.caption_en), .icon = tile.icon})) {
      view.send(msg::OpenTarget{tile.target});
    }
  });
}

/// In full rows; what is left over shares the last one, so that none stands alone beside a hole.
void tiles(const View& view) {
  const int count = static_cast<int>(view.site().tiles.size());
  const int columns = view.ui.portrait() ? 2 : count % 4 != 0 && count % 3 == 0 ? 3 : 4;
  const int left = count % columns;
  if (count > left) tile_grid(view, columns, 0, count - left);
  if (count > left && left > 0) view.ui.space(gap(view));
  if (left > 0) tile_grid(view, left, count - left, left);
}

}  // namespace

void draw_home(const View& view) {
  auto& ui = view.ui;
  const auto& hall = *view.model.hall;
  ui.scroll("home", [&] {
    ui.heading(view.tr("home.title"));
    ui.space(ui.portrait() ? 24 : 16);
    if (hall.stale(view.model.now)) ui.notice("stale", ui::NoticeKind::Wait, view.tr("home.stale"));
    if (hall.stands_in) ui.notice("stands-in", ui::NoticeKind::Problem, view.tr("home.stands-in"));
    draw_claim_offer(view);
    receipts(view);
    const ui::FieldView search{.id = "search", .label = view.tr("search.field"), .placeholder = view.tr("search.placeholder")};
    if (ui.search_field(search)) view.send(msg::OpenSearch{});
    ui.space(gap(view));
    tiles(view);
    ui.space(40);
    ui.heading(view.tr("home.latest"), 2);
    const auto latest = newest(view.model);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, latest.size()); ++i) {
      const std::vector<ColumnField> shown{{"published", view.tr("item.published")}};
      item_row(view, *latest[i], shown);
    }
    if (latest.empty()) ui.text(view.tr("home.no-news"), {.tone = ui::Tone::Quiet});
  });
}

}  // namespace mingting::screens
