// A TrueType face made for one document: only the characters it uses, from whatever faces have them, as one file that
// libharu can embed.
#pragma once

#include <string>

#include "base/result.hpp"
#include "paper/face/faces.hpp"

namespace mingting {

/// Character i of `characters` has the code kFirstSlot + i in the face. Codes are private, so that characters above
/// U+FFFF cost nothing extra (libharu knows 16 bits) and the code map is one segment (libharu walks it 65,536 times);
/// what they mean is said by to_unicode_map().
struct PageFace {
  std::string name;
  std::string file;           ///< the bytes of a .ttf
  std::u32string characters;  ///< in their forms (formed.hpp), ascending

  static constexpr char32_t kFirstSlot = 0xE000;
  static constexpr std::size_t kMostCharacters = 0x1900;

  /// The codes of the text, as UTF-8. Every character must be in the face.
  std::string codes_of(std::u32string_view text) const;
  /// The PDF /ToUnicode stream: what each code means, as UTF-16.
  std::string to_unicode_map() const;
};

/// `characters` ascending and without repeats, each known to the faces.
/// Errors: more characters than one face can hold.
Result<PageFace> make_page_face(PaperFaces::Impl& faces, Weight weight, std::u32string characters);

}  // namespace mingting
