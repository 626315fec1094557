// coverage.toml: what the law wants open, and what of the content answers it.
#pragma once

#include <string>
#include <vector>

#include "domain/content/coverage.hpp"
#include "publish/kinds/column.hpp"
#include "publish/kinds/content.hpp"

namespace mingting {

struct CoverageFile {
  std::string column;               ///< where the page of it stands; "" for none
  std::string title;                ///< of the page
  std::vector<CoverageDuty> duties;
  std::string page() const { return column + "/list"; }  ///< the page's id
};

/// Complains of columns and tables (by id) that are not there, and of a duty that nothing could answer.
CoverageFile read_coverage(const std::string& text, const std::vector<ColumnFile>& columns,
                           const std::vector<std::string>& tables, FileReport& report);

/// Every item that is proactively public, and every open table in its newest edition. `page`: the id of the one
/// that is made of this.
std::vector<CoverageEvidence> evidence_of(const std::vector<const Item*>& items, const std::vector<TableContent>& tables,
                                          std::string_view page);

}  // namespace mingting
