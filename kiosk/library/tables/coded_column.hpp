// A column of an open table as numbers (code_layout.hpp), read block by block. Throws std::runtime_error where the file does not
// hold what it says.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "domain/table/table.hpp"
#include "library/store/connection.hpp"
#include "library/store/stored_table.hpp"

namespace mingting {

struct ColumnPlace {
  std::uint32_t table = 0;
  std::size_t place = 0, rows = 0;
};

/// Numbers of one width as they lie in the file, aligned or not.
template <class Number>
struct CodesOf {
  const char* bytes;
  std::size_t size;
  std::uint64_t operator[](std::size_t at) const {
    Number number;
    std::memcpy(&number, bytes + at * sizeof(Number), sizeof(Number));
    return number;
  }
};

class CodedColumn {
 public:
  CodedColumn(Connection& connection, ColumnPlace where, const TableColumn& column, const StoredTable& stored);

  bool counted() const { return counted_; }
  std::uint64_t most() const { return most_; }  ///< the greatest code; 0 is a blank
  std::int64_t least() const { return least_; }
  const TableColumn& column() const { return column_; }
  std::size_t blocks() const;
  /// visit(codes) of kCodeBlock rows, fewer at the end: codes[i], codes.size. None is above most(). Nothing may be read meanwhile.
  template <class Visit>
  void with_block(std::size_t block, Visit&& visit) const {
    const auto bytes = codes_of(block);
    const auto size = bytes.size() / static_cast<std::size_t>(width_);
    switch (width_) {
      case 1: return visit(CodesOf<std::uint8_t>{bytes.data(), size});
      case 2: return visit(CodesOf<std::uint16_t>{bytes.data(), size});
      case 4: return visit(CodesOf<std::uint32_t>{bytes.data(), size});
      default: return visit(CodesOf<std::uint64_t>{bytes.data(), size});
    }
  }
  void read_block(std::size_t block, std::vector<std::uint64_t>& into) const;

  /// Of what is counted; code > 0.
  std::int64_t value(std::uint64_t code) const { return least_ + static_cast<std::int64_t>(code - 1); }
  /// The cell in its one form: figures with all the column's digits. "" for 0.
  std::string cell(std::uint64_t code) const;
  /// Of what is not counted: the row that has the word first; code > 0.
  std::uint32_t first_row(std::uint64_t code) const;
  /// The code of a cell, 0 when no row has it. Not of what is counted.
  std::uint64_t code_of(std::string_view cell) const;
  /// By code less one; empty where they are too many.
  const std::vector<std::string>& known_words() const { return words_; }

 private:
  bool is_sane() const;
  std::string_view codes_of(std::size_t block) const;
  std::string_view array(const char* part, std::size_t block) const;
  void read_words();
  Connection* connection_;
  ColumnPlace where_;
  TableColumn column_;
  std::string cell_sql_;
  bool counted_ = false;
  int width_ = 1, scale_ = 0;
  std::int64_t least_ = 0;
  std::uint64_t most_ = 0;
  std::vector<std::string> words_;
};

}  // namespace mingting
