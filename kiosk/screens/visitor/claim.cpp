// What an earlier run of the machine took in and handed to nobody: offered, and claimed by a number that the
// person knows.
#include <fmt/format.h>

#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

/// How often one may still be wrong stands with the field: the keyboard must not cover it.
void number_field(const View& view, const ClaimPage& page, const KeptOffer& kept) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(kept.left).count();
  ui::FieldView shown{.id = std::string(kClaimField),
                      .label = view.tr("claim.number"),
                      .help = view.tr("claim.number-help"),
                      .room = view.tr("claim.left", kept.tries, minutes),
                      .value = page.number};
  if (!page.error.empty()) shown.error = view.tr(fmt::format("claim.error-{}", page.error));
  own_field(view, std::move(shown));
}

void numbered(const View& view, const ClaimPage& page, const KeptOffer& kept) {
  auto& ui = view.ui;
  number_field(view, page, kept);
  ui.space(32);
  const auto label = view.tr(page.looking ? "claim.looking" : "claim.take");
  if (ui.button("take", label, {.kind = ui::ButtonKind::Primary, .icon = "done", .enabled = !page.looking}))
    view.send(msg::TakeNumbered{});
}

void nameless(const View& view, const ClaimPage& page) {
  auto& ui = view.ui;
  ui.space(32);
  ui.text(view.tr("claim.nameless"));
  ui.space(16);
  if (ui.button("take-nameless", view.tr("claim.take-nameless"), {.icon = "done", .enabled = !page.looking}))
    view.send(msg::TakeNameless{});
}

}  // namespace

std::string kept_sentence(const View& view) {
  return view.tr("claim.kept");
}

void draw_claim_offer(const View& view) {
  if (!view.model.kept) return;
  auto& ui = view.ui;
  const auto sentence = kept_sentence(view);
  ui.card("kept", sentence, [&] {
    ui.text(sentence, {.style = ui::TextStyle::Title, .bold = true});
    ui.space(8);
    ui.text(view.tr("claim.offer"));
    ui.space(16);
    if (ui.button("claim", view.tr("claim.open"), {.kind = ui::ButtonKind::Primary, .icon = "done"}))
      view.send(msg::OpenClaim{});
  });
  ui.space(24);
}

void draw_claim(const View& view, const ClaimPage& page) {
  auto& ui = view.ui;
  ui.scroll("claim", [&] {
    ui.heading(view.tr("claim.title"));
    if (!view.model.kept) return ui.notice("over", ui::NoticeKind::Wait, view.tr("claim.over"));
    ui.text(view.tr(view.model.kept->numbered > 0 ? "claim.help" : "claim.help-nameless"), {.tone = ui::Tone::Quiet});
    ui.space(24);
    if (!page.failure.empty())
      ui.notice("failure", ui::NoticeKind::Problem, view.tr("trouble." + page.failure));
    if (view.model.kept->numbered > 0) numbered(view, page, *view.model.kept);
    if (view.model.kept->nameless > 0) nameless(view, page);
  });
  reveal(view);
}

}  // namespace mingting::screens
