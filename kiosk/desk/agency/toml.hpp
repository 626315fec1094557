// The TOML files of the desk: every complaint with its file and line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "base/text/toml_keys.hpp"

namespace mingting {

/// What is wrong with one file, in the order of its lines as far as they are known.
class Complaints final : public TomlReader {
 public:
  explicit Complaints(std::string file) : file_(std::move(file)) {}
  /// `line` 0: of the whole file.
  void at(int line, const Remark& what);
  /// Of a key, named with its table.
  void about(const TomlKeys& keys, std::string_view key, const Remark& what);
  bool empty() const { return all_.empty(); }
  /// All of them, one a line; complaints_of() gives them one by one.
  tl::unexpected<Error> error() const;

  /// Trimmed.
  std::string kept(std::string_view text) const override;
  /// `place`: a remark that takes each complaint as its last fact (in_table).
  void note(const KeyFault& fault, const Remark& place) override;

 private:
  std::string file_;
  std::vector<Remark> all_;
};

/// What is wrong one by one: the complaints that the error is made of, else the error itself.
std::vector<Remark> complaints_of(const Error& error);

/// Where in the file a key stands, for TomlKeys: "[remedy]".
inline Remark in_table(std::string_view name) { return remark("desk-file.in-table", name); }

/// `shown`: the file's name in sentences (desk/desk.toml). Errors: absent, not TOML (with its line), too large.
Result<TomlValue> read_toml(FileSystem& files, const Path& path, const std::string& shown);

}  // namespace mingting
