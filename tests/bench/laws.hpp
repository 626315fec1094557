// A collection of laws (see laws_to_content.py for its shape) straight into a content.db, without Markdown between.
#pragma once

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "library/library_writer.hpp"

namespace mingting {

inline Block text_block(BlockKind kind, int level, const std::string& anchor, const std::string& text) {
  return {.kind = kind,
          .level = level,
          .number = 0,
          .anchor = anchor,
          .spans = {{.text = text}},
          .cells = {},
          .media = {},
          .alt = {}};
}

/// One law as an item; anchors are the ids of its articles, so that judgements can be compared.
inline Document law_document(const nlohmann::json& law) {
  Document document;
  Item& item = document.item;
  item.id = fmt::format("laws/{:06d}", law.at("id").get<int>());
  item.column = "laws";
  item.title = law.at("title");
  item.issuer = law.at("issuer");
  item.topic = law.at("level");
  item.document_number = law.at("number");
  item.made = item.published = parse_date(law.at("date").get<std::string>());
  std::string chapter;
  for (const auto& article : law.at("articles")) {
    if (article.at("heading") != chapter) {
      chapter = article.at("heading");
      if (!chapter.empty()) document.blocks.push_back(text_block(BlockKind::Heading, 2, "chapter", chapter));
    }
    document.blocks.push_back(
        text_block(BlockKind::Heading, 3, fmt::format("{}", article.at("id").get<int>()), article.at("no")));
    for (const auto& line : split(article.at("text").get<std::string>(), '\n')) {
      if (!trimmed(line).empty()) document.blocks.push_back(text_block(BlockKind::Paragraph, 0, {}, line));
    }
  }
  return document;
}

inline void must(const Result<void>& done) {
  if (!done) throw std::runtime_error(worded(done.error()));
}

/// `lines` gives JSON line after line; `national_only` leaves out the documents no judgement is about.
template <class Lines>
void write_laws(Lines&& lines, const Path& content_db, bool national_only) {
  auto writer = LibraryWriter::create(content_db);
  if (!writer) throw std::runtime_error(worded(writer.error()));
  Site site;
  site.id = "laws";
  site.name = "法规库";
  site.synonyms = {{"社保", "社会保险"}};
  must(writer->set_site(site));
  must(writer->add_column({.id = "laws", .title = "法律法规", .filters = {{"topic", "类别"}, {"year", "年份"}}}));
  for (std::string line; lines(line);) {
    const auto law = nlohmann::json::parse(line);
    if (!national_only || law.at("national") == 1) must(writer->add_document(law_document(law)));
  }
  must(writer->finish());
}

}  // namespace mingting
