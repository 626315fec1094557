// Which exact number stands in a cell, and how is it added, compared, converted and printed? Never binary floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingting {

/// units / 10^scale, of at most eighteen figures. 1.50 and 1.5 are different as printed and equal as amounts: compare().
struct Decimal {
  std::int64_t units = 0;
  int scale = 0;  ///< digits after the point, 0 to kMostScale
  bool operator==(const Decimal&) const = default;
};
inline constexpr int kMostScale = 9;

/// Of a number in its one form (number_in, base/text/cells.hpp): "-1234.50". Nothing when it is none or has too many figures.
std::optional<Decimal> decimal_of(std::string_view number);
/// The same amount with so many digits after the point; nothing when digits other than 0 would be lost, or it grows too long.
std::optional<Decimal> rescaled(Decimal number, int scale);
/// Half away from zero, as amounts are rounded.
Decimal rounded(Decimal number, int scale);
/// Exact, with the finer of the two scales; nothing when it grows too long.
std::optional<Decimal> sum(Decimal a, Decimal b);
std::optional<Decimal> difference(Decimal a, Decimal b);
/// part / whole rounded to `scale` digits; nothing when the whole is 0.
std::optional<Decimal> ratio(Decimal part, Decimal whole, int scale);
std::strong_ordering compare(Decimal a, Decimal b);
/// For places on a screen alone, never for what is printed or compared.
double position_of(Decimal number);

/// "-1234.50", as a CSV has it.
std::string plain(Decimal number);
/// "−1,234.50", as people read it.
std::string printed(Decimal number);

/// Units of money as powers of ten over 元: 元 0, 千元 3, 万元 4, 百万元 6, 亿元 8. Nothing for what is no unit of money.
std::optional<int> money_power(std::string_view unit);
/// The same money in another unit, exact where its figures allow, else rounded to kMostScale digits. Both must be units of money.
Decimal in_unit(Decimal money, std::string_view from, std::string_view to);

}  // namespace mingting
