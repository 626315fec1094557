// Looking up entries: one, lists, and whose they are.
#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/names.hpp"
#include "base/text/text.hpp"
#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

constexpr const char* kSelectEntry =
    "SELECT e.id, e.number, e.kind, e.applicant_kind, e.applicant, e.applicant_key, e.wanted, e.received, e.clock_doubtful, "
    "k.key, e.position, e.finished, e.outcome, e.erasure, s.form, s.form_title, s.form_version, s.rules, s.answers, "
    "s.content_release, s.about_item, s.code_hash, "
    "(SELECT n.fields FROM note n WHERE n.entry = e.id AND n.name IN ('corrected-answers', 'restored-answers') "
    "ORDER BY n.n DESC LIMIT 1) "
    "FROM entry e JOIN submission s ON s.entry = e.id LEFT JOIN kiosk k ON k.id = e.kiosk ";

Entry entry_of(Query& row) {
  Entry entry{.id = row.integer(0),
              .number = row.text(1),
              .kind = row.named(2, kEntryKinds),
              .applicant = {row.named(3, kApplicantKinds), row.text(4), row.text(5), row.text(6)},
              .submission = {row.text(14), row.text(15), row.text(16), row.text(17), answers_from_text(row.text(18)),
                             row.text(19), row.text(20)},
              .received = row.instant(7),
              .clock_doubtful = row.integer(8) != 0,
              .code_hash = row.text(21),
              .kiosk_key = row.is_null(9) ? "" : row.text(9),
              .position = row.is_null(10) ? 0 : static_cast<std::uint64_t>(row.integer(10)),
              .finished = row.optional_date(11),
              .outcome = std::nullopt,
              .erased = !row.is_null(13)};
  if (!row.is_null(22) && !entry.erased) {
    const auto corrected = fields_from_text(row.text(22));
    if (const auto answers = corrected.find("answers"); answers != corrected.end()) {
      entry.submission.answers = answers_from_text(answers->second);
    }
  }
  if (!row.is_null(12)) entry.outcome = row.named(12, kReplyKinds);
  return entry;
}

std::vector<Entry> entries_of(Query& rows) {
  std::vector<Entry> all;
  while (rows.next()) all.push_back(entry_of(rows));
  return all;
}

/// For LIKE ... ESCAPE '!': the text itself, nothing of it a wildcard.
std::string anywhere(std::string text) {
  for (const char* special : {"!", "%", "_"}) text = replace_all(std::move(text), special, std::string("!") + special);
  return "%" + text + "%";
}

/// How a text is looked for, row by row: whatever the case of its letters by LIKE; without letters by instr (PostgreSQL: strpos),
/// which is quicker; and numbers, which are ASCII, only by what is ASCII.
struct TextSearch {
  explicit TextSearch(const std::string& text)
      : letters(std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; })),
        columns({"e.wanted", "e.applicant"}),
        value(letters ? anywhere(text) : text) {
    if (std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; })) columns.emplace_back("e.number");
  }
  std::string condition() const {
    std::vector<std::string> either;
    for (const auto& column : columns) {
      either.push_back(letters ? column + " LIKE ? ESCAPE '!'" : "instr(" + column + ", ?) > 0");
    }
    return "(" + join(either, " OR ") + ")";
  }

  bool letters;
  std::vector<std::string> columns;
  std::string value;
};

/// The conditions of a filter, and their values in the same order.
std::string condition_of(const EntryFilter& filter) {
  std::string where = "WHERE 1 = 1";
  if (filter.kind) where += " AND e.kind = ?";
  if (filter.open) where += *filter.open ? " AND e.finished IS NULL" : " AND e.finished IS NOT NULL";
  if (filter.from) where += " AND e.received >= ?";
  if (filter.to) where += " AND e.received < ?";
  if (!filter.text.empty()) where += " AND " + TextSearch(filter.text).condition();
  return where;
}

void give_values(Query& query, const EntryFilter& filter) {
  if (filter.kind) query.with(named(kEntryKinds, *filter.kind).key);
  if (filter.from) query.with(start_of(*filter.from));
  if (filter.to) query.with(start_of(Date{std::chrono::sys_days{*filter.to} + std::chrono::days{1}}));
  if (!filter.text.empty()) {
    const TextSearch search(filter.text);
    for (std::size_t i = 0; i < search.columns.size(); ++i) query.with(search.value);
  }
}

