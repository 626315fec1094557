// What is meant by Markdown as people write it? ##标题, ｜ and —, 1、 and •, a table without its blank line:
// put as CommonMark has it, or named where nobody can know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/files/report.hpp"

namespace mingting {

struct MeantMarkdown {
  std::string text;
  std::vector<int> lines;  ///< for each line of the text, on which line of the file it was written
};

/// `first_line`: the file's line on which the text begins. Tables whose rows do not fit their head, and what
/// else cannot be guessed, are reported.
MeantMarkdown as_meant(std::string_view text, int first_line, FileReport& report);

}  // namespace mingting
