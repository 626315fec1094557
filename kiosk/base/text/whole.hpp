// Which stretches of a text stand on one line where they can: names, numbers with what they count, titles in
// 《》.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// From one code point up to another.
struct Whole {
  enum class Kind {
    Number,  ///< on one line wherever a line can hold it
    Name     ///< of a place, an office, a document: on one line unless it takes more than half of it
  };
  std::size_t from = 0, to = 0;
  Kind kind = Kind::Number;
};

/// Numbers as people read them (2026年11月30日, 1234.50万元, 20个工作日, 第三十三条, 0851-8581 2345,
/// 〔2020〕109号), titles with their 《》, and each of the names wherever it stands.
std::vector<Whole> wholes(std::u32string_view text, std::span<const std::u32string> names);

/// The names as they are given, and each part of a place's name: 贵阳市南明区, 贵阳市, 南明区.
std::vector<std::u32string> names_to_keep(const std::vector<std::string>& names);

}  // namespace mingting
