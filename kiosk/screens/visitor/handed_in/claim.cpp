// What an earlier run of the machine took in and handed to nobody: offered, and claimed by a number that the
// person knows.
#include <fmt/format.h>

#include "domain/identity/identifiers.hpp"
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
  shown.groups = mobile_groups(page.number);
  if (shown.groups.empty()) shown.groups = identity_groups(page.number);
  if (!page.error.empty()) shown.error = view.tr(fmt::format("claim.error-{}", page.error));
  own_field(view, std::move(shown));
}

void head(const View& view, const ClaimPage& page) {
  auto& ui = view.ui;
  ui.heading(view.tr("claim.title"));
  if (!view.model.kept) return ui.notice("over", ui::NoticeKind::Wait, view.tr("claim.over"));
  const bool numbered = view.model.kept->numbered > 0;
  ui.text(view.tr(numbered ? "claim.help" : "claim.help-nameless"), {.tone = ui::Tone::Quiet});
  if (view.model.kept->nameless > 0) ui.text(view.tr("claim.nameless"));
  ui.space(24);
  if (!page.failure.empty())
    ui.notice("failure", ui::NoticeKind::Problem, view.tr("trouble." + page.failure));
}

/// By the number that was typed, and without one where something was handed in without.
std::vector<ui::Action> actions(const View& view, const ClaimPage& page) {
  std::vector<ui::Action> all;
  if (!view.model.kept) return all;
  if (view.model.kept->numbered > 0) {
    all.push_back({.id = "take",
                   .label = view.tr(page.looking ? "claim.looking" : "claim.take"),
                   .icon = "done",
                   .enabled = !page.looking,
                   .tapped = view.sends(msg::TakeNumbered{})});
  }
  if (view.model.kept->nameless > 0) {
    all.push_back({.id = "take-nameless",
                   .label = view.tr("claim.take-nameless"),
                   .icon = "done",
                   .kind = ui::ButtonKind::Secondary,
                   .enabled = !page.looking,
                   .tapped = view.sends(msg::TakeNameless{})});
  }
  return all;
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

ui::Page draw_claim(const View& view, const ClaimPage& page) {
  ui::Page parts;
  parts.head = [&view, &page] { head(view, page); };
  parts.body = [&view, &page] {
    if (view.model.kept && view.model.kept->numbered > 0) number_field(view, page, *view.model.kept);
  };
  parts.actions = actions(view, page);
  return parts;
}

}  // namespace mingting::screens
