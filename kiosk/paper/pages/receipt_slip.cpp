// The receipt on the 80 mm slip.
#include <algorithm>

#include "paper/pages/receipt_layout.hpp"

namespace mingting {
namespace {

// 80 mm paper, of which a thermal head reaches 72. It burns 203 dots to the inch: nothing thinner than a dot, no grey, no
// text below 8.5 points.
const Grid kSlip{.width = 80 * kPointsPerMillimetre,
                 .height = 0,
                 .left = 4 * kPointsPerMillimetre,
                 .right = 4 * kPointsPerMillimetre,
                 .top = 14,
                 .bottom = 30,  // to be torn off
                 .label_column = 54,
                 .number_column = 18,
                 .row_padding = 4,
                 .label = {8.5, 12, Weight::Regular},
                 .body = {10, 15, Weight::Regular},
                 .strong = {10, 15, Weight::Bold},
                 .note = {8.5, 12.5, Weight::Regular}};
constexpr double kDot = 72.0 / 203, kHairline = 2 * kDot, kHeavy = 4 * kDot;
constexpr double kQrSide = 30 * kPointsPerMillimetre;
constexpr TypeStyle kTitle{15, 22, Weight::Bold};
constexpr double kLargestNumber = 20, kLargestCode = 30;
constexpr TypeStyle kKeep{10, 15, Weight::Bold};

/// As large as one line lets it be.
void put_line(Composer& slip, const std::string& words, double most) {
  const Grid& grid = slip.grid();
  const double size = fitting_size(slip.faces(), slip.printable_text(words), Weight::Bold, grid.measure(), 9, most);
  slip.paragraph(grid.left, grid.measure(), words, {size, size * 1.3, Weight::Bold});
}

/// Both whole; the code, which is shorter and copied by hand, in the larger type.
void put_number(Composer& slip, const ReceiptText& text) {
  const Grid& grid = slip.grid();
  slip.paragraph(grid.left, grid.measure(), text.word("number"), grid.label);
  put_line(slip, text.receipt.number.text, kLargestNumber);
  slip.skip(5);
  slip.paragraph(grid.left, grid.measure(), text.word("code"), grid.label);
  put_line(slip, text.receipt.code.text, kLargestCode);
}

/// In the middle, under it what it is for.
void put_qr(Composer& slip, const ReceiptText& text) {
  const Grid& grid = slip.grid();
  const double side = qr_side(text.code, kQrSide);
  constexpr double kQuiet = 14;  // a scanner wants white about it
  slip.skip(kQuiet);
  const double top = slip.y();
  slip.sheet().shapes.push_back(qr_shape(text.code, grid.left + (grid.measure() - side) / 2, top, kQrSide));
  slip.move_to(top + side + kQuiet);
  if (const std::string words = text.word("qr"); !words.empty()) slip.paragraph(grid.left, grid.measure(), words, grid.note);
  slip.skip(12);
}

void put_steps(Composer& slip, const ReceiptText& text) {
  const auto steps = text.steps();
  if (steps.empty()) return;
  const Grid& grid = slip.grid();
  slip.skip(8);
  slip.paragraph(grid.left, grid.measure(), text.word("next"), grid.strong);
  slip.skip(3);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    slip.step(grid.left, grid.measure(), i + 1, steps[i], grid.body);
    slip.skip(3);
  }
  slip.skip(6);
}

/// Two lines to sign on, high enough for a hand.
void put_countersign(Composer& slip, const ReceiptText& text) {
  if (!text.receipt.countersign) return;
  const Grid& grid = slip.grid();
  slip.skip(2);
  slip.paragraph(grid.left, grid.measure(), text.word("countersign"), grid.strong);
  for (const char* key : {"countersign_name", "countersign_date"}) {
    slip.skip(9);
    const auto line = slip.lines(text.word(key), grid.body, grid.measure()).front();
    slip.put(grid.left, slip.y(), line, grid.body);
    slip.blank(grid.left + line.width + 6, grid.measure() - line.width - 6, grid.body);
    slip.skip(grid.body.leading);
  }
  slip.skip(12);
}

}  // namespace

std::vector<Sheet> receipt_on_slip(const PaperFaces& faces, const ReceiptText& text) {
  Composer slip(faces, kSlip, {text.receipt.hall, text.receipt.office});
  slip.paragraph(kSlip.left, kSlip.measure(), text.receipt.hall, kSlip.label);
  slip.skip(4);
  slip.rule(kHairline);
  slip.skip(10);
  slip.paragraph(kSlip.left, kSlip.measure(), text.word("title"), kTitle);
  slip.skip(8);
  put_number(slip, text);
  put_qr(slip, text);
  slip.rule(kHeavy);
  slip.skip(3);
  for (const Row& row : text.facts()) {
    slip.row(row);
    slip.rule(kHairline);
  }
  put_steps(slip, text);
  put_countersign(slip, text);
  slip.rule(kHeavy);
  slip.skip(4);
  for (const Row& row : text.contact()) {
    slip.row(row);
    slip.skip(-kSlip.row_padding);  // closer than the facts, which have rules between them
  }
  slip.skip(12);
  slip.paragraph(kSlip.left, kSlip.measure(), text.word("keep"), kKeep);
  if (!text.missing_note.empty()) slip.paragraph(kSlip.left, kSlip.measure(), text.missing_note, kSlip.note);
  return std::move(slip).finish();
}

}  // namespace mingting
