// The shape of a content.db: one plain SQLite file, readable with any SQLite tool (no extension, no custom
// tokenizer is needed to open it). This header is the format's documentation; schema.cpp holds the same as
// CREATE statements, and a file is opened only when its sqlite_schema holds exactly these statements.
//
// File header: application_id = 'MTCN', user_version = kContentFormat.
//
// What the office published
//   meta            name, value: format, documents, passages, average_length, ...: figures about the file
//   itself. site            name, value: the fields of site.toml. tile, hot_search, synonym: its lists.
//   site_column     one row a column (栏目), in home page order. column_field: by role its fields "shown", its "filter"s, its "door"s;
//                   "shown-en" and "filter-en" have their English titles, which programs that do not know of them pass over.
//   item            one row a document: the metadata of a government catalogue. Dates are ISO text
//   or NULL.
//                   `number` counts from 0 in the order the items were added; every other table names an item
//                   by it. Its blocks are block.number in [first_block, first_block + blocks).
//   item_keyword    keywords. item_field: the column's own fields; several values are separated by U+FF1B.
//   relation        how items belong together; `target` is the other item's id. derived = 1: the other item
//   said so. block           the text, in reading order. `text` is the block's plain text. `detail` is NULL
//   where the block is one
//                   run of plain text, else JSON
//                   {"spans":[{"text","strong","emphasis","link","struck"}],"cells":[[..]],"alt"}.
//   matcher         decision tables as JSON (format 4).
//   form            forms as JSON. content_table, content_row: tables as they were before format 4; no longer read.
//   table_description   one row a table of content and edition: `name` NAME or NAME@EDITION, its description as JSON, `shape` what of
//                   it shapes the database. Its rows are in a table of their own: see stored_table.hpp. first_row: where its rows
//                   begin when the rows of all tables are counted on (format 4).
//   text_file       small files kept as they are: holidays.csv.
//   status_box      how cases stand, sealed by the desk: only number and code of a receipt find a row and
//   open it. meta
//                   'status_as_of' is the day it was made; without that row the office never told (format 2).
//   acknowledged    kiosks (base64 key) and up to where the office holds their records, so that they may
//   forget them; hash
//                   is the record's there, in hex (format 2). Further ends of a chain that went two ways
//                   stand under KEY#2, KEY#3 ..., and KEY#forked says that it did: programs that do not know
//                   of it pass these over.
//   media           name below content/media -> SHA-256 of the object that holds it.
//
// Orders worked out when publishing
//   listing         the items of a column in its order; column '' is the newest of all lists.
//   facet_value     for each field and value the items that have it (postings without counts, see
//   postings.hpp). document_number 文号 parsed into prefix (folded), year, number.
//
//   table_code      of a column of an open table, what stands in place of each cell so that filters, sums and sorting read few bytes:
//                   0 a blank; where `kind` is 'value' (figures, days since 1970) the value less `least` plus 1; where it is 'word'
//                   the place, from 1, among the column's different cells in their order. `most` is the greatest code.
//   table_array     part 'codes': of kCodeBlock rows a block, little-endian numbers of table_code.width bytes; 'first': for each
//                   word the first row that has it, u32, kCodeBlock a block; 'words': the words themselves, ended by NUL, where
//                   they are few.
//   row_term        two neighbouring characters of searched cells, and the last of each run -> rows (counted over all tables,
//                   postings without counts, in pieces that begin at first_row); a cell's beginning and end are marked ^ and $.
//
// Search (derived from the above; library/ alone reads it)
//   passage         pieces of documents that are ranked, indexed with their document's title and the headings
//   above: `blocks` blocks from `block` on (position in the document)
//                   under the heading `anchor`. An item's first passage is its head: title, summary,
//                   metadata; blocks = 0.
//   term            every single character, every two neighbouring characters and every Latin word or figure
//   of three or
//                   more characters, folded (see folding.hpp) -> passages, with counts (postings.hpp).
//   title_term      the same over titles, keywords and document numbers -> items.
//   search_array    little-endian arrays: passage_length u16, item_first_passage u32 (one more than items),
//   title_length
//                   u16 (the title alone), title_fingerprint u32 (of the short title, see title_forms.hpp;
//                   not in files made before there was one), item_uses u32 (times opened; format 3), item_day i32 (days since
//                   1970, published or made; 0 unknown), item_validity u8.
//   fold            character <- the traditional and variant forms that count as it.
//   reading         toneless pinyin syllable -> characters read so; `also`: characters for which it is a
//   second reading. bigram_sound    letters of a pair of characters -> the pair, for pairs that occur in the
//   text: repairs homophones. plain_word      words people say -> words of the law, the likeliest first:
//   content/words (format 3). suggestion      words and titles offered while typing, with their syllables and
//   initials.
#pragma once

#include <cstdint>
#include <span>

namespace mingting {

/// Raised whenever a reader of the older format could misread the file.
inline constexpr int kContentFormat = 4;
inline constexpr std::int32_t kContentApplicationId = 0x4D54434E;  // "MTCN"

/// Behind a kiosk's key in `acknowledged`.
inline constexpr const char* kForkedChain = "#forked";

/// Behind a role in `column_field`.
inline constexpr const char* kInEnglish = "-en";

struct SchemaObject {
  const char* name;
  const char* sql;
  int since = 1;          ///< the format it came with: a file of that format or a later one has it,
  int until = 1'000'000;  ///< up to this one
  bool is_in(int format) const { return since <= format && format <= until; }
};

/// Tables and indexes in the order they are made.
std::span<const SchemaObject> content_schema();

}  // namespace mingting
