// How an item is cut into passages.
#include "library/index/passages.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestPassage = 2400;  // bytes: about 800 characters, a screenful

class Splitter {
 public:
  void take(const Block& block, std::size_t position, std::size_t bytes) {
    const bool heading = block.kind == BlockKind::Heading;
    if (heading && has_text_) close(position);
    if (!heading && has_text_ && bytes_ + bytes > kLongestPassage) close(position);
    if (heading) {
      anchor_ = block.anchor;
      std::erase_if(headings_, [&](const Heading& other) { return other.level >= block.level; });
      headings_.push_back({block.level, position, plain_text(block)});
    }
    has_text_ = has_text_ || (!heading && bytes > 0);
    bytes_ += bytes;
  }

  void close(std::size_t end) {
    if (end > start_ && bytes_ > 0) passages_.push_back({start_, end - start_, anchor_, context()});
    start_ = end;
    bytes_ = 0;
    has_text_ = false;
  }

  std::vector<Passage> passages_;

 private:
  struct Heading {
    int level;
    std::size_t position;
    std::string text;
  };
  std::string context() const {
    std::string text;
    for (const auto& heading : headings_) {
      if (heading.position < start_) text += heading.text + '\n';
    }
    return text;
  }

  std::size_t start_ = 0, bytes_ = 0;
  bool has_text_ = false;
  std::string anchor_;
  std::vector<Heading> headings_;  ///< open ones, outermost first
};

void add_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

}  // namespace

std::vector<Passage> split_passages(const std::vector<Block>& blocks) {
  Splitter splitter;
  for (std::size_t i = 0; i < blocks.size(); ++i) splitter.take(blocks[i], i, plain_text(blocks[i]).size());
  splitter.close(blocks.size());
  return std::move(splitter.passages_);
}

std::string passage_text(const std::vector<Block>& blocks, const Passage& passage) {
  std::string text;
  for (std::size_t i = passage.block; i < passage.block + passage.blocks; ++i) add_line(text, plain_text(blocks[i]));
  return text;
}

std::string head_text(const Item& item) {
  std::string text = item.title;
  for (const auto* part : {&item.summary, &item.document_number, &item.index_number, &item.issuer, &item.topic,
                           &item.audience, &item.legal_basis, &item.validity_note})
    add_line(text, *part);
  for (const auto& keyword : item.keywords) add_line(text, keyword);
  for (const auto& [name, value] : item.fields) add_line(text, value);
  return text;
}

}  // namespace mingting
