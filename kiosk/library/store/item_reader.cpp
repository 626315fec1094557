// Items from their rows.
#include "library/store/item_reader.hpp"

#include <algorithm>
#include <stdexcept>

#include "library/store/values.hpp"

namespace mingting {
namespace {

// Beyond these a file is damaged or means harm.
constexpr std::int64_t kMostBlocks = 200'000, kLastBlock = std::int64_t{1} << 40;

Item item_from(SQLite::Statement& row) {
  Item item;
  int at = 0;
  for (auto* text : {&item.id, &item.column, &item.title, &item.summary, &item.index_number, &item.document_number,
                     &item.issuer})
    *text = text_of(row, at++);
  for (auto* date : {&item.made, &item.published, &item.effective, &item.expires}) *date = parse_date(bytes_of(row, at++));
  item.topic = text_of(row, 11);
  item.disclosure = value_stored(kDisclosures, bytes_of(row, 12));
  item.validity = value_stored(kValidities, bytes_of(row, 13));
  at = 14;
  for (auto* text : {&item.validity_note, &item.legal_basis, &item.period, &item.audience, &item.explainer_form})
    *text = text_of(row, at++);
  item.sample = row.getColumn(19).getInt() != 0;
  return item;
}

void read_lists(Connection& connection, std::uint32_t number, Item& item) {
  auto& keywords = connection.use("SELECT word FROM item_keyword WHERE item = ? ORDER BY position");
  keywords.bind(1, number);
  while (keywords.executeStep()) item.keywords.push_back(text_of(keywords, 0));
  auto& fields = connection.use("SELECT name, value FROM item_field WHERE item = ?");
  fields.bind(1, number);
  while (fields.executeStep()) item.fields[text_of(fields, 0)] = text_of(fields, 1);
  auto& relations = connection.use(
      "SELECT relation.kind, relation.target, item.title FROM relation LEFT JOIN item ON item.id = relation.target "
      "WHERE relation.item = ? ORDER BY relation.position");
  relations.bind(1, number);
  while (relations.executeStep())
    item.relations.push_back(
        {value_stored(kRelationKinds, bytes_of(relations, 0)), text_of(relations, 1), text_of(relations, 2)});
}

Block block_from(SQLite::Statement& row) {
  Block block;
  block.kind = value_stored(kBlockKinds, bytes_of(row, 0));
  block.level = row.getColumn(1).getInt();
  block.number = row.getColumn(2).getInt();
  block.anchor = text_of(row, 3);
  block.media = text_of(row, 4);
  restore_block(block, text_of(row, 5), bytes_of(row, 6));
  return block;
}

}  // namespace

std::optional<StoredItem> read_item(Connection& connection, std::uint32_t number) {
  auto& row = connection.use(
      "SELECT id, column_id, title, summary, index_number, document_number, issuer, made, published, effective, expires, "
      "topic, disclosure, validity, validity_note, legal_basis, period, audience, explainer_form, sample, first_block, "
      "blocks FROM item WHERE number = ?");
  row.bind(1, number);
  if (!row.executeStep()) return std::nullopt;
  StoredItem stored{item_from(row), row.getColumn(20).getInt64(), row.getColumn(21).getInt64()};
  const bool sane =
      stored.first_block >= 0 && stored.first_block <= kLastBlock && stored.blocks >= 0 && stored.blocks <= kMostBlocks;
  if (!sane) throw std::runtime_error("item.blocks");
  read_lists(connection, number, stored.item);
  return stored;
}

std::optional<std::uint32_t> find_item(Connection& connection, std::string_view id) {
  auto& row = connection.use("SELECT number FROM item WHERE id = ?");
  bind_text(row, 1, id);
  if (!row.executeStep()) return std::nullopt;
  return row.getColumn(0).getUInt();
}

std::vector<Block> read_blocks(Connection& connection, const StoredItem& item, std::int64_t from, std::int64_t count) {
  std::vector<Block> blocks;
  auto& rows = connection.use(
      "SELECT kind, level, list_number, anchor, media, text, detail FROM block WHERE number BETWEEN ? AND ? "
      "ORDER BY number");
  if (from < 0 || from >= item.blocks || count <= 0) return blocks;
  const auto last = from + std::min(count, item.blocks - from);
  rows.bind(1, item.first_block + from);
  rows.bind(2, item.first_block + last - 1);
  while (rows.executeStep()) blocks.push_back(block_from(rows));
  return blocks;
}

}  // namespace mingting
