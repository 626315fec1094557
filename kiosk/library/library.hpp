// The installed content, read only: what the kiosk's pages show and search. One Library is one open release.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/calendar/working_days.hpp"
#include "domain/content/content.hpp"
#include "domain/content/search.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/form/form.hpp"
#include "domain/matcher/matcher.hpp"
#include "domain/table/query.hpp"

namespace mingting {

/// Read access to a content.db. Each call is safe from one thread at a time; open a second Library for a
/// second thread (the file is opened read-only and immutable). Opening reads no items: it takes a few
/// milliseconds at any size.
class Library {
 public:
  /// Errors: not a content database, another format version (Trouble::NewerFormat), damaged.
  static Result<Library> open(const Path& content_db);
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  /// Items published later wait for their day: no list, search or relation has them. Before it is called none
  /// waits.
  void show_on(Date today) const;

  Result<Site> site() const;
  Result<std::vector<Column>> columns() const;
  /// How many items each column has, by its id, those published later among them.
  Result<std::map<std::string, std::size_t>> counts() const;
  Result<ListPage> list(const ListQuery& query) const;
  /// The newest items of all columns that are lists: `count` that were out on the day, and before them those
  /// published later.
  Result<std::vector<Item>> latest(std::size_t count, Date on) const;
  /// The items opened most in the halls (大家常看), most often first; fewer where fewer were ever opened.
  Result<std::vector<Item>> most_used(std::size_t count) const;
  /// Trouble::NotFound when there is none.
  Result<Document> document(std::string_view id) const;
  Result<std::vector<Form>> forms() const;
  Result<std::vector<Matcher>> matchers() const;
  Result<WorkCalendar> calendar() const;
  /// SHA-256 (hex) of a medium's object, by its name below content/media.
  Result<std::string> media_object(std::string_view name) const;

  // Tables of content: what is asked of each is domain/table/query.hpp. Rows past their term (show_on's day) and rows in a hidden
  // state are in no answer. Of a closed table rows are given by look_up() and by their id alone; rows(), groups(), measures() and
  // difference() refuse it (Trouble::Refused), find_rows() passes it over. Older releases (before format 4) have no tables.

  /// Their newest editions by group and order, with the names of their past ones. All of them are read: what they are, not their rows.
  Result<std::vector<Table>> tables() const;
  /// Edition "" is the newest. Trouble::NotFound when there is none.
  Result<Table> table(std::string_view id, std::string_view edition = {}) const;
  /// The newest first, "" where it has no name; none of an unknown table.
  Result<std::vector<std::string>> editions(std::string_view id) const;
  /// At most 500 rows. Blank cells sort last. Trouble::Invalid for a column that the table has not. A facet counts what each of its
  /// values would leave, the conditions of the other columns and those of the table's views applied; of figures and days it has the
  /// least and the greatest value.
  Result<RowPage> rows(const RowQuery& query) const;
  Result<GroupPage> groups(const GroupQuery& query) const;
  Result<RowDetail> row(std::string_view table, std::string_view id) const;
  /// Rows whose cells lead to the item, table by table.
  Result<std::vector<LinkedRows>> rows_leading_to(std::string_view item) const;
  /// The id of the row whose cells in `lookup`, or else in `key`, are these, codes in any spelling. Trouble::NotFound.
  Result<std::string> look_up(std::string_view table, const std::vector<std::string>& cells) const;
  /// `value` is "" where nothing is among.
  Result<std::vector<MeasureValue>> measures(std::string_view table, Date today) const;
  /// The first 500 of each kind.
  Result<EditionDifference> difference(std::string_view table, std::string_view older, std::string_view newer) const;
  /// Hits of the named tables (none named: of all), counts of all; counts end at 1,000.
  Result<RowHits> find_rows(std::string_view text, const std::vector<std::string>& tables, std::size_t limit) const;

  /// The day the desk told how cases stand; nothing when it never did.
  Result<std::optional<Date>> status_as_of() const;
  /// The sealed status behind a key of the status feed; nothing when there is none.
  Result<std::optional<std::string>> status_box(std::string_view key) const;
  /// What the office holds of each kiosk's records.
  Result<std::vector<Acknowledged>> acknowledged() const;

  /// Answers within a frame or two for anything a visitor types: see DESIGN §6 for the plan of a query.
  Result<SearchResults> search(const SearchQuery& query) const;
  /// Titles and words that begin like the text, by characters, toneless pinyin or initials; best first.
  Result<std::vector<std::string>> suggest(std::string_view text, std::size_t count) const;

 private:
  struct Impl;
  explicit Library(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting
