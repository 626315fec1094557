// What goes back to the hall: how each entry stands, sealed to those who hold its number and code.
#pragma once

#include "desk/desk_work.hpp"

namespace mingting {

struct FeedMade {
  Path file;
  std::size_t entries = 0;
  std::size_t without_code = 0;  ///< left out: nobody could ask for them
  Date as_of{};
};
/// Writes the feed of all open entries and of those finished within Office::feed_days. `wording`: how what happened is said.
Result<FeedMade> write_status_feed(const DeskWork& work, const Path& file, const Wording& wording);

}  // namespace mingting
