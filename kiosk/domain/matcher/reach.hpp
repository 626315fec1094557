// Can each outcome of a decision table be reached, and do two exclude each other that must? Found by trying answers.
#pragma once

#include "domain/matcher/matcher.hpp"

namespace mingting {

/// Tries taken for one question about a table before it is given up: some tenths of a second.
inline constexpr std::size_t kMostTries = 200'000;

struct MatcherReach {
  /// Clashing by `unique`: both fit under these answers (those not named do not matter).
  struct Clash {
    const Outcome* one = nullptr;
    const Outcome* other = nullptr;
    MatchAnswers answers;
  };
  std::vector<const Outcome*> unreachable;
  std::vector<Clash> clashes;
  std::vector<const Outcome*> untold;  ///< too many answers to try
};

/// Each answer stands for all that no condition tells apart, and what cannot come to anything is not tried further, so that
/// tables of an office's size are decided whole. Points into the matcher.
MatcherReach reach_of(const Matcher& matcher, std::size_t most_tries = kMostTries);

}  // namespace mingting
