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
            [](const SettingsPage&) { return std::string("settings"); }},
      top_page(model));
  return fmt::format("{}:{}:{}", visit.number, visit.pages.size(), what);
}

std::string page_label(const View& view) {
  return std::visit(
      Cases{[&](const HomePage&) { return view.tr("home.title"); },
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
            [&](const SettingsPage&) { return view.tr("settings.title"); }},
      top_page(view.model));
}

void draw_page(const View& view) {
  std::visit(Cases{[&](const HomePage&) { draw_home(view); }, [&](const ColumnPage& page) { draw_column(view, page); },
                   [&](const ItemPage& page) { draw_item(view, page); },
                   [&](const SearchPage& page) { draw_search(view, page); },
                   [&](const FormPage& page) {
                     if (page.stage == FormStage::Filling) draw_form(view, page);
                     else draw_review(view, page);
                   },
                   [&](const ReceiptPage& page) { draw_receipt(view, page); },
                   [&](const ClaimPage& page) { draw_claim(view, page); },
                   [&](const ProgressPage& page) { draw_progress(view, page); },
                   [&](const StatusPage& page) { draw_status(view, page); },
                   [&](const SettingsPage&) { draw_settings(view); }},
             top_page(view.model));
}

void draw_top(const View& view) {
  auto& ui = view.ui;
  ui.columns(std::vector<float>{5, 3}, 24, [&](int column) {
    if (column == 0) return ui.text(view.choose(view.site().name, view.site().name_en), {.style = ui::TextStyle::Label, .bold = true, .max_lines = 2});
    const auto today = local_date(view.model.now);
    const auto weekday = view.tr(fmt::format("weekday.{}", std::chrono::weekday{std::chrono::sys_days{today}}.c_encoding()));
    ui.text(view.tr("frame.date", date_words(view, today), weekday, clock_face(view.model.now)), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet, .align = ui::Align::Right, .max_lines = 2});
  });
}

void bar_button(const View& view, const char* id, const char* icon, bool enabled, Msg message) {
  const auto label = view.tr(std::string("frame.") + id);
  if (view.ui.button(id, label, {.kind = ui::ButtonKind::Quiet, .icon = icon, .enabled = enabled, .icon_above = true})) {
    view.send(std::move(message));
  }
}

void draw_bottom(const View& view) {
  const bool home = std::holds_alternative<HomePage>(top_page(view.model));
  view.ui.columns(std::vector<float>{1, 1, 1, 1}, 12, [&](int column) {
    switch (column) {
      case 0: return bar_button(view, "back", "back", !home, msg::GoBack{});
      case 1: return bar_button(view, "home", "home", !home, msg::GoHome{});
      case 2: return bar_button(view, "size", "size", true, msg::OpenSettings{});
      default: return bar_button(view, "end", "end", true, msg::AskToEnd{});
    }
  });
}

void draw_visit(const View& view) {
  ui::Ui::Frame frame;
  frame.page_id = page_key(view.model);
  frame.label = page_label(view);
  frame.top = [&] { draw_top(view); };
  frame.body = [&] { draw_page(view); };
  frame.bottom = [&] { draw_bottom(view); };
  if (view.model.visit->typing) frame.dock = [&] { draw_keyboard(view, *view.model.visit->typing); };
  view.ui.frame(frame);
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
  return wanted;
}

void draw(const View& view) {
  if (!view.model.visit) return draw_attract(view);
  draw_visit(view);
  draw_question(view);
}

}  // namespace mingting::screens
