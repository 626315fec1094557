// One chain below the other, then what a clerk gave up, when and why.
#include "desk/told/intake/missing.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "desk/told/parts/chain.hpp"

namespace mingting {

bool is_whole(const MissingRecords& missing) {
  return std::all_of(missing.chains.begin(), missing.chains.end(), is_sound);
}

std::string as_text(const MissingRecords& missing) {
  std::string text;
  for (const auto& chain : missing.chains) {
    text += chain_trouble_text(chain);
    for (const auto& one : chain.lost) {
      text += words("lost.listed", chain.kiosk.name, places_text(one.first, one.last),
                    local_date(one.recorded), one.by, one.reason) +
              "\n";
    }
  }
  return text.empty() ? words("lost.none") + "\n" : text;
}

OrderedJson as_json(const MissingRecords& missing) {
  auto chains = OrderedJson::array();
  for (const auto& chain : missing.chains) chains.push_back(chain_json(chain));
  return {{"ok", is_whole(missing)}, {"kiosks", std::move(chains)}};
}

std::string as_text(const LostDeclared& declared) {
  return words("lost.declared", declared.kiosk, places_text(declared.lost.first, declared.lost.last)) + "\n";
}

OrderedJson as_json(const LostDeclared& declared) {
  return {
      {"ok", true}, {"kiosk", declared.kiosk}, {"first", declared.lost.first}, {"last", declared.lost.last}};
}

}  // namespace mingting
