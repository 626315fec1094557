// What an application costs by either tariff.
#include "domain/case/fees.hpp"

#include <limits>

namespace mingting {
namespace {

constexpr Named<FeeBasis> kFeeUnits[] = {{FeeBasis::Items, "item", "件"}, {FeeBasis::Pages, "page", "页"}};

/// The tier or step that unit number `unit` (from 1) falls into.
FeeTier tier_of(const FeeScale& scale, std::int64_t unit) {
  for (const auto& tier : scale.tiers) {
    if (unit <= tier.up_to) return tier;
  }
  const auto last = scale.tiers.empty() ? FeeTier{} : scale.tiers.back();
  if (scale.step_width <= 0) return {std::numeric_limits<std::int64_t>::max(), last.yuan + scale.step_rise};
  const auto step = (unit - last.up_to - 1) / scale.step_width + 1;
  return {last.up_to + step * scale.step_width, last.yuan + step * scale.step_rise};
}

}  // namespace

FeeScale item_scale() { return {{{10, 0}, {30, 100}}, 10, 100}; }

FeeScale page_scale() { return {{{30, 0}, {100, 10}, {200, 20}}, 0, 20}; }

Result<Fee> fee_for(const FeeScale& scale, std::int64_t before, std::int64_t units) {
  if (before < 0 || units < 0 || before > kMostFeeUnits || units > kMostFeeUnits) {
    return fail(Trouble::Invalid, "fees.out-of-bounds", kMostFeeUnits);
  }
  Fee fee;
  const auto last = before + units;
  for (auto unit = before + 1; unit <= last;) {
    const auto tier = tier_of(scale, unit);
    FeeLine line{unit, std::min(tier.up_to, last), tier.yuan, 0};
    line.amount = (line.to - line.from + 1) * line.yuan;
    fee.yuan += line.amount;
    unit = line.to + 1;
    fee.lines.push_back(line);
  }
  return fee;
}

Result<FeeComparison> compare_fees(std::int64_t items_before, std::int64_t items, std::int64_t pages,
                                   const FeeScale& item_tariff, const FeeScale& page_tariff) {
  auto by_items = fee_for(item_tariff, items_before, items);
  if (!by_items) return fail(by_items.error());
  auto by_pages = fee_for(page_tariff, 0, pages);
  if (!by_pages) return fail(by_pages.error());
  FeeComparison both{std::move(*by_items), std::move(*by_pages), std::nullopt};
  if (both.by_items.yuan != both.by_pages.yuan) {
    both.cheaper = both.by_items.yuan < both.by_pages.yuan ? FeeBasis::Items : FeeBasis::Pages;
  }
  return both;
}

std::int64_t items_in_month(std::span<const CountedApplication> applications, std::string_view applicant,
                            std::chrono::year_month month, std::optional<Date> until) {
  std::int64_t items = 0;
  for (const auto& one : applications) {
    const bool in_month = one.received.year() == month.year() && one.received.month() == month.month();
    if (one.applicant == applicant && in_month && (!until || one.received <= *until)) items += one.items;
  }
  return items;
}

std::string_view unit_of(FeeBasis basis) { return named(kFeeUnits, basis).title; }

Remark how_charged(const FeeLine& line, FeeBasis basis) {
  const auto unit = unit_of(basis);
  const auto range = line.from == line.to ? remark("fees.one", line.from, unit) : remark("fees.range", line.from, line.to, unit);
  if (line.yuan == 0) return remark("fees.free", range);
  return remark("fees.line", range, line.to - line.from + 1, unit, line.yuan, line.amount);
}

Remark how_charged(const Fee& fee, FeeBasis basis) {
  if (fee.lines.empty()) return {};
  const auto unit = unit_of(basis);
  const auto first = fee.lines.front().from, last = fee.lines.back().to, now = last - first + 1;
  std::vector<Remark> lines;
  for (const auto& line : fee.lines) lines.push_back(how_charged(line, basis));
  if (first == 1) return remark("fees.counted", unit, now, lines);
  return first == last ? remark("fees.counted-one-more", unit, now, lines, first - 1, first)
                       : remark("fees.counted-more", unit, now, lines, first - 1, first, last);
}

}  // namespace mingting
