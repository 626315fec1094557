// A small hall to search in: columns, a few documents, and short ways to make more.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/said/words.hpp"
#include "library/library.hpp"
#include "library/library_writer.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

Block heading(int level, const std::string& text);
Block paragraph(const std::string& text);

Document document(const std::string& id, const std::string& title, std::vector<Block> blocks = {});

Document dated(Document document, const char* date);

/// What goes into a content.db.
struct Content {
  Site site;
  std::vector<Column> columns;
  std::vector<Document> documents;
  PlainWords plain_words = {};
  Uses uses = {};
};

Content small_hall();

void require(const Result<void>& done);

void write_content(const Content& content, const Path& path);

/// A file without tables of content made one of an earlier format: what came later is gone, what went is back.
void make_older(const Path& content_db, int format);

/// An open library on content of its own.
class OpenHall {
 public:
  explicit OpenHall(const Content& content = small_hall());
  Path path() const { return folder_ / "content.db"; }
  const Library& library() const { return *library_; }
  const Library* operator->() const { return &*library_; }

  SearchResults search(const std::string& text, const Filters& filters = {}) const;
  std::vector<std::string> found(const std::string& text) const;
  /// The first document found, or "".
  std::string first(const std::string& text) const;

 private:
  TempFolder folder_;
  std::optional<Library> library_;
};

}  // namespace mingting
