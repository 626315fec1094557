// What is lost of all kiosks together.
#include "desk/register/kiosks.hpp"

namespace mingting {

std::vector<LostOfKiosk> lost_of(std::span<const KioskChain> chains) {
  std::vector<LostOfKiosk> all;
  for (const auto& chain : chains) {
    for (const auto& lost : chain.lost) all.push_back({chain.kiosk.name, lost});
  }
  return all;
}

}  // namespace mingting
