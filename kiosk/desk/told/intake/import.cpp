// One export below the other, its new entries as a table, with what to look at first.
#include "desk/told/intake/import.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/intake/missing.hpp"
#include "desk/told/intake/exports.hpp"
#include "desk/told/parts/chain.hpp"
#include "desk/told/parts/entry.hpp"

namespace mingting {
namespace {

constexpr std::size_t kWantedWidth = 30;

std::string entries_text(const ImportedExport& taken) {
  auto table = table_of("import.head");
  for (const auto& [entry, first] : taken.entries) {
    table.rows.push_back({std::to_string(entry.head.id), entry.head.number, chinese_date(local_date(entry.received)),
                          kind_title(entry.head.kind), applicant_text(entry.head),
                          fitted(shown_text(entry.wanted), kWantedWidth), worded(first)});
  }
  auto text = table.rows.empty() ? "" : table_text(table);
  const auto listed = taken.entries.size(), added = taken.report.ids.size();
  if (added > listed) text += words("import.more", added - listed) + "\n";
  return text;
}

std::string export_text(const ImportedExport& taken) {
  const auto& report = taken.report;
  const auto kiosk = clean_input(taken.kiosk, Lines::One, 200);
  auto text = words("import.taken", kiosk, taken.fingerprint, report.added, report.held) + "\n" + entries_text(taken);
  if (report.weeks_of_uses > 0) text += words("import.uses", report.weeks_of_uses) + "\n";
  if (taken.uses_fault) text += words("import.uses-fault", *taken.uses_fault) + "\n";
  if (!report.remarks.empty()) text += fault_lines(report.remarks);
  text += chain_trouble_text(report.chain);
  const bool some = report.added + report.held > 0;
  if (!report.faults.empty())
    text += words(some ? "import.faults" : "import.faults-alone", report.faults.size()) + "\n" + fault_lines(report.faults);
  return text + stranger_text(taken.strangers);
}

OrderedJson export_json(const ImportedExport& taken) {
  auto entries = OrderedJson::array();
  for (const auto& [entry, first] : taken.entries) {
    auto json = entry_json(entry);
    json["attention"] = worded(first);
    entries.push_back(std::move(json));
  }
  return {{"kiosk", taken.kiosk},
          {"fingerprint", taken.fingerprint},
          {"added", taken.report.added},
          {"held", taken.report.held},
          {"entries", std::move(entries)},
          {"faults", faults_json(taken.report.faults)},
          {"remarks", faults_json(taken.report.remarks)},
          {"chain", chain_json(taken.report.chain)},
          {"weeks_of_uses", taken.report.weeks_of_uses},
          {"other_files", taken.strangers}};
}

}  // namespace

bool is_whole(const ImportTally& tally) {
  return tally.troubles.empty() &&
         std::all_of(tally.taken.begin(), tally.taken.end(), [](const ImportedExport& taken) {
           return taken.report.faults.empty() && !taken.uses_fault && is_sound(taken.report.chain);
         });
}

std::string as_text(const ImportTally& tally) {
  std::string text;
  for (const auto& taken : tally.taken) text += export_text(taken);
  for (const auto& trouble : tally.troubles) text += worded(trouble) + "\n";
  return text;
}

OrderedJson as_json(const ImportTally& tally) {
  auto exports = OrderedJson::array(), troubles = OrderedJson::array();
  for (const auto& taken : tally.taken) exports.push_back(export_json(taken));
  for (const auto& trouble : tally.troubles) troubles.push_back(worded(trouble));
  return {{"ok", is_whole(tally)}, {"exports", std::move(exports)}, {"troubles", std::move(troubles)}};
}

}  // namespace mingting
