// Blocks of numbers, decoded.
#include "library/tables/coded_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "base/clock.hpp"
#include "domain/table/decimal.hpp"
#include "library/tables/code_layout.hpp"

namespace mingting {
namespace {

static_assert(std::endian::native == std::endian::little, "the arrays are little-endian");

[[noreturn]] void damaged() { throw std::runtime_error("table_array"); }

template <class Number>
bool none_above(std::uint64_t most, CodesOf<Number> codes) {
  std::uint64_t greatest = 0;
  for (std::size_t i = 0; i < codes.size; ++i) greatest = std::max(greatest, codes[i]);
  return greatest <= most;
}

}  // namespace

CodedColumn::CodedColumn(Connection& connection, ColumnPlace where, const TableColumn& column, const StoredTable& stored)
    : connection_(&connection), where_(where), column_(column), scale_(column.scale) {
  auto& head = connection.use("SELECT kind, width, least, most FROM table_code WHERE table_number = ? AND place = ?");
  head.bind(1, where.table), head.bind(2, static_cast<std::int64_t>(where.place));
  if (!head.executeStep()) damaged();
  counted_ = bytes_of(head, 0) == "value";
  width_ = head.getColumn(1).getInt();
  least_ = head.getColumn(2).getInt64();
  most_ = static_cast<std::uint64_t>(head.getColumn(3).getInt64());
  const bool wide_enough = width_ == 8 || ((width_ == 1 || width_ == 2 || width_ == 4) && most_ >> (8 * width_) == 0);
  if (counted_ != is_counted(column) || !wide_enough || !is_sane()) damaged();
  cell_sql_ = fmt::format("SELECT \"{}\" FROM {} WHERE \"@row\" = ?", stored.columns[where.place].name, sql_name(stored));
  if (!counted_ && most_ <= kMostWords) read_words();
}

/// Values within what can be counted without running over.
bool CodedColumn::is_sane() const {
  constexpr std::int64_t kFar = std::int64_t{1} << 62, kFarDay = 4'000'000;
  if (!counted_) return most_ <= where_.rows;
  const auto far = column_.type == CellType::Day ? kFarDay : kFar;
  return least_ >= -far && least_ <= far && most_ < static_cast<std::uint64_t>(2 * (far / 2));
}

std::string_view CodedColumn::array(const char* part, std::size_t block) const {
  auto& row = connection_->use("SELECT data FROM table_array WHERE table_number = ? AND place = ? AND part = ? AND block = ?");
  row.bind(1, where_.table), row.bind(2, static_cast<std::int64_t>(where_.place)), bind_text(row, 3, part);
  row.bind(4, static_cast<std::int64_t>(block));
  return row.executeStep() ? bytes_of(row, 0) : std::string_view();
}

void CodedColumn::read_words() {
  for (auto rest = array("words", 0); !rest.empty();) {
    const auto end = rest.find('\0');
    if (end == std::string_view::npos || words_.size() >= most_) damaged();
    words_.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  if (!words_.empty() && words_.size() != most_) damaged();
}

std::size_t CodedColumn::blocks() const { return (where_.rows + kCodeBlock - 1) / kCodeBlock; }

std::string_view CodedColumn::codes_of(std::size_t block) const {
  const auto bytes = array("codes", block);
  const auto rows = std::min(kCodeBlock, where_.rows - block * kCodeBlock);
  if (bytes.size() != rows * static_cast<std::size_t>(width_)) damaged();
  const bool sound = width_ == 1   ? none_above(most_, CodesOf<std::uint8_t>{bytes.data(), rows})
                     : width_ == 2 ? none_above(most_, CodesOf<std::uint16_t>{bytes.data(), rows})
                     : width_ == 4 ? none_above(most_, CodesOf<std::uint32_t>{bytes.data(), rows})
                                   : none_above(most_, CodesOf<std::uint64_t>{bytes.data(), rows});
  if (!sound) damaged();
  return bytes;
}

void CodedColumn::read_block(std::size_t block, std::vector<std::uint64_t>& into) const {
  with_block(block, [&](auto codes) {
    into.resize(codes.size);
    for (std::size_t i = 0; i < codes.size; ++i) into[i] = codes[i];
  });
}

std::string CodedColumn::cell(std::uint64_t code) const {
  if (code == 0 || code > most_) return {};
  if (counted_ && column_.type == CellType::Day) return iso_date(Date(std::chrono::sys_days(std::chrono::days(value(code)))));
  if (counted_) return plain({value(code), scale_});
  if (!words_.empty()) return words_[code - 1];
  auto& row = connection_->use_made(cell_sql_);
  row.bind(1, first_row(code));
  return row.executeStep() ? text_of(row, 0) : std::string();
}

std::uint32_t CodedColumn::first_row(std::uint64_t code) const {
  const auto bytes = array("first", (code - 1) / kCodeBlock);
  const std::size_t at = (code - 1) % kCodeBlock * 4;
  std::uint32_t row = 0;
  if (bytes.size() < at + 4) damaged();
  std::memcpy(&row, bytes.data() + at, 4);
  if (row >= where_.rows) damaged();
  return row;
}

std::uint64_t CodedColumn::code_of(std::string_view cell) const {
  std::uint64_t from = 1, to = most_ + 1;
  while (from < to) {
    const auto middle = from + (to - from) / 2;
    if (is_cell_before(column_, this->cell(middle), cell)) from = middle + 1;
    else to = middle;
  }
  return from <= most_ && this->cell(from) == cell ? from : 0;
}

}  // namespace mingting
