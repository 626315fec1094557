// The content database read for the screens.
#include "library/library.hpp"

#include <algorithm>
#include <charconv>

#include "library/index/postings.hpp"
#include "library/library_impl.hpp"
#include "library/store/item_reader.hpp"
#include "library/store/schema.hpp"
#include "library/store/site_texts.hpp"
#include "library/store/values.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestPage = 500;

/// The number of items; nothing when the file says nonsense.
std::optional<std::size_t> stated_items(Connection& connection) {
  auto& row = connection.use("SELECT value FROM meta WHERE name = 'items'");
  if (!row.executeStep()) return std::nullopt;
  const auto text = bytes_of(row, 0);
  std::size_t items = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), items);
  if (read.ec != std::errc() || items > 10'000'000) return std::nullopt;
  return items;
}

std::vector<ColumnField> column_fields(Connection& connection, const std::string& column, const std::string& role) {
  std::vector<ColumnField> fields;
  auto& rows = connection.use(
      "SELECT name, title FROM column_field WHERE column_id = ? AND role = ? ORDER BY position");
  bind_text(rows, 1, column), bind_text(rows, 2, role);
  while (rows.executeStep()) fields.push_back({text_of(rows, 0), text_of(rows, 1)});
  return fields;
}

/// With their English titles, where the file has them.
std::vector<ColumnField> titled_fields(Connection& connection, const std::string& column, const std::string& role) {
  auto fields = column_fields(connection, column, role);
  for (const auto& [name, title_en, none] : column_fields(connection, column, role + kInEnglish)) {
    const auto field = std::ranges::find(fields, name, &ColumnField::name);
    if (field != fields.end()) field->title_en = title_en;
  }
  return fields;
}

void read_site_lists(Connection& connection, Site& site) {
  auto& tiles =
      connection.use("SELECT title, title_en, caption, caption_en, icon, target FROM tile ORDER BY position");
  while (tiles.executeStep()) {
    site.tiles.push_back({text_of(tiles, 0), text_of(tiles, 1), text_of(tiles, 2), text_of(tiles, 3),
                          text_of(tiles, 4), text_of(tiles, 5)});
  }
  auto& hot = connection.use("SELECT text FROM hot_search ORDER BY position");
  while (hot.executeStep()) site.hot_searches.push_back(text_of(hot, 0));
  auto& synonyms = connection.use("SELECT word, meaning FROM synonym");
  while (synonyms.executeStep()) site.synonyms[text_of(synonyms, 0)] = text_of(synonyms, 1);
}

}  // namespace

