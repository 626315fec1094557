// How a receipt looks: which words stand where on A4 and on the 80 mm slip.
#pragma once

#include <string>
#include <vector>

#include "paper/pages/receipt.hpp"
#include "paper/set/composer.hpp"

namespace mingting {

/// A receipt's texts, ready to be set in either shape.
struct ReceiptText {
  const Receipt& receipt;
  const PaperWords& words;
  std::string missing_note;             ///< says what 〓 stands for; empty when nothing is missing
  std::vector<std::vector<bool>> code;  ///< QR modules

  /// The label, or "" for an optional one that is not given.
  std::string word(const std::string& key) const;
  std::vector<Row> facts() const;    ///< matter, applicant, dates
  std::vector<std::string> steps() const;  ///< what happens next: first to have it signed for, when staff do
  std::vector<Row> contact() const;  ///< office, phone, address
};

/// Errors: a label that is needed is not among the words (named by its key), or the number is too long for a QR code.
Result<ReceiptText> receipt_text(const PaperFaces& faces, const Receipt& receipt, const PaperWords& words);

std::vector<Sheet> receipt_on_a4(const PaperFaces& faces, const ReceiptText& text);
std::vector<Sheet> receipt_on_slip(const PaperFaces& faces, const ReceiptText& text);

/// The modules as one shape, rows of dark modules merged, its corner at (x, y). A module is a whole number of dots of a
/// 203 dpi print head, so that the code stays sharp on the slip; the largest that keeps the side within `side`.
Shape qr_shape(const std::vector<std::vector<bool>>& modules, double x, double y, double side);
/// The side that qr_shape will really have.
double qr_side(const std::vector<std::vector<bool>>& modules, double side);

}  // namespace mingting
