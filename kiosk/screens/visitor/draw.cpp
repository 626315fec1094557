// Which page is on screen, in its frame of bars.
#include <fmt/format.h>

#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

template <class... Fs>
struct Cases : Fs... {
  using Fs::operator()...;
};

/// Names the page for the screen's memory of scrolled places: the visit, the depth, and what is shown.
std::string page_key(const Model& model) {
  const auto& visit = *model.visit;
  const auto what = std::visit(
      Cases{[](const HomePage&) { return std::string("home"); },
            [](const EverythingPage&) { return std::string("everything"); },
            [](const ColumnPage& page) { return "column:" + page.column; },
            [](const ItemPage& page) { return "item:" + page.item; },
            [](const SearchPage&) { return std::string("search"); },
            [](const FormPage& page) {
              return fmt::format("form:{}:{}", page.form.id, page.stage == FormStage::Filling ? std::to_string(page.step) : "review");
            },
            [](const ReceiptPage&) { return std::string("receipt"); },
            [](const ClaimPage&) { return std::string("claim"); },
            [](const ProgressPage&) { return std::string("progress"); },
            [](const StatusPage& page) { return "status:" + page.status->number; },
            [](const TableViewPage& page) { return fmt::format("table:{}:{}", page.table, page.view); },
            [](const TableRowPage& page) { return fmt::format("row:{}:{}", page.table, page.row); },
            [](const KeyPage& page) { return "key:" + page.table; },
            [](const EditionsPage& page) { return "editions:" + page.which.table; },
            [](const MatcherPage& page) { return fmt::format("matcher:{}:{}", page.matcher.id, page.question); },
            [](const SettingsPage&) { return std::string("settings"); }},
      top_page(model));
  return fmt::format("{}:{}:{}", visit.number, visit.pages.size(), what);
}

/// Under which words it is told how the page works.
std::string page_kind(const Model& model) {
  return std::visit(
      Cases{[](const HomePage&) { return "home"; }, [](const EverythingPage&) { return "everything"; },
            [](const ColumnPage&) { return "column"; },
            [](const ItemPage&) { return "item"; }, [](const SearchPage&) { return "search"; },
            [](const FormPage& page) { return page.stage == FormStage::Filling ? "form" : "review"; },
            [](const ReceiptPage&) { return "receipt"; }, [](const ClaimPage&) { return "claim"; },
            [](const ProgressPage&) { return "progress"; }, [](const StatusPage&) { return "status"; },
            [](const TableViewPage&) { return "table"; }, [](const TableRowPage&) { return "row"; },
            [](const KeyPage&) { return "key"; }, [](const EditionsPage&) { return "editions"; },
            [](const MatcherPage& page) { return page.question.empty() ? "matches" : "matcher"; },
            [](const SettingsPage&) { return "settings"; }},
      top_page(model));
}

std::string table_label(const View& view, const std::string& id) {
  const auto* table = find_table(view.model, id);
  return table == nullptr ? std::string() : view.choose(table->title, table->title_en);
}

std::string page_label(const View& view) {
  return std::visit(
      Cases{[&](const HomePage&) { return view.tr("home.title"); },
            [&](const EverythingPage&) { return view.tr("everything.title"); },
            [&](const ColumnPage& page) {
              const auto* column = find_column(view.model, page.column);
              return column == nullptr ? std::string() : view.choose(column->title, column->title_en);
            },
            [&](const ItemPage& page) { return page.document.value ? page.document.value->item.title : view.tr("item.title"); },
            [&](const SearchPage&) { return view.tr("search.title"); },
            [&](const FormPage& page) { return view.choose(page.form.title, page.form.title_en); },
            [&](const ReceiptPage&) { return view.tr("receipt.title"); },
            [&](const ClaimPage&) { return view.tr("claim.title"); },
            [&](const ProgressPage&) { return view.tr("progress.title"); },
            [&](const StatusPage&) { return view.tr("progress.status-title"); },
            [&](const TableViewPage& page) { return table_label(view, page.table); },
            [&](const TableRowPage& page) { return table_label(view, page.table); },
            [&](const KeyPage& page) { return table_label(view, page.table); },
            [&](const EditionsPage& page) { return table_label(view, page.which.table); },
            [&](const MatcherPage& page) { return view.choose(page.matcher.title, page.matcher.title_en); },
            [&](const SettingsPage&) { return view.tr("settings.title"); }},
      top_page(view.model));
}

