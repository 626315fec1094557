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
constexpr double kQrSide = 26 * kPointsPerMillimetre;
constexpr TypeStyle kTitle{20, 28, Weight::Bold};
constexpr TypeStyle kCode{20, 27, Weight::Bold};
constexpr double kLargestNumber = 26;  // on two lines it is the largest thing on the slip
constexpr TypeStyle kKeep{10, 15, Weight::Bold};

/// Parted before its date: whose it is, and which.
std::vector<std::string> number_lines(const std::string& number) {
  const auto date = number.find('-', number.find('-') + 1);
  if (date == std::string::npos) return {number};
  return {number.substr(0, date + 1), number.substr(date + 1)};
}

void put_number(Composer& slip, const ReceiptText& text) {
  const Grid& grid = slip.grid();
  slip.paragraph(grid.left, grid.measure(), text.word("number"), grid.label);
  const auto lines = number_lines(text.receipt.number.text);
  double size = kLargestNumber;
  for (const auto& line : lines) {
    size = std::min(size, fitting_size(slip.faces(), slip.printable_text(line), Weight::Bold, grid.measure(), 9, kLargestNumber));
  }
  for (const auto& line : lines) slip.paragraph(grid.left, grid.measure(), line, {size, size * 1.25, Weight::Bold});
  slip.skip(5);
  slip.paragraph(grid.left, grid.measure(), text.word("code"), grid.label);
  slip.paragraph(grid.left, grid.measure(), text.receipt.code.text, kCode);
}

/// The QR code on the left, what it is for on the right.
void put_qr(Composer& slip, const ReceiptText& text) {
  const Grid& grid = slip.grid();
  const double side = qr_side(text.code, kQrSide), gap = 14;
  slip.skip(8);
  const double top = slip.y();
  slip.sheet().shapes.push_back(qr_shape(text.code, grid.left, top, kQrSide));
  slip.skip(-3);  // the capitals' height, not the line's box, stands at the code's upper edge
  if (const std::string words = text.word("qr"); !words.empty()) {
    slip.paragraph(grid.left + side + gap, grid.measure() - side - gap, words, grid.note);
  }
  slip.move_to(std::max(slip.y(), top + side) + 14);
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
