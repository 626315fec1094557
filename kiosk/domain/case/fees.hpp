// 信息处理费: what an application beyond the ordinary costs. 国办函〔2020〕109号; 条例 Art. 42: otherwise nothing is charged.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/named.hpp"

namespace mingting {

/// The agency chooses one for each application, never both.
enum class FeeBasis { Items, Pages };

inline constexpr Named<FeeBasis> kFeeBases[] = {
    {FeeBasis::Items, "items", "按件"},
    {FeeBasis::Pages, "pages", "按量"},
};

/// Units above the tier before it and up to `up_to` cost `yuan` each.
struct FeeTier {
  std::int64_t up_to = 0;
  std::int64_t yuan = 0;
  bool operator==(const FeeTier&) const = default;
};

/// A marginal tariff (超额累进). Above the last tier: steps of `step_width` units, each `step_rise` yuan a unit dearer than
/// the one before; without a width the last price goes on for ever.
struct FeeScale {
  std::vector<FeeTier> tiers;
  std::int64_t step_width = 0;
  std::int64_t step_rise = 0;
  bool operator==(const FeeScale&) const = default;
};

/// By item, one applicant in one calendar month: 1-10 free, 11-30 ¥100 each; from 31 every ten items are a step and ¥100
/// dearer. That the first step costs ¥200 is our reading of the circular.
FeeScale item_scale();
/// By page: 1-30 free, 31-100 ¥10, 101-200 ¥20, from 201 ¥40 a page.
FeeScale page_scale();

/// Units `from`..`to` of a fee, at one price.
struct FeeLine {
  std::int64_t from = 0, to = 0;
  std::int64_t yuan = 0;    ///< each
  std::int64_t amount = 0;  ///< of the line, yuan
  bool operator==(const FeeLine&) const = default;
};

struct Fee {
  std::vector<FeeLine> lines;  ///< free ones included
  std::int64_t yuan = 0;
  bool operator==(const Fee&) const = default;
};

/// More than this is a slip of the pen, and refused.
inline constexpr std::int64_t kMostFeeUnits = 100'000;

/// What `units` cost when `before` were counted already (other applications of the month). Both 0..kMostFeeUnits.
Result<Fee> fee_for(const FeeScale& scale, std::int64_t before, std::int64_t units);

/// Both ways side by side, for the officer who chooses.
struct FeeComparison {
  Fee by_items, by_pages;
  std::optional<FeeBasis> cheaper;  ///< nothing when they cost the same
  bool operator==(const FeeComparison&) const = default;
};
/// `items_before`: the applicant's items of the same month received before this application.
Result<FeeComparison> compare_fees(std::int64_t items_before, std::int64_t items, std::int64_t pages,
                                   const FeeScale& item_tariff = item_scale(),
                                   const FeeScale& page_tariff = page_scale());

/// One application for the month's count. `items`: the smallest reasonable units it was split into (一事一申请).
struct CountedApplication {
  std::string applicant;  ///< one spelling for one person: the normal form of the identity number, say
  Date received;
  std::int64_t items = 1;
};
/// Items of one applicant in a calendar month (自然月), up to and including the day `until` where it is given.
std::int64_t items_in_month(std::span<const CountedApplication> applications, std::string_view applicant,
                            std::chrono::year_month month, std::optional<Date> until = std::nullopt);

/// What is counted: 件 or 页.
std::string_view unit_of(FeeBasis basis);
/// 第11至16件共6件，每件100元，共600元
Remark how_charged(const FeeLine& line, FeeBasis basis);
/// 本月此前1件，这次15件，是第2至16件：第2至10件不收费；第11至16件共6件，每件100元，共600元。 Without a code, so without
/// words, for nothing.
Remark how_charged(const Fee& fee, FeeBasis basis);

}  // namespace mingting
