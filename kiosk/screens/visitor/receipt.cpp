// The receipt: the number and the code, what happens next, and how to take it along.
#include <fmt/format.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr float kGap = 24, kLeast = 400;  // dp
constexpr float kBeside = 1000;           // dp, from which number and QR stand in one row
constexpr float kQr = 264;                                               // 33 modules with the quiet zone, of 8 dots each

std::string shown_code(const QueryCode& code) {
  return code.text.size() == 8 ? code.text.substr(0, 4) + "-" + code.text.substr(4) : code.text;
}

void number(const View& view, const ReceiptNumber& given) {
  view.ui.text(view.tr("receipt.number"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  view.ui.text(given.text, {.style = ui::TextStyle::Display, .bold = true, .one_line = true});
  view.ui.space(16);
}

void code(const View& view, const QueryCode& given) {
  view.ui.text(view.tr("receipt.code"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  view.ui.text(shown_code(given), {.style = ui::TextStyle::Display, .tone = ui::Tone::Primary, .bold = true, .one_line = true});
  view.ui.space(16);
  view.ui.text(view.tr("receipt.keep"), {.style = ui::TextStyle::Caption});
}

/// The QR stands beside the code, and where there is room beside the number too: its column reaches to the card's edge.
void number_card(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  ui.card("number", view.tr("receipt.number"), [&] {
    const bool beside = ui.room() >= kBeside;
    if (!beside) number(view, page.receipt.number);
    ui.columns(std::vector<float>{std::max(ui.room() - kGap - kQr, kLeast), kQr}, kGap, [&](int column) {
      if (column == 1) {
        if (!page.qr.empty()) ui.qr(view.tr("receipt.qr"), page.qr, kQr + 1);
        return;
      }
      if (beside) number(view, page.receipt.number);
      code(view, page.receipt.code);
    });
  });
}

void about_it(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  const auto& receipt = page.receipt;
  std::vector<std::pair<std::string, std::string>> facts;
  if (!receipt.matter.empty()) facts.emplace_back(view.tr("receipt.matter"), receipt.matter);
  if (!receipt.about.empty()) facts.emplace_back(view.tr("receipt.about"), receipt.about);
  facts.emplace_back(view.tr("receipt.received"), date_words(view, local_date(receipt.received)) + " " + clock_face(receipt.received));
  if (receipt.due) {
    facts.emplace_back(view.tr(receipt.promised ? "receipt.promised" : "receipt.due"), date_words(view, *receipt.due));
  }
  if (!receipt.counted.empty()) facts.emplace_back(view.tr("receipt.counted"), join(worded_each(receipt.counted), receipt.english ? " " : ""));
  ui.facts("facts", facts);
  if (page.renewed) ui.notice("renewed", ui::NoticeKind::Wait, view.tr("receipt.renewed"));
  if (receipt.clock_doubtful) ui.notice("doubt", ui::NoticeKind::Wait, view.tr("receipt.doubtful"));
  if (receipt.due_provisional) ui.notice("provisional", ui::NoticeKind::Wait, view.tr("receipt.provisional"));
}

void steps(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  const auto& receipt = page.receipt;
  int number = 0;
  auto sentences = receipt.next;
  if (receipt.countersign) {
    sentences.insert(sentences.begin(), view.tr(view.model.printer_set ? "receipt.sign" : "receipt.sign-number"));
  }
  for (const auto& sentence : sentences) {
    std::optional<std::string> none;
    ++number;
    ui.bullet(fmt::format("next-{}", number), fmt::format("{}.", number), 0, std::vector<ui::Run>{{.text = sentence}}, none);
  }
}

void printing(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  if (!page.qr.empty() && !page.saved) ui.notice("not-saved", ui::NoticeKind::Wait, view.tr("receipt.not-saved"));
  if (!view.model.printer_set) return ui.notice("no-printer", ui::NoticeKind::Plain, view.tr("receipt.no-printer"));
  if (page.printing == Printing::Done) ui.notice("printed", ui::NoticeKind::Good, view.tr("receipt.printed"));
  if (page.printing == Printing::Slow) ui.notice("slow", ui::NoticeKind::Wait, view.tr("receipt.print-slow"));
  if (page.printing == Printing::Failed) {
    const auto key = "print." + page.print_reason;
    const auto reason = view.tr(key) == key ? view.tr("print.other") : view.tr(key);
    ui.notice("print-failed", ui::NoticeKind::Problem, view.tr("receipt.print-failed", reason));
  }
}

std::vector<ui::Action> actions(const View& view, const ReceiptPage& page) {
  std::vector<ui::Action> all{{.id = "done",
                               .label = view.tr("receipt.done"),
                               .icon = "done",
                               .tapped = view.sends(msg::AskToEnd{})}};
  if (!view.model.printer_set) return all;
  const bool running = page.printing == Printing::Running;
  const auto label = view.tr(running ? "receipt.printing" : page.printing == Printing::None ? "receipt.print" : "receipt.print-again");
  all.push_back({.id = "print",
                 .label = label,
                 .icon = "print",
                 .kind = ui::ButtonKind::Secondary,
                 .enabled = !running,
                 .tapped = view.sends(msg::Print{})});
  return all;
}

}  // namespace

ui::Page draw_receipt(const View& view, const ReceiptPage& page) {
  ui::Page parts;
  parts.head = [&view, &page] {
    view.ui.heading(view.tr("receipt.title"));
    view.ui.space(16);
    number_card(view, page);
    view.ui.space(16);
    printing(view, page);
  };
  parts.body = [&view, &page] { about_it(view, page); };
  parts.asides = {{.id = "next",
                   .label = view.tr("receipt.next"),
                   .body = [&view, &page] { steps(view, page); },
                   .headed = true,
                   .after = true}};
  parts.actions = actions(view, page);
  return parts;
}

}  // namespace mingting::screens
