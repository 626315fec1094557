// Where did a repository that was lost leave off? Its copies know: a stick's, and what kiosks have installed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

struct LeftOff {
  std::uint64_t sequence = 0;  ///< of the last release known
  std::vector<std::string>
      roots;  ///< root/1.json and those that follow it, as bytes; empty: no copy, only a number
};

/// `copy`: a release folder on a stick or share, or a kiosk's state folder. Roots are verified from the first
/// to the last, and a stick's manifest against them. Trouble::NotFound: no release there.
Result<LeftOff> left_off_at(FileSystem& files, const Path& copy);

/// Puts the roots into the repository, unless they stand there. Trouble::Untrusted: it has others.
Result<void> put_roots(FileSystem& files, const Path& repository, const LeftOff& before);

}  // namespace mingting
