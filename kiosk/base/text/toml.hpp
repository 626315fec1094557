// TOML as a small tree that knows its lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/result.hpp"

namespace mingting {

struct TomlEntry;

struct TomlValue {
  enum class Kind { Text, Integer, Real, Truth, Day, Time, Array, Table };
  Kind kind = Kind::Table;
  std::string text;  ///< Text; of numbers, dates and truths as written in ISO form
  std::int64_t integer = 0;
  double real = 0;  ///< Real, and Integer
  bool truth = false;
  std::vector<TomlEntry> entries;  ///< Table, by key
  std::vector<TomlValue> items;    ///< Array
  int line = 0;                    ///< in the file

  /// The entry of a table; null when there is none.
  const TomlEntry* find(std::string_view key) const;
  /// The text of a Text; "" of anything else.
  std::string_view written() const { return kind == Kind::Text ? std::string_view(text) : std::string_view(); }
};

struct TomlEntry {
  std::string key;
  int line = 0;
  TomlValue value;
};

/// Why a text is not TOML.
struct TomlFault {
  int line = 0;
  std::string reason;  ///< in the parser's English
  Remark what{};       ///< and how to put it right, as people are told
};

/// `first_line`: the file's line on which the text begins. What lies more than 16 deep is left out.
tl::expected<TomlValue, TomlFault> parse_toml(std::string_view text, int first_line = 1);

/// A file that people wrote, with or without byte order mark. Trouble::Invalid, with the file's name, the line and the cure:
/// saved in another encoding, or no TOML.
Result<TomlValue> read_toml(std::string_view bytes, std::string_view name);

}  // namespace mingting
