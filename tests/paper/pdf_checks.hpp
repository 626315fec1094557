// What other programs say of a PDF: its text, whether it is sound, whether it looks as it was designed.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/text/text.hpp"
#include "paper/tools.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

inline std::string without_spaces(std::string text) {
  text = replace_all(replace_all(text, "\u00a0", ""), "\u3000", "");
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return text;
}

/// The text in the order in which it was set; a form feed ends each page.
inline std::string text_of(const std::string& pdf) {
  const TempFolder folder;
  const Ran ran = run({"pdftotext", "-raw", folder.write("paper.pdf", pdf).string(), "-"});
  EXPECT_EQ(ran.status, 0) << ran.output;
  return ran.output;
}

inline void expect_sound_and_small(const std::string& pdf) {
  const TempFolder folder;
  EXPECT_LE(pdf.size(), 100U * 1024);
  const Ran check = run({"qpdf", "--check", folder.write("paper.pdf", pdf).string()});
  EXPECT_EQ(check.status, 0) << check.output;
}

/// Page 1 against the picture of that name in tests/paper/reference; its README says how they are made anew.
inline void expect_looks_designed(const std::string& name, const std::string& pdf) {
  const TempFolder folder;
  const auto file = folder.write("paper.pdf", pdf);
  const Path drawn = folder / name, kept = Path(MINGTING_SOURCE) / "tests/paper/reference" / (name + ".png");
  ASSERT_EQ(run({"pdftoppm", "-r", "60", "-gray", "-png", "-singlefile", file.string(), drawn.string()}).status, 0);
  ASSERT_EQ(run({"mogrify", "-depth", "4", "-define", "png:compression-level=9", drawn.string() + ".png"}).status, 0);
  if (std::getenv("MINGTING_NEW_REFERENCE") != nullptr) {
    std::filesystem::copy_file(drawn.string() + ".png", kept, std::filesystem::copy_options::overwrite_existing);
  }
  const Ran compared = run({"compare", "-metric", "MAE", drawn.string() + ".png", kept.string(), "null:"});
  const auto at = compared.output.find('(');
  ASSERT_NE(at, std::string::npos) << compared.output;
  EXPECT_LT(std::stod(compared.output.substr(at + 1)), 0.004) << compared.output;
}

}  // namespace mingting
