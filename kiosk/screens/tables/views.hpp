// How does each kind of view of a table look?
#pragma once

#include "screens/tables/cells.hpp"

namespace mingting::screens {

/// What a page of a table is drawn from. The view is never null.
struct TableShown {
  const View& view;
  const TableViewPage& page;
  const Table& table;
  const TableView& how;
};

/// The rows or groups the view shows, by its kind; nothing while they are not there.
void draw_view(const TableShown& shown);
/// What one may narrow down by, as chips or as ranges; nothing where nothing would be parted.
void draw_table_filters(const TableShown& shown);

void draw_chart(const TableShown& shown);
void draw_drill(const TableShown& shown);
void draw_tracks(const TableShown& shown);
void draw_spans(const TableShown& shown);

}  // namespace mingting::screens
