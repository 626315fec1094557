// Which characters the kiosk's faces can show.
#pragma once

#include <cstdint>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

/// The union of the characters of several faces. Read-only once made: safe from any thread.
class Coverage {
 public:
  /// Covers everything: for callers that have no faces to check against.
  Coverage() = default;
  /// Of a .ttc the first face stands for all. Error: a face that cannot be opened.
  static Result<Coverage> of(const std::vector<Path>& faces);

  /// Characters without a shape of their own (spaces, line breaks, variation selectors) are always shown.
  bool shows(char32_t code_point) const;

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace mingting
