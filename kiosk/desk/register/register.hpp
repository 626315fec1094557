// The register: what the office received, what it did and what it sent out, in one SQLite file that several clerks use at
// once. All SQL of the desk is written behind this header, kept standard. Facts only: deadlines are reckoned when they are
// asked for, so that new holiday data never leaves a stale one behind. 条例 Art. 45: registration, review, handling, reply,
// archive.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "domain/year/report.hpp"
#include "domain/case/clock.hpp"
#include "domain/identity/document_number.hpp"
#include "domain/case/step_record.hpp"
#include "domain/form/submission.hpp"
#include "intake/export_reader.hpp"

namespace mingting {

struct RegisterOptions {
  Path file;
  /// How long a command waits while another clerk's is being written.
  Milliseconds patience{10'000};
  /// Another SQLite file layer, by name; "" for the usual one. Tests break disks with it.
  std::string sqlite_vfs = "";
};

/// Who records, and when.
struct Clerk {
  std::string name;
  Instant now{};
};

/// A kiosk whose exports are taken.
struct EnrolledKiosk {
  std::string key;  ///< base64 Ed25519
  std::string name;  ///< as the office calls it: 一楼大厅
  std::string enrolled_by;
  Instant enrolled{};
  bool operator==(const EnrolledKiosk&) const = default;
};

/// By the rules of the form: application, feedback, comment (on a draft decision), letter (区长信箱).
enum class EntryKind { Application, Feedback, Comment, Letter };

inline constexpr Named<EntryKind> kEntryKinds[] = {
    {EntryKind::Application, "application", "信息公开申请"},
    {EntryKind::Feedback, "feedback", "意见反馈"},
    {EntryKind::Comment, "comment", "征求意见留言"},
    {EntryKind::Letter, "letter", "区长信箱来信"},
};

/// Who hands it in and what is wanted, read out of the answers of a form. `key`: one spelling for one person (normal form of
/// the identity number or credit code, else the name and phone); "" when nothing identifies them.
struct Applicant {
  ApplicantKind kind = ApplicantKind::Person;
  std::string name;
  std::string key;
  std::string wanted;  ///< what was asked for, on one line, at most 200 code points
  bool operator==(const Applicant&) const = default;
};
Applicant applicant_of(const Submission& submission);

/// What came in, as it came. After erasure `submission.answers` is empty and `applicant` has its kind alone.
struct Entry {
  std::int64_t id = 0;      ///< 1, 2, 3 ... in this register
  std::string number;       ///< the receipt number
  EntryKind kind = EntryKind::Application;
  Applicant applicant;
  Submission submission;
  Instant received{};
  bool clock_doubtful = false;
  std::string code_hash;    ///< of the query code (64 hex digits); "" when none was given
  std::string kiosk_key;    ///< "" when it came another way
  std::uint64_t position = 0;  ///< in that kiosk's chain
  std::optional<Date> finished;  ///< of an application: Case::finished; of the others: the day it was answered
  std::optional<ReplyKind> outcome;
  bool erased = false;
  bool operator==(const Entry&) const = default;
};

/// What the office takes in itself: by post, fax, internet, spoken, or in person at the desk.
struct NewEntry {
  Submission submission;
  EntryKind kind = EntryKind::Application;
  Arrived arrived;             ///< for an application
  Date on{};                   ///< the day it arrived
  std::string number;          ///< made by the caller: make_receipt_number with Register::next_serial is offered below
  std::string code_hash;
};

struct EntryFilter {
  std::optional<EntryKind> kind;
  std::optional<bool> open;    ///< true: not finished; false: finished
  std::string text;            ///< part of the number, the name or what was wanted
  std::optional<Date> from, to;  ///< of receipt, both included
  std::size_t limit = 50, offset = 0;
};

struct ImportReport {
  std::uint64_t added = 0;
  std::uint64_t held = 0;              ///< were in the register already
  std::vector<RecordFault> faults;     ///< of the export, and records held that now differ
  std::vector<std::int64_t> ids;       ///< of the added ones
};

/// What is told to an entry's log beyond an application's steps: an answer to feedback, its publication, a promise.
struct Note {
  Date on{};
  std::string by;
  Instant recorded{};
  std::string name;   ///< promised, answered, published ...
  StepFields fields;
  bool operator==(const Note&) const = default;
};

/// The note that keeps corrected answers, in its field "answers": personal data, not for lists.
inline constexpr std::string_view kCorrectedNote = "corrected-answers";
/// A correction was taken back: the answers as they came stand again.
inline constexpr std::string_view kRestoredNote = "restored-answers";

/// A paper that went out. `content`: all it says, so that it can be made again exactly as it was. Never deleted, so numbers
/// have no gaps; one whose step was taken back is void.
struct IssuedDocument {
  std::int64_t id = 0, entry = 0;
  int step = 0;           ///< number of the step it belongs to; 0 for none
  std::string kind;       ///< key of DocumentKind
  std::string number;     ///< 南公开复〔2026〕3号; "" for one without
  Date on{};
  std::string content;    ///< JSON; "" after erasure
  bool is_void = false;
  bool operator==(const IssuedDocument&) const = default;
};

/// A paper to be issued together with a step, in the same transaction. `content` is called with the number it got; it may read
/// the same Register, which then shows the step as recorded, and when it fails nothing is recorded and no number used up.
struct DocumentDraft {
  std::string kind;
  std::string prefix;     ///< of its number: 南公开复; "" for one without a number
  Date on{};
  std::function<Result<std::string>(const std::string& number)> content;
  std::vector<DocumentDraft> also{};  ///< issued with it, each numbered by itself; all of them or none
};

struct Recorded {
  Case after;
  int step = 0;           ///< the number of the step that was recorded
  std::optional<IssuedDocument> document;
  std::vector<IssuedDocument> also{};  ///< in the order of DocumentDraft::also
};

struct OpenCase {
  std::int64_t id = 0;
  std::string number;
  Applicant applicant;
  std::vector<Step> steps;
};

/// A review or suit about a reply, for part 4 of the report. Changed by recording it anew with the same id.
struct RegisteredDispute {
  std::int64_t id = 0;
  std::int64_t entry = 0;  ///< 0 when it belongs to none here
  DisputeKind kind = DisputeKind::Review;
  Date opened{};
  std::optional<Date> closed;
  DisputeOutcome outcome = DisputeOutcome::Open;
  std::string note;
  bool operator==(const RegisteredDispute&) const = default;
};

/// What of a kiosk's chain is safe in the register: every record up to `position`, whose hash this is.
struct Acknowledgement {
  std::string kiosk_key;
  std::uint64_t position = 0;
  std::string hash;  ///< of the record there: 64 hex digits
  bool operator==(const Acknowledgement&) const = default;
};

struct Erasure {
  Instant done{};
  std::string by, basis;
  std::uint64_t entries = 0;
  bool operator==(const Erasure&) const = default;
};

/// What statistics of a period need of an entry.
struct PeriodEntry {
  EntryKind kind = EntryKind::Application;
  Instant received{};
  bool kiosk = false;            ///< handed in at a kiosk
  std::optional<Date> finished;
  std::vector<Step> steps;       ///< of an application
  int rating = 0;                ///< of feedback: 1 to 5; 0 for none
};

/// One connection. Rollback journal, synchronous=FULL, secure_delete; every change is one transaction that is durable when
/// the function answers well and left no trace when it did not. Readers see whole transactions. Errors: Trouble::Busy when
/// another clerk's writing lasted longer than the patience, NewerFormat, NotFound, ReadOnly, DiskFull, Invalid.
class Register {
 public:
  /// Makes a new file, of its owner alone; an existing one is never replaced.
  static Result<Register> create(FileSystem& files, const RegisterOptions& options, const std::string& site);
  static Result<Register> open(FileSystem& files, const RegisterOptions& options);
  Register(Register&&) noexcept;
  Register& operator=(Register&&) noexcept;
  ~Register();

