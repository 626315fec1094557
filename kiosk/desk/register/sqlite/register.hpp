// Inside the SQLite register only: what it answers to each of the register's promises, a file of this room for each subject.
#pragma once

#include "desk/register/sqlite/file.hpp"

namespace mingting {

class SqliteRegister final : public Register {
 public:
  /// To be connected before it is used.
  SqliteRegister(FileSystem& files, const SqliteRegisterOptions& options) : file_(files, options) {}
  RegisterFile& file() { return file_; }

  Result<void> enrol(const std::string& key, const std::string& name, const Clerk& clerk,
                     const std::string& number) override;
  Result<std::vector<EnrolledKiosk>> kiosks() override;
  Result<std::vector<KioskChain>> chains() override;
  Result<LostRecords> declare_lost(const GapGivenUp& gap, const std::string& reason, const Clerk& clerk) override;
  Result<ImportReport> import(const OpenedExport& opened, const Clerk& clerk, const Reckoning& with) override;
  Result<std::vector<KioskUses>> uses(Date from, Date to) override;
  Result<int> next_serial(const std::string& beginning) override;
  Result<Entry> add(const NewEntry& entry, const Clerk& clerk, const Reckoning& with) override;
  Result<std::int64_t> find(std::string_view text) override;
  Result<Entry> entry(std::int64_t id) override;
  Result<std::vector<Entry>> list(const EntryFilter& filter) override;
  Result<std::uint64_t> count(const EntryFilter& filter) override;
  Result<std::vector<OpenCase>> open_cases() override;
  Result<std::vector<Entry>> of_same_applicant(std::int64_t id) override;
  Result<std::vector<Step>> steps(std::int64_t id) override;
  Result<std::vector<Note>> notes(std::int64_t id) override;
  Result<Recorded> record(std::int64_t id, const StepDraft& draft, const Reckoning& with) override;
  Result<IssuedDocument> issue(std::int64_t id, const DocumentDraft& draft) override;
  Result<std::vector<IssuedDocument>> documents(std::int64_t id) override;
  Result<std::vector<IssuedDocument>> all_documents() override;
  Result<void> note(std::int64_t id, const Note& note, bool finishes) override;
  Result<void> renew_code(std::int64_t id, const std::string& code_hash, const Note& note) override;
  Result<std::vector<PeriodEntry>> active_between(Date from, Date to) override;
  Result<std::vector<CaseFigures>> figures() override;
  Result<DisclosureTable> change_disclosure(std::chrono::year year, const DisclosureChange& change, const Clerk& clerk) override;
  Result<std::optional<DisclosureTable>> disclosure(std::chrono::year year) override;
  Result<std::int64_t> record_dispute(const RegisteredDispute& dispute, const Clerk& clerk) override;
  Result<std::vector<RegisteredDispute>> disputes() override;
  Result<void> keep_report(const AnnualReport& report, const Clerk& clerk) override;
  Result<std::optional<AnnualReport>> kept_report(std::chrono::year year) override;
  Result<std::int64_t> fees_paid(std::chrono::year year) override;
  Result<Erasure> erase(const ErasureOrder& order, const Clerk& clerk) override;
  Result<std::vector<Erasure>> erasures() override;
  Result<std::string> calendar_text() override;
  Result<void> keep_calendar_text(const std::string& csv) override;
  Result<std::string> site() override;

 private:
  RegisterFile file_;
};

}  // namespace mingting
