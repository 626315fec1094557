// 法定主动公开 told: as text, JSON and CSV for the office, and as a page for visitors.
#pragma once

#include <string>
#include <vector>

#include "domain/content/content.hpp"
#include "domain/content/coverage.hpp"

namespace mingting {

std::string coverage_as_text(const std::vector<CoverageLine>& lines);
std::string coverage_as_json(const std::vector<CoverageLine>& lines);
/// A head and a row a duty, UTF-8; what a spreadsheet would run stays text.
std::string coverage_as_csv(const std::vector<CoverageLine>& lines);

/// The page, `id` being "COLUMN/NAME". It tells of no day on which it was made, so that nothing changed leaves it as it was.
Document coverage_page(const std::string& id, const std::string& title, const std::vector<CoverageLine>& lines);

}  // namespace mingting
