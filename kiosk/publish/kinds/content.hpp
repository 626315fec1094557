// Everything a release is made of, as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/content/content.hpp"
#include "domain/content/coverage.hpp"
#include "domain/content/words.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/exchange/feed_file.hpp"
#include "domain/form/form.hpp"
#include "domain/table/table.hpp"
#include "domain/matcher/matcher.hpp"
#include "publish/kinds/media.hpp"
#include "publish/kinds/tables/rows.hpp"

namespace mingting {

/// A table, or an earlier edition of it, and where its rows lie: they are read again when they are published.
struct TableContent {
  Table table;
  RowsFile rows;          ///< its file has no path where the table has no rows of its own (private ones)
  std::size_t count = 0;  ///< of its rows
};

struct Content {
  Site site;
  std::vector<Column> columns;
  std::vector<Document> documents;
  std::vector<Form> forms;
  std::vector<TableContent> tables;  ///< by id, the newest edition first
  std::vector<Matcher> matchers;
  std::vector<MediaFile> media;
  PlainWords plain_words;  ///< words/*.tsv
  Uses uses;               ///< search/uses.tsv, when the desk has made one
  std::string holidays_csv;
  std::optional<Feed> status_feed;         ///< desk/status.feed, when the desk has made one
  std::vector<Acknowledged> acknowledged;  ///< desk/acknowledged.json
  std::vector<CoverageLine> coverage;      ///< of coverage.toml
  std::string coverage_page;               ///< the id of the document that tells it; "" for none
};

}  // namespace mingting
