// A receipt from its values to its PDF.
#include "paper/pages/receipt.hpp"

#include "paper/pages/receipt_layout.hpp"
#include "paper/pdf/pdf_writer.hpp"

namespace mingting {

Result<std::string> receipt_pdf(const PaperFaces& faces, const Receipt& receipt, const PaperWords& words, PaperKind kind) {
  const auto text = receipt_text(faces, receipt, words);
  if (!text) return fail(text.error());
  const auto sheets = kind == PaperKind::A4 ? receipt_on_a4(faces, *text) : receipt_on_slip(faces, *text);
  return write_pdf(faces, sheets,
                   {text->word("title") + " " + receipt.number.text, receipt.english ? "en" : "zh-CN", receipt.received});
}

}  // namespace mingting
