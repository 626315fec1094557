// The receipt: the number and the code, what happens next, and how to take it along.
#include <fmt/format.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr float kGap = 32, kSmallGap = 12;   // dp
constexpr float kQr = 364;                   // 33 modules with the quiet zone, of 11 dots each: the code itself is 275
constexpr float kSign = 88, kForSign = 700;  // dp, and the room from which a sign stands before the due date
constexpr float kForDate = 480;              // dp, in which a whole date stands in display type
constexpr std::size_t kOpen = 2;             // sentences of what happens next that are not folded

std::string shown_code(const QueryCode& code) {
  return code.text.size() == 8 ? code.text.substr(0, 4) + "-" + code.text.substr(4) : code.text;
}

void label(const View& view, const char* key) {
  view.ui.text(view.tr(key), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

void number(const View& view, const ReceiptNumber& given) {
  label(view, "receipt.number");
  view.ui.text(given.text, {.style = ui::TextStyle::Giant, .bold = true, .one_line = true});
  view.ui.space(kSmallGap);
}

void code(const View& view, const QueryCode& given) {
  label(view, "receipt.code");
  view.ui.text(shown_code(given), {.style = ui::TextStyle::Display, .tone = ui::Tone::Primary, .bold = true, .one_line = true});
  view.ui.space(kSmallGap);
}

void keep(const View& view) {
  view.ui.text(view.tr(view.model.printer_set ? "receipt.keep-print" : "receipt.keep"), {.style = ui::TextStyle::Caption});
}

/// A case number is not what somebody who gave stars came for.
void small_number(const View& view, const Receipt& receipt) {
  view.ui.card("number", view.tr("receipt.number"), [&] {
    label(view, "receipt.number");
    view.ui.text(receipt.number.text, {.style = ui::TextStyle::Label, .one_line = true});
    view.ui.space(kSmallGap);
    label(view, "receipt.code");
    view.ui.text(shown_code(receipt.code), {.style = ui::TextStyle::Label, .one_line = true});
  });
}

void heard(const View& view, const Receipt& receipt) {
  view.ui.text(view.tr("receipt.heard"), {.style = ui::TextStyle::Label});
  if (!receipt.about.empty()) view.ui.facts("about", {{view.tr("receipt.about"), receipt.about}});
}

void troubles(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  if (page.renewed) ui.notice("renewed", ui::NoticeKind::Wait, view.tr("receipt.renewed"));
  if (!page.qr.empty() && !page.saved) ui.notice("not-saved", ui::NoticeKind::Wait, view.tr("receipt.not-saved"));
  if (page.printing == Printing::Done) ui.notice("printed", ui::NoticeKind::Good, view.tr("receipt.printed"));
  if (page.printing == Printing::Slow) ui.notice("slow", ui::NoticeKind::Wait, view.tr("receipt.print-slow"));
  if (page.printing == Printing::Failed) {
    const auto key = "print." + page.print_reason;
    const auto reason = view.tr(key) == key ? view.tr("print.other") : view.tr(key);
    ui.notice("print-failed", ui::NoticeKind::Problem, view.tr("receipt.print-failed", reason));
  }
}

void head(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  const bool opinion = page.opinion;
  ui.heading(view.tr(opinion ? "receipt.thanks" : "receipt.title"), 1, "done", ui::Tone::Good);
  ui.space(16);
  if (opinion) {
    heard(view, page.receipt);
    small_number(view, page.receipt);
  } else {
    ui.card("number", view.tr("receipt.number"), [&] { number_and_code(view, page); });
  }
  ui.space(16);
  troubles(view, page);
}

// ---- what happens next ---------------------------------------------------------------------------------------------

/// Where there is little room, the day as large as it may be, and the year with what it is the day of.
void due_words(const View& view, const Receipt& receipt) {
  auto of = view.tr(receipt.promised ? "receipt.promised" : "receipt.due");
  auto day = date_words(view, *receipt.due);
  if (!view.english() && view.ui.room() < kForDate) {
    of = view.tr("receipt.of-year", of, static_cast<int>(receipt.due->year()));
    day = view.tr("home.day", static_cast<unsigned>(receipt.due->month()), static_cast<unsigned>(receipt.due->day()));
  }
  view.ui.text(of, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  view.ui.text(day, {.style = ui::TextStyle::Display, .bold = true, .one_line = true});
  if (!receipt.counted.empty())
    view.ui.text(worded(receipt.counted.front()), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

void due_card(const View& view, const Receipt& receipt) {
  if (!receipt.due) return;
  auto& ui = view.ui;
  const auto title = view.tr(receipt.promised ? "receipt.promised" : "receipt.due");
  const auto words = [&] {
    if (ui.room() < kForSign) return due_words(view, receipt);
    ui.columns(std::vector<float>{kSign, ui.room() - kSign}, kGap, [&](int column) {
      if (column == 1) return due_words(view, receipt);
      ui.space(20);
      ui.icon("calendar", kSign, ui::Tone::Primary);
    });
  };
  ui.card("due", title, words, ui::Tone::Primary);
  if (receipt.clock_doubtful) ui.notice("doubt", ui::NoticeKind::Wait, view.tr("receipt.doubtful"));
  if (receipt.due_provisional) ui.notice("provisional", ui::NoticeKind::Wait, view.tr("receipt.provisional"));
}

/// First to have it signed for, where staff do.
std::vector<std::string> sentences(const View& view, const Receipt& receipt) {
  auto all = receipt.next;
  if (receipt.countersign)
    all.insert(all.begin(), view.tr(view.model.printer_set ? "receipt.sign" : "receipt.sign-number"));
  return all;
}

void steps(const View& view, const std::vector<std::string>& all, std::size_t from, std::size_t to) {
  for (auto i = from; i < std::min(to, all.size()); ++i) {
    std::optional<std::string> none;
    view.ui.bullet(fmt::format("next-{}", i + 1), fmt::format("{}.", i + 1), 0, std::vector<ui::Run>{{.text = all[i]}}, none);
  }
}

void more(const View& view, const ReceiptPage& page) {
  const auto& receipt = page.receipt;
  const auto all = sentences(view, receipt);
  steps(view, all, kOpen, all.size());
  std::vector<std::pair<std::string, std::string>> facts;
  if (!receipt.matter.empty()) facts.emplace_back(view.tr("receipt.matter"), receipt.matter);
  if (!receipt.about.empty() && !page.opinion) facts.emplace_back(view.tr("receipt.about"), receipt.about);
  facts.emplace_back(view.tr("receipt.received"), date_words(view, local_date(receipt.received)) + " " + clock_face(receipt.received));
  const auto counted = join(worded_each(receipt.counted), receipt.english ? " " : "");
  if (!counted.empty()) facts.emplace_back(view.tr("receipt.counted"), counted);
  view.ui.facts("facts", facts);
}

std::vector<ui::Aside> asides(const View& view, const ReceiptPage& page) {
  const auto next = [&view, &page] {
    due_card(view, page.receipt);
    steps(view, sentences(view, page.receipt), 0, kOpen);
  };
  return {{.id = "next", .label = view.tr("receipt.next"), .body = next, .headed = true, .after = true},
          {.id = "more",
           .label = view.tr("receipt.more"),
           .body = [&view, &page] { more(view, page); },
           .open = page.details_open,
           .toggled = view.sends(msg::ToggleDetails{}),
           .after = true}};
}

std::vector<ui::Action> actions(const View& view, const ReceiptPage& page) {
  std::vector<ui::Action> all{{.id = "done",
                               .label = view.tr(has_little_height(view) ? "receipt.done-short" : "receipt.done"),
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

/// The number has the whole width; under it the QR stands beside the code, whole with its margin also on a low screen.
void number_and_code(const View& view, const ReceiptPage& page) {
  auto& ui = view.ui;
  number(view, page.receipt.number);
  ui.columns(std::vector<float>{ui.room() - kGap - kQr, kQr}, kGap, [&](int column) {
    if (column == 1) {
      if (!page.qr.empty()) ui.qr(view.tr("receipt.qr"), page.qr, kQr + 1);
      return;
    }
    code(view, page.receipt.code);
    if (!has_little_height(view)) keep(view);
  });
}

ui::Page draw_receipt(const View& view, const ReceiptPage& page) {
  ui::Page parts;
  parts.head = [&view, &page] { head(view, page); };
  parts.asides = asides(view, page);
  parts.actions = actions(view, page);
  return parts;
}

}  // namespace mingting::screens
