// Which file was written for the next release, and what is in it.
#include "desk/told/hall.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "desk/told/parts/chain.hpp"

namespace mingting {

namespace {

/// Up to where the kiosk may forget: of a chain that went two ways each end, and while that stands open what
/// is before.
std::vector<std::uint64_t> positions_of(const AcknowledgementsMade::Kiosk& kiosk) {
  std::vector<std::uint64_t> positions;
  for (const auto& each : kiosk.told) positions.push_back(each.forked ? each.position - 1 : each.position);
  return positions;
}

std::string positions_text(const AcknowledgementsMade::Kiosk& kiosk) {
  const auto positions = positions_of(kiosk);
  return positions.empty() ? "0" : fmt::format("{}", fmt::join(positions, "、"));
}

}  // namespace

std::string as_text(const FeedMade& made) {
  auto text = words("hall-feed.done", made.file.string(), made.entries, made.as_of) + "\n";
  if (made.without_code > 0) text += words("hall-feed.without-code", made.without_code) + "\n";
  return text;
}

OrderedJson as_json(const FeedMade& made) {
  return {{"ok", true},
          {"file", made.file.string()},
          {"entries", made.entries},
          {"without_code", made.without_code},
          {"as_of", iso_date(made.as_of)}};
}

std::string as_text(const AcknowledgementsMade& made) {
  auto table = table_of("acknowledge.head");
  std::string why;
  for (const auto& kiosk : made.kiosks) {
    table.rows.push_back({kiosk.chain.kiosk.name, positions_text(kiosk)});
    why += chain_trouble_text(kiosk.chain);
    if (kiosk.chain.standing.to_compare)
      why += words("acknowledge.to-compare", kiosk.chain.kiosk.name) + "\n";
    if (kiosk.before > 0) why += words("acknowledge.back", kiosk.chain.kiosk.name, kiosk.before) + "\n";
  }
  const auto kiosks = made.kiosks.empty() ? words("acknowledge.none") : table_text(table);
  return kiosks + why + words("acknowledge.done", made.file.string()) + "\n";
}

OrderedJson as_json(const AcknowledgementsMade& made) {
  auto kiosks = OrderedJson::array();
  for (const auto& kiosk : made.kiosks) {
    const auto positions = positions_of(kiosk);
    auto json = chain_json(kiosk.chain);
    json["position"] = positions.empty() ? 0 : *std::max_element(positions.begin(), positions.end());
    json["positions"] = positions;
    kiosks.push_back(std::move(json));
  }
  return {{"ok", true}, {"file", made.file.string()}, {"kiosks", std::move(kiosks)}};
}

}  // namespace mingting
