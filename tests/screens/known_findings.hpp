// What the gallery is known to show wrongly: by check and state, and why it stands. A state in which nothing of the kind is found
// any more fails the test, so that the table can only shrink.
#pragma once

#include <string_view>
#include <vector>

#include "main/kiosk/gallery/measure.hpp"

namespace mingting {

struct KnownFindings {
  gallery::Check check;
  std::string_view reason;
  std::vector<std::string_view> states;
};

inline const std::vector<KnownFindings>& known_findings() {
  using enum gallery::Check;
  static const std::vector<KnownFindings> kKnown{
      {Faint, "what was not taken is said in the accent, on the keyboard's ground", {"form-cut"}},
      {SmallTarget,
       "beside the page on 800x600 ten keys in a row are 58 dp wide",
       {"search", "search-candidates", "form-keyboard", "form-full", "form-codes", "progress", "key"}},
  };
  return kKnown;
}

}  // namespace mingting
