// Inside the SQLite register only: its file as one connection. Transactions, statements, troubles, and how values stand in
// columns.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "desk/register/order.hpp"
#include "desk/register/sqlite/open.hpp"
#include "domain/identity/document_number.hpp"

namespace mingting {

/// What stands in the file cannot be what this program wrote. Thrown and caught within the register alone.
struct Damaged {
  Remark what;
};

/// A statement borrowed from the connection, with its values; set back when it goes, so that it holds no lock. Throws
/// SQLite::Exception.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(&statement) {}
  Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_) {}
  Query& operator=(Query&&) = delete;
  ~Query();

  template <class... Values>
  Query& with(const Values&... values) {
    (bind(values), ...);
    return *this;
  }
  bool next() { return statement_->executeStep(); }
  void run() { statement_->exec(); }

  bool is_null(int column) { return statement_->getColumn(column).isNull(); }
  std::int64_t integer(int column) { return statement_->getColumn(column).getInt64(); }
  std::string text(int column) { return statement_->getColumn(column).getString(); }
  Instant instant(int column) { return Instant{Milliseconds{integer(column)}}; }
  Date date(int column);
  std::optional<Date> optional_date(int column);
  /// The value of a key that a table of names holds.
  template <class E, std::size_t N>
  E named(int column, const Named<E> (&table)[N]) {
    const auto key = text(column);
    const auto value = value_named(table, key);
    if (!value) throw Damaged{remark("register.unknown-name", key)};
    return *value;
  }

 private:
  void bind(std::int64_t value) { statement_->bind(++bound_, value); }
  void bind(int value) { statement_->bind(++bound_, value); }
  void bind(bool value) { statement_->bind(++bound_, value ? 1 : 0); }
  void bind(std::uint64_t value) { bind(static_cast<std::int64_t>(value)); }
  void bind(const std::string& value) { statement_->bind(++bound_, value); }
  void bind(std::string_view value) { bind(std::string(value)); }
  void bind(const char* value) { bind(std::string(value)); }
  void bind(Instant value) { bind(std::int64_t{value.time_since_epoch().count()}); }
  void bind(Date value) { bind(iso_date(value)); }
  void bind(std::nullopt_t) { statement_->bind(++bound_); }
  template <class T>
  void bind(const std::optional<T>& value) {
    value ? bind(*value) : bind(std::nullopt);
  }

  SQLite::Statement* statement_;
  int bound_ = 0;
};

class RegisterFile {
 public:
  RegisterFile(FileSystem& files, SqliteRegisterOptions options) : files_(files), options_(std::move(options)) {}

  /// Opens what create() made. Changes nothing in a file that is not a register this program can read.
  Result<void> connect();
  /// Makes an empty file a register.
  Result<void> create(const std::string& site);

  Query query(const std::string& sql);
  /// One change: `work` answers a Result; everything it wrote is durable when it and this answer well, and gone otherwise.
  /// Neither this nor look() may be called within another.
  template <class Work>
  auto change(std::string_view action, Work work) -> std::invoke_result_t<Work>;
  /// One reading of one state of the register.
  template <class Work>
  auto look(std::string_view action, Work work) -> std::invoke_result_t<Work>;

 private:
  class Transaction;
  void begin(const char* how);
  void commit();
  void roll_back() noexcept;
  Result<void> sync_folder();
  Result<void> connect_file(int flags);
  Result<void> ready();
  Result<void> judge_format();
  Result<void> migrate();
  void write_schema(const std::string& site);
  Error trouble(std::string_view action, int code) const;
  Error damaged(const Remark& what) const;
  template <class Work>
  auto guarded(std::string_view action, Work work) -> std::invoke_result_t<Work>;
  template <class Work>
  auto within(const char* begin, std::string_view action, Work work) -> std::invoke_result_t<Work>;

  FileSystem& files_;
  SqliteRegisterOptions options_;
  std::unique_ptr<SQLite::Database> db_;
  std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> statements_;  ///< go before db_
  bool open_ = false;  ///< a transaction is
};

/// Rolled back unless it was committed, whatever leaves the block.
class RegisterFile::Transaction {
 public:
  Transaction(RegisterFile& file, const char* how) : file_(file) { file_.begin(how); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (file_.open_) file_.roll_back();
  }
  void commit() { file_.commit(); }

