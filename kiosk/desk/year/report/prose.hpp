// The words of the report: content/desk/report.toml with its places filled from the tables.
#pragma once

#include <string>
#include <string_view>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "desk/agency/office.hpp"
#include "desk/year/report/report.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// Begins a part that is still an example.
inline constexpr std::string_view kSampleMark = "〔示例〕";

/// Parts 1, 5 and 6, each below its heading, one paragraph a line; places such as {新收} filled from the tables. A part that is
/// still an example begins with a line that says so. Errors: Trouble::Invalid with `file` and line.
Result<std::string> report_prose(std::string_view toml, const Path& file, const AnnualReport& tables, const Office& office,
                                 const ReportSources& sources);

}  // namespace mingting
