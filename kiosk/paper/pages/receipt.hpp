// The receipt on paper: A4 and an 80 mm slip, as PDF bytes. Rare characters print; nothing missing is silent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/form/submission.hpp"
#include "paper/face/paper_faces.hpp"

namespace mingting {

enum class PaperKind { A4, Slip80 };

/// Labels printed beside the values, by key (assets/strings): title, number, code, received, matter, applicant, about, due,
/// promised, due_provisional, clock_doubtful, countersign, countersign_name, countersign_date, next, keep, office, phone,
/// address. May be left out: qr (what number and code are for),
/// page ("{page}", "{pages}"; on receipts of several pages), missing ("{characters}"; what 〓 stands for).
using PaperWords = std::map<std::string, std::string>;

/// Keys of labels that every receipt needs and `words` does not have, in the order above. For a check at start.
std::vector<std::string> missing_paper_words(const PaperWords& words);

/// PDF bytes, the same for the same input. <= 50 ms, <= 100 KB, text extractable, the QR holding `number code`.
/// Errors: Trouble::Invalid naming a label that `words` lacks, or a number too long for a QR code.
Result<std::string> receipt_pdf(const PaperFaces& faces, const Receipt& receipt, const PaperWords& words, PaperKind kind);

}  // namespace mingting
