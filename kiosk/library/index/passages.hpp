// How a document is cut into passages: what search ranks and shows a piece of.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/content/content.hpp"

namespace mingting {

/// `blocks` blocks from `block` on: the text under one heading, its heading included; a long section in several pieces.
struct Passage {
  std::size_t block = 0, blocks = 0;
  std::string anchor;   ///< of the heading it stands under
  std::string context;  ///< headings it stands under that are not in it, outermost first: 第一章 总则
};

/// Every block with text is in exactly one passage, in reading order. A heading with nothing under it but another
/// heading goes with what follows.
std::vector<Passage> split_passages(const std::vector<Block>& blocks);

/// The passage's text as snippets are cut from it: its blocks on a line each.
std::string passage_text(const std::vector<Block>& blocks, const Passage& passage);

/// The head of an item: all its metadata a visitor may search by, one on a line; the title first.
std::string head_text(const Item& item);

}  // namespace mingting
