// What the screen shows to nobody in particular: the bulletin turning, and how to begin.
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

void nothing_installed(const View& view) {
  auto& ui = view.ui;
  ui.space(400);
  const bool spoilt = !view.model.trouble.empty();
  ui.text(view.tr(spoilt ? view.model.trouble : "attract.nothing"), {.style = ui::TextStyle::Title, .align = ui::Align::Center});
  ui.space(32);
  ui.text(view.tr(spoilt ? "attract.spoilt-help" : "attract.nothing-help"),
          {.tone = ui::Tone::Quiet, .align = ui::Align::Center});
}

void slide(const View& view, const Item& item, std::size_t index, std::size_t count) {
  auto& ui = view.ui;
  ui.card("slide", view.tr("attract.bulletin"), [&] {
    const auto mark = view.tr(item.sample ? "attract.bulletin-sample" : "attract.bulletin");
    ui.text(mark, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Accent, .bold = true});
    ui.space(16);
    ui.text(item.title, {.style = ui::TextStyle::Title, .bold = true, .max_lines = 3});
    ui.space(16);
    ui.text(item.summary, {.max_lines = 5});
    ui.space(24);
    const auto date = item.published ? date_words(view, *item.published) : std::string();
    ui.text(view.tr("attract.slide", column_title(view, item.column), date, index + 1, count),
            {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  });
}

void bulletin(const View& view) {
  const auto latest = newest(view.model);
  if (latest.empty()) return;
  const auto shown = attract_slide(view.model, latest.size());
  slide(view, *latest[shown], shown, latest.size());
}

void hall(const View& view) {
  auto& ui = view.ui;
  ui.space(48);
  ui.icon("hall", 120, ui::Tone::Primary);
  ui.space(32);
  ui.text(view.site().name, {.style = ui::TextStyle::Display, .bold = true});
  ui.space(8);
  ui.text(view.tr("attract.tagline"), {.style = ui::TextStyle::Label, .tone = ui::Tone::Quiet});
  ui.space(48);
  if (!view.model.kept) return;
  ui.notice("kept", ui::NoticeKind::Good, view.tr("claim.attract", kept_sentence(view)));
  ui.space(24);
}

}  // namespace

void draw_attract(const View& view) {
  ui::Ui::Frame frame{.page_id = "attract",
                      .label = view.model.hall ? view.site().name : view.tr("attract.nothing")};
  if (!view.model.hall) {
    frame.page.head = [&view] { nothing_installed(view); };
    return view.ui.frame(frame);
  }
  frame.moment = moment_words(view);
  frame.corner = other_language(view);
  frame.page.head = [&view] { hall(view); };
  frame.page.body = [&view] { bulletin(view); };
  frame.page.actions = {{.id = "start",
                         .label = view.tr("attract.start"),
                         .icon = "right",
                         .tapped = view.sends(msg::StartVisit{})}};
  frame.anywhere = "start";
  view.ui.frame(frame);
}

}  // namespace mingting::screens
