// Searching: results at every keystroke, and a way on when nothing is found.
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

ui::FieldView field_of(const View& view) {
  const auto& visit = *view.model.visit;
  ui::FieldView field{.id = "search",
                      .label = view.tr("search.field"),
                      .value = visit.search_text,
                      .placeholder = view.tr("search.placeholder")};
  if (visit.typing && visit.typing->field == kSearchField) {
    field.focused = true;
    field.caret = visit.typing->edit.caret;
    field.composing = visit.typing->composing.letters;
  }
  return field;
}

void words_to_tap(const View& view, const char* id, const std::string& label,
                  const std::vector<std::string>& words) {
  if (words.empty()) return;
  view.ui.text(label, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  view.ui.space(12);
  std::vector<ui::ChipView> chips;
  for (const auto& word : words) chips.push_back({.id = word, .label = word});
  if (const auto tapped = view.ui.chips(id, label, chips)) view.send(msg::SearchText{words[*tapped]});
  view.ui.space(24);
}

void ask_for_it(const View& view, const std::string& words) {
  if (find_form(view.model, "application") == nullptr) return;
  view.ui.text(view.tr("search.ask-help"));
  view.ui.space(16);
  if (view.ui.button("ask", view.tr("search.ask"), {.kind = ui::ButtonKind::Primary, .icon = "apply"})) {
    view.send(msg::OpenForm{"application", "", "", words});
  }
  if (find_form(view.model, "feedback") == nullptr) return;
  view.ui.space(16);
  if (view.ui.button("say", view.tr("search.say"), {.icon = "feedback"}))
    view.send(msg::OpenForm{"feedback", "", "", ""});
}

void nothing_found(const View& view, const SearchResults& results) {
  view.ui.notice("none", ui::NoticeKind::Plain, view.tr("search.none", results.query));
  view.ui.space(24);
  words_to_tap(view, "nearest", view.tr("search.nearest"), results.suggestions);
  ask_for_it(view, results.query);
  view.ui.space(32);
  words_to_tap(view, "hot", view.tr("search.hot"), view.site().hot_searches);
}

/// What was found, in one line; that nothing was, where the hits only come near.
void say_how_many(const View& view, const SearchResults& results) {
  if (results.stage == SearchStage::Near)
    return view.ui.notice("near", ui::NoticeKind::Plain, view.tr("search.near", results.query));
  const auto key = results.stage == SearchStage::AnyWords ? "search.some-words"
                   : results.total_capped                 ? "search.many"
                                                          : "search.total";
  view.ui.text(view.tr(key, results.total), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

void hits(const View& view, const SearchPage& page, const SearchResults& results) {
  auto& ui = view.ui;
  say_how_many(view, results);
  ui.space(16);
  for (const auto& facet : results.facets) {
    if (facet.field == "column" && (facet.values.size() > 1 || page.filters.contains("column"))) {
      filter_chips(view, facet, page.filters);
      ui.space(16);
    }
  }
  for (const auto& hit : results.hits) hit_row(view, hit);
  ui.space(32);
  words_to_tap(view, "nearest", view.tr("search.nearest"), results.suggestions);
  if (results.stage == SearchStage::Near) ask_for_it(view, results.query);
}

/// Before anything is typed: what others look for and look at.
void ways_in(const View& view) {
  words_to_tap(view, "hot", view.tr("search.hot"), view.site().hot_searches);
  const auto used = most_used(view.model);
  if (used.empty()) return;
  view.ui.space(16);
  view.ui.heading(view.tr("search.most-used"), 2);
  for (const auto* item : used) item_row(view, *item, {});
}

void results(const View& view, const SearchPage& page) {
  if (page.results.value && page.results.value->hits.empty()) return nothing_found(view, *page.results.value);
  if (page.results.value) return hits(view, page, *page.results.value);
  if (page.results.state == Loading::Failed)
    view.ui.notice("failed", ui::NoticeKind::Problem, view.tr("state.failed"));
  ways_in(view);
}

void entry(const View& view) {
  if (const auto caret = view.ui.search_field(field_of(view)))
    view.send(msg::FocusField{std::string(kSearchField), *caret});
  if (view.model.visit->typing && view.model.visit->typing->cut) {
    view.ui.text(view.tr("search.cut", kSearchLength),
                 {.style = ui::TextStyle::Caption, .tone = ui::Tone::Wait});
  }
}

}  // namespace

ui::Page draw_search(const View& view, const SearchPage& page) {
  ui::Page parts;
  parts.place = "results:" + (page.results.value ? page.results.value->query
                                                 : std::string());  // other words, other results
  parts.pinned = [&view] { view.ui.heading(view.tr("search.title")); };
  parts.entry = [&view] { entry(view); };
  parts.body = [&view, &page] { results(view, page); };
  return parts;
}

}  // namespace mingting::screens
