// One table per enumeration: the key that is stored and typed, and the words people read.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/remark.hpp"

namespace mingting {

template <class E>
struct Named {
  E value;
  std::string_view key;    ///< stored and typed: "in-person"
  std::string_view title;  ///< 当面提交; "" for what stands in files alone
};

/// The row of a value; every table names every value (tested).
template <class E, std::size_t N>
const Named<E>& named(const Named<E> (&table)[N], E value) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [value](const Named<E>& row) { return row.value == value; });
  return found != std::end(table) ? *found : table[0];
}

/// Whether the text is the row's key or its words.
template <class E>
bool is_named(const Named<E>& row, std::string_view text) {
  return row.key == text || (row.title == text && !text.empty());
}

/// The value of a key, or of its words. Nothing for anything else.
template <class E, std::size_t N>
std::optional<E> value_named(const Named<E> (&table)[N], std::string_view text) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [text](const Named<E>& row) { return is_named(row, text); });
  return found != std::end(table) ? std::optional<E>(found->value) : std::nullopt;
}

/// What can be typed, one by one, for complaints: review（行政复议）
template <class E, std::size_t N>
std::vector<Remark> choices_told(const Named<E> (&table)[N]) {
  std::vector<Remark> told;
  for (const auto& row : table) told.push_back(remark("list.choice", row.key, row.title));
  return told;
}

}  // namespace mingting
