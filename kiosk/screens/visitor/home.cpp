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

constexpr float kGap = 24;  // dp
constexpr int kColumns = 2;

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
  const int count = static_cast<int>(view.site().tiles.size());
  const int left = count % kColumns;
  if (count > left) tile_grid(view, kColumns, 0, count - left);
  if (count > left && left > 0) view.ui.space(kGap);
  if (left > 0) tile_grid(view, left, count - left, left);
}

void search(const View& view) {
  const ui::FieldView field{
      .id = "search", .label = view.tr("search.field"), .placeholder = view.tr("search.placeholder")};
  if (view.ui.search_field(field)) view.send(msg::OpenSearch{});
  view.ui.space(kGap);
}

void news(const View& view) {
  const auto latest = newest(view.model);
  const std::vector<ColumnField> shown{{"published", view.tr("item.published")}};
  for (std::size_t i = 0; i < std::min<std::size_t>(3, latest.size()); ++i) item_row(view, *latest[i], shown);
  if (latest.empty()) view.ui.text(view.tr("home.no-news"), {.tone = ui::Tone::Quiet});
}

}  // namespace

ui::Page draw_home(const View& view) {
  ui::Page parts;
  parts.head = [&view] {
    view.ui.heading(view.tr("home.title"));
    view.ui.space(24);
    if (view.model.hall->stands_in) view.ui.notice("stands-in", ui::NoticeKind::Problem, view.tr("home.stands-in"));
    if (view.model.hall->stale(view.model.now))
      view.ui.notice("stale", ui::NoticeKind::Wait, view.tr("home.stale"));
  };
  parts.body = [&view] {
    draw_claim_offer(view);
    receipts(view);
    search(view);
    tiles(view);
  };
  parts.asides.push_back({.id = "latest",
                          .label = view.tr("home.latest"),
                          .body = [&view] { news(view); },
                          .headed = true,
                          .after = true});
  return parts;
}

}  // namespace mingting::screens
