// The commands about a year's work: figures, dispute, report, stats, export.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

/// report YEAR --out DIR [--final] [--units FOLDER]
struct ReportOptions {
  int year = 0;
  Path out;           ///< made when absent
  bool keep = false;  ///< --final: kept in the register, to compare next year's with; only one without problems is
  Path units{};       ///< folder of the units' own tables (report_units.hpp): judged, added up, compared with the whole's
};
/// A figure of the tables as typed or printed; money is typed in 万元 and kept in fen. Nothing for anything else.
std::optional<std::int64_t> figure_typed(std::string_view text, bool money);
/// Writes report-YEAR.pdf and .html and the three tables as CSV; with problems they are marked as a draft, and the answer,
/// which is not fine then, names every one.
Answered report_command(const DeskWork& work, const ReportOptions& options);

/// figures YEAR [NAME=VALUE ...]: part 2 of the report. Without values it shows what is entered. 其余=0 (rest=0) fills
/// what is still blank. All values are taken or none.
struct FiguresOptions {
  int year = 0;
  std::vector<std::string> values;
};
Answered figures_command(const DeskWork& work, const FiguresOptions& options);

/// dispute add --kind KIND --on DATE [--entry ID] [--note TEXT]
struct NewDispute {
  std::string kind;   ///< review, suit-directly, suit-after-review, or its Chinese name
  Date on{};
  std::string entry;  ///< id or receipt number of the application; "" for none here
  std::string note;
};
Answered add_dispute_command(const DeskWork& work, const NewDispute& options);
/// dispute close ID --outcome OUTCOME --on DATE [--note TEXT]. Again: puts right what was closed wrongly.
struct ClosedDispute {
  std::int64_t id = 0;
  std::string outcome;  ///< upheld, corrected, otherwise, or its Chinese name; open (尚未审结) opens it again
  Date on{};
  std::string note;     ///< "" keeps the old one
};
Answered close_dispute_command(const DeskWork& work, const ClosedDispute& options);
Answered list_disputes_command(const DeskWork& work);

/// stats [--from DATE] [--to DATE]: this year up to today when nothing is said.
struct StatsOptions {
  std::optional<Date> from, to;
};
Answered stats_command(const DeskWork& work, const StatsOptions& options);

/// export --csv DIR [--whole]: entries.csv, steps.csv, documents.csv, readable by their owner alone. Names are masked, free words
/// and answers left out unless `whole`.
struct CsvExportOptions {
  Path out;
  bool whole = false;
};
Answered export_csv_command(const DeskWork& work, const CsvExportOptions& options);

}  // namespace mingting
