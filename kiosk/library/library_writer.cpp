// The content database written, each thing once.
#include "library/library_writer.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "domain/calendar/working_days.hpp"
#include "library/index/index_writer.hpp"
#include "library/store/connection.hpp"
#include "library/store/item_writer.hpp"
#include "library/store/schema.hpp"
#include "library/store/site_texts.hpp"
#include "library/store/values.hpp"
#include "library/tables/table_writer.hpp"

namespace mingting {
namespace {

void write_site_text(Connection& connection, std::string_view name, const std::string& value) {
  auto& row = connection.use("INSERT INTO site VALUES (?,?)");
  bind_text(row, 1, name), bind_text(row, 2, value);
  row.exec();
}

void write_tile(Connection& connection, std::size_t position, const Tile& tile) {
  auto& row = connection.use("INSERT INTO tile VALUES (?,?,?,?,?,?,?)");
  row.bind(1, static_cast<std::int64_t>(position));
  int at = 2;
  for (const auto* text :
       {&tile.title, &tile.title_en, &tile.caption, &tile.caption_en, &tile.icon, &tile.target})
    bind_text(row, at++, *text);
  row.exec();
}

void write_column_field(Connection& connection, const std::string& column, const std::string& role, std::size_t position,
                        const std::string& name, const std::string& title) {
  auto& row = connection.use("INSERT INTO column_field VALUES (?,?,?,?,?)");
  bind_text(row, 1, column), bind_text(row, 2, role), row.bind(3, static_cast<std::int64_t>(position));
  bind_text(row, 4, name), bind_text(row, 5, title);
  row.exec();
}

void write_column_fields(Connection& connection, const std::string& column, const std::string& role,
                         const std::vector<ColumnField>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    write_column_field(connection, column, role, i, fields[i].name, fields[i].title);
    if (!fields[i].title_en.empty())
      write_column_field(connection, column, role + kInEnglish, i, fields[i].name, fields[i].title_en);
  }
}

}  // namespace

struct LibraryWriter::Impl {
  Connection connection;
  ItemWriter items = {};
  IndexWriter index = {};
  TableWriter tables = {};
  std::set<std::string> ids = {}, forms = {}, matchers = {}, media = {};
  bool has_site = false, has_calendar = false, has_feed = false;
  bool finished = false;

  Result<void> ready(std::string_view what) const {
    if (finished) return fail("library-writer.finished", connection.path().string(), remark(what));
    return {};
  }
};

LibraryWriter::LibraryWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LibraryWriter::LibraryWriter(LibraryWriter&&) noexcept = default;
LibraryWriter& LibraryWriter::operator=(LibraryWriter&&) noexcept = default;
LibraryWriter::~LibraryWriter() = default;

Result<LibraryWriter> LibraryWriter::create(const Path& content_db) {
  auto connection = Connection::create_content(content_db);
  if (!connection) return fail(connection.error());
  return LibraryWriter(std::make_unique<Impl>(Impl{std::move(*connection)}));
}

Result<void> LibraryWriter::set_site(const Site& site) {
  if (auto ready = impl_->ready("library-writer.site"); !ready) return ready;
  if (std::exchange(impl_->has_site, true)) return fail(Trouble::Invalid, "library-writer.site-twice");
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& connection = impl_->connection;
    for (const auto& [name, text] : kSiteTexts) write_site_text(connection, name, site.*text);
    write_site_text(connection, kCountUses, site.count_uses ? "yes" : "no");
    for (std::size_t i = 0; i < site.tiles.size(); ++i) write_tile(connection, i, site.tiles[i]);
    for (std::size_t i = 0; i < site.hot_searches.size(); ++i) {
      auto& row = connection.use("INSERT INTO hot_search VALUES (?,?)");
      row.bind(1, static_cast<std::int64_t>(i)), bind_text(row, 2, site.hot_searches[i]);
      row.exec();
      impl_->index.suggest(site.hot_searches[i], WordSource::Chosen);
    }
    for (const auto& [word, meaning] : site.synonyms) {
      auto& row = connection.use("INSERT INTO synonym VALUES (?,?)");
      bind_text(row, 1, word), bind_text(row, 2, meaning);
      row.exec();
      impl_->index.suggest(word, WordSource::Chosen);
      impl_->index.suggest(meaning, WordSource::Chosen);
    }
    return {};
  });
}