ui::Page parts_of(const View& view) {
  return std::visit(Cases{[&](const HomePage&) { return draw_home(view); },
                          [&](const EverythingPage& page) { return draw_everything(view, page); },
                          [&](const ColumnPage& page) { return draw_column(view, page); },
                          [&](const ItemPage& page) { return draw_item(view, page); },
                          [&](const SearchPage& page) { return draw_search(view, page); },
                          [&](const FormPage& page) {
                            return page.stage == FormStage::Filling ? draw_form(view, page)
                                                                    : draw_review(view, page);
                          },
                          [&](const ReceiptPage& page) { return draw_receipt(view, page); },
                          [&](const ClaimPage& page) { return draw_claim(view, page); },
                          [&](const ProgressPage& page) { return draw_progress(view, page); },
                          [&](const StatusPage& page) { return draw_status(view, page); },
                          [&](const TableViewPage& page) { return draw_table(view, page); },
                          [&](const TableRowPage& page) { return draw_table_row(view, page); },
                          [&](const KeyPage& page) { return draw_key(view, page); },
                          [&](const EditionsPage& page) { return draw_editions(view, page); },
                          [&](const MatcherPage& page) { return page.question.empty() ? draw_matches(view, page) : draw_matcher(view, page); },
                          [&](const SettingsPage&) { return draw_settings(view); }},
                    top_page(view.model));
}

ui::Action place(const View& view, const char* id, const char* icon, bool enabled, Msg message) {
  return {.id = id,
          .label = view.tr(std::string("frame.") + id),
          .icon = icon,
          .kind = ui::ButtonKind::Quiet,
          .enabled = enabled,
          .tapped = view.sends(std::move(message))};
}

std::vector<ui::Action> places(const View& view) {
  const bool home = std::holds_alternative<HomePage>(top_page(view.model));
  auto at_home = place(view, "home", "home", true, msg::GoHome{});
  at_home.here = home;
  return {place(view, "back", "back", !home, msg::GoBack{}),
          std::move(at_home),
          place(view, "size", "size", true, msg::OpenSettings{}),
          place(view, "help", "question", true, msg::AskForHelp{}),
          place(view, "end", "end", true, msg::AskToEnd{})};
}

void draw_visit(const View& view) {
  ui::Ui::Frame frame;
  frame.page_id = page_key(view.model);
  frame.label = page_label(view);
  frame.title = view.choose(view.site().name, view.site().name_en);
  frame.emblem = view.site().emblem;
  frame.moment = moment_words(view);
  frame.corner = other_language(view);
  frame.page = parts_of(view);
  frame.places = places(view);
  if (view.model.visit->typing) frame.dock = [&view] { draw_keyboard(view, *view.model.visit->typing); };
  view.ui.frame(frame);
  const auto* item = std::get_if<ItemPage>(&top_page(view.model));
  if (item == nullptr || item->document.value) reveal(view);
}

}  // namespace

ui::Appearance appearance(const Model& model, bool motion) {
  const auto settings = model.visit ? model.visit->settings : Settings{};
  ui::Appearance wanted;
  wanted.size = settings.size == Size::Standard ? ui::TextSize::Standard
                : settings.size == Size::Large  ? ui::TextSize::Large
                                                : ui::TextSize::ExtraLarge;
  wanted.theme = settings.contrast == Contrast::High ? ui::Theme::HighContrast : ui::Theme::Standard;
  wanted.low_reach = settings.reach == Reach::Low;
  wanted.motion = motion && settings.contrast == Contrast::Standard;
  if (model.hall) wanted.primary = parse_color(model.hall->site.primary);
  return wanted;
}

void draw(const View& view) {
  if (view.model.hall) {
    const auto& site = view.site();
    view.ui.keep_whole({site.name, site.district, site.office, site.hall});
  }
  if (!view.model.visit) return draw_attract(view);
  draw_visit(view);
  draw_question(view);
  if (view.model.asking == Asking::Help) draw_help(view, page_kind(view.model));
}

}  // namespace mingting::screens
