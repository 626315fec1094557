// What stands behind the kiosk's ports in a gallery, so that every state can be reached: the real parts, but for what they are
// asked to pretend.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/clock.hpp"
#include "main/kiosk/effects.hpp"

namespace mingting::gallery {

/// Changed between frames alone, while no effect is under way.
struct Pretence {
  enum class Content { Real, Empty, Failing };
  Content content = Content::Real;
  Printing printing = Printing::Done;
  std::string print_reason;
  bool receipts_saved = true;
  std::string refusal;  ///< why nothing is taken in: a key of [trouble]; "" when it is
  bool clock_doubtful = false;
  bool claims_fail = false;
  std::string receipt_prefix;
  std::map<std::string, CaseStatus> statuses;  ///< by query code
};

/// What is kept when the visits ask for something to be kept.
KeptOffer sample_offer();

/// Takes in nothing and prints nothing: what is handed in gets the same number each time, so that pictures stay the same.
Ports pretending(Ports real, std::shared_ptr<const Pretence> pretence, const Clock& clock);

}  // namespace mingting::gallery
