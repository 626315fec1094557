// Numbers, days and the stick they were on, as far as register and kiosk can tell.
#include "desk/told/parts/chain.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/days.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

std::string received_text(const ChainGap& gap) {
  if (gap.after && gap.before)
    return words("chain.received-between", local_date(*gap.after), local_date(*gap.before));
  if (gap.after) return words("chain.received-after", local_date(*gap.after));
  if (gap.before) return words("chain.received-before", local_date(*gap.before));
  return "";
}

/// Exports that carried a record of the gap, by the names of their folders on the stick.
std::string sticks_text(const KioskChain& chain, const ChainGap& gap) {
  std::vector<std::string> sticks;
  for (const auto& one : chain.exports) {
    if (one.last < gap.first || one.first > gap.last) continue;
    const auto folder =
        fmt::format("mingting-{}-{:08}-{:08}", vault::key_fingerprint(chain.kiosk.key), one.first, one.last);
    sticks.push_back(
        words("chain.stick", clean_input(replace_all(one.made, "T", " "), Lines::One, 30), folder));
  }
  return sticks.empty() ? "" : words("chain.sticks", join(sticks, "；"));
}

/// Of records that the kiosk held at its last export a new export is enough.
std::string gap_text(const KioskChain& chain, const ChainGap& gap) {
  const auto& kiosk = chain.kiosk;
  const auto fingerprint = vault::key_fingerprint(kiosk.key);
  const auto places = places_text(gap.first, gap.last);
  if (chain.held_from > 0 && gap.last >= chain.held_from)
    return words("chain.gap-in-hall", kiosk.name, fingerprint, places) + "\n";
  return words(gap.other_way ? "chain.gap-other-way" : "chain.gap", kiosk.name, fingerprint, places) +
         received_text(gap) + sticks_text(chain, gap) +
         words("chain.gap-cure", fingerprint, fmt::format("{}-{}", gap.first, gap.last)) + "\n";
}

}  // namespace

std::string places_text(std::uint64_t first, std::uint64_t last) {
  return first == last ? words("chain.place", first) : words("chain.places", first, last);
}

std::string chain_trouble_text(const KioskChain& chain) {
  const auto& standing = chain.standing;
  std::string text;
  if (standing.fork && !standing.succeeded) {
    text += words("chain.fork", chain.kiosk.name, standing.fork->position, standing.fork_numbers.at(0),
                  standing.fork_numbers.at(1)) +
            "\n";
  }
  for (const auto& gap : standing.gaps) text += gap_text(chain, gap);
  return text;
}

OrderedJson chain_json(const KioskChain& chain) {
  const auto& standing = chain.standing;
  auto gaps = OrderedJson::array(), lost = OrderedJson::array();
  for (const auto& gap : standing.gaps) {
    gaps.push_back({{"first", gap.first},
                    {"last", gap.last},
                    {"other_way", gap.other_way},
                    {"in_the_hall", chain.held_from > 0 && gap.last >= chain.held_from}});
  }
  for (const auto& one : chain.lost) {
    lost.push_back({{"first", one.first},
                    {"last", one.last},
                    {"reason", one.reason},
                    {"by", one.by},
                    {"recorded", moment_json(one.recorded)}});
  }
  OrderedJson json{{"kiosk", chain.kiosk.name},
                   {"key", chain.kiosk.key},
                   {"missing", std::move(gaps)},
                   {"lost", std::move(lost)}};
  json["two_ways_at"] = standing.fork ? OrderedJson(standing.fork->position) : OrderedJson(nullptr);
  json["followed"] = standing.succeeded;
  return json;
}

}  // namespace mingting