Library::Library(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Result<Library> Library::open(const Path& content_db) {
  auto connection = Connection::open_content(content_db);
  if (!connection) return fail(connection.error());
  return guarded(content_db, [&]() -> Result<Library> {
    const auto items = stated_items(*connection);
    if (!items) return fail(Trouble::Invalid, "library.unfinished-index", content_db.string());
    return Library(std::make_unique<Impl>(std::move(*connection), *items));
  });
}

void Library::show_on(Date today) const {
  (void)guarded(impl_->connection.path(), [&]() -> Result<void> {
    impl_->facets.show_on(today);
    impl_->tables.show_on(today);
    return {};
  });
}

std::string Library::Impl::title_of(const std::string& item) {
  const auto number = find_item(connection, item);
  if (!number || facets.waits(*number)) return {};
  auto& row = connection.use("SELECT title FROM item WHERE number = ?");
  row.bind(1, *number);
  return row.executeStep() ? text_of(row, 0) : std::string();
}

/// Related items that cannot be opened yet are not named.
void Library::Impl::leave_out_waiting(Item& item) {
  std::erase_if(item.relations, [&](const Relation& relation) {
    const auto other = find_item(connection, relation.item);
    return other && facets.waits(*other);
  });
}

Result<Site> Library::site() const {
  return guarded(impl_->connection.path(), [&]() -> Result<Site> {
    Site site;
    auto& rows = impl_->connection.use("SELECT name, value FROM site");
    while (rows.executeStep()) {
      const auto name = text_of(rows, 0);
      const auto place = std::ranges::find(kSiteTexts, name, [](const auto& each) { return std::string_view(each.first); });
      if (place != std::end(kSiteTexts)) site.*place->second = text_of(rows, 1);
      if (name == kCountUses) site.count_uses = text_of(rows, 1) != "no";
    }
    read_site_lists(impl_->connection, site);
    return site;
  });
}

const std::vector<Column>& Library::Impl::read_columns() {
  if (columns) return *columns;
  std::vector<Column> read;
  auto& rows = connection.use(
      "SELECT id, title, title_en, summary, icon, kind, place, group_by, agency, review_cycle FROM "
      "site_column "
      "ORDER BY place, id");
  while (rows.executeStep()) {
    read.push_back({.id = text_of(rows, 0),
                    .title = text_of(rows, 1),
                    .title_en = text_of(rows, 2),
                    .summary = text_of(rows, 3),
                    .icon = text_of(rows, 4),
                    .kind = value_stored(kColumnKinds, bytes_of(rows, 5)),
                    .order = rows.getColumn(6).getInt(),
                    .group_by = text_of(rows, 7),
                    .shown = {},
                    .filters = {},
                    .agency = text_of(rows, 8),
                    .review_cycle = text_of(rows, 9)});
  }
  for (auto& column : read) {
    column.shown = titled_fields(connection, column.id, "shown");
    column.filters = titled_fields(connection, column.id, "filter");
    for (auto& door : column_fields(connection, column.id, "door")) {
      column.doors.push_back({std::move(door.name), std::move(door.title)});
    }
  }
  return columns.emplace(std::move(read));
}

Result<std::vector<Column>> Library::columns() const {
  return guarded(impl_->connection.path(),
                 [&]() -> Result<std::vector<Column>> { return impl_->read_columns(); });
}

const std::vector<std::uint32_t>& Library::Impl::order_of(const std::string& column) {
  if (const auto known = orders.find(column); known != orders.end()) return known->second;
  std::vector<std::uint32_t> order;
  auto& rows = connection.use("SELECT item FROM listing WHERE column_id = ? ORDER BY place");
  bind_text(rows, 1, column);
  while (rows.executeStep()) {
    if (const auto item = rows.getColumn(0).getUInt(); item < items) order.push_back(item);
  }
  return orders.emplace(column, std::move(order)).first->second;
}

ListPage Library::Impl::list(const ListQuery& query) {
  ListPage page;
  const auto& order = order_of(query.column);
  const ItemSet passing = facets.passing(query.filters);
  const std::size_t limit = std::min(query.limit, kLongestPage);
  for (const auto number : order) {
    if (!passing.contains(number)) continue;
    if (page.total >= query.offset && page.items.size() < limit) {
      if (auto stored = read_item(connection, number)) page.items.push_back(std::move(stored->item));
    }
    ++page.total;
  }
  ItemSet in_column(items);
  std::vector<std::uint32_t> places(items, ~std::uint32_t{0});
  for (std::size_t place = 0; place < order.size(); ++place) {
    in_column.insert(order[place]);
    places[order[place]] = static_cast<std::uint32_t>(place);
  }
  for (const auto& column : read_columns()) {
    if (column.id != query.column) continue;
    for (const auto& filter : column.filters)
      page.facets.push_back(facets.count(filter, query.filters, in_column, places));
  }
  return page;
}

Result<ListPage> Library::list(const ListQuery& query) const {
  return guarded(impl_->connection.path(), [&]() -> Result<ListPage> {
    const auto& columns = impl_->read_columns();
    if (std::ranges::find(columns, query.column, &Column::id) == columns.end())
      return fail(Trouble::NotFound, "library.no-column", query.column);
    return impl_->list(query);
  });
}

Result<std::map<std::string, std::size_t>> Library::counts() const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::map<std::string, std::size_t>> {
    std::map<std::string, std::size_t> counts;
    auto& rows = impl_->connection.use("SELECT column_id, count(*) FROM listing GROUP BY column_id");
    while (rows.executeStep()) counts[text_of(rows, 0)] = rows.getColumn(1).getUInt();
    return counts;
  });
}

Result<std::vector<Item>> Library::latest(std::size_t count, Date on) const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<Item>> {
    std::vector<Item> items;
    std::size_t out = 0;
    for (const auto number : impl_->order_of({})) {
      if (out >= count || items.size() >= kLongestPage) break;
      auto stored = read_item(impl_->connection, number);
      if (!stored) continue;
      out += waits(stored->item, on) ? 0 : 1;
      items.push_back(std::move(stored->item));
    }
    return items;
  });
}

Result<std::vector<Item>> Library::most_used(std::size_t count) const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<Item>> {
    auto& row = impl_->connection.use("SELECT data FROM search_array WHERE name = 'item_uses'");
    const auto uses =
        row.executeStep() ? unpack_array<std::uint32_t>(bytes_of(row, 0)) : std::vector<std::uint32_t>();
    std::vector<std::uint32_t> used;
    for (std::uint32_t i = 0; i < std::min(uses.size(), impl_->items); ++i) {
      if (uses[i] > 0) used.push_back(i);
    }
    std::ranges::stable_sort(used, std::greater(), [&](std::uint32_t i) { return uses[i]; });
    std::vector<Item> items;
    for (const auto number : used) {
      if (items.size() >= count) break;
      if (auto stored = read_item(impl_->connection, number)) items.push_back(std::move(stored->item));
    }
    return items;
  });
}

Result<Document> Library::document(std::string_view id) const {
  return guarded(impl_->connection.path(), [&]() -> Result<Document> {
    const auto number = find_item(impl_->connection, id);
    auto stored = number ? read_item(impl_->connection, *number) : std::nullopt;
    if (!stored || impl_->facets.waits(*number)) return fail(Trouble::NotFound, "library.no-item", id);
    impl_->leave_out_waiting(stored->item);
    auto blocks = read_blocks(impl_->connection, *stored, 0, stored->blocks);
    return Document{std::move(stored->item), std::move(blocks)};
  });
}

Result<std::vector<Form>> Library::forms() const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<Form>> {
    std::vector<Form> forms;
    auto& rows = impl_->connection.use("SELECT definition FROM form ORDER BY position");
    while (rows.executeStep()) forms.push_back(form_from_json(bytes_of(rows, 0)));
    return forms;
  });
}

Result<std::vector<Matcher>> Library::matchers() const {
  if (impl_->connection.format() < 4) return std::vector<Matcher>{};
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<Matcher>> {
    std::vector<Matcher> matchers;
    auto& rows = impl_->connection.use("SELECT definition FROM matcher ORDER BY position");
    while (rows.executeStep()) matchers.push_back(matcher_from_json(bytes_of(rows, 0)));
    return matchers;
  });
}

Result<WorkCalendar> Library::calendar() const {
  return guarded(impl_->connection.path(), [&]() -> Result<WorkCalendar> {
    auto& row = impl_->connection.use("SELECT text FROM text_file WHERE name = 'holidays.csv'");
    if (!row.executeStep()) return WorkCalendar();
    return WorkCalendar::from_csv(bytes_of(row, 0));
  });
}

Result<std::string> Library::media_object(std::string_view name) const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::string> {
    auto& row = impl_->connection.use("SELECT sha256 FROM media WHERE name = ?");
    bind_text(row, 1, name);
    if (!row.executeStep()) return fail(Trouble::NotFound, "library.no-media", name);
    return text_of(row, 0);
  });
}

Result<std::optional<Date>> Library::status_as_of() const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::optional<Date>> {
    auto& row = impl_->connection.use("SELECT value FROM meta WHERE name = 'status_as_of'");
    return row.executeStep() ? parse_date(bytes_of(row, 0)) : std::nullopt;
  });
}

Result<std::optional<std::string>> Library::status_box(std::string_view key) const {
  if (impl_->connection.format() < 2) return std::nullopt;
  return guarded(impl_->connection.path(), [&]() -> Result<std::optional<std::string>> {
    auto& row = impl_->connection.use("SELECT box FROM status_box WHERE key = ?");
    bind_text(row, 1, key);
    return row.executeStep() ? std::optional(text_of(row, 0)) : std::nullopt;
  });
}

Result<std::vector<Acknowledged>> Library::acknowledged() const {
  if (impl_->connection.format() < 2) return std::vector<Acknowledged>{};
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<Acknowledged>> {
    std::vector<Acknowledged> all;
    auto& rows =
        impl_->connection.use("SELECT kiosk_key, position, hash FROM acknowledged ORDER BY kiosk_key");
    while (rows.executeStep()) {
      const auto position = rows.getColumn(1).getInt64();
      if (position <= 0) continue;
      const auto name = text_of(rows, 0);
      all.push_back({.kiosk_key = name.substr(0, name.find('#')),
                     .position = static_cast<std::uint64_t>(position),
                     .hash = text_of(rows, 2),
                     .forked = name.ends_with(kForkedChain)});
    }
    return all;
  });
}

Result<SearchResults> Library::search(const SearchQuery& query) const {
  return guarded(impl_->connection.path(),
                 [&]() -> Result<SearchResults> { return impl_->searcher.search(query); });
}

Result<std::vector<std::string>> Library::suggest(std::string_view text, std::size_t count) const {
  return guarded(impl_->connection.path(),
                 [&]() -> Result<std::vector<std::string>> { return impl_->searcher.suggest(text, count); });
}

}  // namespace mingting
