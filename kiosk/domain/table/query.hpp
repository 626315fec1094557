// What may be asked of published tables, and what is answered?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/kind.hpp"
#include "domain/content/search.hpp"
#include "domain/table/decimal.hpp"
#include "domain/table/table.hpp"

namespace mingting {

/// Cells in the columns' order, in their one form: amounts as the file has them, dates in ISO, codes as printed; "" where none.
struct TableRow {
  std::string id;                              ///< row_id()
  std::vector<std::string> cells;
  std::map<std::string, std::string> linked;   ///< of ItemLink, RowLink and Place columns: the title of what the cell leads to, by column
  bool operator==(const TableRow&) const = default;
};

/// Rows of a table that meet the view's conditions, these filters (a chip's value) and these ranges.
struct RowQuery {
  std::string table, edition;
  RowConditions where;
  std::string sort;
  bool descending = false;
  std::size_t offset = 0, limit = 50;
  std::vector<std::string> facets;  ///< columns whose values are counted
  bool operator==(const RowQuery&) const = default;
};
struct RowPage {
  std::vector<TableRow> rows;
  std::size_t total = 0;
  std::vector<Facet> facets;  ///< `field` is the column's name
  bool operator==(const RowPage&) const = default;
};

/// Rows put together by their values in `by`, with sums; the drill's next level, a chart's marks, a measure's parts.
struct GroupQuery {
  std::string table, edition;
  RowConditions where;
  std::vector<std::string> by;      ///< none: one group of all
  std::vector<std::string> sums;    ///< columns of figures
  std::size_t limit = 200;
  bool operator==(const GroupQuery&) const = default;
};
struct RowGroup {
  std::vector<std::string> values;  ///< of `by`
  std::vector<std::string> titles;  ///< the same as people read them: the title of a Row, Place or Item
  std::vector<std::optional<Decimal>> sums;  ///< nothing: no row of the group has a figure there
  std::size_t rows = 0;
  std::string only;                 ///< the row's id where the group is one row
  bool operator==(const RowGroup&) const = default;
};
/// In the order in which the groups' first rows stand in the file.
struct GroupPage {
  std::vector<RowGroup> groups;
  std::size_t total = 0;  ///< groups
  RowGroup all;           ///< of all rows together
  bool operator==(const GroupPage&) const = default;
};

struct MeasureValue {
  std::string id, title;
  std::string formula;                     ///< in words: 按时公示的决定数 ÷ 决定总数
  std::string value;                       ///< as printed, with its unit; 没有数据 when nothing is among
  std::size_t of = 0, among = 0;           ///< rows
  std::vector<std::pair<std::string, std::string>> parts;  ///< of `by`: title, value
  bool operator==(const MeasureValue&) const = default;
};

/// Rows of another table, or items, that lead to a row.
struct LinkedRows {
  std::string table, title, column;  ///< where they stand, what it is called, by which of its columns
  std::size_t total = 0;
  std::vector<TableRow> rows;        ///< the first few
  bool operator==(const LinkedRows&) const = default;
};
struct PastRow {
  std::string edition;
  std::vector<std::string> cells;
  bool operator==(const PastRow&) const = default;
};
/// A row's page.
struct RowDetail {
  TableRow row;
  std::vector<LinkedRows> from;    ///< what leads here
  std::vector<PastRow> history;    ///< the same row in earlier editions, the newest first
  bool operator==(const RowDetail&) const = default;
};

/// How two editions differ, by key.
struct EditionDifference {
  struct Changed {
    std::string id, label;
    std::vector<std::pair<std::string, std::pair<std::string, std::string>>> cells;  ///< column -> before, after
    bool operator==(const Changed&) const = default;
  };
  std::string older, newer, reason;
  std::vector<TableRow> added, removed;
  std::vector<Changed> changed;
  bool operator==(const EditionDifference&) const = default;
};

/// A row found by words.
struct RowHit {
  std::string table, table_title;
  TableRow row;
  std::string label;    ///< the row's
  Snippet cell;         ///< the cell that matched, with its marks
  std::string column;   ///< that cell's title
  bool operator==(const RowHit&) const = default;
};
struct RowHits {
  std::vector<RowHit> hits;
  std::size_t total = 0;
  std::vector<FacetValue> tables;  ///< by id
  bool operator==(const RowHits&) const = default;
};

// ---- one question, one answer --------------------------------------------------------------------------------------

struct MeasuresOf {
  std::string table;
  bool operator==(const MeasuresOf&) const = default;
};
using Measures = std::vector<MeasureValue>;
struct RowOf {
  std::string table, row;
  bool operator==(const RowOf&) const = default;
};
/// Of a closed table: the exact values of its look-up columns, in any spelling.
struct KeyOf {
  std::string table;
  std::vector<std::string> cells;
  bool operator==(const KeyOf&) const = default;
};
struct KeyFound {
  std::string row;  ///< its id; "" for none
  bool operator==(const KeyFound&) const = default;
};
struct EditionsOf {
  std::string table, older, newer;
  bool operator==(const EditionsOf&) const = default;
};

struct FindRows {
  std::string text;
  std::vector<std::string> tables;  ///< none: all
  std::size_t limit = 5;
  bool operator==(const FindRows&) const = default;
};
/// What leads to an item.
struct RowsTo {
  std::string item;
  bool operator==(const RowsTo&) const = default;
};
using RowsLeading = std::vector<LinkedRows>;

using TableQuestion = OneOf<RowQuery, GroupQuery, MeasuresOf, RowOf, KeyOf, EditionsOf, FindRows, RowsTo>;
using TableAnswer = OneOf<RowPage, GroupPage, Measures, RowDetail, KeyFound, EditionDifference, RowHits, RowsLeading>;

}  // namespace mingting