  // ---- kiosks
  Result<void> enrol(const std::string& key, const std::string& name, const Clerk& clerk);  ///< again: renames
  Result<std::vector<EnrolledKiosk>> kiosks();

  // ---- what comes in
  /// Takes the records that are not held yet; all of them or none. An application begins with the step Arrived (in person, on
  /// the day of receipt, by the kiosk). Trouble::Untrusted when the kiosk is not enrolled. A record held under the same
  /// place but with other content is a fault; the held one stays.
  Result<ImportReport> import(const OpenedExport& opened, const Clerk& clerk, const Reckoning& with);
  /// The serial after the highest given to a number that begins so: "NM-D01-20261123".
  Result<int> next_serial(const std::string& beginning);
  Result<Entry> add(const NewEntry& entry, const Clerk& clerk, const Reckoning& with);

  // ---- looking up
  /// By id ("17") or receipt number, however it was typed. Trouble::NotFound.
  Result<std::int64_t> find(std::string_view text);
  Result<Entry> entry(std::int64_t id);
  Result<std::vector<Entry>> list(const EntryFilter& filter);  ///< newest first
  Result<std::uint64_t> count(const EntryFilter& filter);
  Result<std::vector<OpenCase>> open_cases();                   ///< applications not finished, oldest first
  /// The same applicant's other applications, newest first. Empty when nothing identifies them.
  Result<std::vector<Entry>> of_same_applicant(std::int64_t id);
  Result<std::vector<Step>> steps(std::int64_t id);
  Result<std::vector<Note>> notes(std::int64_t id);