 private:
  RegisterFile& file_;
};

template <class Work>
auto RegisterFile::guarded(std::string_view action, Work work) -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    const int extended = exception.getExtendedErrorCode();
    return fail(trouble(action, extended > 0 ? extended : exception.getErrorCode()));
  } catch (const Damaged& damage) {
    return fail(damaged(damage.what));
  }
}

/// The reason of a failure is read before anything is rolled back, which has reasons of its own.
template <class Work>
auto RegisterFile::within(const char* begin, std::string_view action, Work work) -> std::invoke_result_t<Work> {
  if (open_) return fail("register.in-another-change", remark(action));
  return guarded(action, [&]() -> std::invoke_result_t<Work> {
    Transaction transaction(*this, begin);
    return guarded(action, [&]() -> std::invoke_result_t<Work> {
      auto result = work();
      if (result) transaction.commit();
      return result;
    });
  });
}

template <class Work>
auto RegisterFile::change(std::string_view action, Work work) -> std::invoke_result_t<Work> {
  return within("BEGIN IMMEDIATE", action, work);
}

template <class Work>
auto RegisterFile::look(std::string_view action, Work work) -> std::invoke_result_t<Work> {
  return within("BEGIN", action, work);
}

// ---- values in columns (values.cpp) ----------------------------------------------------------------------------

std::string fields_as_text(const StepFields& fields);
StepFields fields_from_text(const std::string& text);
std::string answers_as_text(const std::vector<SubmittedAnswer>& answers);
std::vector<SubmittedAnswer> answers_from_text(const std::string& text);
std::string exports_as_text(const std::vector<EarlierExport>& exports);
std::vector<EarlierExport> exports_from_text(const std::string& text);
std::string disclosure_as_text(const DisclosureTable& table);
DisclosureTable disclosure_from_text(const std::string& text);
std::string report_as_text(const AnnualReport& report);
AnnualReport report_from_text(const std::string& text);

// ---- shared between subjects; all inside a transaction -----------------------------------------------------------------

/// The number after the highest in `column` of `table`: ids are given under the write lock and never given again.
std::int64_t next_id(RegisterFile& file, const std::string& table);
/// Trouble::NotFound.
tl::unexpected<Error> no_such_entry(std::int64_t id);
/// Errors when there is none, or when its content was erased: then nothing is added to it any more.
Result<EntryState> changeable_entry(RegisterFile& file, std::int64_t id);
Result<std::vector<Step>> read_steps(RegisterFile& file, std::int64_t entry);
void insert_note(RegisterFile& file, std::int64_t entry, const Note& note);
/// Another query code, see Register::renew_code.
void keep_code(RegisterFile& file, std::int64_t entry, const std::string& code_hash, const Note& note);
void insert_step(RegisterFile& file, std::int64_t entry, int number, const Step& step);
/// Writes down what follows from the steps and is looked up often: facts, never deadlines.
void keep_facts(RegisterFile& file, std::int64_t entry, const Case& one);

/// Columns of a kiosk, for a condition to follow, and what they say.
inline const std::string kSelectKiosk =
    "SELECT id, key, name, enrolled_by, enrolled, number, held_from, exports FROM kiosk ";
EnrolledKiosk kiosk_of(Query& row);
/// Keeps what a kiosk counted; of two counts of one thing in one week the greater stands.
void keep_uses(RegisterFile& file, std::int64_t kiosk, const std::vector<WeekOfUses>& weeks);
/// The kiosk of this id as its records stand.
KioskChain read_chain(RegisterFile& file, std::int64_t kiosk);

/// The next number of the prefix in the year; given up again when the transaction is.
struct PaperNumber {
  DocumentNumber number;
  std::string text;  ///< "" for a paper without a number
};
PaperNumber next_paper_number(RegisterFile& file, const DocumentDraft& draft);
/// What a paper goes with: step 0 when it belongs to none.
struct PaperPlace {
  std::int64_t entry = 0;
  int step = 0;
  const Case& one;
};
Result<IssuedDocument> issue_paper(RegisterFile& file, const PaperPlace& place, const DocumentDraft& draft,
                                   const PaperNumber& number);

}  // namespace mingting
