// Reads the units' tables. Which cell holds what is learned from a report whose every figure is one of a kind.
#include "desk/year/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text/csv.hpp"
#include "base/text/text.hpp"
#include "desk/year/figures.hpp"
#include "desk/year/report/paper.hpp"
#include "desk/year/report/report.hpp"
#include "domain/year/checks.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostTable = 1U << 20U;
constexpr std::size_t kMostUnits = 500, kMostShown = 1000;

struct Slot {
  Figure* figure;
  bool money;
};

/// Every figure of the tables, always in the same order.
std::vector<Slot> slots_of(AnnualReport& report) {
  std::vector<Slot> slots;
  for (const auto& slot : disclosure_slots()) slots.push_back({&slot.figure(report.disclosure), slot.money});
  for (auto& row : report.applications.cells) {
    for (auto& cell : row) slots.push_back({&cell, false});
  }
  for (auto* figures : {&report.disputes.reviews, &report.disputes.suits_directly, &report.disputes.suits_after_review}) {
    for (auto* figure : {&figures->upheld, &figures->corrected, &figures->otherwise, &figures->open, &figures->total}) {
      slots.push_back({figure, false});
    }
  }
  return slots;
}

/// A report whose every figure is one of a kind: where each stands in the files tells where to read it.
AnnualReport marked_report(std::chrono::year year) {
  constexpr std::int64_t kFirstMark = 900'000'000;
  AnnualReport report{.year = year};
  auto mark = kFirstMark;
  for (const auto& slot : slots_of(report)) *slot.figure = slot.money ? ++mark * 1'000'000 : ++mark;
  return report;
}

/// A folder's name may hold line breaks.
std::string one_line(const std::string& text) { return clean_input(text, Lines::One, kMostShown); }

std::string cell_of(const CsvTable& table, std::size_t row, std::size_t column) {
  const auto& rows = table.rows;
  return row < rows.size() && column < rows[row].cells.size() ? trimmed(rows[row].cells[column]) : "";
}

class TableReader {
 public:
  TableReader(FileSystem& files, std::chrono::year year) : files_(files), year_(year), marked_(marked_report(year)) {
    std::size_t at = 0;
    for (const auto& slot : slots_of(marked_)) places_[fmt::format("{}", slot.money ? **slot.figure / 1'000'000 : **slot.figure)] = at++;
  }

  /// Complaints are added to `problems`, each with the file.
  AnnualReport read(const Path& folder, std::vector<Remark>& problems) const {
    AnnualReport report{.year = year_};
    const auto slots = slots_of(report);
    for (const auto& table : report_csv(marked_)) {
      const auto file = folder / table.name;
      const auto bytes = files_.read(file, kMostTable);
      const auto rows = bytes ? read_csv(*bytes, Quotes::Anywhere) : Result<CsvTable>(fail(bytes.error()));
      if (rows) fill(*rows, read_csv(table.bytes).value(), slots, one_line(file.string()), problems);
      else if (bytes) problems.push_back(remark("report-units.of", one_line(file.string()), rows.error()));
      else problems.push_back(with_texts(bytes.error(), one_line));
    }
    return report;
  }

 private:
  void fill(const CsvTable& rows, const CsvTable& marked, const std::vector<Slot>& slots, const std::string& file,
            std::vector<Remark>& problems) const {
    for (std::size_t row = 1; row < marked.rows.size(); ++row) {  // the title says nothing that is needed
      const auto& cells = marked.rows[row].cells;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        const auto place = places_.find(cells[column]);
        const auto text = cell_of(rows, row, column);
        if (place != places_.end()) {
          if (take(text, slots[place->second])) continue;
          problems.push_back(remark("report-units.no-number", file, row + 1, column + 1, fitted(text)));
        } else if (text != trimmed(cells[column])) {
          problems.push_back(remark("report-units.other-table", file, row + 1, column + 1, cells[column]));
          return;
        }
      }
    }
  }
  static bool take(const std::string& text, const Slot& slot) {
    if (text.empty() || text == kNotFilled) return true;
    *slot.figure = figure_typed(text, slot.money);
    return slot.figure->has_value();
  }
  static std::string fitted(const std::string& text) { return clean_input(text, Lines::One, 40); }

  FileSystem& files_;
  std::chrono::year year_;
  AnnualReport marked_;
  std::map<std::string, std::size_t> places_;  ///< mark as printed -> index of its slot
};

void add_to(AnnualReport& sum, AnnualReport unit) {
  const auto to = slots_of(sum), from = slots_of(unit);
  for (std::size_t i = 0; i < to.size(); ++i) {
    auto& figure = *to[i].figure;
    figure = figure && *from[i].figure ? Figure(*figure + **from[i].figure) : std::nullopt;
  }
}

void add_named(std::vector<Remark>& problems, std::string_view unit, const std::vector<Remark>& faults) {
  for (const auto& fault : faults) problems.push_back(remark("report-units.of", unit, fault));
}

Result<std::vector<std::string>> unit_folders(FileSystem& files, const Path& folder) {
  auto names = files.list(folder);
  if (!names) return fail(names.error());
  std::erase_if(*names, [&](const std::string& name) {
    const auto info = files.info(folder / name);
    return name.starts_with('.') || !info || !info->directory;
  });
  std::sort(names->begin(), names->end());
  if (std::all_of(names->begin(), names->end(), [](const auto& name) { return name == kWholeFolder; })) {
    return fail(Trouble::Invalid, "report-units.none", folder.string());
  }
  if (names->size() > kMostUnits) return fail(Trouble::Invalid, "report-units.too-many", folder.string(), kMostUnits);
  return names;
}

}  // namespace

Result<UnitsReport> read_units(FileSystem& files, const Path& folder, const AnnualReport& own) {
  const auto names = unit_folders(files, folder);
  if (!names) return fail(names.error());
  const TableReader reader(files, own.year);
  UnitsReport units{.units = {}, .sum = own, .problems = {}};
  units.sum.prose.clear();
  std::vector<Remark> unreadable;
  AnnualReport whole;
  for (const auto& name : *names) {
    auto report = reader.read(folder / name, unreadable);
    units.has_whole = units.has_whole || name == kWholeFolder;
    if (name == kWholeFolder) {
      whole = std::move(report);
      continue;
    }
    units.units.push_back(name);
    add_named(units.problems, clean_input(name, Lines::One, 80), check_report(report));
    add_to(units.sum, std::move(report));
  }
  if (!unreadable.empty()) return fail(Trouble::Invalid, "report-units.unreadable", unreadable);
  if (units.has_whole) {
    add_named(units.problems, kWholeFolder, check_report(whole));
    add_named(units.problems, kWholeFolder, check_sum_of_units(whole, std::span(&units.sum, 1)));
  }
  return units;
}

}  // namespace mingting
