// The receipt on paper: A4 and an 80 mm slip, as PDF bytes. Rare characters print; nothing missing is silent.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "domain/form/submission.hpp"

namespace mingting {

enum class PaperKind { A4, Slip80 };

/// Labels printed beside the values, by key (assets/strings): title, number, code, received, matter, applicant, about, due,
/// promised, due_provisional, clock_doubtful, countersign, countersign_name, countersign_date, next, keep, office, phone,
/// address. May be left out: qr (what number and code are for),
/// page ("{page}", "{pages}"; on receipts of several pages), missing ("{characters}"; what 〓 stands for).
using PaperWords = std::map<std::string, std::string>;

/// Keys of labels that every receipt needs and `words` does not have, in the order above. For a check at start.
std::vector<std::string> missing_paper_words(const PaperWords& words);

/// The faces paper is set in, in order of preference; the first that has a character sets it. Faces of weight 600 and more
/// set what should be bold (without any, the others do). TrueType, OpenType (CFF) and collections alike; of a collection the
/// simplified Chinese face. Opening maps the files; outlines are drawn when first used and kept, so keep one for the
/// program's life. Safe from one thread at a time.
class PaperFaces {
 public:
  /// Errors name the face that is missing and its package.
  static Result<PaperFaces> open(const std::vector<Path>& faces);
  PaperFaces(PaperFaces&&) noexcept;
  PaperFaces& operator=(PaperFaces&&) noexcept;
  ~PaperFaces();
  /// Characters of the text that no face has.
  std::u32string missing(std::string_view text) const;
  struct Impl;
  Impl& impl() const { return *impl_; }

 private:
  explicit PaperFaces(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// PDF bytes, the same for the same input. <= 50 ms, <= 100 KB, text extractable, the QR holding `number code`.
/// Errors: Trouble::Invalid naming a label that `words` lacks, or a number too long for a QR code.
Result<std::string> receipt_pdf(const PaperFaces& faces, const Receipt& receipt, const PaperWords& words, PaperKind kind);

/// A QR code as rows of modules, true = dark, without quiet zone. Error correction M.
Result<std::vector<std::vector<bool>>> qr_modules(std::string_view text);

}  // namespace mingting
