// The receipt on A4.
#include <algorithm>

#include "base/text/text.hpp"
#include "paper/pages/receipt_layout.hpp"

namespace mingting {
namespace {

// Everything stands on two edges: the left margin (labels, title, number) and the value column.
const Grid kA4{.width = kA4Width,
               .height = kA4Height,
               .left = 54,
               .right = 54,
               .top = 36,
               .bottom = 34,
               .later_top = 98,
               .label_column = 92,
               .number_column = 24,
               .row_padding = 3.5,
               .label = {11.5, 17, Weight::Regular},
               .body = {13, 19, Weight::Regular},
               .strong = {13, 19, Weight::Bold},
               .note = {11.5, 16, Weight::Regular}};
constexpr double kHairline = 0.4, kHeavy = 1.4;
constexpr double kQrSide = 92, kFootGap = 6;
constexpr TypeStyle kTitle{26, 30, Weight::Bold};
constexpr TypeStyle kStep{13, 18, Weight::Regular};
constexpr TypeStyle kCode{32, 42, Weight::Bold};
constexpr TypeStyle kContactBody{11.5, 16, Weight::Regular};
constexpr TypeStyle kKeep{11.5, 16, Weight::Bold};

/// Hall on the left, office on the right when both fit; the office stands at the foot as well.
void put_head(Composer& page, const ReceiptText& text) {
  const Grid& grid = page.grid();
  const auto hall = page.lines(text.receipt.hall, grid.label, grid.measure());
  const auto office = page.lines(text.receipt.office, grid.label, grid.measure());
  const bool beside = hall.size() == 1 && office.size() == 1 && hall[0].width + office[0].width + 24 < grid.measure();
  if (beside) page.put(grid.width - grid.right - office[0].width, page.y(), office[0], grid.label);
  for (const Line& line : hall) {
    page.put(grid.left, page.y(), line, grid.label);
    page.skip(grid.label.leading);
  }
  page.skip(7);
  page.rule(kHairline);
}

/// The number over the whole measure: it is what the paper is for.
void put_number(Composer& page, const ReceiptText& text) {
  const Grid& grid = page.grid();
  page.paragraph(grid.left, grid.measure(), text.word("number"), grid.label);
  const auto number = page.printable_text(text.receipt.number.text);
  const double size = fitting_size(page.faces(), number, Weight::Bold, grid.measure(), 12, 40);
  page.paragraph(grid.left, grid.measure(), text.receipt.number.text, {size, size * 1.3, Weight::Bold});
}

/// The query code and what it is for on the left, the same as a QR code on the right.
void put_code(Composer& page, const ReceiptText& text) {
  const Grid& grid = page.grid();
  const double side = qr_side(text.code, kQrSide);
  const double top = page.y(), measure = grid.measure() - side - 36;
  page.sheet().shapes.push_back(qr_shape(text.code, grid.width - grid.right - side, top + 3, kQrSide));
  page.paragraph(grid.left, measure, text.word("code"), grid.label);
  page.paragraph(grid.left, measure, text.receipt.code.text, kCode);
  if (const std::string words = text.word("qr"); !words.empty()) {
    page.skip(5);
    page.paragraph(grid.left, measure, words, grid.note);
  }
  page.move_to(std::max(page.y(), top + 3 + side));
}

void put_facts(Composer& page, const ReceiptText& text) {
  page.rule(kHeavy);
  page.skip(2);
  for (const Row& row : text.facts()) {
    page.row(row);
    page.rule(kHairline);
  }
}

void put_steps(Composer& page, const ReceiptText& text) {
  const auto steps = text.steps();
  if (steps.empty()) return;
  const Grid& grid = page.grid();
  page.skip(grid.row_padding + 3);
  page.need(2 * kStep.leading);
  const double baseline = page.y() + kStep.leading / 2 + 0.38 * kStep.size;
  double label_baseline = baseline;
  for (const Line& line : page.lines(text.word("next"), grid.label, grid.label_measure())) {
    page.put_baseline(grid.left, label_baseline, line, grid.label);
    label_baseline += grid.label.leading;
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    page.step(grid.value_left(), grid.value_measure(), i + 1, steps[i], kStep);
    page.skip(2);
  }
}

/// Where staff sign for it, the day it was handed in: who, and when.
void put_countersign(Composer& page, const ReceiptText& text) {
  if (!text.receipt.countersign) return;
  const Grid& grid = page.grid();
  constexpr double kHeight = 38, kPad = 12, kGap = 8;
  page.skip(6);
  page.need(kHeight + 4);
  page.frame(kHeight, 0.8);
  const double top = page.y();
  page.move_to(top + (kHeight - grid.body.leading) / 2);
  const auto word = [&](double x, const char* key, const TypeStyle& style) {
    const auto set = page.lines(text.word(key), style, grid.measure()).front();
    page.put(x, page.y(), set, style);
    return x + set.width + kGap;
  };
  word(grid.left + kPad, "countersign", grid.strong);
  const double name = word(grid.left + 0.36 * grid.measure(), "countersign_name", grid.body);
  const double middle = grid.left + 0.68 * grid.measure();
  page.blank(name, middle - 2 * kGap - name, grid.body);
  const double date = word(middle, "countersign_date", grid.body);
  page.blank(date, grid.width - grid.right - kPad - date, grid.body);
  page.move_to(top + kHeight);
}

struct Foot {
  Grid grid;
  std::vector<Row> rows;
  double height = 0;
};

Foot foot_of(const PaperFaces& faces, const ReceiptText& text) {
  Foot foot{kA4, text.contact(), 0};
  foot.grid.body = kContactBody;
  foot.grid.row_padding = 2;
  const Composer measuring(faces, foot.grid);
  foot.height = kFootGap;
  for (const Row& row : foot.rows) foot.height += measuring.height_of(row);
  const auto lines = [&](const std::string& words, const TypeStyle& style) {
    return words.empty() ? 0.0 : static_cast<double>(measuring.lines(words, style, kA4.measure()).size()) * style.leading;
  };
  foot.height += kFootGap + lines(text.word("keep"), kKeep) + lines(text.missing_note, kA4.note);
  return foot;
}

/// Whom to ask, and to keep this paper: always at the foot of the last page.
void put_foot(const PaperFaces& faces, Composer& page, const ReceiptText& text) {
  const Foot foot = foot_of(faces, text);
  page.need(foot.height + 8);
  page.move_to(std::max(page.y() + 8, page.limit() - foot.height));
  page.rule(kHeavy);
  page.skip(kFootGap);
  const double rows_top = page.y();
  Composer set(faces, foot.grid);
  set.move_to(rows_top);
  for (const Row& row : foot.rows) set.row(row);
  const double rows_end = set.y();
  std::vector<Sheet> rows = std::move(set).finish();
  for (TextRun& run : rows.front().runs) page.sheet().runs.push_back(std::move(run));
  page.move_to(rows_end + kFootGap);
  page.paragraph(kA4.left, kA4.measure(), text.word("keep"), kKeep);
  if (!text.missing_note.empty()) page.paragraph(kA4.left, kA4.measure(), text.missing_note, kA4.note);
}

std::string page_words(const ReceiptText& text, std::size_t page, std::size_t pages) {
  const std::string words = text.word("page");
  return replace_all(replace_all(words.empty() ? "{page} / {pages}" : words, "{page}", std::to_string(page)), "{pages}",
                     std::to_string(pages));
}

/// On several pages each says which it is, and the later ones whose: loose sheets find back together.
void put_page_numbers(const PaperFaces& faces, const ReceiptText& text, std::vector<Sheet>& sheets) {
  if (sheets.size() < 2) return;
  const auto put = [&](Sheet& sheet, double x, double baseline, const Line& line) {
    sheet.runs.push_back({x, baseline, kA4.label.size, kA4.label.weight, line.text, 0});
  };
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const Line line = set_lines(faces, page_words(text, i + 1, sheets.size()), kA4.label, kA4.measure()).front();
    put(sheets[i], kA4.width - kA4.right - line.width, i == 0 ? kA4.height - 18 : 63, line);
    if (i == 0) continue;
    put(sheets[i], kA4.left, 63,
        set_lines(faces, text.word("title") + "  " + text.receipt.number.text, kA4.label, kA4.measure()).front());
    sheets[i].shapes.push_back({{kA4.left, 74, kA4.measure(), kHairline}});
  }
}

}  // namespace

std::vector<Sheet> receipt_on_a4(const PaperFaces& faces, const ReceiptText& text) {
  Composer page(faces, kA4, {text.receipt.hall, text.receipt.office});
  put_head(page, text);
  page.skip(7);
  page.paragraph(kA4.left, kA4.measure(), text.word("title"), kTitle);
  page.skip(4);
  put_number(page, text);
  page.skip(4);
  put_code(page, text);
  page.skip(8);
  put_facts(page, text);
  put_steps(page, text);
  put_countersign(page, text);
  put_foot(faces, page, text);
  auto sheets = std::move(page).finish();
  put_page_numbers(faces, text, sheets);
  return sheets;
}

}  // namespace mingting