  // ---- what is done
  /// Reads the case, judges the step by the law and records it, with the paper that goes with it. A Replied without a number
  /// gets the paper's. TakenBack makes the papers of the step void.
  /// `corrected`: what the applicant put right with the step; kept beside what came in, and what entries tell from then on.
  Result<Recorded> record(std::int64_t id, const Step& step, const Reckoning& with, const DocumentDraft* draft = nullptr,
                          const Submission* corrected = nullptr);
  /// A paper without a step: the registration form, the receipt.
  Result<IssuedDocument> issue(std::int64_t id, const DocumentDraft& draft);
  Result<std::vector<IssuedDocument>> documents(std::int64_t id);  ///< of one entry; 0: of all, by number
  /// For feedback, comments and letters; `finishes`: it is answered with this.
  Result<void> note(std::int64_t id, const Note& note, bool finishes);

  // ---- the year
  /// What came in by the end of the period and was not finished before it began, oldest first.
  Result<std::vector<PeriodEntry>> active_between(Date from, Date to);
  Result<std::vector<CaseFigures>> figures();  ///< of all applications
  Result<void> set_disclosure(std::chrono::year year, const DisclosureTable& table, const Clerk& clerk);
  /// Changes some of the year's figures without losing those another clerk enters; gives all of them.
  Result<DisclosureTable> change_disclosure(std::chrono::year year, const std::function<void(DisclosureTable&)>& enter,
                                            const Clerk& clerk);
  Result<std::optional<DisclosureTable>> disclosure(std::chrono::year year);
  Result<std::int64_t> record_dispute(const RegisteredDispute& dispute, const Clerk& clerk);
  Result<std::vector<RegisteredDispute>> disputes();
  /// The report as it went out, to compare the next year's with.
  Result<void> keep_report(const AnnualReport& report, const Clerk& clerk);
  Result<std::optional<AnnualReport>> kept_report(std::chrono::year year);
  /// Fees for processing information that were paid in the year, in yuan; payments taken back not counted.
  Result<std::int64_t> fees_paid(std::chrono::year year);

  // ---- coming to an end
  Result<std::vector<Acknowledgement>> acknowledgements();
  /// Entries finished on or before the day lose who and what: answers, names, free words of steps, papers' texts. Numbers, days
  /// and endings stay. A record of it is kept.
  Result<Erasure> erase(Date finished_until, const std::string& basis, const Clerk& clerk);
  Result<std::vector<Erasure>> erasures();
  /// Which holiday notice deadlines were last told by; "" at first. For the list of what a new one moves.
  Result<std::string> calendar_text();
  Result<void> keep_calendar_text(const std::string& csv);
  Result<std::string> site();

 private:
  struct Impl;
  explicit Register(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting
