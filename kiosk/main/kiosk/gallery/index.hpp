// The page to look through the pictures side by side: a row for each state, a column for each look.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "main/kiosk/gallery/measure.hpp"
#include "main/kiosk/gallery/walk.hpp"

namespace mingting::gallery {

struct Shown {
  std::string file;  ///< of the picture, below the gallery's folder
  std::vector<Finding> findings;
  std::string before, changes;  ///< the older picture and what is another in it; "" without one
  double share = 0;             ///< of its pixels that are others
};

struct Gallery {
  std::vector<State> states;
  std::vector<Look> looks;
  std::map<std::pair<std::string, std::string>, Shown> shown;  ///< by names of state and look
  std::vector<Missed> missed;
  std::optional<std::string> against;  ///< the older gallery: then `shown` has what is new or has changed
  std::vector<std::string> gone;       ///< pictures of the older gallery that this one has not
};

/// One page without scripts or anything from outside.
std::string index_page(const Gallery& gallery);

}  // namespace mingting::gallery
