// What comes into the register: enrolled kiosks, their exports, and what the office takes in itself.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text/text.hpp"
#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostNumber = 20;

/// Where in a kiosk's chain an entry came from.
struct Origin {
  std::optional<std::int64_t> kiosk;
  std::optional<std::uint64_t> position;
};

struct Taking {
  RegisterFile& file;
  const Clerk& clerk;
  const Reckoning& with;
};

void insert_entry(const Taking& taking, const Entry& entry, const Origin& origin) {
  taking.file
      .query(
          "INSERT INTO entry (id, number, kind, applicant_kind, applicant, applicant_key, wanted, received, "
          "clock_doubtful, "
          "kiosk, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(entry.id, entry.number, named(kEntryKinds, entry.kind).key,
            named(kApplicantKinds, entry.applicant.kind).key, entry.applicant.name, entry.applicant.key,
            entry.applicant.wanted, entry.received, entry.clock_doubtful, origin.kiosk, origin.position)
      .run();
  const auto& submission = entry.submission;
  taking.file
      .query(
          "INSERT INTO submission (entry, form, form_title, form_version, rules, answers, content_release, "
          "about_item, "
          "code_hash, taken_by, taken) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(entry.id, submission.form, submission.form_title, submission.form_version, submission.rules,
            answers_as_text(submission.answers), submission.content_release, submission.about_item,
            entry.code_hash, taking.clerk.name, taking.clerk.now)
      .run();
}

/// The first step of an application, judged as any other.
Result<void> begin_case(const Taking& taking, std::int64_t id, const Step& arrived) {
  const auto begun = record(Case{}, arrived, taking.with);
  if (!begun) return fail(begun.error());
  insert_step(taking.file, id, 1, begun->steps.back());
  keep_facts(taking.file, id, *begun);
  return {};
}

bool is_taken(RegisterFile& file, const std::string& number) {
  return file.query("SELECT 1 FROM entry WHERE number = ?").with(number).next();
}

// ---- an export
// ---------------------------------------------------------------------------------------------------------

class Import {
 public:
  Import(const Taking& taking, const OpenedExport& opened, const EnrolledKiosk& kiosk, std::int64_t kiosk_id)
      : taking_(taking),
        opened_(opened),
        kiosk_(kiosk),
        kiosk_id_(kiosk_id),
        next_(next_id(taking.file, "entry")) {}

  ImportReport run() {
    for (const auto& record : opened_.records) take(record);
    for (const auto& fault : opened_.faults) add_fault_of_export(fault);
    const auto by_position = [](const RecordFault& a, const RecordFault& b) {
      return a.position < b.position;
    };
    std::stable_sort(report_.faults.begin(), report_.faults.end(), by_position);
    keep_head();
    for (const auto& end : opened_.past) keep_succession(end);
    keep_uses(taking_.file, kiosk_id_, opened_.uses);
    report_.weeks_of_uses = opened_.uses.size();
    report_.chain = read_chain(taking_.file, kiosk_id_);
    return std::move(report_);
  }

 private:
  /// Its hash says which record it is: it covers position, number, what was sealed, and all records before
  /// it.
  void take(const OpenedRecord& record) {
    if (record.position == 0 || record.position > std::numeric_limits<std::int64_t>::max()) {
      return complain(record, remark("register-import.bad-position"));
    }
    if (is_held(record)) {
      ++report_.held;
      taking_.file
          .query(
              "UPDATE record SET previous = ? WHERE kiosk = ? AND position = ? AND hash = ? AND previous = "
              "''")
          .with(record.previous, kiosk_id_, record.position, record.hash)
          .run();
      return;
    }
    if (record.kind == RecordKind::QueryCode) return renew(record);
    add(record);
  }
  /// The record is held with the entry whose code it renews; what it says counts unless the office has given
  /// a code itself, which nobody can do before the record was made.
  void renew(const OpenedRecord& record) {
    const auto entry = entry_renewed(record);
    if (!entry) return complain(record, remark("register-import.code-of-none", record.number));
    hold(record, *entry);
    report_.remarks.push_back({record.position, remark("register-import.new-code", record.number)});
    if (has_code_of_office(*entry) || !changeable_entry(taking_.file, *entry)) return;
    keep_code(taking_.file, *entry, record.code_hash,
              {local_date(record.received), kiosk_.name, taking_.clerk.now, std::string(kCodeNote), {}});
  }
  bool has_code_of_office(std::int64_t entry) {
    auto rows = taking_.file.query("SELECT fields FROM note WHERE entry = ? AND name = ?");
    rows.with(entry, kCodeNote);
    while (rows.next()) {
      if (fields_from_text(rows.text(0)).contains("proof")) return true;
    }
    return false;
  }
  /// The entry of this number that the record's own chain leads back to: where a number was given twice, each
  /// code goes to its own. Where the chain is not held so far back (it ended, or a part is missing), the only
  /// entry of that number.
  std::optional<std::int64_t> entry_renewed(const OpenedRecord& record) {
    auto hash = record.previous;
    for (auto position = record.position - 1; position > 0; --position) {
      auto row = taking_.file.query(
          "SELECT r.previous, e.id, e.number FROM record r JOIN entry e ON e.id = r.entry "
          "WHERE r.kiosk = ? AND r.position = ? AND r.hash = ?");
      if (!row.with(kiosk_id_, position, hash).next()) break;
      const auto number = row.text(2);
      if (number.substr(0, number.find('/')) == record.number) return row.integer(1);
      hash = row.text(0);
    }
    auto row = taking_.file.query("SELECT id FROM entry WHERE number = ? OR (number >= ? AND number < ?)");
    row.with(record.number, record.number + "/", record.number + "0");  // '0' is the character after '/'
    if (!row.next()) return std::nullopt;
    const auto only = row.integer(0);
    return row.next() ? std::nullopt : std::optional(only);
  }
  void hold(const OpenedRecord& record, std::int64_t entry) {
    taking_.file.query("INSERT INTO record (kiosk, position, hash, previous, entry) VALUES (?, ?, ?, ?, ?)")
        .with(kiosk_id_, record.position, record.hash, record.previous, entry)
        .run();
  }
  bool is_held(const OpenedRecord& record) {
    auto row = taking_.file.query("SELECT 1 FROM record WHERE kiosk = ? AND position = ? AND hash = ?");
    return row.with(kiosk_id_, record.position, record.hash).next();
  }
  void add(const OpenedRecord& record) {
    Entry entry{.id = next_++,
                .number = free_number(record),
                .kind = entry_kind_of(record.submission),
                .applicant = applicant_of(record.submission),
                .submission = record.submission,
                .received = record.received,
                .clock_doubtful = record.clock_doubtful,
                .code_hash = record.code_hash,
                .finished = std::nullopt,
                .outcome = std::nullopt};
    insert_entry(taking_, entry, {kiosk_id_, record.position});
    hold(record, entry.id);
    if (record.clock_doubtful) note_clock(record, entry.id);
    ++report_.added;
    report_.ids.push_back(entry.id);
    if (entry.kind == EntryKind::Application) begin(record, entry.id);
  }
  /// Both readings help to tell when it really was.
  void note_clock(const OpenedRecord& record, std::int64_t entry) {
    insert_note(taking_.file, entry,
                {local_date(record.received),
                 kiosk_.name,
                 taking_.clerk.now,
                 "clock",
                 {{"shown", iso_local_time(record.clock)}, {"trusted", iso_local_time(record.trusted)}}});
  }
  /// Two machines may have given one number, and one machine that was put back gives it again: no visitor is
  /// kept out for that.
  std::string free_number(const OpenedRecord& record) {
    if (!is_taken(taking_.file, record.number)) return record.number;
    for (int tries = 1;; ++tries) {
      auto apart = numbered_apart(record.number, opened_.kiosk_fingerprint, tries);
      if (is_taken(taking_.file, apart)) continue;
      report_.remarks.push_back(
          {record.position, remark("register-import.numbered-apart", record.number, apart)});
      return apart;
    }
  }
  void begin(const OpenedRecord& record, std::int64_t id) {
    const Step arrived{local_date(record.received), kiosk_.name, taking_.clerk.now, Arrived{}};
    const auto begun = begin_case(taking_, id, arrived);
    if (!begun) complain(record, remark("register-import.without-arrival", begun.error()));
  }
  void complain(const OpenedRecord& record, Remark what) {
    report_.faults.push_back({record.position, std::move(what)});
  }
  void add_fault_of_export(const RecordFault& fault) {
    auto row = taking_.file.query("SELECT 1 FROM record WHERE kiosk = ? AND position = ?");
    const bool held = row.with(kiosk_id_, fault.position).next();
    report_.faults.push_back(
        {fault.position, held ? remark("register-import.held", fault.what) : fault.what});
  }
  /// What the latest export says of its kiosk. It begins at a later position than those before it or at the
  /// same, since a kiosk forgets the oldest first; an older stick that is read again says nothing new.
  void keep_head() {
    taking_.file
        .query("UPDATE kiosk SET number = ?, held_from = ?, exports = ? WHERE id = ? AND held_from <= ?")
        .with(clean_input(opened_.kiosk_name, Lines::One, kMostNumber), opened_.first,
              exports_as_text(opened_.exports), kiosk_id_, opened_.first)
        .run();
  }
  void keep_succession(const ChainEnd& end) {
    taking_.file
        .query(
            "INSERT INTO succession (kiosk, successor, position, hash, clerk, recorded) SELECT id, ?, ?, ?, "
            "?, ? FROM kiosk "
            "WHERE key = ? AND id <> ? ON CONFLICT DO NOTHING")
        .with(kiosk_id_, end.position, end.hash, taking_.clerk.name, taking_.clerk.now, end.kiosk_key,
              kiosk_id_)
        .run();
  }

