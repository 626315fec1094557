// Makes a content.db: used by publish/ alone. Every statement that shapes the database is in library/.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/content/content.hpp"
#include "domain/content/words.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/exchange/feed_file.hpp"
#include "domain/form/form.hpp"
#include "domain/table/table.hpp"
#include "domain/matcher/matcher.hpp"

namespace mingting {

/// Add everything, then finish(). The same input gives the same bytes, so that an unchanged content is an
/// unchanged object.
class LibraryWriter {
 public:
  /// Makes a new file; an existing one is replaced.
  static Result<LibraryWriter> create(const Path& content_db);
  LibraryWriter(LibraryWriter&&) noexcept;
  LibraryWriter& operator=(LibraryWriter&&) noexcept;
  ~LibraryWriter();

  Result<void> set_site(const Site& site);
  Result<void> add_column(const Column& column);
  Result<void> add_document(const Document& document);  ///< its column first
  Result<void> add_form(const Form& form);
  Result<void> add_matcher(const Matcher& matcher);
  /// The rows that follow are its. Its columns' scales are set, its names are of a-z 0-9 _ - alone, its masks have been applied. Earlier
  /// editions are tables of their own. Errors: a private table, a name that is none, more than 60 columns, one that is there already.
  Result<void> add_table(const Table& table);
  /// Cells in the columns' order and in their one form. Errors: not as many as columns, a figure that is none or finer than its column.
  Result<void> add_row(const std::vector<std::string>& cells);
  Result<void> set_plain_words(const PlainWords& words);
  Result<void> set_uses(const Uses& uses);
  Result<void> set_calendar(std::string_view holidays_csv);
  Result<void> set_status_feed(const Feed& feed);
  Result<void> set_acknowledged(const std::vector<Acknowledged>& all);
  Result<void> add_media(std::string_view name, std::string_view sha256_hex, std::uint64_t size);
  /// Builds the indexes and closes the file. Nothing may follow.
  Result<void> finish();

 private:
  struct Impl;
  explicit LibraryWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting
