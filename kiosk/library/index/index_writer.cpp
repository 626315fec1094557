// The search index gathered while items are added and written at the end.
#include "library/index/index_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text/text.hpp"
#include "domain/identity/document_number.hpp"
#include "library/index/facets.hpp"
#include "library/index/passages.hpp"
#include "library/index/readings.hpp"
#include "library/index/title_forms.hpp"
#include "library/store/values.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLatest = 200;          // how far back the newest of all lists goes
constexpr std::size_t kMostSounds = 150'000;  // pairs of characters kept for repairing homophones
constexpr std::size_t kMostSpellings = 4;

std::uint16_t short_of(std::uint32_t length) {
  return static_cast<std::uint16_t>(std::min(length, 65'535U));
}

void write_array(Connection& connection, std::string_view name, const std::string& bytes) {
  auto& row = connection.use("INSERT INTO search_array VALUES (?,?)");
  bind_text(row, 1, name), bind_blob(row, 2, bytes);
  row.exec();
}

void write_listing(Connection& connection, const std::string& column, const std::vector<ListedItem>& items) {
  for (std::size_t place = 0; place < items.size(); ++place) {
    auto& row = connection.use("INSERT INTO listing VALUES (?,?,?)");
    bind_text(row, 1, column), row.bind(2, static_cast<std::int64_t>(place)),
        row.bind(3, items[place].number);
    row.exec();
  }
}

void write_relation(Connection& connection, std::uint32_t item, std::size_t position, RelationKind kind,
                    const std::string& target, bool derived) {
  auto& row = connection.use("INSERT INTO relation VALUES (?,?,?,?,?)");
  row.bind(1, item), row.bind(2, static_cast<std::int64_t>(position)),
      bind_text(row, 3, named(kRelationKinds, kind).key);
  bind_text(row, 4, target), row.bind(5, derived ? 1 : 0);
  row.exec();
}

void write_meta(Connection& connection, std::string_view name, const std::string& value) {
  auto& row = connection.use("INSERT INTO meta VALUES (?,?)");
  bind_text(row, 1, name), bind_text(row, 2, value);
  row.exec();
}

void write_number(Connection& connection, std::uint32_t item, const DocumentNumber& number) {
  auto& row = connection.use("INSERT OR IGNORE INTO document_number VALUES (?,?,?,?)");
  row.bind(1, number.year), row.bind(2, number.number);
  bind_text(row, 3, to_utf8(Folding::full().folded(number.prefix)));
  row.bind(4, item);
  row.exec();
}

void write_suggestion(Connection& connection, std::int64_t number, std::string_view word, WordSource source,
                      const std::vector<std::string>& syllables) {
  std::string initials;
  for (const auto& syllable : syllables) initials += syllable[0];
  auto& row = connection.use("INSERT INTO suggestion VALUES (?,?,?,?,?)");
  row.bind(1, number), bind_text(row, 2, word), row.bind(3, static_cast<int>(source));
  bind_text(row, 4, join(syllables, " ")), bind_text(row, 5, initials);
  row.exec();
}

}  // namespace

void IndexWriter::add_column(const Column& column) {
  columns_[column.id] = column;
  words_.add(column.title, WordSource::Place);
}

void IndexWriter::add(Connection& connection, std::uint32_t number, const Document& document) {
  const Item& item = document.item;
  numbers_[item.id] = number;
  const auto field = [&](const std::string& name) {
    const auto found = item.fields.find(name);
    return found == item.fields.end() ? std::string() : found->second;
  };
  const auto date = item.published ? item.published : item.made;
  const auto list_in = [&](const std::string& column) {
    listed_[column].push_back({number, item.id, field(columns_[column].group_by), field("order"), date});
  };
  list_in(item.column);
  for (const auto& column : values_of(item, kAlsoIn)) {
    if (column != item.column && columns_.contains(column)) list_in(column);
  }
  for (const auto& relation : item.relations) relations_.push_back({number, relation});
  for (const auto& [name, value] : facet_values_of(item)) facets_[{name, value}].add(number, 1);
  if (const auto parsed = parse_document_number(item.document_number))
    write_number(connection, number, *parsed);
  item_day_.push_back(
      date ? static_cast<std::int32_t>(std::chrono::sys_days(*date).time_since_epoch().count()) : 0);
  item_validity_.push_back(static_cast<std::uint8_t>(item.validity));
  item_first_passage_.push_back(static_cast<std::uint32_t>(passage_length_.size()));
  add_title(number, item);
  add_words(item);
  add_passage(connection, number, 0, 0, {}, head_text(item));
  for (const auto& passage : split_passages(document.blocks)) {
    add_passage(connection, number, passage.block, passage.blocks, passage.anchor,
                item.title + '\n' + passage.context + passage_text(document.blocks, passage));
  }
}

void IndexWriter::add_passage(Connection& connection, std::uint32_t item, std::size_t block,
                              std::size_t blocks, const std::string& anchor, std::string_view text) {
  const auto number = static_cast<std::uint32_t>(passage_length_.size());
  passage_length_.push_back(short_of(passages_.add(number, Folding::full().fold(text))));
  auto& row = connection.use("INSERT INTO passage VALUES (?,?,?,?,?)");
  row.bind(1, number), row.bind(2, item);
  row.bind(3, static_cast<std::int64_t>(block)), row.bind(4, static_cast<std::int64_t>(blocks));
  if (!anchor.empty()) bind_text(row, 5, anchor);
  row.exec();
}

void IndexWriter::add_title(std::uint32_t number, const Item& item) {
  std::string text = item.title + '\n' + item.document_number;
  for (const auto& keyword : item.keywords) text += '\n' + keyword;
  titles_.add(number, Folding::full().fold(text));
  const auto title = Folding::full().fold(item.title);
  title_length_.push_back(short_of(static_cast<std::uint32_t>(
      std::ranges::count_if(title, [](const FoldedCharacter& c) { return c.code_point != 0; }))));
  title_fingerprint_.push_back(fingerprint(short_title(Folding::full(), item.title)));
}

void IndexWriter::add_words(const Item& item) {
  words_.add(item.title, WordSource::Title);
  for (const auto& keyword : item.keywords) words_.add(keyword, WordSource::Keyword);
  for (const auto& [field, value] : facet_values_of(item)) {
    if (field == "issuer" || field == "topic") words_.add(value, WordSource::Metadata);
  }
}

void IndexWriter::finish(Connection& connection) {
  write_listings(connection);
  write_relations(connection);
  write_facets(connection);
  write_terms(connection);
  write_sounds(connection);
  write_arrays(connection);
  write_suggestions(connection);
  write_meta(connection, "items", fmt::format("{}", item_day_.size()));
  write_meta(connection, "passages", fmt::format("{}", passage_length_.size()));
}

void IndexWriter::write_listings(Connection& connection) {
  std::vector<ListedItem> newest;
  for (auto& [id, items] : listed_) {
    sort_listing(columns_[id], items);
    write_listing(connection, id, items);
    if (columns_[id].kind != ColumnKind::List) continue;
    for (const auto& item : items) {
      // An item is new once, also where other columns list it too.
      if (item.date && item.id.starts_with(id + "/")) newest.push_back(item);
    }
  }
  sort_listing(Column{}, newest);
  if (newest.size() > kLatest) newest.resize(kLatest);
  write_listing(connection, {}, newest);
}

void IndexWriter::write_relations(Connection& connection) {
  std::map<std::uint32_t, std::size_t> positions;
  std::set<std::tuple<std::uint32_t, RelationKind, std::string>> known;
  for (const auto& [item, relation] : relations_) {
    write_relation(connection, item, positions[item]++, relation.kind, relation.item, false);
    known.emplace(item, relation.kind, relation.item);
  }
  std::map<std::uint32_t, std::string> ids;
  for (const auto& [id, number] : numbers_) ids[number] = id;
  for (const auto& [item, relation] : relations_) {
    const auto other = numbers_.find(relation.item);
    const auto kind = inverse(relation.kind);
    if (!kind || other == numbers_.end() || !known.emplace(other->second, *kind, ids[item]).second) continue;
    write_relation(connection, other->second, positions[other->second]++, *kind, ids[item], true);
  }
}

void IndexWriter::write_facets(Connection& connection) {
  for (const auto& [key, list] : facets_) {
    auto& row = connection.use("INSERT INTO facet_value VALUES (?,?,?)");
    bind_text(row, 1, key.first), bind_text(row, 2, key.second), bind_blob(row, 3, list.bytes());
    row.exec();
  }
}

void IndexWriter::write_terms(Connection& connection) {
  passages_.drain([&](const std::string& term, const PostingWriter& list) {
    auto& row = connection.use("INSERT INTO term VALUES (?,?,?)");
    bind_text(row, 1, term), row.bind(2, list.size()), bind_blob(row, 3, list.bytes());
    row.exec();
    if (count_code_points(term) == 2) frequent_pairs_.emplace_back(term, list.size());
  });
  titles_.drain([&](const std::string& term, const PostingWriter& list) {
    auto& row = connection.use("INSERT INTO title_term VALUES (?,?,?)");
    bind_text(row, 1, term), row.bind(2, list.size()), bind_blob(row, 3, list.bytes());
    row.exec();
  });
}

void IndexWriter::write_sounds(Connection& connection) {
  const auto& readings = Readings::full();
  std::ranges::stable_sort(frequent_pairs_, std::greater(), [](const auto& pair) { return pair.second; });
  if (frequent_pairs_.size() > kMostSounds) frequent_pairs_.resize(kMostSounds);
  std::vector<std::tuple<std::string, std::int64_t, std::string>> sounds;
  for (const auto& [term, passages] : frequent_pairs_) {
    const auto characters = to_code_points(term);
    const auto &first = readings.syllable(characters[0]), &second = readings.syllable(characters[1]);
    if (!first.empty() && !second.empty())
      sounds.emplace_back(first + second, -static_cast<std::int64_t>(passages), term);
  }
  std::ranges::sort(sounds);
  for (const auto& [letters, passages, term] : sounds) {
    auto& row = connection.use("INSERT INTO bigram_sound VALUES (?,?,?)");
    bind_text(row, 1, letters), row.bind(2, -passages), bind_text(row, 3, term);
    row.exec();
  }
}

void IndexWriter::write_arrays(Connection& connection) {
  item_first_passage_.push_back(static_cast<std::uint32_t>(passage_length_.size()));
  write_array(connection, "passage_length", pack_array(passage_length_));
  write_array(connection, "item_first_passage", pack_array(item_first_passage_));
  write_array(connection, "title_length", pack_array(title_length_));
  write_array(connection, "title_fingerprint", pack_array(title_fingerprint_));
  write_array(connection, "item_day", pack_array(item_day_));
  write_array(connection, "item_validity", pack_array(item_validity_));
  std::vector<std::uint32_t> uses(item_day_.size());
  for (const auto& [id, number] : numbers_) uses[number] = uses_.contains(id) ? uses_[id] : 0;
  write_array(connection, "item_uses", pack_array(uses));
}

void IndexWriter::write_suggestions(Connection& connection) {
  const auto& readings = Readings::full();
  std::int64_t number = 0;
  for (const auto& [word, source] : words_.all()) {
    for (const auto& way : readings.spellings(Folding::full().folded(word), kMostSpellings)) {
      if (!way.empty()) write_suggestion(connection, number++, word, source, way);
    }
  }
  for (const auto& [character, variants] : Folding::full().variants()) {
    auto& row = connection.use("INSERT INTO fold VALUES (?,?)");
    bind_text(row, 1, to_utf8(std::u32string(1, character))), bind_text(row, 2, to_utf8(variants));
    row.exec();
  }
  for (const auto& [syllable, entry] : readings.table()) {
    auto& row = connection.use("INSERT INTO reading VALUES (?,?,?)");
    bind_text(row, 1, syllable), bind_text(row, 2, to_utf8(entry.characters)),
        bind_text(row, 3, to_utf8(entry.also));
    row.exec();
  }
}

}  // namespace mingting
