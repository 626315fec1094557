// SQLite as library/ uses it: hardened for reading files that may be hostile, fast for writing one file from nothing.
// Functions throw SQLite::Exception inside library/; guarded() turns that into a Result at the module's border.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

class Connection {
 public:
  /// Read-only, immutable, nothing in the file's own schema trusted. Checks the header, the size against the header and
  /// the schema against content_schema(). Errors: a sentence that names the file; Trouble::NewerFormat for a newer one.
  static Result<Connection> open_content(const Path& path);
  /// A new file (an old one is replaced) inside one transaction, without a journal: a file not finished is worthless.
  static Result<Connection> create_content(const Path& path);

  /// A statement ready for binding; kept prepared. One use at a time of the same text. `sql` must be a literal.
  SQLite::Statement& use(const char* sql);
  /// The same for SQL made of names that stored_table.hpp let pass; of the latest kMostMade alone it is kept.
  SQLite::Statement& use_made(const std::string& sql);
  void run(const std::string& sql) { database_->exec(sql); }
  void run(const char* sql) { database_->exec(sql); }
  /// Ends the transaction and closes the file.
  void commit_and_close();
  const Path& path() const { return path_; }
  /// Of the file: a reader of what came with a later format finds nothing in an older file.
  int format() const { return format_; }

 private:
  Connection(Path path, std::unique_ptr<SQLite::Database> database, int format);
  Path path_;
  int format_;
  std::unique_ptr<SQLite::Database> database_;
  static constexpr std::size_t kMostMade = 300;
  std::unordered_map<const char*, SQLite::Statement> statements_;
  std::unordered_map<std::string, SQLite::Statement> made_;  // both after database_: they go first
};

/// The text of a column with whatever it holds, NUL included; "" for NULL.
std::string text_of(SQLite::Statement& row, int column);
/// Valid until the statement moves.
std::string_view bytes_of(SQLite::Statement& row, int column);
void bind_text(SQLite::Statement& statement, int at, std::string_view text);
void bind_blob(SQLite::Statement& statement, int at, std::string_view bytes);

/// What went wrong with the file, as a sentence.
Error database_error(const Path& path, const SQLite::Exception& exception);

/// Runs `work`, which answers a Result; what SQLite or a parser throws becomes an Error that names the file.
template <class Work>
auto guarded(const Path& path, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected<Error>(database_error(path, exception));
  } catch (const std::exception& exception) {
    return fail(Trouble::Invalid, "library.unreadable-row", path.string(), exception.what());
  }
}

}  // namespace mingting
