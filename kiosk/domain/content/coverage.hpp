// 法定主动公开: of what the law wants open, what is there, how new is it, and what is missing?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/named.hpp"

namespace mingting {

/// One thing that must be open (content/coverage.toml), and by what it is.
struct CoverageDuty {
  std::string article;  ///< as it is cited: 第二十条第（一）项
  std::string title;    ///< what must be open, in plain words
  std::string agency;   ///< whose duty it is here; "" for nobody named
  std::vector<std::string> columns, tables;  ///< all of these count
  std::vector<std::string> topics;           ///< so do items anywhere of one of these topics
  int days = 0;         ///< the newest must not be older; 0: nothing is asked
  bool operator==(const CoverageDuty&) const = default;
};

/// An item, or a whole table.
struct CoverageEvidence {
  std::vector<std::string> columns;  ///< of an item: its home and where else it is listed
  std::string table;                 ///< "" for an item
  std::vector<std::string> topics;   ///< of an item, the one it has
  std::size_t count = 1;             ///< rows of a table
  std::optional<Date> day;           ///< published, made or looked through, whichever is last
  bool sample = false;
};

/// Samples: there is nothing but 示例.
enum class CoverageState { Open, Stale, Samples, Missing };
inline constexpr Named<CoverageState> kCoverageStates[] = {
    {CoverageState::Open, "open", "已公开"},
    {CoverageState::Stale, "stale", "该更新了"},
    {CoverageState::Samples, "samples", "只有示例"},
    {CoverageState::Missing, "missing", "还没有"},
};

struct CoverageLine {
  CoverageDuty duty;
  CoverageState state = CoverageState::Missing;
  std::size_t count = 0;       ///< items and rows that are no samples
  std::size_t samples = 0;
  std::optional<Date> newest;  ///< of what is no sample
  bool operator==(const CoverageLine&) const = default;
};

/// A line for each duty, in their order. `today`: not a day when nothing is to be called stale.
std::vector<CoverageLine> coverage_of(const std::vector<CoverageDuty>& duties, const std::vector<CoverageEvidence>& evidence,
                                      Date today);

}  // namespace mingting
