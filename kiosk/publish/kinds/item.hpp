// COLUMN/**.md: one item, its metadata and its text.
#pragma once

#include "publish/files/source.hpp"
#include "publish/kinds/column.hpp"
#include "publish/text/markdown.hpp"

namespace mingting {

/// One item as read, with what the checks across files need: where its links, relations and numbers stand.
struct ItemFile {
  Document document;
  std::vector<LinkUse> links;
  std::vector<PictureUse> pictures;
  std::vector<int> relation_lines;  ///< of document.item.relations
  int title_line = 1, document_number_line = 1, index_number_line = 1, also_line = 1, fields_line = 1;
  FileReport report;

  explicit ItemFile(std::string file) : report(std::move(file)) {}
};

/// `column`: null when the folder has no column. `today`: as CheckOptions has it. The item has its id
/// whatever is wrong with the file.
ItemFile read_item(FileSystem& files, const FolderFile& file, const ColumnFile* column,
                   const Coverage& coverage, Date today);

}  // namespace mingting
