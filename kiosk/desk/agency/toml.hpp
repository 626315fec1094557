// The TOML files of the desk, read key by key: every complaint with its file and line.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "base/text/toml.hpp"
#include "domain/named.hpp"

namespace mingting {

/// What is wrong with one file, in the order of its lines as far as they are known.
class Complaints {
 public:
  explicit Complaints(std::string file) : file_(std::move(file)) {}
  /// `line` 0: of the whole file.
  void at(int line, const Remark& what);
  bool empty() const { return all_.empty(); }
  /// All of them, one a line; complaints_of() gives them one by one.
  tl::unexpected<Error> error() const;

 private:
  std::string file_;
  std::vector<Remark> all_;
};

/// What is wrong one by one: the complaints that the error is made of, else the error itself.
std::vector<Remark> complaints_of(const Error& error);

/// Where in the file a key stands, for TomlKeys: "[remedy]".
inline Remark in_table(std::string_view name) { return remark("desk-file.in-table", name); }

/// The candidate with the fewest letters to change; "" when there are none.
std::string nearest_of(std::string_view word, const std::vector<std::string>& candidates);

/// `shown`: the file's name in sentences (desk/desk.toml). Errors: absent, not TOML (with its line), too large.
Result<toml::table> read_toml(FileSystem& files, const Path& path, const std::string& shown);

int line_of(const toml::node& node);

/// Reads the keys of one table. A wrong type is a complaint, and so is, once finish() is called, a key nobody asked for.
class TomlKeys {
 public:
  /// `place`: a remark that takes each complaint as its last fact (in_table); without a code for the file's own keys.
  TomlKeys(const toml::table& table, Complaints& complaints, Remark place = {})
      : table_(table), complaints_(complaints), place_(std::move(place)) {}

  bool has(std::string_view name) { return find(name) != nullptr; }
  /// Trimmed; `fallback` when absent.
  std::string text(std::string_view name, std::string fallback = "");
  /// A complaint when absent or empty.
  std::string required_text(std::string_view name);
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t fallback);
  bool truth(std::string_view name, bool fallback);
  /// Null when absent.
  const toml::table* table(std::string_view name);
  const toml::array* array(std::string_view name);
  int line(std::string_view name) const;
  template <class... Facts>
  void complain(std::string_view name, std::string_view code, const Facts&... facts) {
    complain_at(line(name), remark(code, facts...));
  }
  void finish();

  /// A value by its key.
  template <class E, std::size_t N>
  E one_of(std::string_view name, const Named<E> (&named_values)[N], E fallback) {
    const auto written = text(name);
    if (written.empty()) return fallback;
    if (const auto value = value_named(named_values, written)) return *value;
    std::vector<std::string> known;
    for (const auto& row : named_values) known.emplace_back(row.key);
    complain_choice(name, written, known);
    return fallback;
  }

 private:
  const toml::node* find(std::string_view name);
  void complain_at(int line, const Remark& what);
  void complain_choice(std::string_view name, const std::string& written, const std::vector<std::string>& known);

  const toml::table& table_;
  Complaints& complaints_;
  Remark place_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace mingting
