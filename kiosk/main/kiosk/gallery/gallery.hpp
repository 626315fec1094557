// mingting --gallery: every page in every state drawn to look at, or only what differs from an older gallery.
#pragma once

#include <optional>
#include <string>

#include "main/kiosk/gallery/index.hpp"

namespace mingting::gallery {

struct Options {
  KioskOptions kiosk;
  Path visits;                  ///< assets/gallery
  Path folder;                  ///< made; pictures of the same names are written over
  std::optional<Path> against;  ///< an older gallery
  Instant now{};
  std::vector<Look> wanted{looks().begin(), looks().end()};
};

/// Draws into LOOK/STATE.png and index.html. With an older gallery the page shows what is new or has changed, with the older
/// picture in before/ and the difference in changes/.
Result<Gallery> draw(const Options& options);

}  // namespace mingting::gallery
