// What stands above a page: are you still there, do you want to end, where a link leads out of the hall, and how the page works.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text/text.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr int kHelpLines = 3;
constexpr float kAddressCode = 560;  // dp: as large as the card lets it be
constexpr float kBeside = 900;       // dp, from which the code stands beside the words
constexpr std::size_t kMostRead = 56, kReadOfEnd = 16;  ///< characters of an address

/// What of it is kept while one thinks: how far the form has come.
std::string kept_words(const View& view) {
  const auto* page = std::get_if<FormPage>(&top_page(view.model));
  if (page == nullptr || !has_typed(view.model)) return view.tr("idle.nothing");
  const auto visible = visible_steps(page->form, answers_of(view.model, *page));
  const auto here = std::find(visible.begin(), visible.end(), page->step) - visible.begin();
  return view.tr("idle.kept", page->stage == FormStage::Filling ? here + 1 : static_cast<std::ptrdiff_t>(visible.size()));
}

void still_there(const View& view) {
  auto& ui = view.ui;
  const auto label = view.tr("idle.title");
  ui::Page parts;
  parts.head = [&] {
    ui.text(label, {.style = ui::TextStyle::Display, .align = ui::Align::Center, .bold = true});
    ui.space(32);
    const int left = countdown(view.model);
    ui.countdown(view.tr("idle.left", left), left, static_cast<int>(kCountdown.count()));
    ui.space(32);
    ui.text(kept_words(view), {.align = ui::Align::Center});
  };
  parts.actions = {
      {.id = "continue", .label = view.tr("idle.continue"), .tapped = view.sends(msg::StayHere{})},
      {.id = "restart",
       .label = view.tr("idle.restart"),
       .kind = ui::ButtonKind::Secondary,
       .tapped = view.sends(msg::EndVisit{})}};
  ui.dialog("idle", label, ui::Ui::Cover::Window, parts);
}

/// The code is shown nowhere else: here once more, of everything that is not on paper.
void receipts(const View& view) {
  bool first = true;
  for (const auto& each : view.model.visit->receipts) {
    if (each.printing == Printing::Done) continue;
    if (!std::exchange(first, false)) view.ui.divider();
    view.ui.group("receipt:" + each.receipt.number.text, each.receipt.number.text, [&] { number_and_code(view, each); });
  }
}

void end_visit(const View& view) {
  auto& ui = view.ui;
  const bool receipt = !has_typed(view.model);  // then only a receipt is worth a question
  const auto label = view.tr(receipt ? "end.title-receipt" : "end.title");
  ui::Page parts;
  parts.head = [&] {
    ui.heading(label, 2);
    ui.space(16);
    if (!receipt || !has_little_height(view)) {
      ui.text(view.tr(receipt ? "end.help-receipt" : "end.help"));
      ui.space(24);
    }
    if (receipt) receipts(view);
  };
  const ui::Action stay{.id = "stay",
                        .label = view.tr(receipt ? "end.stay-receipt" : "end.stay"),
                        .kind = receipt ? ui::ButtonKind::Secondary : ui::ButtonKind::Primary,
                        .tapped = view.sends(msg::StayHere{})};
  const ui::Action end{.id = "end",
                       .label = view.tr(receipt ? "end.leave-receipt" : "end.leave"),
                       .kind = receipt ? ui::ButtonKind::Primary : ui::ButtonKind::Danger,
                       .tapped = view.sends(msg::EndVisit{})};
  if (receipt) parts.actions = {end, stay};
  else parts.actions = {stay, end};
  ui.dialog("end", label, ui::Ui::Cover::Card, parts);
}

/// web, phone or mail, for the words; and the address as people read it.
std::pair<const char*, std::string> read_out(const std::string& address) {
  const auto colon = address.find(':');
  if (ascii_lower(address.substr(0, colon)) == "tel") return {"phone", address.substr(colon + 1)};
  if (ascii_lower(address.substr(0, colon)) == "mailto") return {"mail", address.substr(colon + 1)};
  return {"web", address};
}

/// A line of its own for https://, so that the name of the place begins one.
std::string broken(const std::string& address) {
  const auto scheme = address.find("://");
  return scheme == std::string::npos ? address : address.substr(0, scheme + 3) + "\n" + address.substr(scheme + 3);
}

/// Nobody types two hundred characters off a screen: the beginning says whose it is, the end which page; the code has all.
std::string readable(const std::string& address) {
  const auto all = to_code_points(address);
  if (all.size() <= kMostRead) return address;
  return to_utf8(all.substr(0, kMostRead - kReadOfEnd)) + "……" + to_utf8(all.substr(all.size() - kReadOfEnd));
}

void address_words(const View& view, const std::string& kind, const std::string& shown) {
  view.ui.text(broken(readable(shown)), {.style = ui::TextStyle::Label, .bold = true});
  view.ui.space(16);
  view.ui.text(view.tr("address." + kind + "-help"));
}

/// Words and code beside one another where there is room.
void outside_address(const View& view, const ShownAddress& address) {
  auto& ui = view.ui;
  const auto [kind, shown] = read_out(address.address);
  const auto title = view.tr(std::string("address.") + kind);
  const auto words = [&, kind = kind, shown = shown] { address_words(view, kind, shown); };
  const auto code = [&] {
    if (!address.qr.empty()) ui.qr(view.tr("address.code"), address.qr, kAddressCode, ui::Align::Center);
  };
  ui::Page parts;
  parts.head = [&] {
    ui.heading(title, 2);
    ui.space(24);
    if (ui.room() >= kBeside) {
      return ui.columns(std::vector<float>{5, 4}, 32, [&](int column) { column == 0 ? words() : code(); });
    }
    words();
    ui.space(24);
    code();
  };
  parts.actions = {
      {.id = "close", .label = view.tr("address.close"), .tapped = view.sends(msg::CloseAddress{})}};
  ui.dialog("address", title, ui::Ui::Cover::Card, parts);
}

/// A number that can be called; site.toml may say instead where it is to be found.
bool is_number(const std::string& phone) {
  return std::any_of(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void how_it_works(const View& view, const std::string& kind) {
  for (int line = 1; line <= kHelpLines; ++line) {
    std::optional<std::string> none;
    const auto sentence = view.tr(fmt::format("help.{}-{}", kind, line));
    view.ui.bullet(std::to_string(line), fmt::format("{}.", line), 0,
                   std::vector<ui::Run>{{.text = sentence}}, none);
  }
}

}  // namespace

void draw_question(const View& view) {
  if (view.model.asking == Asking::Nothing && view.model.visit->address)
    outside_address(view, *view.model.visit->address);
  if (view.model.asking == Asking::StillThere) still_there(view);
  if (view.model.asking == Asking::EndVisit) end_visit(view);
}

void draw_help(const View& view, const std::string& kind) {
  auto& ui = view.ui;
  const auto title = view.tr("help.title");
  ui::Page parts;
  parts.head = [&] {
    ui.heading(title, 2);
    ui.space(16);
    how_it_works(view, kind);
    ui.space(32);
    ui.text(view.tr("help.staff"), {.style = ui::TextStyle::Label, .bold = true});
    ui.text(view.tr("help.staff-help"));
    if (is_number(view.site().phone))
      ui.text(view.tr("help.phone", view.site().phone), {.style = ui::TextStyle::Label, .bold = true});
  };
  parts.actions = {{.id = "close",
                    .label = view.tr("help.close"),
                    .icon = "check",
                    .tapped = view.sends(msg::StayHere{})}};
  ui.dialog("help", title, ui::Ui::Cover::Card, parts);
}

}  // namespace mingting::screens
