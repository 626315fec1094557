// The key of a closed table asked for, and two editions of a table compared.
#include "screens/tables/cells.hpp"

namespace mingting::screens {
namespace {

void key_fields(const View& view, const KeyPage& page, const Table& table) {
  for (const auto& name : table.lookup) {
    const auto* column = find_table_column(table, name);
    if (column == nullptr) continue;
    const auto typed = page.typed.find(name);
    ui::FieldView field{.id = name, .label = column_words(view, *column), .help = column->help,
                        .value = typed == page.typed.end() ? std::string() : typed->second};
    if (page.incomplete && field.value.empty()) field.error = view.tr("table.key-empty");
    own_field(view, std::move(field));
    view.ui.space(24);
  }
}

void outcome(const View& view, const KeyPage& page) {
  if (page.looking == Loading::Failed) return view.ui.notice("failed", ui::NoticeKind::Problem, view.tr("progress.failed"));
  if (page.not_found) view.ui.notice("not-found", ui::NoticeKind::Problem, view.tr("table.key-none"));
}

void changes(const View& view, const Table& table, const EditionDifference& difference) {
  const auto columns = columns_shown(table, {});
  if (!difference.reason.empty()) view.ui.text(view.tr("table.reason", difference.reason));
  const auto part = [&](const char* key, const std::vector<TableRow>& rows) {
    if (rows.empty()) return;
    view.ui.heading(view.tr(key, rows.size()), 2);
    for (const auto& row : rows) table_row(view, table, columns, row);
  };
  part("table.added", difference.added);
  part("table.removed", difference.removed);
  if (!difference.changed.empty()) view.ui.heading(view.tr("table.changed", difference.changed.size()), 2);
  for (const auto& changed : difference.changed) {
    view.ui.heading(changed.label, 3);
    std::vector<std::pair<std::string, std::string>> facts;
    for (const auto& [name, cells] : changed.cells) {
      const auto* column = find_table_column(table, name);
      facts.emplace_back(column == nullptr ? name : column_words(view, *column), view.tr("table.was", cells.first, cells.second));
    }
    view.ui.facts(changed.id, facts);
  }
}

}  // namespace

ui::Page draw_key(const View& view, const KeyPage& page) {
  const auto* table = find_table(view.model, page.table);
  if (table == nullptr) return gone(view);
  ui::Page parts;
  parts.head = [&view, table] {
    view.ui.heading(table_title(view, *table));
    if (!table->summary.empty()) view.ui.text(table->summary, {.tone = ui::Tone::Quiet});
    view.ui.text(view.tr("table.key-help"), {.tone = ui::Tone::Quiet});
    view.ui.space(24);
  };
  parts.body = [&view, &page, table] {
    key_fields(view, page, *table);
    outcome(view, page);
  };
  const bool running = page.looking == Loading::Running;
  parts.actions = {{.id = "find", .label = view.tr(running ? "progress.looking" : "progress.look-up"), .icon = "search",
                    .enabled = !running, .tapped = view.sends(msg::FindRow{})}};
  return parts;
}

ui::Page draw_editions(const View& view, const EditionsPage& page) {
  const auto* table = find_table(view.model, page.which.table);
  if (table == nullptr) return gone(view);
  ui::Page parts;
  parts.broad = true;
  parts.head = [&view, &page, table] {
    view.ui.text(table_title(view, *table), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
    view.ui.heading(view.tr("table.compared", page.which.older));
  };
  parts.body = [&view, &page, table] {
    if (loaded(view, page.difference)) changes(view, *table, *page.difference.value);
  };
  return parts;
}

}  // namespace mingting::screens
