// Items into their rows.
#include "library/store/item_writer.hpp"

#include "library/store/values.hpp"

namespace mingting {
namespace {

void bind_date(SQLite::Statement& statement, int at, const std::optional<Date>& date) {
  if (date) bind_text(statement, at, iso_date(*date));
}

void bind_unless_empty(SQLite::Statement& statement, int at, std::string_view text) {
  if (!text.empty()) bind_text(statement, at, text);
}

}  // namespace

void ItemWriter::write(Connection& connection, const Document& document) {
  write_item(connection, document);
  write_lists(connection, document.item);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) write_block(connection, document.blocks[i], i);
  blocks_ += static_cast<std::int64_t>(document.blocks.size());
  ++items_;
}

void ItemWriter::write_item(Connection& connection, const Document& document) {
  const Item& item = document.item;
  auto& row = connection.use("INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  row.bind(1, static_cast<std::int64_t>(items_));
  int at = 2;
  for (const auto* text : {&item.id, &item.column, &item.title, &item.summary, &item.index_number,
                           &item.document_number, &item.issuer})
    bind_text(row, at++, *text);
  for (const auto* date : {&item.made, &item.published, &item.effective, &item.expires}) bind_date(row, at++, *date);
  bind_text(row, 13, item.topic);
  bind_text(row, 14, named(kDisclosures, item.disclosure).key);
  bind_text(row, 15, named(kValidities, item.validity).key);
  at = 16;
  for (const auto* text : {&item.validity_note, &item.legal_basis, &item.period, &item.audience, &item.explainer_form})
    bind_text(row, at++, *text);
  row.bind(21, item.sample ? 1 : 0);
  row.bind(22, blocks_);
  row.bind(23, static_cast<std::int64_t>(document.blocks.size()));
  row.exec();
}

void ItemWriter::write_lists(Connection& connection, const Item& item) {
  for (std::size_t i = 0; i < item.keywords.size(); ++i) {
    auto& row = connection.use("INSERT INTO item_keyword VALUES (?,?,?)");
    row.bind(1, items_), row.bind(2, static_cast<std::int64_t>(i)), bind_text(row, 3, item.keywords[i]);
    row.exec();
  }
  for (const auto& [name, value] : item.fields) {
    auto& row = connection.use("INSERT INTO item_field VALUES (?,?,?)");
    row.bind(1, items_), bind_text(row, 2, name), bind_text(row, 3, value);
    row.exec();
  }
}

void ItemWriter::write_block(Connection& connection, const Block& block, std::size_t position) {
  auto& row = connection.use("INSERT INTO block VALUES (?,?,?,?,?,?,?,?,?,?)");
  row.bind(1, blocks_ + static_cast<std::int64_t>(position));
  row.bind(2, items_);
  row.bind(3, static_cast<std::int64_t>(position));
  bind_text(row, 4, named(kBlockKinds, block.kind).key);
  if (block.level != 0) row.bind(5, block.level);
  if (block.number != 0) row.bind(6, block.number);
  bind_unless_empty(row, 7, block.anchor);
  bind_unless_empty(row, 8, block.media);
  bind_text(row, 9, plain_text(block));
  if (const auto detail = block_detail(block)) bind_text(row, 10, *detail);
  row.exec();
}

}  // namespace mingting