Result<void> LibraryWriter::add_column(const Column& column) {
  if (auto ready = impl_->ready("library-writer.column"); !ready) return ready;
  if (column.id.empty()) return fail(Trouble::Invalid, "library-writer.column-unnamed", column.title);
  if (impl_->index.has_column(column.id))
    return fail(Trouble::Invalid, "library-writer.column-twice", column.id);
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& row = impl_->connection.use("INSERT INTO site_column VALUES (?,?,?,?,?,?,?,?,?,?)");
    bind_text(row, 1, column.id), bind_text(row, 2, column.title), bind_text(row, 3, column.title_en);
    bind_text(row, 4, column.summary), bind_text(row, 5, column.icon),
        bind_text(row, 6, named(kColumnKinds, column.kind).key);
    row.bind(7, column.order), bind_text(row, 8, column.group_by), bind_text(row, 9, column.agency);
    bind_text(row, 10, column.review_cycle);
    row.exec();
    write_column_fields(impl_->connection, column.id, "shown", column.shown);
    write_column_fields(impl_->connection, column.id, "filter", column.filters);
    std::vector<ColumnField> doors;
    for (const auto& door : column.doors) doors.push_back({door.target, door.icon});
    write_column_fields(impl_->connection, column.id, "door", doors);
    impl_->index.add_column(column);
    return {};
  });
}

Result<void> LibraryWriter::add_document(const Document& document) {
  if (auto ready = impl_->ready("library-writer.item"); !ready) return ready;
  const Item& item = document.item;
  if (item.id.empty()) return fail(Trouble::Invalid, "library-writer.item-unnamed", item.title);
  if (!impl_->index.has_column(item.column))
    return fail(Trouble::Invalid, "library-writer.item-without-column", item.id, item.column);
  if (!impl_->ids.insert(item.id).second) return fail(Trouble::Invalid, "library-writer.item-twice", item.id);
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    const auto number = impl_->items.items();
    impl_->items.write(impl_->connection, document);
    impl_->index.add(impl_->connection, number, document);
    return {};
  });
}

Result<void> LibraryWriter::add_form(const Form& form) {
  if (auto ready = impl_->ready("library-writer.form"); !ready) return ready;
  if (!impl_->forms.insert(form.id).second)
    return fail(Trouble::Invalid, "library-writer.form-twice", form.id);
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& row = impl_->connection.use("INSERT INTO form VALUES (?,?,?)");
    row.bind(1, static_cast<std::int64_t>(impl_->forms.size() - 1));
    bind_text(row, 2, form.id), bind_text(row, 3, form_to_json(form));
    row.exec();
    impl_->index.suggest(form.title, WordSource::Place);
    return {};
  });
}

Result<void> LibraryWriter::add_matcher(const Matcher& matcher) {
  if (auto ready = impl_->ready("library-writer.matcher"); !ready) return ready;
  if (!impl_->matchers.insert(matcher.id).second)
    return fail(Trouble::Invalid, "library-writer.matcher-twice", matcher.id);
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& row = impl_->connection.use("INSERT INTO matcher VALUES (?,?,?)");
    row.bind(1, static_cast<std::int64_t>(impl_->matchers.size() - 1));
    bind_text(row, 2, matcher.id), bind_text(row, 3, matcher_to_json(matcher));
    row.exec();
    impl_->index.suggest(matcher.title, WordSource::Place);
    return {};
  });
}

Result<void> LibraryWriter::add_table(const Table& table) {
  if (auto ready = impl_->ready("library-writer.table"); !ready) return ready;
  return guarded(impl_->connection.path(), [&] { return impl_->tables.begin(impl_->connection, table); });
}

Result<void> LibraryWriter::add_row(const std::vector<std::string>& cells) {
  if (auto ready = impl_->ready("library-writer.table"); !ready) return ready;
  return guarded(impl_->connection.path(), [&] { return impl_->tables.add(impl_->connection, cells); });
}

