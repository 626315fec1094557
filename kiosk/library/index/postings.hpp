// Lists of numbers as the index keeps them: ascending, as differences in variable-length bytes.
//
// A posting is one varint d*2+m: d the difference to the number before (the first counts from -1, less one: so d >= 0 and
// the numbers are d+1 apart), m = 1 when a second varint, the count less two, follows; m = 0 means a count of one.
// Seven bits a byte, lowest first, the top bit set on all bytes but the last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// Appends to a list; numbers must rise.
class PostingWriter {
 public:
  void add(std::uint32_t number, std::uint32_t count);
  const std::string& bytes() const { return bytes_; }
  std::uint32_t size() const { return size_; }

 private:
  std::string bytes_;
  std::uint32_t next_ = 0;
  std::uint32_t size_ = 0;
};

/// Walks a list. Bytes that are torn or lead to numbers >= limit end the walk: hostile bytes cannot reach beyond it.
class PostingReader {
 public:
  PostingReader(std::string_view bytes, std::uint32_t limit) : at_(bytes.data()), end_(at_ + bytes.size()), limit_(limit) {}

  bool next() {
    std::uint64_t value = 0;
    if (!varint(value)) return false;
    const std::uint64_t number = next_ + (value >> 1);
    if (number >= limit_) return false;
    count_ = 1;
    if ((value & 1) != 0) {
      std::uint64_t more = 0;
      if (!varint(more)) return false;
      count_ = static_cast<std::uint32_t>(more < 65'000 ? more + 2 : 65'000);
    }
    number_ = static_cast<std::uint32_t>(number);
    next_ = number + 1;
    return true;
  }
  std::uint32_t number() const { return number_; }
  std::uint32_t count() const { return count_; }

 private:
  bool varint(std::uint64_t& value) {
    for (int shift = 0; at_ != end_ && shift < 35; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  const char* at_;
  const char* end_;
  std::uint64_t limit_;
  std::uint64_t next_ = 0;
  std::uint32_t number_ = 0, count_ = 0;
};

/// Fixed-width little-endian arrays, whatever machine wrote them. A torn last element is left out.
template <class Number>
std::string pack_array(const std::vector<Number>& numbers) {
  std::string bytes;
  bytes.reserve(numbers.size() * sizeof(Number));
  for (const Number number : numbers) {
    const auto value = static_cast<std::uint64_t>(number);
    for (std::size_t i = 0; i < sizeof(Number); ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  return bytes;
}

template <class Number>
std::vector<Number> unpack_array(std::string_view bytes) {
  std::vector<Number> numbers(bytes.size() / sizeof(Number));
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[n * sizeof(Number) + i])) << (8 * i);
    numbers[n] = static_cast<Number>(value);
  }
  return numbers;
}

}  // namespace mingting