std::optional<std::int64_t> id_of(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && !text.empty() && id > 0 ? std::optional(id) : std::nullopt;
}

/// A receipt number as it is printed, with what numbered_apart() put behind it; what is none stays as typed.
std::string entry_number(const std::string& typed) {
  const auto number = parse_receipt_number(typed);
  const auto mark = typed.find('/');
  return !number ? typed : number->text + (mark == std::string::npos ? "" : ascii_lower(typed.substr(mark)));
}

/// Of the entries with this number, and of those that had to be numbered apart from it.
std::vector<std::string> ids_numbered(RegisterFile& file, const std::string& number) {
  std::vector<std::string> ids;
  auto rows = file.query("SELECT id FROM entry WHERE number = ? OR (number >= ? AND number < ?) ORDER BY id");
  rows.with(number, number + "/", number + "0");  // '0' is the character after '/'
  while (rows.next()) ids.push_back(std::to_string(rows.integer(0)));
  return ids;
}

}  // namespace

tl::unexpected<Error> no_such_entry(std::int64_t id) { return fail(Trouble::NotFound, "register.no-such-entry", id); }

Result<EntryState> changeable_entry(RegisterFile& file, std::int64_t id) {
  auto row = file.query("SELECT kind, erasure FROM entry WHERE id = ?");
  if (!row.with(id).next()) return no_such_entry(id);
  const EntryState state{row.named(0, kEntryKinds), !row.is_null(1)};
  return judge_change(id, state).map([&] { return state; });
}

Result<std::int64_t> SqliteRegister::find(std::string_view text) {
  const auto typed = trimmed(fold_width(text));
  return file_.look("register-action.find", [&]() -> Result<std::int64_t> {
    if (const auto id = id_of(typed)) {
      if (file_.query("SELECT 1 FROM entry WHERE id = ?").with(*id).next()) return *id;
    }
    const auto number = entry_number(typed);
    const auto ids = ids_numbered(file_, number);
    if (ids.size() > 1) return fail(Trouble::Invalid, "register.number-of-several", number, names_told(ids));
    auto row = file_.query("SELECT id FROM entry WHERE number = ?");
    if (row.with(number).next()) return row.integer(0);
    return fail(Trouble::NotFound, "register.not-found", clean_input(typed, Lines::One, 60));
  });
}

Result<Entry> SqliteRegister::entry(std::int64_t id) {
  return file_.look("register-action.read-entry", [&]() -> Result<Entry> {
    auto row = file_.query(std::string(kSelectEntry) + "WHERE e.id = ?");
    if (!row.with(id).next()) return no_such_entry(id);
    return entry_of(row);
  });
}

Result<std::vector<Entry>> SqliteRegister::list(const EntryFilter& filter) {
  return file_.look("register-action.list", [&]() -> Result<std::vector<Entry>> {
    auto rows = file_.query(kSelectEntry + condition_of(filter) + " ORDER BY e.received DESC, e.id DESC LIMIT ? OFFSET ?");
    give_values(rows, filter);
    rows.with(static_cast<std::int64_t>(filter.limit), static_cast<std::int64_t>(filter.offset));
    return entries_of(rows);
  });
}

Result<std::uint64_t> SqliteRegister::count(const EntryFilter& filter) {
  return file_.look("register-action.count", [&]() -> Result<std::uint64_t> {
    auto row = file_.query("SELECT count(*) FROM entry e " + condition_of(filter));
    give_values(row, filter);
    row.next();
    return static_cast<std::uint64_t>(row.integer(0));
  });
}

Result<std::vector<Entry>> SqliteRegister::of_same_applicant(std::int64_t id) {
  return file_.look("register-action.same-applicant", [&]() -> Result<std::vector<Entry>> {
    auto one = file_.query("SELECT applicant_key FROM entry WHERE id = ?");
    if (!one.with(id).next()) return no_such_entry(id);
    const auto key = one.text(0);
    if (key.empty()) return std::vector<Entry>();
    auto rows = file_.query(std::string(kSelectEntry) + "WHERE e.applicant_key = ? AND e.applicant_key <> '' AND "
                             "e.kind = 'application' AND e.id <> ? ORDER BY e.received DESC, e.id DESC");
    rows.with(key, id);
    return entries_of(rows);
  });
}

}  // namespace mingting
