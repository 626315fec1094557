// The faces paper is set in, as everybody who prints holds them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

enum class Weight { Regular, Bold };

/// The faces paper is set in, in order of preference; the first that has a character sets it. Faces of weight 600 and more
/// set what should be bold (without any, the others do). TrueType, OpenType (CFF) and collections alike; of a collection the
/// simplified Chinese face. Opening maps the files; outlines are drawn when first used and kept, so keep one for the
/// program's life. Safe from one thread at a time.
class PaperFaces {
 public:
  /// Errors name the face that is missing and its package.
  static Result<PaperFaces> open(const std::vector<Path>& faces);
  PaperFaces(PaperFaces&&) noexcept;
  PaperFaces& operator=(PaperFaces&&) noexcept;
  ~PaperFaces();
  /// Characters of the text that no face has.
  std::u32string missing(std::string_view text) const;
  struct Impl;
  Impl& impl() const { return *impl_; }

 private:
  explicit PaperFaces(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Characters of the text that no face has, by their code points ("U+3ABCD"), so that staff can find them.
std::vector<std::string> missing_codes(const PaperFaces& faces, std::string_view text);

}  // namespace mingting
