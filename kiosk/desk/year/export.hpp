// export --csv: the register read out for a spreadsheet. What could name a person is masked or held back unless everything is
// asked for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/text/csv.hpp"
#include "desk/desk_work.hpp"
#include "desk/entries/privacy.hpp"

namespace mingting {

/// A field of a step or note; without a value it is held back.
struct ExportedField {
  std::string name;
  std::optional<std::string> value;
};

/// A step of an application, or a note of another entry.
struct ExportedStep {
  std::string name;   ///< as it is stored
  std::string title;  ///< of a step; "" for a note
  Date on{};
  std::string by;
  Instant recorded{};
  bool in_force = true;
  std::vector<ExportedField> fields;
};

struct ExportedEntry {
  Entry entry;       ///< without the applicant and without answers unless the tables are whole
  ShownEntry shown;  ///< masked unless the tables are whole
  Case one;          ///< of an application
  std::vector<ExportedStep> steps;
};

struct ExportedDocument {
  IssuedDocument document;   ///< without its content unless the tables are whole
  std::string entry_number;  ///< "" when its entry is not among the tables'
};

struct RegisterTables {
  bool whole = false;  ///< names, free words and answers are in them
  std::vector<ExportedEntry> entries;  ///< newest first
  std::vector<ExportedDocument> documents;
  std::vector<LostOfKiosk> lost;
};

/// A table as it is written.
struct ExportTable {
  std::string name;  ///< entries.csv
  CsvRows rows;      ///< the head first
};
/// How the tables are told (export_tables of told/year/export.hpp).
using TellTables = std::function<std::vector<ExportTable>(const RegisterTables&)>;

struct CsvExportOptions {
  Path out;
  bool whole = false;
};

struct CsvExported {
  struct File {
    Path file;
    std::size_t rows = 0;
  };
  bool whole = false;
  std::vector<File> files;
};

/// Every table in a file of its own, readable by the owner alone.
Result<CsvExported> export_csv(const DeskWork& work, const CsvExportOptions& options, const TellTables& told);

}  // namespace mingting
