// The keys of a TOML table read one by one: what is wrong with one is a fault, and so is a key nobody asked
// for.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/remark.hpp"
#include "base/text/toml.hpp"

namespace mingting {

/// What is wrong with a key. The code is the second half of its sentence's name: "no-text", "missing",
/// "unknown-key".
struct KeyFault {
  int line = 0;        ///< where the key stands; 0 when it is missing
  int table_line = 0;  ///< where its table begins
  std::string_view code;
  std::vector<Fact> facts{};         ///< the key, then what the sentence is about
  std::optional<std::string> odd{};  ///< what nobody knows; somebody may have meant one of `known`
  std::vector<std::string> known{};
  bool harmless = false;  ///< what is written has no effect

  bool operator==(const KeyFault&) const = default;
};

/// For whom a file is read.
class TomlReader {
 public:
  virtual ~TomlReader() = default;
  /// How a text is kept: without the white space around it, at least.
  virtual std::string kept(std::string_view text) const = 0;
  /// `place`: what was said to name the table with; without a code for the file's own keys.
  virtual void note(const KeyFault& fault, const Remark& place) = 0;

 protected:
  TomlReader() = default;
  TomlReader(const TomlReader&) = default;
  TomlReader& operator=(const TomlReader&) = default;
};

/// Reads the keys of one table. A fault leaves the fallback. The table and the reader must outlive it.
class TomlKeys {
 public:
  TomlKeys(const TomlValue& table, TomlReader& reader, Remark place = {})
      : table_(table), reader_(reader), place_(std::move(place)) {}

  bool has(std::string_view name) { return find(name) != nullptr; }
  std::string text(std::string_view name, std::string fallback = "");
  /// A fault when absent or empty.
  std::string required_text(std::string_view name);
  /// Texts, and numbers, dates and truths as text.
  std::string any_text(std::string_view name);
  bool truth(std::string_view name, bool fallback);
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t fallback);
  /// A TOML date, or one in quotes in any spelling of base/text/cells.hpp; a day that cannot be is a fault.
  std::optional<Date> date(std::string_view name);
  /// A list of texts, none of them empty.
  std::vector<std::string> texts(std::string_view name);
  /// Null when absent.
  const TomlValue* table(std::string_view name);
  const TomlValue* array(std::string_view name);
  /// An array of tables; empty when absent.
  std::vector<const TomlValue*> tables(std::string_view name);

  /// One of the values of a table of names (domain/named.hpp), by its key or its words; `fallback` when
  /// absent.
  template <class Rows, class E>
  E one_of(std::string_view name, const Rows& rows, E fallback) {
    const auto written = text(name);
    if (written.empty()) return fallback;
    std::vector<std::string> known;
    for (const auto& row : rows) {
      if (is_named(row, written)) return row.value;
      known.emplace_back(row.key);
    }
    note_choice(name, written, std::move(known));
    return fallback;
  }
  /// One of the words, as it is written; `fallback` when absent.
  std::string one_word(std::string_view name, std::vector<std::string> known, std::string fallback = "");

  /// What the table was said to be named with.
  const Remark& place() const { return place_; }
  /// Line of the key, or of the table when it is absent.
  int line(std::string_view name) const;
  /// Whether a key nobody has asked for is nearly this one, which is missing: finish() then names that slip, and that alone.
  bool is_misspelt(std::string_view name);
  /// Whether a fault of the key was noted: what only follows from it need not be said.
  bool is_faulty(std::string_view name) const { return faulty_.contains(name); }
  /// Notes the keys nobody asked for.
  void finish();

 private:
  const TomlValue* find(std::string_view name);
  const TomlValue* find(std::string_view name, TomlValue::Kind kind, std::string_view fault);
  void note(std::string_view name, std::string_view code, std::vector<Fact> facts = {});
  void note_in_list(const TomlValue& item, std::string_view name, std::string_view code,
                    bool harmless = false);
  void note_choice(std::string_view name, const std::string& written, std::vector<std::string> known);

  const TomlValue& table_;
  TomlReader& reader_;
  Remark place_;
  std::set<std::string, std::less<>> asked_, faulty_;
  std::map<std::string, std::string, std::less<>> slips_;  ///< a key as it is written -> the one that is meant
};

}  // namespace mingting
