// The on-screen keyboard: pinyin with candidates, letters, figures, punctuation.
#include "screens/visitor/fields.hpp"

namespace mingting::screens {
namespace {

using Row = std::vector<ui::KeyView>;

void add_keys(Row& row, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    next_code_point(text, at);
    const std::string key(text.substr(from, at - from));
    row.push_back({.id = key, .label = key});
  }
}

Row keys(std::string_view text) {
  Row row;
  add_keys(row, text);
  return row;
}

ui::KeyView backspace(const View& view) {
  return {.id = "backspace", .label = view.tr("key.backspace"), .icon = "backspace", .weight = 1.5F};
}

ui::KeyView layout(const View& view, const char* name, float weight, bool selected = false) {
  return {.id = std::string("layout:") + name, .label = view.tr(std::string("key.") + name), .weight = weight, .selected = selected};
}

/// Under letters and figures at once. Only a paper's number on a form may hold anything else: a few words of Chinese.
Row last_row_of_codes(const View& view) {
  Row row = keys("-");
  if (std::holds_alternative<FormPage>(view.model.visit->pages.back())) row.insert(row.begin(), layout(view, "pinyin", 1.5F));
  row.push_back({.id = "left", .label = view.tr("key.left"), .icon = "left"});
  row.push_back({.id = "right", .label = view.tr("key.right"), .icon = "right"});
  row.push_back({.id = "enter", .label = view.tr("key.next"), .weight = 3});
  row.push_back({.id = "done", .label = view.tr("key.done"), .weight = 3, .strong = true});
  return row;
}

Row last_row(const View& view, KeyLayout now) {
  if (now == KeyLayout::Codes) return last_row_of_codes(view);
  Row row;
  if (now == KeyLayout::Pinyin) row.push_back(layout(view, "letters", 1.5F));
  else row.push_back(layout(view, "pinyin", 1.5F));
  row.push_back(layout(view, now == KeyLayout::Figures ? "symbols" : "figures", 1.5F));
  row.push_back({.id = "space", .label = view.tr("key.space"), .weight = 3.5F});
  row.push_back({.id = "enter", .label = view.tr("key.enter"), .icon = "enter", .weight = 1.5F});
  row.push_back({.id = "done", .label = view.tr("key.done"), .weight = 2, .strong = true});
  return row;
}

std::vector<Row> letter_rows(const View& view, KeyLayout now) {
  const bool capitals = now == KeyLayout::Capitals;
  std::vector<Row> rows{keys(capitals ? "QWERTYUIOP" : "qwertyuiop"), keys(capitals ? "ASDFGHJKL" : "asdfghjkl"), {}};
  if (now == KeyLayout::Pinyin) rows[2].push_back({.id = "'", .label = view.tr("key.split"), .weight = 1.5F});
  else rows[2].push_back({.id = capitals ? "layout:letters" : "layout:capitals", .label = view.tr("key.shift"), .icon = "shift", .weight = 1.5F, .selected = capitals});
  add_keys(rows[2], capitals ? "ZXCVBNM" : "zxcvbnm");
  rows[2].push_back(backspace(view));
  return rows;
}

std::vector<Row> figure_rows(const View& view) {
  std::vector<Row> rows{keys("123"), keys("456"), keys("789"), {}};
  add_keys(rows[0], "-/");
  add_keys(rows[1], ".@");
  add_keys(rows[2], "X_");
  rows[3] = {{.id = "left", .label = view.tr("key.left"), .icon = "left"}, {.id = "0", .label = "0"}, {.id = "right", .label = view.tr("key.right"), .icon = "right"}, backspace(view)};
  return rows;
}

std::vector<Row> code_rows(const View& view) {
  std::vector<Row> rows{keys("1234567890"), keys("QWERTYUIOP"), keys("ASDFGHJKL"), keys("ZXCVBNM")};
  rows[3].push_back(backspace(view));
  return rows;
}

std::vector<Row> symbol_rows(const View& view) {
  std::vector<Row> rows{keys(view.tr("keys.symbols-1")), keys(view.tr("keys.symbols-2")), keys(view.tr("keys.symbols-3"))};
  rows[2].push_back(backspace(view));
  return rows;
}

std::vector<Row> rows_of(const View& view, KeyLayout now) {
  auto rows = now == KeyLayout::Figures   ? figure_rows(view)
              : now == KeyLayout::Symbols ? symbol_rows(view)
              : now == KeyLayout::Codes   ? code_rows(view)
                                          : letter_rows(view, now);
  rows.push_back(last_row(view, now));
  return rows;
}

void strip(const View& view, const Typing& typing, const ui::HintView& hint) {
  const auto& now = typing.composing;
  const auto& typed = now.preedit.empty() ? now.letters : now.preedit;
  const auto tapped = view.ui.candidates(typed, now.candidates, now.page > 0, !now.last_page, hint);
  if (!tapped) return;
  if (*tapped < 0) view.send(msg::CandidatePage{*tapped == -1 ? -1 : +1});
  else view.send(msg::CandidateTapped{*tapped});
}

}  // namespace

void draw_keyboard(const View& view, const Typing& typing) {
  view.ui.group("keyboard", view.tr("key.keyboard"), [&] {
    auto hint = typing_hint(view, typing);
    const bool pinyin = typing.layout == KeyLayout::Pinyin;
    if (hint.text.empty() && pinyin) hint.text = view.tr("key.pinyin-hint");
    if (!hint.text.empty()) strip(view, typing, hint);
    if (const auto key = view.ui.keys("keys", rows_of(view, typing.layout))) view.send(msg::KeyTapped{*key});
  });
}

}  // namespace mingting::screens
