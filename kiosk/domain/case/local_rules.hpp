// Rules the law leaves open, or that we know from memory alone (FACTS marks [M] and [I]). An office sets them in content/;
// the defaults stand until the district confirms or changes them, and are shown as ours.
#pragma once

#include "domain/case/fees.hpp"

namespace mingting {

/// From when an application by internet or fax counts. 条例 Art. 31(3): the day both sides confirm. The older circular
/// 国办公开办函〔2015〕207号 let e-mail count on arrival; that the newer text prevails is our reading.
enum class InternetReceipt { WhenConfirmed, OnArrival };

/// What a fee notice does to the reply period. That it starts anew with the payment (day 1 = the day after) is remembered
/// of 国办函〔2020〕109号, not read.
enum class FeeClock { RestartsWhenPaid, PausesUntilPaid };

struct LocalRules {
  InternetReceipt internet_receipt = InternetReceipt::WhenConfirmed;
  /// Working days to correct, proposed in a notice. The law says "reasonable" (Art. 30); 15 is common practice.
  int correction_period = 15;
  FeeClock fee_clock = FeeClock::RestartsWhenPaid;
  /// Prices above 30 items are our reading of the circular's steps.
  FeeScale item_tariff = item_scale();
  FeeScale page_tariff = page_scale();
  bool operator==(const LocalRules&) const = default;
};

}  // namespace mingting