Result<void> LibraryWriter::set_plain_words(const PlainWords& words) {
  if (auto ready = impl_->ready("library-writer.words"); !ready) return ready;
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    for (const auto& [word, meanings] : words) {
      for (std::size_t i = 0; i < meanings.size(); ++i) {
        auto& row = impl_->connection.use("INSERT INTO plain_word VALUES (?,?,?)");
        bind_text(row, 1, word), row.bind(2, static_cast<std::int64_t>(i)), bind_text(row, 3, meanings[i]);
        row.exec();
      }
      impl_->index.suggest(word, WordSource::Keyword);
    }
    return {};
  });
}

Result<void> LibraryWriter::set_uses(const Uses& uses) {
  if (auto ready = impl_->ready("library-writer.uses"); !ready) return ready;
  impl_->index.set_uses(uses);
  return {};
}

Result<void> LibraryWriter::set_calendar(std::string_view holidays_csv) {
  if (auto ready = impl_->ready("library-writer.calendar"); !ready) return ready;
  if (std::exchange(impl_->has_calendar, true))
    return fail(Trouble::Invalid, "library-writer.calendar-twice");
  if (auto calendar = WorkCalendar::from_csv(holidays_csv); !calendar) return fail(calendar.error());
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& row = impl_->connection.use("INSERT INTO text_file VALUES ('holidays.csv', ?)");
    bind_text(row, 1, holidays_csv);
    row.exec();
    return {};
  });
}

Result<void> LibraryWriter::set_status_feed(const Feed& feed) {
  if (auto ready = impl_->ready("library-writer.feed"); !ready) return ready;
  if (std::exchange(impl_->has_feed, true)) return fail(Trouble::Invalid, "library-writer.feed-twice");
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& as_of = impl_->connection.use("INSERT INTO meta VALUES ('status_as_of', ?)");
    bind_text(as_of, 1, iso_date(feed.as_of));
    as_of.exec();
    for (const auto& entry : feed.entries) {
      auto& row = impl_->connection.use("INSERT INTO status_box VALUES (?,?)");
      bind_text(row, 1, entry.key), bind_text(row, 2, entry.box);
      row.exec();
    }
    return {};
  });
}

Result<void> LibraryWriter::set_acknowledged(const std::vector<Acknowledged>& all) {
  if (auto ready = impl_->ready("library-writer.acknowledged"); !ready) return ready;
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    std::map<std::string, int> ends;  // of a kiosk's chain
    for (const auto& each : all) {
      const int end = ++ends[each.kiosk_key];
      const auto name = each.forked ? each.kiosk_key + kForkedChain
                        : end > 1   ? fmt::format("{}#{}", each.kiosk_key, end)
                                    : each.kiosk_key;
      auto& row = impl_->connection.use("INSERT INTO acknowledged VALUES (?,?,?)");
      bind_text(row, 1, name), row.bind(2, static_cast<std::int64_t>(each.position)),
          bind_text(row, 3, each.hash);
      row.exec();
    }
    return {};
  });
}

Result<void> LibraryWriter::add_media(std::string_view name, std::string_view sha256_hex,
                                      std::uint64_t size) {
  if (auto ready = impl_->ready("library-writer.media"); !ready) return ready;
  if (!impl_->media.emplace(name).second) return fail(Trouble::Invalid, "library-writer.media-twice", name);
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    auto& row = impl_->connection.use("INSERT INTO media VALUES (?,?,?)");
    bind_text(row, 1, name), bind_text(row, 2, sha256_hex), row.bind(3, static_cast<std::int64_t>(size));
    row.exec();
    return {};
  });
}

Result<void> LibraryWriter::finish() {
  if (auto ready = impl_->ready("library-writer.content"); !ready) return ready;
  impl_->finished = true;
  return guarded(impl_->connection.path(), [&]() -> Result<void> {
    impl_->tables.finish(impl_->connection);
    impl_->index.finish(impl_->connection);
    impl_->connection.commit_and_close();
    return {};
  });
}

}  // namespace mingting
