// Reads what was typed, exactly, and enters it.
#include "desk/year/figures.hpp"

#include <algorithm>
#include <charconv>

#include "base/text/text.hpp"
#include "desk/year/report/report.hpp"

namespace mingting {
namespace {

constexpr std::int64_t kMostFigure = 999'999'999;
constexpr std::int64_t kFenInTenThousand = 1'000'000;  // 万元
constexpr std::size_t kDecimals = 6;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.front() == '-' || error != std::errc() || at != text.data() + text.size() || value > kMostFigure) {
    return std::nullopt;
  }
  return value;
}

/// 12.5 万元 as fen, exactly.
std::optional<std::int64_t> fen_of(std::string_view text) {
  const auto point = text.find('.');
  const auto whole = whole_number(text.substr(0, point));
  if (!whole || point == std::string_view::npos) return whole ? std::optional(*whole * kFenInTenThousand) : std::nullopt;
  std::string decimals(text.substr(point + 1));
  if (decimals.empty() || decimals.size() > kDecimals) return std::nullopt;
  decimals.resize(kDecimals, '0');
  const auto part = whole_number(decimals);
  return part ? std::optional(*whole * kFenInTenThousand + *part) : std::nullopt;
}

const DisclosureSlot* slot_named(std::string_view name) {
  const auto slots = disclosure_slots();
  const auto found =
      std::find_if(slots.begin(), slots.end(), [name](const auto& slot) { return slot.key == name || slot.title == name; });
  return found == slots.end() ? nullptr : &*found;
}

/// Adds it, or says what is wrong.
std::optional<Remark> take(DisclosureChange& typed, const std::string& value) {
  const auto folded = fold_width(value);
  const auto equals = folded.find('=');
  const auto name = trimmed(folded.substr(0, equals));
  const auto figure = equals == std::string::npos ? std::string() : replace_all(trimmed(folded.substr(equals + 1)), ",", "");
  if (name == "rest" || name == "其余") {
    typed.rest_is_zero = true;
    return figure == "0" ? std::nullopt : std::optional(remark("figures.rest-not-zero"));
  }
  const auto* slot = slot_named(name);
  if (slot == nullptr) return remark("figures.no-such", name);
  const auto number = figure_typed(figure, slot->money);
  if (!number) return remark(slot->money ? "figures.no-money" : "figures.no-count", name);
  slot->figure(typed.entered) = *number;
  return std::nullopt;
}

/// Everything that was typed; refused as a whole when any of it is wrong, with what can be typed.
Result<DisclosureChange> taken(const std::vector<std::string>& values) {
  DisclosureChange typed;
  std::vector<Remark> wrong;
  for (const auto& value : values) {
    if (auto fault = take(typed, value)) wrong.push_back(std::move(*fault));
  }
  if (wrong.empty()) return typed;
  std::vector<Remark> known;
  for (const auto& slot : disclosure_slots()) known.push_back(remark(slot.title));
  return fail(Trouble::Refused, "figures.none-taken", wrong, known);
}

}  // namespace

std::optional<std::int64_t> figure_typed(std::string_view text, bool money) { return money ? fen_of(text) : whole_number(text); }

Result<FiguresSheet> enter_figures(const DeskWork& work, const FiguresOptions& options) {
  if (options.year < kFirstReportYear || options.year > kLastReportYear) {
    return fail(Trouble::Refused, "figures.no-such-year", kFirstReportYear, kLastReportYear);
  }
  const auto typed = taken(options.values);
  if (!typed) return fail(typed.error());
  const std::chrono::year year{options.year};
  if (options.values.empty()) {
    const auto table = work.book.disclosure(year);
    if (!table) return fail(table.error());
    return FiguresSheet{options.year, table->value_or(DisclosureTable{})};
  }
  const auto table = work.book.change_disclosure(year, *typed, work.clerk);
  if (!table) return fail(as_refusal(table.error()));
  return FiguresSheet{options.year, *table};
}

}  // namespace mingting
