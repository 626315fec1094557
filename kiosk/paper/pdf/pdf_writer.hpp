// Sheets as the bytes of a PDF: text that can be copied out, faces of just the characters used, the same bytes for the same
// sheets.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "paper/face/paper_faces.hpp"
#include "paper/set/sheet.hpp"

namespace mingting {

struct PdfInfo {
  std::string title;
  std::string language;  ///< BCP 47: zh-CN, en
  Instant made{};
};

/// Errors: a character that no face has, no memory, or what libharu refuses, by its code.
Result<std::string> write_pdf(const PaperFaces& faces, const std::vector<Sheet>& sheets, const PdfInfo& info);

}  // namespace mingting
