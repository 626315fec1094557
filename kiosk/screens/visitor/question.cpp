// What stands above a page: are you still there, do you want to end, and where a link leads out of the hall.
#include "base/text/text.hpp"
#include "screens/view.hpp"

namespace mingting::screens {
namespace {

constexpr float kAddressCode = 560;  // dp: as large as the card lets it be
constexpr std::size_t kMostRead = 56, kReadOfEnd = 16;  ///< characters of an address

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

/// The way back stands first: whatever the size of letters and window leave of the rest, it is in reach.
void address_head(const View& view, const std::string& kind) {
  view.ui.columns(std::vector<float>{3, 2}, 24, [&](int column) {
    if (column == 0) view.ui.heading(view.tr("address." + kind), 2);
    else if (view.ui.button("close", view.tr("address.close"), {.kind = ui::ButtonKind::Primary})) view.send(msg::CloseAddress{});
  });
  view.ui.space(24);
}

/// Beside one another in landscape.
void outside_address(const View& view, const ShownAddress& address) {
  auto& ui = view.ui;
  const auto [kind, shown] = read_out(address.address);
  const auto code = [&, label = view.tr("address.code")] {
    if (!address.qr.empty()) ui.qr(label, address.qr, kAddressCode, ui::Align::Center);
  };
  ui.dialog("address", view.tr(std::string("address.") + kind), ui::Ui::Cover::Card, [&, kind = kind, shown = shown] {
    address_head(view, kind);
    if (!ui.portrait()) {
      ui.columns(std::vector<float>{5, 4}, 32, [&](int column) { column == 0 ? address_words(view, kind, shown) : code(); });
      return;
    }
    address_words(view, kind, shown);
    ui.space(24);
    code();
  });
}

}  // namespace

void draw_question(const View& view) {
  if (view.model.asking == Asking::Nothing && view.model.visit->address)
    outside_address(view, *view.model.visit->address);
  if (view.model.asking == Asking::StillThere) still_there(view);
  if (view.model.asking == Asking::EndVisit) end_visit(view);
}

}  // namespace mingting::screens
