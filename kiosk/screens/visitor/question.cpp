// The two questions that stand above a page: are you still there, and do you want to end.
#include "screens/view.hpp"

namespace mingting::screens {
namespace {

void still_there(const View& view) {
  auto& ui = view.ui;
  const auto label = view.tr("idle.title");
  ui.dialog("idle", label, ui::Ui::Cover::Window, [&] {
    ui.space(ui.portrait() ? 320 : 16);
    ui.text(label, {.style = ui::TextStyle::Display, .align = ui::Align::Center, .bold = true});
    ui.space(32);
    ui.text(std::to_string(countdown(view.model)), {.style = ui::TextStyle::Giant, .tone = ui::Tone::Accent, .align = ui::Align::Center, .bold = true});
    ui.space(16);
    ui.text(view.tr("idle.help", countdown(view.model)), {.align = ui::Align::Center});
    ui.fill(ui.portrait() ? 780 : 380);  // where also a seated visitor's hand gets to
    if (ui.button("continue", view.tr("idle.continue"), {.kind = ui::ButtonKind::Primary, .large = true})) view.send(msg::StayHere{});
    ui.space(24);
    if (ui.button("restart", view.tr("idle.restart"))) view.send(msg::EndVisit{});
  });
}

void end_visit(const View& view) {
  auto& ui = view.ui;
  const bool receipt = !has_typed(view.model);  // then only a receipt is worth a question
  const auto label = view.tr(receipt ? "end.title-receipt" : "end.title");
  ui.dialog("end", label, ui::Ui::Cover::Card, [&] {
    ui.heading(label, 2);
    ui.space(16);
    ui.text(view.tr(receipt ? "end.help-receipt" : "end.help"));
    ui.space(40);
    if (ui.button("stay", view.tr("end.stay"), {.kind = ui::ButtonKind::Primary})) view.send(msg::StayHere{});
    ui.space(24);
    if (ui.button("end", view.tr(receipt ? "end.leave-receipt" : "end.leave"), {.kind = ui::ButtonKind::Danger})) view.send(msg::EndVisit{});
  });
}

}  // namespace

void draw_question(const View& view) {
  if (view.model.asking == Asking::StillThere) still_there(view);
  if (view.model.asking == Asking::EndVisit) end_visit(view);
}

}  // namespace mingting::screens
