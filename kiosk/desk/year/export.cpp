// Reads the register page by page, and leaves out what is nobody else's business.
#include "desk/year/export.hpp"

#include <map>
#include <set>

#include "base/text/csv.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kPage = 1000;  // entries read at a time

/// Steps' and notes' fields that hold nobody's words: everything else could name a person.
const std::set<std::string, std::less<>> kPlainFields{
    "way",   "confirmed", "working-days", "kind",   "delivered", "consultation", "opinion", "until",
    "basis", "yuan",      "number",       "withheld", "remedy",    "step",         "due",     "item"};

class RegisterReading {
 public:
  RegisterReading(const DeskWork& work, bool whole) : book_(work.book), shown_(work), tables_{.whole = whole} {}

  Result<RegisterTables> read() && {
    if (auto read = read_entries(); !read) return fail(read.error());
    if (auto read = read_documents(); !read) return fail(read.error());
    if (auto read = read_lost(); !read) return fail(read.error());
    return std::move(tables_);
  }

 private:
  /// Newest first, each page beginning on the day the last one ended: what comes in meanwhile moves nothing, and no page has
  /// to be counted up to from the first.
  Result<void> read_entries() {
    EntryFilter filter{.limit = kPage};
    for (;;) {
      auto page = book_.list(filter);
      if (!page) return fail(page.error());
      const auto size = page->size();
      for (auto& entry : *page) {
        const auto day = local_date(entry.received);
        filter.offset = filter.to == day ? filter.offset + 1 : 1;
        filter.to = day;
        if (!numbers_.emplace(entry.id, entry.number).second) continue;
        if (auto put = put_entry(std::move(entry)); !put) return put;
      }
      if (size < kPage) return {};
    }
  }

  Result<void> put_entry(Entry entry) {
    ExportedEntry exported;
    if (entry.kind == EntryKind::Application) {
      const auto recorded = book_.steps(entry.id);
      if (!recorded) return fail(recorded.error());
      exported.steps = steps_of(*recorded);
      exported.one = case_of(*recorded);
    } else {
      const auto notes = book_.notes(entry.id);
      if (!notes) return fail(notes.error());
      for (const auto& note : *notes) {
        exported.steps.push_back({note.name, "", note.on, note.by, note.recorded, true, fields_of(note.fields)});
      }
    }
    exported.shown = tables_.whole ? whole_entry(entry) : shown_.of(entry);
    exported.entry = std::move(entry);
    if (!tables_.whole) {
      exported.entry.applicant = {};
      exported.entry.submission.answers.clear();
    }
    tables_.entries.push_back(std::move(exported));
    return {};
  }

  std::vector<ExportedStep> steps_of(const std::vector<Step>& recorded) const {
    const auto in_force = steps_in_force(recorded);
    std::vector<ExportedStep> steps;
    for (std::size_t i = 0; i < recorded.size(); ++i) {
      const auto& step = recorded[i];
      auto stored = to_record(step.what);
      steps.push_back({std::move(stored.name), std::string(step_title(step.what)), step.on, step.by, step.recorded, in_force[i],
                       fields_of(stored.fields)});
    }
    return steps;
  }
  std::vector<ExportedField> fields_of(const StepFields& fields) const {
    std::vector<ExportedField> exported;
    for (const auto& [name, value] : fields) {
      const bool shown = tables_.whole || value.empty() || kPlainFields.contains(name);
      exported.push_back({name, shown ? std::optional(value) : std::nullopt});
    }
    return exported;
  }

  Result<void> read_documents() {
    auto all = book_.all_documents();
    if (!all) return fail(all.error());
    for (auto& document : *all) {
      const auto number = numbers_.find(document.entry);
      if (!tables_.whole) document.content.clear();
      tables_.documents.push_back({std::move(document), number == numbers_.end() ? "" : number->second});
    }
    return {};
  }

  Result<void> read_lost() {
    const auto chains = book_.chains();
    if (!chains) return fail(chains.error());
    tables_.lost = lost_of(*chains);
    return {};
  }

  Register& book_;
  ShownEntries shown_;
  RegisterTables tables_;
  std::map<std::int64_t, std::string> numbers_;  ///< of the entries, by id
};

}  // namespace

Result<CsvExported> export_csv(const DeskWork& work, const CsvExportOptions& options, const TellTables& told) {
  const auto tables = RegisterReading(work, options.whole).read();
  if (!tables) return fail(tables.error());
  if (auto made = work.files.make_folders(options.out); !made) return fail(made.error());
  CsvExported exported{.whole = options.whole, .files = {}};
  for (const auto& table : told(*tables)) {
    const auto file = options.out / table.name;
    if (auto done = write_durably(work.files, file, csv_text(table.rows), Access::Owner); !done) return fail(done.error());
    exported.files.push_back({file, table.rows.size() - 1});
  }
  return exported;
}

}  // namespace mingting
