// All arithmetic is on whole numbers, wide enough that nothing is lost before it is judged.
#include "domain/table/decimal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/named.hpp"

namespace mingting {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMost = 999'999'999'999'999'999;
constexpr int kMostShift = 18;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool fits(Wide units) { return -Wide{kMost} <= units && units <= Wide{kMost}; }

std::optional<Decimal> made(Wide units, int scale) {
  if (!fits(units)) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(units), scale};
}

/// Half away from zero. divisor > 0.
Wide divided(Wide number, Wide divisor) {
  const Wide half = divisor / 2 + divisor % 2;
  const Wide rest = number % divisor;
  const Wide away = rest < 0 ? -rest : rest;
  return number / divisor + (away >= half ? (number < 0 ? -1 : 1) : 0);
}

Wide at_scale(Decimal number, int scale) { return Wide{number.units} * power_of_ten(scale - number.scale); }

/// units of so many digits after the point, as close as kMostScale and eighteen figures allow.
Decimal nearest(Wide units, int scale) {
  for (; scale < 0; ++scale) units = fits(units) ? units * 10 : units;
  if (scale > kMostScale) units = divided(units, power_of_ten(scale - kMostScale)), scale = kMostScale;
  return {static_cast<std::int64_t>(std::clamp<Wide>(units, -Wide{kMost}, Wide{kMost})), scale};
}

std::string figures(Decimal number, std::string_view minus, bool grouped) {
  auto digits = std::to_string(number.units < 0 ? -number.units : number.units);
  const auto scale = static_cast<std::size_t>(number.scale);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  const auto whole = digits.size() - scale;
  std::string text(number.units < 0 ? minus : "");
  for (std::size_t i = 0; i < whole; ++i) {
    if (grouped && i > 0 && (whole - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return scale == 0 ? text : text + "." + digits.substr(whole);
}

struct MoneyUnit {
  std::string_view name;
  int power;
};
constexpr std::array kMoneyUnits{MoneyUnit{"元", 0},     MoneyUnit{"千元", 3},   MoneyUnit{"万元", 4},
                                 MoneyUnit{"百万元", 6}, MoneyUnit{"千万元", 7}, MoneyUnit{"亿元", 8}};

}  // namespace

std::optional<Decimal> decimal_of(std::string_view number) {
  const bool minus = number.starts_with('-');
  if (minus) number.remove_prefix(1);
  Decimal result;
  int digits = 0;
  bool pointed = false;
  for (const char c : number) {
    if (c == '.' && !pointed && digits > 0) {
      pointed = true;
      continue;
    }
    if (c < '0' || c > '9' || result.units > kMost / 10 || result.scale == kMostScale) return std::nullopt;
    result.units = result.units * 10 + (c - '0');
    result.scale += pointed ? 1 : 0;
    ++digits;
  }
  if (digits == 0 || (pointed && result.scale == 0)) return std::nullopt;
  if (minus) result.units = -result.units;
  return result;
}

std::optional<Decimal> rescaled(Decimal number, int scale) {
  if (scale < 0 || scale > kMostScale) return std::nullopt;
  if (scale >= number.scale) return made(at_scale(number, scale), scale);
  const auto divisor = static_cast<std::int64_t>(power_of_ten(number.scale - scale));
  if (number.units % divisor != 0) return std::nullopt;
  return Decimal{number.units / divisor, scale};
}

Decimal rounded(Decimal number, int scale) {
  if (scale >= number.scale) return rescaled(number, scale).value_or(number);
  return {static_cast<std::int64_t>(divided(number.units, power_of_ten(number.scale - scale))), scale};
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  const int scale = std::max(a.scale, b.scale);
  return made(at_scale(a, scale) + at_scale(b, scale), scale);
}

std::optional<Decimal> difference(Decimal a, Decimal b) { return sum(a, {-b.units, b.scale}); }

std::optional<Decimal> ratio(Decimal part, Decimal whole, int scale) {
  if (whole.units == 0) return std::nullopt;
  // part / whole = part.units * 10^(scale + whole.scale) / (whole.units * 10^part.scale), at most 10^36 above the line
  const int up = std::clamp(scale + whole.scale - part.scale, 0, kMostShift);
  const int down = std::clamp(part.scale - whole.scale - scale, 0, kMostShift);
  Wide above = Wide{part.units} * power_of_ten(up), below = Wide{whole.units} * power_of_ten(down);
  if (below < 0) above = -above, below = -below;
  return made(divided(above, below), scale);
}

std::strong_ordering compare(Decimal a, Decimal b) {
  const int scale = std::max(a.scale, b.scale);
  const Wide left = at_scale(a, scale), right = at_scale(b, scale);
  return left < right ? std::strong_ordering::less : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

double position_of(Decimal number) { return static_cast<double>(number.units) / std::pow(10.0, number.scale); }

std::string plain(Decimal number) { return figures(number, "-", false); }
std::string printed(Decimal number) { return figures(number, "\u2212", true); }

std::optional<int> money_power(std::string_view unit) {
  const auto* found = std::ranges::find(kMoneyUnits, unit, &MoneyUnit::name);
  if (found == kMoneyUnits.end()) return std::nullopt;
  return found->power;
}

Decimal in_unit(Decimal money, std::string_view from, std::string_view to) {
  const int shift = money_power(from).value_or(0) - money_power(to).value_or(0);
  return nearest(money.units, money.scale - shift);
}

}  // namespace mingting
