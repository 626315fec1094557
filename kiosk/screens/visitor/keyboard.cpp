// The on-screen keyboard: pinyin with candidates, letters, figures, punctuation.
#include "screens/visitor/forms/fields.hpp"

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

/// The key that ends typing says what it leads to.
ui::KeyView ending_key(const View& view, float weight) {
  const auto words = [&] {
    switch (ending(view.model)) {
      case Ending::NextField: return "key.next";
      case Ending::Search: return "key.search";
      case Ending::LookUp: return "progress.look-up";
      case Ending::Take: return "claim.take";
      case Ending::Leave: break;
    }
    return "key.done";
  };
  return {.id = "done", .label = view.tr(words()), .weight = weight, .strong = true};
}

/// Under letters and figures at once. Only a paper's number on a form may hold anything else: a few words of Chinese.
Row last_row_of_codes(const View& view) {
  Row row = keys("-");
  if (std::holds_alternative<FormPage>(view.model.visit->pages.back())) row.insert(row.begin(), layout(view, "pinyin", 1.5F));
  if (std::holds_alternative<ClaimPage>(view.model.visit->pages.back())) row.insert(row.begin(), layout(view, "pad", 1.5F));
  row.push_back({.id = "left", .label = view.tr("key.left"), .icon = "left"});
  row.push_back({.id = "right", .label = view.tr("key.right"), .icon = "right"});
  row.push_back(ending_key(view, 4));
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
  row.push_back(ending_key(view, 2));
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

// The pad: keys of one width in three columns, room at both sides.
constexpr float kBeside = 0.6F;

Row pad_row(Row row) {
  const ui::KeyView gap{.id = {}, .label = {}, .icon = {}, .weight = kBeside};
  row.insert(row.begin(), gap);
  row.push_back(gap);
  return row;
}

/// Beside the 0: what else such a number has. An identity number may end in X, a telephone has dashes.
ui::KeyView beside_zero(const View& view, const Typing& typing) {
  const auto* page = std::get_if<FormPage>(&view.model.visit->pages.back());
  const auto* field = page == nullptr ? nullptr : find_field(page->form, typing.field);
  const auto kind = field == nullptr ? FieldKind::Identity : field->kind;
  const std::string key = kind == FieldKind::Identity ? "X" : kind == FieldKind::Phone ? "-" : "";
  return {.id = key, .label = key};
}

/// Whoever has no such number writes words, on a form.
Row last_row_of_pad(const View& view) {
  if (!std::holds_alternative<FormPage>(view.model.visit->pages.back())) return {layout(view, "codes", 1), ending_key(view, 2)};
  return {layout(view, "pinyin", 1), {.id = "layout:figures", .label = view.tr("key.more")}, ending_key(view, 1)};
}

std::vector<Row> pad_rows(const View& view, const Typing& typing) {
  auto back = backspace(view);
  back.weight = 1;
  return {pad_row(keys("123")), pad_row(keys("456")), pad_row(keys("789")),
          pad_row({beside_zero(view, typing), {.id = "0", .label = "0"}, back}), pad_row(last_row_of_pad(view))};
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

std::vector<Row> rows_of(const View& view, const Typing& typing) {
  const auto now = typing.layout;
  if (now == KeyLayout::Pad) return pad_rows(view, typing);
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
    if (const auto key = view.ui.keys("keys", rows_of(view, typing))) view.send(msg::KeyTapped{*key});
  });
}

}  // namespace mingting::screens
