// The tables of the content database.
#include "library/store/schema.hpp"

#include <array>

namespace mingting {
namespace {

constexpr std::array kObjects{
    SchemaObject{"meta", "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"},
    SchemaObject{"site", "CREATE TABLE site (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"},
    SchemaObject{
        "tile",
        "CREATE TABLE tile (position INTEGER PRIMARY KEY, title TEXT NOT NULL, title_en TEXT NOT NULL, "
        "caption TEXT NOT NULL, caption_en TEXT NOT NULL, icon TEXT NOT NULL, target TEXT NOT NULL)"},
    SchemaObject{"hot_search", "CREATE TABLE hot_search (position INTEGER PRIMARY KEY, text TEXT NOT NULL)"},
    SchemaObject{"synonym",
                 "CREATE TABLE synonym (word TEXT PRIMARY KEY, meaning TEXT NOT NULL) WITHOUT ROWID"},
    SchemaObject{
        "site_column",
        "CREATE TABLE site_column (id TEXT PRIMARY KEY, title TEXT NOT NULL, title_en TEXT NOT NULL, "
        "summary TEXT NOT NULL, icon TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL, "
        "group_by TEXT NOT NULL, agency TEXT NOT NULL, review_cycle TEXT NOT NULL) WITHOUT ROWID"},
    SchemaObject{
        "column_field",
        "CREATE TABLE column_field (column_id TEXT NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, "
        "name TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (column_id, role, position)) WITHOUT ROWID"},
    SchemaObject{
        "item",
        "CREATE TABLE item (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, column_id TEXT NOT NULL, "
        "title TEXT NOT NULL, summary TEXT NOT NULL, index_number TEXT NOT NULL, "
        "document_number TEXT NOT NULL, issuer TEXT NOT NULL, made TEXT, published TEXT, effective TEXT, "
        "expires TEXT, topic TEXT NOT NULL, disclosure TEXT NOT NULL, validity TEXT NOT NULL, "
        "validity_note TEXT NOT NULL, legal_basis TEXT NOT NULL, period TEXT NOT NULL, "
        "audience TEXT NOT NULL, explainer_form TEXT NOT NULL, sample INTEGER NOT NULL, "
        "first_block INTEGER NOT NULL, blocks INTEGER NOT NULL)"},
    SchemaObject{
        "item_keyword",
        "CREATE TABLE item_keyword (item INTEGER NOT NULL, position INTEGER NOT NULL, word TEXT NOT NULL, "
        "PRIMARY KEY (item, position)) WITHOUT ROWID"},
    SchemaObject{"item_field",
                 "CREATE TABLE item_field (item INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, "
                 "PRIMARY KEY (item, name)) WITHOUT ROWID"},
    SchemaObject{
        "relation",
        "CREATE TABLE relation (item INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, "
        "target TEXT NOT NULL, derived INTEGER NOT NULL, PRIMARY KEY (item, position)) WITHOUT ROWID"},
    SchemaObject{
        "block",
        "CREATE TABLE block (number INTEGER PRIMARY KEY, item INTEGER NOT NULL, position INTEGER NOT NULL, "
        "kind TEXT NOT NULL, level INTEGER, list_number INTEGER, anchor TEXT, media TEXT, "
        "text TEXT NOT NULL, detail TEXT)"},
    SchemaObject{"form",
                 "CREATE TABLE form (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, definition TEXT "
                 "NOT NULL)"},
    SchemaObject{
        "matcher",
        "CREATE TABLE matcher (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, definition TEXT NOT NULL)",
        4},
    SchemaObject{
        "content_table",
        "CREATE TABLE content_table (id TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL, "
        "columns TEXT NOT NULL) WITHOUT ROWID",
        1, 3},
    SchemaObject{
        "content_row",
        "CREATE TABLE content_row (table_id TEXT NOT NULL, position INTEGER NOT NULL, cells TEXT NOT NULL, "
        "PRIMARY KEY (table_id, position)) WITHOUT ROWID",
        1, 3},
    SchemaObject{
        "table_description",
        "CREATE TABLE table_description (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, shape TEXT NOT NULL, "
        "rows INTEGER NOT NULL, first_row INTEGER NOT NULL, description TEXT NOT NULL)",
        4},
    SchemaObject{
        "table_code",
        "CREATE TABLE table_code (table_number INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, "
        "width INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL, PRIMARY KEY (table_number, place)) "
        "WITHOUT ROWID",
        4},
    SchemaObject{
        "table_array",
        "CREATE TABLE table_array (table_number INTEGER NOT NULL, place INTEGER NOT NULL, part TEXT NOT NULL, "
        "block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (table_number, place, part, block)) WITHOUT ROWID",
        4},
    SchemaObject{
        "row_term",
        "CREATE TABLE row_term (term TEXT NOT NULL, first_row INTEGER NOT NULL, rows INTEGER NOT NULL, "
        "postings BLOB NOT NULL, PRIMARY KEY (term, first_row)) WITHOUT ROWID",
        4},
    SchemaObject{"text_file",
                 "CREATE TABLE text_file (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID"},
    SchemaObject{"status_box", "CREATE TABLE status_box (key TEXT PRIMARY KEY, box TEXT NOT NULL)", 2},
    SchemaObject{"acknowledged",
                 "CREATE TABLE acknowledged (kiosk_key TEXT PRIMARY KEY, position INTEGER NOT NULL, hash "
                 "TEXT NOT NULL) "
                 "WITHOUT ROWID",
                 2},
    SchemaObject{"media",
                 "CREATE TABLE media (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL) "
                 "WITHOUT ROWID"},
    SchemaObject{
        "listing",
        "CREATE TABLE listing (column_id TEXT NOT NULL, place INTEGER NOT NULL, item INTEGER NOT NULL, "
        "PRIMARY KEY (column_id, place)) WITHOUT ROWID"},
    SchemaObject{"facet_value",
                 "CREATE TABLE facet_value (field TEXT NOT NULL, value TEXT NOT NULL, items BLOB NOT NULL, "
                 "PRIMARY KEY (field, value)) WITHOUT ROWID"},
    SchemaObject{
        "document_number",
        "CREATE TABLE document_number (year INTEGER NOT NULL, number INTEGER NOT NULL, prefix TEXT NOT NULL, "
        "item INTEGER NOT NULL, PRIMARY KEY (year, number, prefix, item)) WITHOUT ROWID"},
    SchemaObject{"document_number_by_number",
                 "CREATE INDEX document_number_by_number ON document_number (number)"},
    SchemaObject{
        "passage",
        "CREATE TABLE passage (number INTEGER PRIMARY KEY, item INTEGER NOT NULL, block INTEGER NOT NULL, "
        "blocks INTEGER NOT NULL, anchor TEXT)"},
    SchemaObject{
        "term",
        "CREATE TABLE term (term TEXT PRIMARY KEY, passages INTEGER NOT NULL, postings BLOB NOT NULL) "
        "WITHOUT ROWID"},
    SchemaObject{
        "title_term",
        "CREATE TABLE title_term (term TEXT PRIMARY KEY, items INTEGER NOT NULL, postings BLOB NOT NULL) "
        "WITHOUT ROWID"},
    SchemaObject{"search_array", "CREATE TABLE search_array (name TEXT PRIMARY KEY, data BLOB NOT NULL)"},
    SchemaObject{"fold",
                 "CREATE TABLE fold (character TEXT PRIMARY KEY, variants TEXT NOT NULL) WITHOUT ROWID"},
    SchemaObject{
        "reading",
        "CREATE TABLE reading (syllable TEXT PRIMARY KEY, characters TEXT NOT NULL, also TEXT NOT NULL) "
        "WITHOUT ROWID"},
    SchemaObject{
        "bigram_sound",
        "CREATE TABLE bigram_sound (letters TEXT NOT NULL, passages INTEGER NOT NULL, term TEXT NOT NULL, "
        "PRIMARY KEY (letters, passages DESC, term)) WITHOUT ROWID"},
    SchemaObject{
        "plain_word",
        "CREATE TABLE plain_word (word TEXT NOT NULL, position INTEGER NOT NULL, meaning TEXT NOT NULL, "
        "PRIMARY KEY (word, position)) WITHOUT ROWID",
        3},
    SchemaObject{
        "suggestion",
        "CREATE TABLE suggestion (number INTEGER PRIMARY KEY, word TEXT NOT NULL, weight INTEGER NOT NULL, "
        "letters TEXT NOT NULL, initials TEXT NOT NULL)"},
};

}  // namespace

std::span<const SchemaObject> content_schema() {
  return kObjects;
}

}  // namespace mingting
