// TOML as a small tree that knows its lines, and a reader of keys that complains for the office person.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "publish/files/report.hpp"

namespace mingting {

struct TomlEntry;

struct TomlValue {
  enum class Kind { Text, Integer, Real, Truth, Day, Time, Array, Table };
  Kind kind = Kind::Table;
  std::string text;  ///< Text; of numbers, dates and truths as written in ISO form
  std::int64_t integer = 0;
  bool truth = false;
  std::vector<TomlEntry> entries;  ///< Table, by line
  std::vector<TomlValue> items;    ///< Array
  int line = 0;                    ///< in the file
};

struct TomlEntry {
  std::string key;
  int line = 0;
  TomlValue value;
};

/// `first_line`: the file's line on which the text begins. Nothing, and an error with its line, when it is
/// not TOML.
std::optional<TomlValue> parse_toml(std::string_view text, int first_line, FileReport& report);

/// Reads the keys of one table: wrong types are errors, keys never asked for are warnings once finish() is
/// called.
class Keys {
 public:
  /// `place` names the table before a sentence ([toml-place] has the words), empty for the file's own keys.
  Keys(const TomlValue& table, FileReport& report, Remark place = {})
      : table_(table), report_(report), place_(std::move(place)) {}

  bool has(std::string_view name) { return find(name) != nullptr; }
  /// Tidied; "" when absent.
  std::string text(std::string_view name);
  /// As text(); an error when absent or empty.
  std::string required_text(std::string_view name);
  /// Texts, and numbers, dates and truths as text.
  std::string any_text(std::string_view name);
  bool truth(std::string_view name, bool fallback);
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t fallback);
  /// A TOML date or "YYYY-MM-DD"; a day that cannot be is an error.
  std::optional<Date> date(std::string_view name);
  std::vector<std::string> texts(std::string_view name);
  const TomlValue* table(std::string_view name);
  /// An array of tables; empty when absent.
  std::vector<const TomlValue*> tables(std::string_view name);

  /// One of the named values; `fallback` when absent, and after an error when it is none of them.
  template <class E>
  E one_of(std::string_view name, std::initializer_list<std::pair<std::string_view, E>> options, E fallback) {
    const auto written = text(name);
    if (written.empty()) return fallback;
    std::vector<std::string> known;
    for (const auto& [option, value] : options) {
      if (option == written) return value;
      known.emplace_back(option);
    }
    complain_choice(name, written, known);
    return fallback;
  }

  /// Line of the key, or of the table when it is absent.
  int line(std::string_view name) const;
  FileReport& report() { return report_; }
  /// Warns about keys nobody asked for.
  void finish();

 private:
  const TomlValue* find(std::string_view name);
  const TomlValue* find(std::string_view name, TomlValue::Kind kind, Remark wanted);
  void complain_choice(std::string_view name, const std::string& written,
                       const std::vector<std::string>& known);

  const TomlValue& table_;
  FileReport& report_;
  Remark place_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace mingting
