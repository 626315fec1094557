// Markdown (CommonMark, tables, strokes through words, and the slips people make; no HTML) as the blocks of a
// document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/content/content.hpp"
#include "publish/files/report.hpp"

namespace mingting {

/// A link as written, still to be resolved. `span` is kNoSpan for one inside a table, which keeps no links.
struct LinkUse {
  static constexpr std::size_t kNoSpan = static_cast<std::size_t>(-1);
  int line = 0;
  std::size_t block = 0, span = kNoSpan;
  std::string target;
};

/// A picture as written: blocks[block].media holds the target until it is resolved.
struct PictureUse {
  int line = 0;
  std::size_t block = 0;
};

struct MarkdownDocument {
  std::vector<Block> blocks;
  std::vector<LinkUse> links;
  std::vector<PictureUse> pictures;
};

/// `first_line`: the file's line on which the text begins. HTML, pictures inside tables, marks without effect
/// and the like are reported; the blocks are whole in any case.
MarkdownDocument parse_markdown(std::string_view text, int first_line, FileReport& report);

/// A heading's text without white space: what links name after '#'.
std::string anchor_of(std::string_view heading);

}  // namespace mingting
