// How is intake.db opened, read and written so that nothing half done stays, and what when a disk fails in the middle?
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/store/held.hpp"
#include "intake/store/schema.hpp"

namespace mingting::vault {

int code_of(const SQLite::Exception& exception);

/// The one connection to the file. `action` is what was tried, for the error's sentence: a code of sealed-store.
class StoreFile {
 public:
  /// See Store::open().
  static Result<std::unique_ptr<StoreFile>> open(const Path& file, std::string vfs);

  /// What the file is known to hold. Whoever has changed the file well says so here: after a flush that failed,
  /// this is what the file must have.
  Standing& standing() { return standing_; }
  const Standing& standing() const { return standing_; }
  int format() const { return format_; }

  /// What `work(db)` reads, behind nothing that is unsettled.
  template <class Work>
  auto read(Work work) -> Result<std::invoke_result_t<Work, SQLite::Database&>>;
  /// The same where reading is possible at all: an export must leave a machine whose disk no longer takes a write.
  template <class Work>
  auto read_unsettled(Work work) -> Result<std::invoke_result_t<Work, SQLite::Database&>>;
  /// Durable as a whole, or nothing of it.
  template <class Work>
  Result<void> write(const char* action, Work work);
  /// The same; a file of before becomes one of today with it. Not when it is opened, since on a full disk it
  /// must open all the same.
  template <class Work>
  Result<void> write_today(const char* action, Work work);
  /// The tables of a new file, and what `work(db)` puts into them.
  template <class Work>
  Result<void> make(Work work);
  Result<void> tidy();

 private:
  StoreFile(Path file, std::string vfs);
  Result<void> connect();
  Result<void> take();
  Result<void> settled_first();
  Result<void> settle();
  Result<void> empty_journal();
  void undo(int code);
  template <class Work>
  auto guarded(const char* action, Work work) -> Result<std::invoke_result_t<Work>>;
  Error trouble(const char* action, int code) const;

  Path file_;
  std::string vfs_;
  std::unique_ptr<SQLite::Database> db_;
  Standing standing_;
  int format_ = 0;  ///< of the file, as it is committed
  bool unsettled_ = false;
};

template <class Work>
auto StoreFile::guarded(const char* action, Work work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const SQLite::Exception& exception) {
    return fail(trouble(action, code_of(exception)));
  }
}

template <class Work>
auto StoreFile::read(Work work) -> Result<std::invoke_result_t<Work, SQLite::Database&>> {
  if (auto settled = settled_first(); !settled) return fail(settled.error());
  return guarded("sealed-store.reading", [&] { return work(*db_); });
}

template <class Work>
auto StoreFile::read_unsettled(Work work) -> Result<std::invoke_result_t<Work, SQLite::Database&>> {
  if (!db_) {
    if (auto settled = settle(); !settled) return fail(settled.error());
  }
  return guarded("sealed-store.reading", [&] { return work(*db_); });
}

template <class Work>
Result<void> StoreFile::write(const char* action, Work work) {
  if (auto settled = settled_first(); !settled) return settled;
  try {
    db_->exec("BEGIN IMMEDIATE");
    work(*db_);
    db_->exec("COMMIT");
    return {};
  } catch (const SQLite::Exception& exception) {
    const int code = code_of(exception);
    const Error error = trouble(action, code);
    undo(code);
    return fail(error);
  }
}

template <class Work>
Result<void> StoreFile::write_today(const char* action, Work work) {
  auto done = write(action, [&](SQLite::Database& db) {
    bring_up_to_date(db, format_);
    work(db);
  });
  if (done && std::exchange(format_, kFormat) != kFormat) standing_.head.latest = Instant{};
  return done;
}

template <class Work>
Result<void> StoreFile::make(Work work) {
  auto done = write("sealed-store.making", [&](SQLite::Database& db) {
    make_tables(db);
    work(db);
  });
  if (done) format_ = kFormat;
  return done;
}

}  // namespace mingting::vault
