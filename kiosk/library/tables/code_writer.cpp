// A column read once, its different cells put in order, and the numbers written in blocks.
#include "library/tables/code_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "library/index/postings.hpp"
#include "library/tables/code_layout.hpp"

namespace mingting {
namespace {

struct ColumnName {
  std::uint32_t table = 0;
  std::size_t place = 0;
};

struct Codes {
  const char* kind = "value";
  std::int64_t least = 0;
  std::uint64_t most = 0;
  std::vector<std::uint64_t> wide;    ///< of values
  std::vector<std::uint32_t> narrow;  ///< of words
};

void write_array(Connection& connection, ColumnName column, const char* part, std::size_t block, std::string_view data) {
  auto& row = connection.use("INSERT INTO table_array VALUES (?,?,?,?,?)");
  row.bind(1, column.table), row.bind(2, static_cast<std::int64_t>(column.place)), bind_text(row, 3, part);
  row.bind(4, static_cast<std::int64_t>(block)), bind_blob(row, 5, data);
  row.exec();
}

template <class Number>
void write_blocks(Connection& connection, ColumnName column, const char* part, const std::vector<Number>& numbers, int width) {
  std::string bytes;
  for (std::size_t at = 0; at < numbers.size(); at += kCodeBlock) {
    bytes.clear();
    for (std::size_t i = at; i < std::min(at + kCodeBlock, numbers.size()); ++i) {
      for (int b = 0; b < width; ++b) bytes += static_cast<char>(static_cast<std::uint64_t>(numbers[i]) >> (8 * b) & 0xFF);
    }
    write_array(connection, column, part, at / kCodeBlock, bytes);
  }
}

int width_for(std::uint64_t most) { return most < 1U << 8 ? 1 : most < 1U << 16 ? 2 : most < std::uint64_t{1} << 32 ? 4 : 8; }

std::int64_t value_in(SQLite::Statement& row, const TableColumn& column) {
  if (column.type != CellType::Day) return row.getColumn(0).getInt64();
  const auto day = parse_date(bytes_of(row, 0));
  if (!day) throw std::runtime_error("day");
  return std::chrono::sys_days(*day).time_since_epoch().count();
}

Codes values_of(SQLite::Statement& rows, const TableColumn& column) {
  std::vector<std::int64_t> values;
  std::vector<bool> blank;
  while (rows.executeStep()) {
    blank.push_back(rows.isColumnNull(0));
    values.push_back(blank.back() ? 0 : value_in(rows, column));
  }
  Codes codes;
  bool any = false;
  std::int64_t greatest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (blank[i]) continue;
    codes.least = any ? std::min(codes.least, values[i]) : values[i];
    greatest = std::exchange(any, true) ? std::max(greatest, values[i]) : values[i];
  }
  codes.most = any ? static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(codes.least) + 1 : 0;
  codes.wide.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    codes.wide.push_back(blank[i] ? 0 : static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(codes.least) + 1);
  }
  return codes;
}

/// Different cells by their first appearance.
struct Words {
  std::deque<std::string> words;
  std::vector<std::uint32_t> first_rows;
  std::vector<std::uint32_t> of_row;  ///< 0 a blank, else its place among the words from 1
};

Words words_of(SQLite::Statement& rows) {
  Words all;
  std::unordered_map<std::string_view, std::uint32_t> known;
  while (rows.executeStep()) {
    const auto cell = bytes_of(rows, 0);
    std::uint32_t number = 0;
    if (const auto found = known.find(cell); found != known.end()) {
      number = found->second;
    } else if (!cell.empty()) {
      all.words.emplace_back(cell);
      all.first_rows.push_back(static_cast<std::uint32_t>(all.of_row.size()));
      number = static_cast<std::uint32_t>(all.words.size());
      known.emplace(all.words.back(), number);
    }
    all.of_row.push_back(number);
  }
  return all;
}

void write_words(Connection& connection, ColumnName column, const Words& all, const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> first_rows;
  std::string words;
  for (const auto at : order) {
    first_rows.push_back(all.first_rows[at]);
    if (words.size() <= kMostWordBytes) words.append(all.words[at]).push_back('\0');
  }
  write_blocks(connection, column, "first", first_rows, 4);
  const bool plain = std::ranges::none_of(all.words, [](const auto& word) { return word.find('\0') != std::string::npos; });
  if (order.size() <= kMostWords && words.size() <= kMostWordBytes && plain) write_array(connection, column, "words", 0, words);
}

/// Words with keys whose bytes compare as is_cell_before() does: the place among the choices, figures without zeros before them and
/// behind their length. Words that differ in such zeros alone have one key.
std::vector<std::uint32_t> in_order(const TableColumn& column, const std::deque<std::string>& words) {
  struct Keyed {
    std::uint64_t first = 0;  ///< eight bytes of the key
    std::uint32_t at = 0;
  };
  std::vector<std::string> keys;
  std::vector<Keyed> order;
  for (const auto& word : words) {
    keys.push_back(sorting_key(column, word));
    Keyed keyed{0, static_cast<std::uint32_t>(order.size())};
    for (std::size_t i = 0; i < 8; ++i) keyed.first = keyed.first << 8 | (i < keys.back().size() ? static_cast<unsigned char>(keys.back()[i]) : 0U);
    order.push_back(keyed);
  }
  std::ranges::sort(order, [&](const Keyed& a, const Keyed& b) {
    if (a.first != b.first) return a.first < b.first;
    if (const int compared = keys[a.at].compare(keys[b.at]); compared != 0) return compared < 0;
    return words[a.at] < words[b.at];
  });
  std::vector<std::uint32_t> places;
  for (const auto& keyed : order) places.push_back(keyed.at);
  return places;
}

Codes codes_of(Connection& connection, ColumnName name, const TableColumn& column, SQLite::Statement& rows) {
  Words all = words_of(rows);
  const auto order = in_order(column, all.words);
  std::vector<std::uint32_t> place(all.words.size() + 1, 0);
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i] + 1] = i + 1;
  for (auto& number : all.of_row) number = place[number];
  write_words(connection, name, all, order);
  Codes codes{"word", 0, order.size()};
  codes.narrow = std::move(all.of_row);
  return codes;
}

}  // namespace

void write_codes(Connection& connection, std::uint32_t number, const Table& table, const StoredTable& stored) {
  for (std::size_t place = 0; place < table.columns.size(); ++place) {
    const auto& column = table.columns[place];
    const ColumnName name{number, place};
    auto& rows = connection.use_made(
        fmt::format("SELECT \"{}\" FROM {} ORDER BY \"@row\"", stored.columns[place].name, sql_name(stored)));
    const Codes codes = is_counted(column) ? values_of(rows, column) : codes_of(connection, name, column, rows);
    const int width = width_for(codes.most);
    if (is_counted(column)) write_blocks(connection, name, "codes", codes.wide, width);
    else write_blocks(connection, name, "codes", codes.narrow, width);
    auto& head = connection.use("INSERT INTO table_code VALUES (?,?,?,?,?,?)");
    head.bind(1, number), head.bind(2, static_cast<std::int64_t>(place)), bind_text(head, 3, codes.kind);
    head.bind(4, width), head.bind(5, codes.least), head.bind(6, static_cast<std::int64_t>(codes.most));
    head.exec();
  }
}

}  // namespace mingting
