// Everything a release is made of, as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/content/content.hpp"
#include "domain/content/words.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/exchange/feed_file.hpp"
#include "domain/form/form.hpp"
#include "publish/kinds/media.hpp"

namespace mingting {

struct Content {
  Site site;
  std::vector<Column> columns;
  std::vector<Document> documents;
  std::vector<Form> forms;
  std::vector<Table> tables;
  std::vector<MediaFile> media;
  PlainWords plain_words;  ///< words/*.tsv
  Uses uses;               ///< search/uses.tsv, when the desk has made one
  std::string holidays_csv;
  std::optional<Feed> status_feed;         ///< desk/status.feed, when the desk has made one
  std::vector<Acknowledged> acknowledged;  ///< desk/acknowledged.json
};

}  // namespace mingting
