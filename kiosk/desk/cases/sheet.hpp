// One entry seen from all sides: everything about it, its deadlines, its like, its papers. Entries are named by their id in
// the register or their receipt number.
#pragma once

#include <string_view>
#include <vector>

#include "desk/cases/recorded.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/standing.hpp"

namespace mingting {

/// How an entry came in: from a kiosk, or by the office's own hand.
struct Arrival {
  bool by_kiosk = false;
  std::string kiosk;              ///< as the office calls it; "" when it is not enrolled any more
  std::optional<ReceiptWay> way;  ///< of an application the office took in
};

struct SheetAnswer {
  std::string field, label;
  ShownWords words;
  std::optional<Remark> doubt;  ///< looks odd; it was asked about, or is to be
};

/// Everything the register holds of one entry.
struct EntrySheet {
  ShownEntry entry;
  bool whole = false;  ///< nothing is masked
  std::string about_item;
  Arrival came;
  std::optional<CaseStanding> standing;  ///< of an application
  std::optional<Deadline> promised;      ///< the answer, of what is not answered yet
  std::vector<SheetAnswer> answers;
  std::vector<RecordedStep> steps;
  std::vector<Note> notes;  ///< answers that were put right stand above: here only that they were
  std::vector<IssuedDocument> papers;
};
/// Personal answers masked unless `whole`.
Result<EntrySheet> show_entry(const DeskWork& work, std::string_view id, bool whole);

struct OpenDeadline {
  NamedDeadline deadline;
  int days_left = 0;  ///< working days; negative when it is over
};
/// An application's open deadlines and how the reply's was counted. For letters and opinions the law sets none: what the office
/// promised, while it has not answered.
struct DeadlineAccount {
  std::int64_t id = 0;
  std::string number;
  EntryKind kind = EntryKind::Application;
  bool answered = false;                        ///< of the other kinds
  std::optional<OpenDeadline> promised;         ///< of the other kinds
  Phase phase = Phase::Unreceived;
  std::vector<OpenDeadline> open;
  Remark counted;                               ///< without a code where there is no reply clock
  std::optional<std::vector<CountedDay>> days;  ///< day by day, where that was asked for
};
Result<DeadlineAccount> tell_deadline(const DeskWork& work, std::string_view id, bool explained);

struct SimilarEntry {
  ShownEntry entry;
  double score = 0;  ///< likeness, 0 to 1
};
struct SimilarEntries {
  ShownEntry entry;
  bool identified = false;  ///< something says who the applicant is; else there is nobody to look for
  std::vector<SimilarEntry> others;
};
/// 条例 Art. 36(6): the same applicant's other applications, the most alike first.
Result<SimilarEntries> similar_entries(const DeskWork& work, std::string_view id);

struct EntryPapers {
  std::int64_t id = 0;
  std::string number;
  std::vector<IssuedDocument> papers;
  std::vector<Path> files;  ///< their PDFs, where DeskWork::out says where to
};
/// The papers that went out. `form`: the registration form is issued too, where it was not yet.
Result<EntryPapers> entry_papers(const DeskWork& work, std::string_view id, bool form);

}  // namespace mingting
