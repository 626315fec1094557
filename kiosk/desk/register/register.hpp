// The register: what the office received, what it did and what it sent out; kept and promised in terms of the field, by
// whatever engine stands behind (register/sqlite/: one file). Facts only: deadlines are reckoned when they are asked for, so
// that new holiday data never leaves a stale one behind. 条例 Art. 45: registration, review, handling, reply, archive.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "desk/register/disclosure.hpp"
#include "desk/register/dispute.hpp"
#include "desk/register/entry.hpp"
#include "desk/register/erasure.hpp"
#include "desk/register/kiosks.hpp"
#include "desk/register/paper.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// One clerk's way into the register of one site. Every engine passes tests/desk/register/contract/, which holds it to this:
///
/// Changes. Each function that changes something is one change, given whole as values: it is durable when the function
/// answers well, against the power going the moment after, and left no trace when it did not. Nothing is deleted; what is no
/// longer so is said by something recorded after it. Only erasure takes words out.
///
/// Others. Any number of clerks work in one register at once, each through an object of their own, from threads and from
/// processes; one object is used by one thread at a time. Changes happen one after another: what a change is judged by
/// is what it is written on. A reading shows one moment of the register with every change whole, and sees every change that
/// was answered well before it began.
///
/// Numbers. Entries, papers and disputes bear serial numbers of the register, each 1, 2, 3 ... in the order they were
/// recorded. Numbers of papers run by prefix and year of the paper. All are given within the change that uses them, by the
/// register and not by its storage: without gaps, never twice, not used up by what failed. Clerks see and type them.
///
/// Time and chance. It reads no clock and draws no lots: moments come with the clerk, the step or the note, what the law counts
/// with the Reckoning, numbers of receipts with the entry.
///
/// Order. Lists are in the order said; texts are ordered and compared by their bytes (UTF-8) unless said otherwise.
///
/// Errors. Invalid: what was asked for is against the law or good order, with the reason. NotFound: no entry or dispute of this
/// number. Busy: another clerk's change lasted longer than this one waits; the same again may succeed. ReadOnly, DiskFull:
/// nothing was kept, the storage is to be put right. NewerFormat: written by a newer program. General: the storage fails or
/// holds what no register wrote. Where nothing else is said, every function may answer with any of these.
class Register {
 public:
  Register() = default;
  Register(const Register&) = delete;
  Register& operator=(const Register&) = delete;
  virtual ~Register() = default;

  // ---- kiosks
  /// A key that is enrolled already gets the new name; who enrolled it first, and when, stays. `number`: the
  /// machine's, "" when it is not known yet. Invalid: no key, no name.
  virtual Result<void> enrol(const std::string& key, const std::string& name, const Clerk& clerk,
                             const std::string& number = "") = 0;
  virtual Result<std::vector<EnrolledKiosk>> kiosks() = 0;  ///< as they were first enrolled
  virtual Result<std::vector<KioskChain>> chains() = 0;     ///< in the same order
  /// What is lost for good: a gap of the kiosk's chain as it stands (gap_to_declare). What is acknowledged
  /// goes on behind it. Should a record of it be found, it is taken in like any other.
  virtual Result<LostRecords> declare_lost(const GapGivenUp& gap, const std::string& reason, const Clerk& clerk) = 0;

  // ---- what comes in
  /// Takes the records that are not held yet; all of them or none. An application begins with the step
  /// Arrived (in person, on the day of receipt, by the kiosk); where the law does not allow that step the
  /// entry is kept without it and a fault said. Trouble::Untrusted when the kiosk is not enrolled. A record
  /// is known by its hash: another one for the same place is taken in beside it, and so is one whose number
  /// another entry has; it is then numbered as numbered_apart() says. What the export says of chains before
  /// this one is kept when they are enrolled. Counts of uses are kept by kiosk and week: a week's counts only grow,
  /// so that of two that are told of one thing the greater stands, whichever came first, and nothing is added up.
  virtual Result<ImportReport> import(const OpenedExport& opened, const Clerk& clerk, const Reckoning& with) = 0;
  /// The serial after the highest given to a number that begins so: "NM-D01-20261123". Another clerk may be quicker: add()
  /// then says so.
  virtual Result<int> next_serial(const std::string& beginning) = 0;
  /// Trouble::Busy when the number is taken: with the next serial it may succeed. An application begins with Arrived, judged
  /// as any step.
  virtual Result<Entry> add(const NewEntry& entry, const Clerk& clerk, const Reckoning& with) = 0;

  /// What kiosks counted in the weeks that have a day from `from` to `to`: by kiosk as they were first enrolled, then by week.
  virtual Result<std::vector<KioskUses>> uses(Date from, Date to) = 0;