  const Taking& taking_;
  const OpenedExport& opened_;
  const EnrolledKiosk& kiosk_;
  std::int64_t kiosk_id_, next_;
  ImportReport report_;
};

}  // namespace

std::int64_t next_id(RegisterFile& file, const std::string& table) {
  auto row = file.query(fmt::format("SELECT coalesce(max(id), 0) + 1 FROM {}", table));
  row.next();
  return row.integer(0);
}

// ---- kiosks
// --------------------------------------------------------------------------------------------------------------

Result<void> SqliteRegister::enrol(const std::string& key, const std::string& name, const Clerk& clerk,
                                   const std::string& number) {
  if (auto fine = judge_kiosk(key, name); !fine) return fine;
  return file_.change("register-action.enrol", [&]() -> Result<void> {
    file_
        .query(
            "INSERT INTO kiosk (id, key, name, enrolled_by, enrolled, number) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET name = excluded.name")
        .with(next_id(file_, "kiosk"), key, name, clerk.name, clerk.now, number)
        .run();
    return {};
  });
}

Result<std::vector<EnrolledKiosk>> SqliteRegister::kiosks() {
  return file_.look("register-action.kiosks", [&]() -> Result<std::vector<EnrolledKiosk>> {
    std::vector<EnrolledKiosk> all;
    auto rows = file_.query(kSelectKiosk + "ORDER BY id");
    while (rows.next()) all.push_back(kiosk_of(rows));
    return all;
  });
}

// ---- taking in
// -----------------------------------------------------------------------------------------------------------

Result<ImportReport> SqliteRegister::import(const OpenedExport& opened, const Clerk& clerk,
                                            const Reckoning& with) {
  return file_.change("register-action.import", [&]() -> Result<ImportReport> {
    auto row = file_.query(kSelectKiosk + "WHERE key = ?");
    if (!row.with(opened.kiosk_key).next()) {
      return fail(Trouble::Untrusted, "register.unknown-kiosk",
                  clean_input(opened.kiosk_name, Lines::One, 60), opened.kiosk_fingerprint);
    }
    const auto kiosk = kiosk_of(row);
    const Taking taking{file_, clerk, with};
    return Import(taking, opened, kiosk, row.integer(0)).run();
  });
}

Result<int> SqliteRegister::next_serial(const std::string& beginning) {
  return file_.look("register-action.serial", [&]() -> Result<int> {
    int last = 0;
    // '.' is the character after '-': all numbers that begin so.
    auto rows = file_.query("SELECT number FROM entry WHERE number >= ? AND number < ?");
    rows.with(beginning + "-", beginning + ".");
    while (rows.next()) last = std::max(last, serial_of(rows.text(0)));
    return last + 1;
  });
}

Result<Entry> SqliteRegister::add(const NewEntry& entry, const Clerk& clerk, const Reckoning& with) {
  if (auto fine = judge_new(entry, clerk); !fine) return fail(fine.error());
  return file_.change("register-action.add", [&]() -> Result<Entry> {
    if (is_taken(file_, entry.number)) {
      return fail(Trouble::Busy, "register.number-taken", entry.number);
    }
    const Entry added{.id = next_id(file_, "entry"),
                      .number = entry.number,
                      .kind = entry.kind,
                      .applicant = applicant_of(entry.submission),
                      .submission = entry.submission,
                      .received = entry.on == local_date(clerk.now) ? clerk.now : start_of(entry.on),
                      .code_hash = entry.code_hash,
                      .finished = std::nullopt,
                      .outcome = std::nullopt};
    const Taking taking{file_, clerk, with};
    insert_entry(taking, added, {});
    if (entry.kind != EntryKind::Application) return added;
    const auto begun = begin_case(taking, added.id, {entry.on, clerk.name, clerk.now, entry.arrived});
    if (!begun) return fail(begun.error());
    return added;
  });
}

}  // namespace mingting
