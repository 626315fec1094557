// The register as tables for a spreadsheet, and that they were written told.
#pragma once

#include <string>
#include <vector>

#include "desk/told/table_text.hpp"
#include "desk/year/export.hpp"

namespace mingting {

/// entries.csv, steps.csv, documents.csv.
std::vector<ExportTable> export_tables(const RegisterTables& tables);

std::string as_text(const CsvExported& exported);
OrderedJson as_json(const CsvExported& exported);

}  // namespace mingting
