// Papers of an office on A4 in the manner of GB/T 9704-2012: title, number, addressee, body, signature; forms as a table.
// What a paper says is the caller's; how it stands on the page is written here.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "paper/face/paper_faces.hpp"

namespace mingting {

/// What stands on the pages. Whatever is empty takes no room. Text is plain; a line feed begins a new paragraph.
struct OfficialPage {
  std::string title;      ///< begins with `agency` where that is part of it: a long one is broken there
  std::string number;     ///< 南公开复〔2026〕3号
  std::string addressee;  ///< 张示例：
  /// Label and value. With rows the paper is a form, set smaller. A row without a label is a heading across the table.
  std::vector<std::pair<std::string, std::string>> rows;
  std::vector<std::string> body;     ///< indented two characters, below the table
  std::string remedy;                ///< as one more paragraph of the body
  std::vector<std::string> contact;  ///< at the foot of the last page
  std::string agency;
  Date date{};
  bool is_void = false;              ///< 作废 across every page
};

/// PDF bytes, the same for the same page. The signature never stands alone: two lines of what it signs are above it.
/// Several pages are numbered; a character that no face has is printed 〓 and named at the foot.
/// The faces of fonts/fonts.toml's [[official]] are meant for it. Errors: those of writing a PDF (paper/pdf/pdf_writer.hpp).
Result<std::string> official_pdf(const PaperFaces& faces, OfficialPage page, const Wording& wording);

}  // namespace mingting
