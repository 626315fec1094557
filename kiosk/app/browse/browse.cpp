// Which question it answers: what do columns, documents and searches show, and how does one get there.
#include <algorithm>

#include "app/features.hpp"

namespace mingting::app {
namespace {

constexpr std::size_t kMore = 40;
constexpr double kAnswers = 0.5;  // of what a form's words ask, rare words counting more: a hit with less is no answer

ListQuery query_of(const ColumnPage& page) {
  return {.column = page.column, .filters = page.filters, .offset = 0, .limit = page.limit};
}

void load(Step& step, ColumnPage& page) {
  page.list.state = Loading::Running;
  step.want(effect::LoadList{query_of(page)});
  for (auto& [item, answer] : page.answers) {
    answer.state = Loading::Running;
    step.want(effect::LoadDocument{item});
  }
}

void load(Step& step, ItemPage& page) {
  page.document.state = Loading::Running;
  step.want(effect::LoadDocument{page.item});
  load_rows_to(step, page);
}

void load(Step& step, SearchPage& page) {
  const auto text = search_words(*step.model.visit);
  page.asked = ++step.model.generation;  // what is still under way is for another text
  if (text.empty()) {
    page.results = {};
    page.rows = {};
    return;
  }
  page.results.state = Loading::Running;
  step.want(effect::Search{page.asked, {.text = text, .filters = page.filters, .limit = 30}});
  find_rows(step, page, text);
}

void load(Step& step, TableViewPage& page) { load_table(step, page); }
void load(Step& step, TableRowPage& page) { load_row(step, page); }
void load(Step& step, EditionsPage& page) { load_editions(step, page); }

template <class T>
void load(Step&, T&) {}  // pages that show nothing of the release

Filters* filters_on_top(Step& step) {
  if (auto* page = top<ColumnPage>(step)) return &page->filters;
  if (auto* page = top<SearchPage>(step)) return &page->filters;
  if (auto* page = top<TableViewPage>(step)) return &page->filters;
  return nullptr;
}

void toggle(Filters& filters, const std::string& field, const std::string& value) {
  auto& values = filters[field];
  const auto held = std::find(values.begin(), values.end(), value);
  if (held == values.end()) values.push_back(value);
  else values.erase(held);
  if (values.empty()) filters.erase(field);
}

template <class T>
void take(Loaded<T>& loaded, const std::shared_ptr<const T>& value) {
  loaded.state = value ? Loading::Idle : Loading::Failed;
  loaded.value = value;
}

/// A list of one that nobody has narrowed down and that has no doors of its own is no list.
bool opens_itself(const Model& model, const ColumnPage& page) {
  const auto* column = find_column(model, page.column);
  const bool one = page.list.value && page.list.value->items.size() == 1 && page.list.value->total == 1;
  const bool alone = column != nullptr && column->doors.empty() &&
                     std::ranges::none_of(model.hall->tables, [&](const Table& table) { return table.group == column->id; });
  return one && page.filters.empty() && alone;
}

/// The item stands in the list's place: from it the way leads back to where one came from.
void open_only_item(Step& step, std::string item) {
  ItemPage only;
  only.item = std::move(item);
  auto& page = top_page(step.model);
  page = std::move(only);
  load_page(step, page);
}

/// What answers the words of a form among what was found.
std::shared_ptr<const SearchResults> answering(const std::shared_ptr<const SearchResults>& found) {
  if (!found) return found;
  auto kept = *found;
  std::erase_if(kept.hits, [](const SearchHit& hit) { return hit.share < kAnswers; });
  return std::make_shared<const SearchResults>(std::move(kept));
}

bool counts_uses(const Model& model) { return model.hall && model.hall->site.count_uses; }

/// Of a text that stands as it was typed, among all content: letters that pinyin still waits for are no word, and a filter
/// that leaves nothing says nothing of the words.
void note_found(Step& step, const SearchPage& page) {
  auto& visit = *step.model.visit;
  const bool composing = visit.typing && !visit.typing->composing.letters.empty();
  if (!counts_uses(step.model) || composing || !page.filters.empty() || !page.results.value) return;
  const auto& results = *page.results.value;
  if (results.hits.empty() || results.stage == SearchStage::Near) note_unfound(visit.uses, trimmed(visit.search_text));
}

}  // namespace

std::string search_words(const Visit& visit) {
  const auto* typing = visit.typing ? &*visit.typing : nullptr;
  if (typing == nullptr || typing->field != kSearchField || typing->composing.letters.empty()) return trimmed(visit.search_text);
  return trimmed(insert(typing->edit, typing->composing.letters, Lines::One, 200).edit.text);
}

void load_page(Step& step, Page& page) {
  std::visit([&](auto& each) { load(step, each); }, page);
}

void on(Step& step, const msg::OpenTarget& open) {
  const auto colon = open.target.find(':');
  const auto kind = open.target.substr(0, colon);
  const auto rest = colon == std::string::npos ? std::string() : open.target.substr(colon + 1);
  if (kind == "column") on(step, msg::OpenColumn{rest});
  else if (kind == "form") on(step, msg::OpenForm{rest, "", "", ""});
  else if (kind == "matcher") on(step, msg::OpenMatcher{rest});
  else if (kind == "item") on(step, msg::OpenItem{rest, ""});
  else if (kind == "table") on(step, msg::OpenTable{rest, ""});
  else if (kind == "search") on(step, msg::OpenSearch{rest});
  else if (kind == "progress") on(step, msg::OpenProgress{});
  else if (kind == "everything") push_page(step, EverythingPage{});
}

void on(Step& step, const msg::OpenColumn& open) {
  if (find_column(step.model, open.column) == nullptr) return;
  ColumnPage page;
  page.column = open.column;
  push_page(step, std::move(page));
}

void on(Step& step, const msg::OpenItem& open) {
  const auto hash = open.item.find('#');
  ItemPage page;
  page.item = open.item.substr(0, hash);
  push_page(step, std::move(page));
  if (step.model.visit) step.model.visit->reveal = hash == std::string::npos ? open.anchor : open.item.substr(hash + 1);
}

void on(Step& step, const msg::OpenSearch& open) {
  if (!step.model.visit || sending(step.model)) return;
  if (top<SearchPage>(step) == nullptr) {
    step.model.visit->search_text = open.text;
    push_page(step, SearchPage{});
  }
  if (open.text.empty()) on(step, msg::FocusField{std::string(kSearchField), count_code_points(step.model.visit->search_text)});
  else on(step, msg::SearchText{open.text});
}

void on(Step& step, const msg::ShowFilter& show) {
  const auto open = [&](auto& page) {
    page.open_filter = page.open_filter == show.field ? "" : show.field;
    page.all_values = false;
  };
  leave_typing(step);
  if (auto* page = top<ColumnPage>(step)) open(*page);
  if (auto* page = top<TableViewPage>(step)) open(*page);
}

void on(Step& step, const msg::ShowAllValues&) {
  if (auto* page = top<ColumnPage>(step)) page->all_values = true;
  if (auto* page = top<TableViewPage>(step)) page->all_values = true;
}

void on(Step& step, const msg::ToggleFilter& wanted) {
  if (auto* filters = filters_on_top(step)) {
    toggle(*filters, wanted.field, wanted.value);
    load_page(step, top_page(step.model));
  }
}

void on(Step& step, const msg::ClearFilters&) {
  if (auto* filters = filters_on_top(step)) {
    filters->clear();
    if (auto* page = top<TableViewPage>(step)) page->ranges.clear();
    load_page(step, top_page(step.model));
  }
}

void on(Step& step, const msg::ShowMore&) {
  if (auto* page = top<ColumnPage>(step)) {
    page->limit += kMore;
    load(step, *page);
  }
  if (auto* page = top<TableViewPage>(step)) {
    page->limit += kMore;
    load(step, *page);
  }
}

void on(Step& step, const msg::ToggleAnswer& toggle) {
  auto* page = top<ColumnPage>(step);
  if (page == nullptr || page->answers.erase(toggle.item) > 0) return;
  page->answers[toggle.item].state = Loading::Running;
  step.want(effect::LoadDocument{toggle.item});
}

void on(Step& step, const msg::ToggleContents&) {
  if (auto* page = top<ItemPage>(step)) page->contents_open = !page->contents_open;
  if (auto* page = top<MatcherPage>(step)) page->answers_open = !page->answers_open;
}

void on(Step& step, const msg::ToggleDetails&) {
  if (auto* page = top<ItemPage>(step)) page->details_open = !page->details_open;
  if (auto* page = top<ReceiptPage>(step)) page->details_open = !page->details_open;
  if (auto* page = top<MatcherPage>(step)) page->others_open = !page->others_open;
}

void on(Step& step, const msg::JumpTo& jump) {
  if (auto* page = top<ItemPage>(step)) {
    step.model.visit->reveal = jump.anchor;
    page->contents_open = false;
  }
}

void on(Step& step, const msg::ShowAddress& show) {
  if (!step.model.visit) return;
  step.model.visit->address = ShownAddress{show.address, {}};
  step.want(effect::EncodeAddress{show.address});
}

void on(Step& step, const msg::CloseAddress&) {
  if (step.model.visit) step.model.visit->address.reset();
}

void on(Step& step, const msg::AddressEncoded& encoded) {
  auto* shown = step.model.visit && step.model.visit->address ? &*step.model.visit->address : nullptr;
  if (shown != nullptr && shown->address == encoded.address) shown->qr = encoded.qr;
}

void on(Step& step, const msg::Revealed&) {
  if (step.model.visit) step.model.visit->reveal.clear();
}

void on(Step& step, const msg::ListLoaded& loaded) {
  const auto* shown = top<ColumnPage>(step);
  const bool first = shown != nullptr && !shown->list.value && query_of(*shown) == loaded.query;
  for_pages<ColumnPage>(step, [&](ColumnPage& page) {
    if (query_of(page) == loaded.query) take(page.list, loaded.list);
  });
  if (first && opens_itself(step.model, *shown)) open_only_item(step, shown->list.value->items.front().id);
}

void on(Step& step, const msg::DocumentLoaded& loaded) {
  const auto show = [&](Loaded<Document>& document) {
    take(document, loaded.document);
    if (loaded.document && counts_uses(step.model)) step.model.visit->uses.items.insert(loaded.item);
  };
  for_pages<ItemPage>(step, [&](ItemPage& page) {
    if (page.item == loaded.item) show(page.document);
  });
  for_pages<ColumnPage>(step, [&](ColumnPage& page) {
    if (const auto open = page.answers.find(loaded.item); open != page.answers.end()) show(open->second);
  });
  if (step.model.visit) draft_loaded(step);
}

void on(Step& step, const msg::Found& found) {
  for_pages<SearchPage>(step, [&](SearchPage& page) {
    if (page.asked != found.asked) return;
    take(page.results, found.results);
    note_found(step, page);
  });
  for_pages<FormPage>(step, [&](FormPage& page) {
    if (page.asked == found.asked) take(page.published, answering(found.results));
  });
}

void on(Step& step, const msg::SearchText& wanted) {
  auto* page = top<SearchPage>(step);
  if (page == nullptr) return;
  leave_typing(step);
  step.model.visit->search_text = insert({}, wanted.text, Lines::One, kSearchLength).edit.text;
  page->filters.clear();
  page->only_table.clear();
  load(step, *page);
}

void search_now(Step& step) {
  if (auto* page = top<SearchPage>(step)) load(step, *page);
}

}  // namespace mingting::app
