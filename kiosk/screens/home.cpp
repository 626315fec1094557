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

}  // namespace

void draw_home(const View& view) {
  auto& ui = view.ui;
  const auto& hall = *view.model.hall;
  ui.scroll("home", [&] {
    ui.heading(view.tr("home.title"));
    ui.space(24);
    if (hall.stale(view.model.now)) ui.notice("stale", ui::NoticeKind::Wait, view.tr("home.stale"));
    receipts(view);
    const ui::FieldView search{.id = "search", .label = view.tr("search.field"), .placeholder = view.tr("search.placeholder")};
    if (ui.search_field(search)) view.send(msg::OpenSearch{});
    ui.space(32);
    const auto& tiles = hall.site.tiles;
    ui.grid(ui.portrait() ? 2 : 4, 32, static_cast<int>(tiles.size()), [&](int index) {
      const auto& tile = tiles[static_cast<std::size_t>(index)];
      if (ui.tile({.id = tile.target, .label = view.choose(tile.title, tile.title_en),
                   .caption = view.choose(tile.caption, tile.caption_en), .icon = tile.icon})) {
        view.send(msg::OpenTarget{tile.target});
      }
    });
    ui.space(40);
    ui.heading(view.tr("home.latest"), 2);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, hall.latest.size()); ++i) {
      const std::vector<ColumnField> shown{{"published", view.tr("item.published")}};
      item_row(view, hall.latest[i], shown);
    }
    if (hall.latest.empty()) ui.text(view.tr("home.no-news"), {.tone = ui::Tone::Quiet});
  });
}

}  // namespace mingting::screens
