// What comes into the register: enrolled kiosks, their exports, and what the office takes in itself.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text/text.hpp"
#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

/// How an entry came, besides what was handed in.
struct Origin {
  std::optional<std::int64_t> kiosk;
  std::optional<std::uint64_t> position;
  std::string record_hash;
};

struct Taking {
  RegisterFile& file;
  const Clerk& clerk;
  const Reckoning& with;
};

void insert_entry(const Taking& taking, const Entry& entry, const Origin& origin) {
  taking.file
      .query("INSERT INTO entry (id, number, kind, applicant_kind, applicant, applicant_key, wanted, received, clock_doubtful, "
             "kiosk, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(entry.id, entry.number, named(kEntryKinds, entry.kind).key, named(kApplicantKinds, entry.applicant.kind).key,
            entry.applicant.name, entry.applicant.key, entry.applicant.wanted, entry.received, entry.clock_doubtful, origin.kiosk,
            origin.position)
      .run();
  const auto& submission = entry.submission;
  taking.file
      .query("INSERT INTO submission (entry, form, form_title, form_version, rules, answers, content_release, about_item, "
             "code_hash, record_hash, taken_by, taken) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(entry.id, submission.form, submission.form_title, submission.form_version, submission.rules,
            answers_as_text(submission.answers), submission.content_release, submission.about_item, entry.code_hash,
            origin.record_hash, taking.clerk.name, taking.clerk.now)
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

// ---- an export ---------------------------------------------------------------------------------------------------------

struct Held {
  std::string number, hash;
};

std::optional<Held> held_record(RegisterFile& file, std::int64_t kiosk, std::uint64_t position) {
  auto row = file.query("SELECT e.number, s.record_hash FROM entry e JOIN submission s ON s.entry = e.id "
                        "WHERE e.kiosk = ? AND e.position = ?");
  if (!row.with(kiosk, position).next()) return std::nullopt;
  return Held{row.text(0), row.text(1)};
}

class Import {
 public:
  Import(const Taking& taking, const EnrolledKiosk& kiosk, std::int64_t kiosk_id)
      : taking_(taking), kiosk_(kiosk), kiosk_id_(kiosk_id), next_(next_id(taking.file, "entry")) {}

  ImportReport run(const OpenedExport& opened) {
    for (const auto& record : opened.records) take(record);
    for (const auto& fault : opened.faults) add_fault_of_export(fault);
    std::stable_sort(report_.faults.begin(), report_.faults.end(),
                     [](const RecordFault& a, const RecordFault& b) { return a.position < b.position; });
    return std::move(report_);
  }

 private:
  void take(const OpenedRecord& record) {
    if (const auto held = held_record(taking_.file, kiosk_id_, record.position)) return compare(record, *held);
    if (record.position == 0 || record.position > std::numeric_limits<std::int64_t>::max()) {
      return complain(record, remark("register-import.bad-position"));
    }
    if (is_taken(taking_.file, record.number)) {
      return complain(record, remark("register-import.number-of-another", record.number));
    }
    add(record);
  }
  void compare(const OpenedRecord& record, const Held& held) {
    if (held.number == record.number && held.hash == record.hash) {
      ++report_.held;
    } else {
      complain(record, remark("register-import.differs", record.position, held.number));
    }
  }
  void add(const OpenedRecord& record) {
    Entry entry{.id = next_++,
                .number = record.number,
                .kind = entry_kind_of(record.submission),
                .applicant = applicant_of(record.submission),
                .submission = record.submission,
                .received = record.received,
                .clock_doubtful = record.clock_doubtful,
                .code_hash = record.code_hash,
                .finished = std::nullopt,
                .outcome = std::nullopt};
    insert_entry(taking_, entry, {kiosk_id_, record.position, record.hash});
    ++report_.added;
    report_.ids.push_back(entry.id);
    if (entry.kind == EntryKind::Application) begin(record, entry.id);
  }
  void begin(const OpenedRecord& record, std::int64_t id) {
    const Step arrived{local_date(record.received), kiosk_.name, taking_.clerk.now, Arrived{}};
    const auto begun = begin_case(taking_, id, arrived);
    if (!begun) complain(record, remark("register-import.without-arrival", begun.error()));
  }
  void complain(const OpenedRecord& record, Remark what) { report_.faults.push_back({record.position, std::move(what)}); }
  void add_fault_of_export(const RecordFault& fault) {
    const bool held = held_record(taking_.file, kiosk_id_, fault.position).has_value();
    report_.faults.push_back({fault.position, held ? remark("register-import.held", fault.what) : fault.what});
  }

  const Taking& taking_;
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

// ---- kiosks --------------------------------------------------------------------------------------------------------------

Result<void> SqliteRegister::enrol(const std::string& key, const std::string& name, const Clerk& clerk) {
  if (auto fine = judge_kiosk(key, name); !fine) return fine;
  return file_.change("register-action.enrol", [&]() -> Result<void> {
    file_.query("INSERT INTO kiosk (id, key, name, enrolled_by, enrolled) VALUES (?, ?, ?, ?, ?) "
                 "ON CONFLICT (key) DO UPDATE SET name = excluded.name")
        .with(next_id(file_, "kiosk"), key, name, clerk.name, clerk.now)
        .run();
    return {};
  });
}

Result<std::vector<EnrolledKiosk>> SqliteRegister::kiosks() {
  return file_.look("register-action.kiosks", [&]() -> Result<std::vector<EnrolledKiosk>> {
    std::vector<EnrolledKiosk> all;
    auto rows = file_.query("SELECT key, name, enrolled_by, enrolled FROM kiosk ORDER BY id");
    while (rows.next()) all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.instant(3)});
    return all;
  });
}

// ---- taking in -----------------------------------------------------------------------------------------------------------

Result<ImportReport> SqliteRegister::import(const OpenedExport& opened, const Clerk& clerk, const Reckoning& with) {
  return file_.change("register-action.import", [&]() -> Result<ImportReport> {
    auto row = file_.query("SELECT id, key, name, enrolled_by, enrolled FROM kiosk WHERE key = ?");
    if (!row.with(opened.kiosk_key).next()) {
      return fail(Trouble::Untrusted, "register.unknown-kiosk", clean_input(opened.kiosk_name, Lines::One, 60),
                  opened.kiosk_fingerprint);
    }
    const EnrolledKiosk kiosk{row.text(1), row.text(2), row.text(3), row.instant(4)};
    const Taking taking{file_, clerk, with};
    return Import(taking, kiosk, row.integer(0)).run(opened);
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

// ---- telling the kiosks --------------------------------------------------------------------------------------------------

Result<std::vector<Acknowledgement>> SqliteRegister::acknowledgements() {
  return file_.look("register-action.acknowledgements", [&]() -> Result<std::vector<Acknowledgement>> {
    std::vector<Acknowledgement> all;
    auto kiosks = file_.query("SELECT id, key FROM kiosk ORDER BY id");
    while (kiosks.next()) {
      const auto kiosk = kiosks.integer(0);
      std::uint64_t whole = 0;  // every record up to here is held
      auto rows = file_.query("SELECT position FROM entry WHERE kiosk = ? ORDER BY position");
      rows.with(kiosk);
      while (rows.next() && rows.integer(0) == static_cast<std::int64_t>(whole) + 1) ++whole;
      if (whole == 0) continue;
      all.push_back({kiosks.text(1), whole, held_record(file_, kiosk, whole).value().hash});
    }
    return all;
  });
}

}  // namespace mingting
