// The status feed as a file: lines of sealed entries, which only intake/ makes and opens. Here they are text, so that whoever
// checks, publishes or stores a feed needs no key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace mingting {

/// `key`: 64 hex digits to look it up by. `box`: base64, all of a few fixed lengths, so that length tells nothing.
struct FeedEntry {
  std::string key, box;
  bool operator==(const FeedEntry&) const = default;
};

struct Feed {
  Date as_of{};  ///< the day the desk made it
  std::vector<FeedEntry> entries;
  bool operator==(const Feed&) const = default;
};

/// Bytes in a box besides the padded text, and the texts' padded lengths.
inline constexpr std::size_t kBoxOverhead = 24 + 16;  ///< nonce and tag
inline constexpr std::size_t kBoxTexts[] = {1024, 2048, 4096, 8192, 16384};

/// The feed as a file of lines: "mingting-feed-v1 AS-OF COUNT", then "KEY BOX" sorted by key.
std::string print_feed(std::vector<FeedEntry> entries, Date as_of);

/// What is wrong with a feed file, and on which line (from 1).
struct FeedFault {
  int line = 0;
  Remark what;
};
tl::expected<Feed, FeedFault> read_feed(std::string_view text);
/// The same; errors name the line.
Result<Feed> parse_feed(std::string_view text);

}  // namespace mingting
