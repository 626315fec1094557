// What is missing is read off the chains; what is given up is recorded in the register.
#include "desk/intake/missing.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text/text.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostReason = 2000;

/// By key or fingerprint, or by name when only one is called so that misses something.
Result<const KioskChain*> chain_of(const std::vector<KioskChain>& chains, const std::string& said) {
  std::vector<const KioskChain*> named;
  for (const auto& chain : chains) {
    if (chain.kiosk.key == said || vault::key_fingerprint(chain.kiosk.key) == ascii_lower(said))
      return &chain;
    if (chain.kiosk.name == said && !chain.standing.gaps.empty()) named.push_back(&chain);
  }
  if (named.size() == 1) return named.front();
  const auto shown = clean_input(said, Lines::One, 100);
  return fail(Trouble::Refused, named.empty() ? "lost.no-kiosk" : "lost.several-kiosks", shown);
}

struct Places {
  std::uint64_t first = 0, last = 0;
};

std::optional<std::uint64_t> number_in(const std::string& text) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

std::optional<Places> places_in(const std::string& text) {
  const auto parts = split(trimmed(fold_width(text)), '-');
  if (parts.empty() || parts.size() > 2) return std::nullopt;
  const auto first = number_in(trimmed(parts.front())), last = number_in(trimmed(parts.back()));
  return first && last ? std::optional(Places{*first, *last}) : std::nullopt;
}

}  // namespace

bool is_sound(const KioskChain& chain) {
  const auto& standing = chain.standing;
  return standing.gaps.empty() && (!standing.fork || standing.succeeded);
}

Result<MissingRecords> list_missing(const DeskWork& work) {
  auto chains = work.book.chains();
  if (!chains) return fail(chains.error());
  std::erase_if(*chains, [](const KioskChain& chain) { return is_sound(chain) && chain.lost.empty(); });
  return MissingRecords{std::move(*chains)};
}

Result<LostDeclared> declare_lost(const DeskWork& work, const LostOrder& order) {
  const auto chains = work.book.chains();
  if (!chains) return fail(chains.error());
  const auto chain = chain_of(*chains, trimmed(order.kiosk));
  if (!chain) return fail(chain.error());
  const auto places = places_in(order.places);
  if (!places) return fail(Trouble::Refused, "lost.no-places", clean_input(order.places, Lines::One, 40));
  const auto& kiosk = (*chain)->kiosk;
  auto lost = work.book.declare_lost({kiosk.key, places->first, places->last, order.gone},
                                     clean_input(order.reason, Lines::Many, kMostReason), work.clerk);
  if (!lost) return fail(as_refusal(lost.error()));
  return LostDeclared{kiosk.name, std::move(*lost)};
}

}  // namespace mingting