  // ---- looking up
  /// By id ("17") or number, however it was typed. Trouble::NotFound; Invalid when several entries have this
  /// receipt number.
  virtual Result<std::int64_t> find(std::string_view text) = 0;
  virtual Result<Entry> entry(std::int64_t id) = 0;
  virtual Result<std::vector<Entry>> list(const EntryFilter& filter) = 0;  ///< by receipt, newest first; then by id, highest first
  virtual Result<std::uint64_t> count(const EntryFilter& filter) = 0;      ///< whatever the limit and offset
  virtual Result<std::vector<OpenCase>> open_cases() = 0;                  ///< by receipt, oldest first; then by id
  /// The same applicant's other applications, ordered as list(). Empty when nothing identifies them.
  virtual Result<std::vector<Entry>> of_same_applicant(std::int64_t id) = 0;
  virtual Result<std::vector<Step>> steps(std::int64_t id) = 0;  ///< as recorded; of what is no application none
  virtual Result<std::vector<Note>> notes(std::int64_t id) = 0;  ///< as recorded

  // ---- what is done
  /// Reads the case, judges the step by the law and records it, with the papers that go with it. A Replied without a number
  /// gets the first paper's. TakenBack makes the papers of the step void, those issued beside the steps too when it is the
  /// arrival, and takes a correction's answers along. Invalid also when the content of a paper cannot be composed: then that
  /// error is the answer.
  virtual Result<Recorded> record(std::int64_t id, const StepDraft& draft, const Reckoning& with) = 0;
  /// A paper without a step: the registration form, the receipt.
  virtual Result<IssuedDocument> issue(std::int64_t id, const DocumentDraft& draft) = 0;
  virtual Result<std::vector<IssuedDocument>> documents(std::int64_t id) = 0;  ///< of one entry, as issued
  /// Of all entries, by prefix, year and number; those without a number first.
  virtual Result<std::vector<IssuedDocument>> all_documents() = 0;
  /// `finishes`: what is no application is answered with this; a second answer leaves the day of the first.
  virtual Result<void> note(std::int64_t id, const Note& note, bool finishes) = 0;

  /// The query code (by its hash) that is good from now on; the one before is void, and what it was is forgotten. The note says
  /// how it came to that.
  virtual Result<void> renew_code(std::int64_t id, const std::string& code_hash, const Note& note) = 0;

  // ---- the year
  /// What came in by the end of the period and was not finished before it began, by receipt, oldest first; then by id.
  virtual Result<std::vector<PeriodEntry>> active_between(Date from, Date to) = 0;
  virtual Result<std::vector<CaseFigures>> figures() = 0;  ///< of all applications, by id
  /// Enters some of the year's figures without losing those another clerk enters; gives all of them.
  virtual Result<DisclosureTable> change_disclosure(std::chrono::year year, const DisclosureChange& change, const Clerk& clerk) = 0;
  virtual Result<std::optional<DisclosureTable>> disclosure(std::chrono::year year) = 0;
  /// Its id: the next when `dispute` has none. NotFound: no such entry, or none with the id it has.
  virtual Result<std::int64_t> record_dispute(const RegisteredDispute& dispute, const Clerk& clerk) = 0;
  virtual Result<std::vector<RegisteredDispute>> disputes() = 0;  ///< by id
  /// The report as it went out, to compare the next year's with. Every version is kept; the last is the one told.
  virtual Result<void> keep_report(const AnnualReport& report, const Clerk& clerk) = 0;
  virtual Result<std::optional<AnnualReport>> kept_report(std::chrono::year year) = 0;
  /// Fees for processing information that were paid in the year, in yuan; payments taken back not counted.
  virtual Result<std::int64_t> fees_paid(std::chrono::year year) = 0;

  // ---- coming to an end
  /// The entries of the order that are not in dispute lose who and what: answers, names, free words of steps, papers' texts.
  /// They are gone from the storage, not hidden. Numbers, days and endings stay. A record of it is kept, even when there was
  /// nothing to erase.
  virtual Result<Erasure> erase(const ErasureOrder& order, const Clerk& clerk) = 0;
  virtual Result<std::vector<Erasure>> erasures() = 0;  ///< as they were done
  /// Which holiday notice deadlines were last told by; "" at first. For the list of what a new one moves.
  virtual Result<std::string> calendar_text() = 0;
  virtual Result<void> keep_calendar_text(const std::string& csv) = 0;
  virtual Result<std::string> site() = 0;  ///< the register was made for
};

}  // namespace mingting
