// content/words/*.tsv and content/search/uses.tsv: what people say for the law's words, and what they open.
#pragma once

#include <string>
#include <vector>

#include "domain/content/words.hpp"
#include "publish/files/report.hpp"

namespace mingting {

/// A word of the law or the content, and the line of the list it stands on.
struct MeaningUse {
  std::string word;
  int line = 0;
};
/// A list as read, with what the checks across files need.
struct PlainWordsFile {
  std::vector<MeaningUse> meanings;
  FileReport report;

  explicit PlainWordsFile(std::string file) : report(std::move(file)) {}
};

/// A line: the words people say, a tab, the words of the law or the content, each after a tab, the likeliest
/// first. Lines that begin with # are for people. Adds to `words`; a word that is in it already is an error.
void read_plain_words(const std::string& text, PlainWordsFile& file, PlainWords& words);

/// A line: an item, a tab, how often it was opened. The desk writes it.
Uses read_uses(const std::string& text, FileReport& report);

}  // namespace mingting
