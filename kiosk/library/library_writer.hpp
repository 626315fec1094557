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
  Result<void> add_table(const Table& table);
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
