// Each export opened, imported and looked over: what is new, and what to look at first.
#include "desk/intake/import.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "desk/entries/likeness.hpp"
#include "desk/intake/exports.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostListed = 200;
constexpr std::size_t kMostFact = 2000;
constexpr double kAlike = 0.6;

/// A machine that was put back from an older copy comes with a new key; it is said which one it was.
Error not_enrolled(const DeskWork& work, const OpenedExport& opened) {
  const auto name = clean_input(opened.kiosk_name, Lines::One, 200);
  const auto kiosks = work.book.kiosks();
  for (const auto& end : opened.past) {
    for (const auto& kiosk : kiosks ? *kiosks : std::vector<EnrolledKiosk>{}) {
      if (kiosk.key != end.kiosk_key) continue;
      return error_of(Trouble::Untrusted, remark("import.new-key", kiosk.name, opened.kiosk_fingerprint,
                                                 opened.kiosk_key, kiosk.name));
    }
  }
  return error_of(Trouble::Untrusted, remark("import.not-enrolled", name, opened.kiosk_fingerprint, opened.kiosk_key));
}

Result<ImportedExport> import_one(const DeskWork& work, const Path& folder, const std::string& office_key) {
  const auto opened = open_export(work.files, folder, office_key);
  if (!opened) return fail(opened.error());
  auto report = work.book.import(*opened, work.clerk, work.with());
  if (!report && report.error().trouble == Trouble::Untrusted) return fail(not_enrolled(work, *opened));
  if (!report) return fail(report.error());
  return ImportedExport{opened->kiosk_name, opened->kiosk_fingerprint, std::move(*report), {},
                        opened->strangers,  opened->uses_fault};
}

/// Names on a stick are whatever somebody called them: one trouble stays one line.
std::string one_line(const std::string& text) { return clean_input(text, Lines::One, kMostFact); }

/// The applications of each applicant, newest first, read and made ready once: all of a stick may be by one.
class ByApplicant {
 public:
  explicit ByApplicant(Register& book) : book_(book) {}

  struct One {
    std::int64_t id = 0;
    Instant received{};
    ComparedText wanted;
  };
  /// With the entry itself; empty where nothing identifies the applicant.
  const std::vector<One>& of(const Entry& entry) {
    const auto [known, fresh] = all_.try_emplace(entry.applicant.key);
    if (fresh && !entry.applicant.key.empty()) known->second = read(entry);
    return known->second;
  }

 private:
  std::vector<One> read(const Entry& entry) {
    std::vector<One> all;
    const auto add = [&](const Entry& one) {
      if (one.kind == EntryKind::Application) all.push_back({one.id, one.received, ComparedText(one.applicant.wanted)});
    };
    add(entry);
    if (const auto others = book_.of_same_applicant(entry.id)) std::for_each(others->begin(), others->end(), add);
    std::sort(all.begin(), all.end(), [](const One& a, const One& b) {
      return std::pair(a.received, a.id) > std::pair(b.received, b.id);
    });
    return all;
  }

  Register& book_;
  std::map<std::string, std::vector<One>> all_;  ///< by the applicant's key
};

Remark first_look(ByApplicant& applications, const Entry& entry) {
  if (entry.clock_doubtful) return remark("first-look.clock-doubtful");
  if (entry.kind != EntryKind::Application) return remark("first-look.to-answer");
  const ComparedText wanted(entry.applicant.wanted);
  for (const auto& other : applications.of(entry)) {
    if (other.id != entry.id && wanted.likeness(other.wanted) >= kAlike) return remark("first-look.alike", other.id, entry.id);
  }
  return remark("first-look.to-correct");
}

Result<void> look_over(const DeskWork& work, ByApplicant& applications, ImportedExport& taken) {
  ShownEntries shown(work);
  for (const auto id : taken.report.ids) {
    if (taken.entries.size() == kMostListed) break;
    const auto held = work.book.entry(id);
    if (!held) return fail(held.error());
    taken.entries.push_back({shown.of(*held), first_look(applications, *held)});
  }
  return {};
}

/// How the chains stand when the whole stick is in: one export on it may say that another's chain is over.
Result<void> compare_again(const DeskWork& work, ImportTally& tally) {
  auto chains = work.book.chains();
  if (!chains) return fail(chains.error());
  for (auto& taken : tally.taken) {
    for (const auto& chain : *chains) {
      if (chain.kiosk.key == taken.report.chain.kiosk.key) taken.report.chain = chain;
    }
  }
  return {};
}

}  // namespace

Result<ImportTally> import_exports(const DeskWork& work, const Path& where, const std::string& office_key) {
  const auto folders = find_exports(work.files, where);
  if (!folders) return fail(folders.error());
  ImportTally tally;
  for (const auto& folder : *folders) {
    auto imported = import_one(work, folder, office_key);
    if (imported) tally.taken.push_back(std::move(*imported));
    else tally.troubles.push_back(with_texts(imported.error(), one_line));
  }
  if (tally.taken.empty()) return fail(Trouble::General, "import.nothing-taken", tally.troubles);
  ByApplicant applications(work.book);
  for (auto& taken : tally.taken) {  // when all is in, so that entries of one stick are compared with one another
    if (auto looked = look_over(work, applications, taken); !looked) return fail(looked.error());
  }
  if (auto compared = compare_again(work, tally); !compared) return fail(compared.error());
  return tally;
}

}  // namespace mingting
