// Which question it answers: which view of a table, which row, which level, and what of it is held.
#include <algorithm>

#include "app/features.hpp"
#include "app/tables/questions.hpp"

namespace mingting::app {
namespace {

constexpr std::string_view kFrom = "from:", kTo = "to:";  // before a column's name: the fields of its range

/// Rows before the ones on screen that are held too, so that a finger may turn back.
constexpr std::size_t kBefore = kHeldRows / 3;

constexpr std::size_t kRowsBeside = 3, kRowsOfOne = 60;  ///< found by words: beside documents, of one table

struct Shown {
  TableViewPage* page = nullptr;
  const Table* table = nullptr;
  const TableView* view = nullptr;
  explicit operator bool() const { return view != nullptr; }
};

Shown shown(Step& step) {
  Shown now{.page = top<TableViewPage>(step)};
  if (now.page == nullptr) return now;
  now.table = find_table(step.model, now.page->table);
  now.view = shown_view(step.model, *now.page);
  return now;
}

/// What stood for the rows before is not what stands for these.
void from_the_start(TableViewPage& page) {
  page.offset = 0;
  page.mark.reset();
}

template <class T>
void take(Loaded<T>& loaded, const std::shared_ptr<const TableAnswer>& answer) {
  const auto* value = answer ? std::get_if<T>(answer.get()) : nullptr;
  loaded.state = value != nullptr ? Loading::Idle : Loading::Failed;
  loaded.value = value != nullptr ? std::shared_ptr<const T>(answer, value) : nullptr;
}

bool asks(const Model& model, const TableViewPage& page, const TableQuestion& question) {
  const auto* table = find_table(model, page.table);
  const auto* view = shown_view(model, page);
  if (view == nullptr) return false;
  const auto questions = questions_of(*table, *view, page);
  return std::find(questions.begin(), questions.end(), question) != questions.end();
}

void take_rows(Step& step, const msg::TableAnswered& answered) {
  for_pages<TableViewPage>(step, [&](TableViewPage& page) {
    if (const auto* measures = std::get_if<MeasuresOf>(&answered.question)) {
      if (measures->table == page.table) take(page.measures, answered.answer);
    } else if (asks(step.model, page, answered.question)) {
      if (std::holds_alternative<GroupQuery>(answered.question)) take(page.groups, answered.answer);
      else take(page.rows, answered.answer);
    }
  });
}

void take_row(Step& step, const RowOf& row, const msg::TableAnswered& answered) {
  for_pages<TableRowPage>(step, [&](TableRowPage& page) {
    if (page.table == row.table && page.row == row.row) take(page.detail, answered.answer);
  });
}

void take_difference(Step& step, const EditionsOf& editions, const msg::TableAnswered& answered) {
  for_pages<EditionsPage>(step, [&](EditionsPage& page) {
    if (page.which == editions) take(page.difference, answered.answer);
  });
}

FindRows rows_found(const SearchPage& page, const std::string& text) {
  if (page.only_table.empty()) return {text, {}, kRowsBeside};
  return {text, {page.only_table}, kRowsOfOne};
}

/// Late answers are for another text: the words are asked for anew with each letter.
void take_found(Step& step, const FindRows& rows, const msg::TableAnswered& answered) {
  for_pages<SearchPage>(step, [&](SearchPage& page) {
    if (rows == rows_found(page, search_words(*step.model.visit))) take(page.rows, answered.answer);
  });
}

void take_leading(Step& step, const RowsTo& rows, const msg::TableAnswered& answered) {
  for_pages<ItemPage>(step, [&](ItemPage& page) {
    if (page.item == rows.item) take(page.rows, answered.answer);
  });
}

KeyOf key_of(const Table& table, const KeyPage& page) {
  KeyOf key{table.id, {}};
  for (const auto& column : table.lookup) {
    const auto typed = page.typed.find(column);
    key.cells.push_back(typed == page.typed.end() ? std::string() : trimmed(typed->second));
  }
  return key;
}

void take_key(Step& step, const KeyOf& key, const msg::TableAnswered& answered) {
  auto* page = top<KeyPage>(step);
  const auto* table = page == nullptr ? nullptr : find_table(step.model, page->table);
  if (table == nullptr || page->looking != Loading::Running || key_of(*table, *page) != key) return;
  const auto* found = answered.answer ? std::get_if<KeyFound>(answered.answer.get()) : nullptr;
  page->looking = found == nullptr ? Loading::Failed : Loading::Idle;
  page->not_found = found != nullptr && found->row.empty();
  if (found != nullptr && !found->row.empty()) on(step, msg::OpenRow{key.table, found->row});
}

/// Where the first part of the key is typed.
void focus_key(Step& step, const Table& table) {
  if (!table.lookup.empty()) on(step, msg::FocusField{table.lookup.front(), SIZE_MAX});
}

}  // namespace

void load_table(Step& step, TableViewPage& page) {
  const auto* table = find_table(step.model, page.table);
  const auto* view = shown_view(step.model, page);
  if (view == nullptr) return;
  for (auto& question : questions_of(*table, *view, page)) {
    (std::holds_alternative<GroupQuery>(question) ? page.groups.state : page.rows.state) = Loading::Running;
    step.want(effect::AskTable{std::move(question)});
  }
  if (table->measures.empty() || page.measures.value) return;
  page.measures.state = Loading::Running;
  step.want(effect::AskTable{MeasuresOf{page.table}});
}

void load_row(Step& step, TableRowPage& page) {
  page.detail.state = Loading::Running;
  step.want(effect::AskTable{RowOf{page.table, page.row}});
}

void load_editions(Step& step, EditionsPage& page) {
  page.difference.state = Loading::Running;
  step.want(effect::AskTable{page.which});
}

void find_rows(Step& step, SearchPage& page, const std::string& text) {
  if (!step.model.hall || step.model.hall->tables.empty()) return;
  page.rows.state = Loading::Running;
  step.want(effect::AskTable{rows_found(page, text)});
}

void load_rows_to(Step& step, ItemPage& page) {
  if (step.model.hall && !step.model.hall->tables.empty()) step.want(effect::AskTable{RowsTo{page.item}});
}

void on(Step& step, const msg::OnlyTable& only) {
  auto* page = top<SearchPage>(step);
  if (page == nullptr) return;
  page->only_table = page->only_table == only.table ? "" : only.table;
  search_now(step);
}

void on(Step& step, const msg::OpenTable& open) {
  const auto* table = find_table(step.model, open.table);
  if (table == nullptr) return;
  if (table->access != Openness::Open) {
    KeyPage page;
    page.table = open.table;
    push_page(step, std::move(page));
    return focus_key(step, *table);
  }
  TableViewPage page;
  page.table = open.table;
  page.view = find_table_view(*table, open.view) != nullptr || table->views.empty() ? open.view : table->views.front().id;
  push_page(step, std::move(page));
}

void on(Step& step, const msg::OpenRow& open) {
  if (find_table(step.model, open.table) == nullptr) return;
  TableRowPage page;
  page.table = open.table;
  page.row = open.row;
  push_page(step, std::move(page));
}

void on(Step& step, const msg::ShowView& show) {
  if (auto* everything = top<EverythingPage>(step)) everything->by = show.view;
  const auto now = shown(step);
  if (!now || now.page->view == show.view || find_table_view(*now.table, show.view) == nullptr) return;
  leave_typing(step);
  TableViewPage next;
  next.table = now.page->table;
  next.view = show.view;
  next.measures = now.page->measures;
  *now.page = std::move(next);
  load_table(step, *now.page);
}

void on(Step& step, const msg::StepInto& into) {
  const auto now = shown(step);
  if (!now || now.page->path.size() >= now.view->levels.size()) return;
  now.page->path.push_back({now.view->levels[now.page->path.size()], into.value, into.title});
  from_the_start(*now.page);
  load_table(step, *now.page);
}

void on(Step& step, const msg::StepOut& out) {
  const auto now = shown(step);
  if (!now || out.levels >= now.page->path.size()) return;
  now.page->path.resize(out.levels);
  from_the_start(*now.page);
  load_table(step, *now.page);
}

void on(Step& step, const msg::SortBy& sort) {
  const auto now = shown(step);
  if (!now || find_table_column(*now.table, sort.column) == nullptr) return;
  const bool again = now.page->sort == sort.column || (now.page->sort.empty() && now.view->sort == sort.column);
  const bool was = now.page->sort.empty() ? now.view->descending : now.page->descending;
  now.page->descending = again ? !was : is_figure(find_table_column(*now.table, sort.column)->type);
  now.page->sort = sort.column;
  from_the_start(*now.page);
  load_table(step, *now.page);
}

void on(Step& step, const msg::TapMark& tap) {
  if (auto* page = top<TableViewPage>(step)) page->mark = page->mark == tap.mark ? std::nullopt : std::optional(tap.mark);
}

void on(Step& step, const msg::TurnChart&) {
  if (auto* page = top<TableViewPage>(step)) page->as_table = !page->as_table;
}

void on(Step& step, const msg::WantRows& want) {
  const auto now = shown(step);
  if (!now || now.view->kind != ViewKind::Grid) return;
  const auto offset = want.from - std::min(want.from, kBefore);
  if (offset == now.page->offset) return;
  now.page->offset = offset;
  load_table(step, *now.page);
}

void on(Step& step, const msg::FindRow&) {
  auto* page = top<KeyPage>(step);
  const auto* table = page == nullptr ? nullptr : find_table(step.model, page->table);
  if (table == nullptr || page->looking == Loading::Running) return;
  leave_typing(step);
  const auto key = key_of(*table, *page);
  page->not_found = false;
  page->incomplete = std::find(key.cells.begin(), key.cells.end(), "") != key.cells.end();
  if (page->incomplete) return;
  page->looking = Loading::Running;
  step.want(effect::AskTable{key});
}

void on(Step& step, const msg::CompareEditions& compare) {
  const auto* page = top<TableViewPage>(step);
  if (page == nullptr) return;
  EditionsPage editions;
  editions.which = {page->table, compare.older, ""};
  push_page(step, std::move(editions));
}

void on(Step& step, const msg::TableAnswered& answered) {
  if (const auto* row = std::get_if<RowOf>(&answered.question)) return take_row(step, *row, answered);
  if (const auto* key = std::get_if<KeyOf>(&answered.question)) return take_key(step, *key, answered);
  if (const auto* editions = std::get_if<EditionsOf>(&answered.question)) return take_difference(step, *editions, answered);
  if (const auto* rows = std::get_if<FindRows>(&answered.question)) return take_found(step, *rows, answered);
  if (const auto* rows = std::get_if<RowsTo>(&answered.question)) return take_leading(step, *rows, answered);
  take_rows(step, answered);
}

std::string* table_text(Step& step, const std::string& field) {
  if (auto* page = top<KeyPage>(step)) {
    const auto* table = find_table(step.model, page->table);
    const bool asked = table != nullptr && std::find(table->lookup.begin(), table->lookup.end(), field) != table->lookup.end();
    return asked ? &page->typed[field] : nullptr;
  }
  const auto now = shown(step);
  if (!now) return nullptr;
  const bool from = field.starts_with(kFrom);
  const auto column = field.substr(std::min(field.find(':') + 1, field.size()));
  if ((!from && !field.starts_with(kTo)) || find_table_column(*now.table, column) == nullptr) return nullptr;
  auto& range = now.page->ranges[column];
  return from ? &range.from : &range.to;
}

void table_typed(Step& step) {
  auto* page = top<KeyPage>(step);
  if (page == nullptr) return;
  page->incomplete = page->not_found = false;
  if (page->looking == Loading::Running) page->looking = Loading::Idle;
}

void table_field_left(Step& step) {
  auto* page = top<TableViewPage>(step);
  if (page == nullptr) return;
  std::erase_if(page->ranges, [](const auto& range) { return range.second == TableViewPage::Range{}; });
  from_the_start(*page);
  load_table(step, *page);
}

}  // namespace mingting::app
