// What does a person count as one character, over ICU's rules: a letter with its accents, a Han character in one of its forms
// (variation selectors), an emoji of several parts. All functions take and give UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// Drawn on screen and paper for a character that no face has; that it was is said in words beside it.
inline constexpr char32_t kSubstitute = 0x3013;  // 〓

/// The text cut between characters (UAX #29, extended grapheme clusters). Views into `text`; together they are the whole of it.
std::vector<std::string_view> characters(std::string_view text);

/// Code points that one character may have: emoji families have eleven, flags seven.
inline constexpr std::size_t kMostOfOne = 16;

/// How many characters a length allowed counts. A character of more code points than any script needs counts for several, so
/// that a length bounds the bytes as well.
std::size_t count_characters(std::string_view text);

/// Whether a length of `most` characters takes the text.
bool fits(std::string_view text, std::size_t most);

/// Code points before the character's beginning that is nearest at or before `caret`; `caret` in code points as well.
std::size_t character_begin(std::string_view text, std::size_t caret);
/// Code points up to the end of the character that `caret` stands before.
std::size_t character_end(std::string_view text, std::size_t caret);

/// The first characters that `most` allow.
std::string_view first_characters(std::string_view text, std::size_t most);

/// The text whole where it has at most so many characters; else its beginning up to the end of a word, and "……".
std::string shortened(std::string_view text, std::size_t most);

/// Letters and their accents as one code point where there is one (Unicode's canonical composition: the same text). Han
/// characters stay as they are, since composing would change some of their forms.
std::string marks_composed(std::string_view text);
/// Stands over or under the letter before it and takes no room of its own.
bool is_mark(char32_t code_point);

/// Whether anything in it is a letter of some script, a Han character, or a code point no standard has named yet (a rare
/// character may be one). Figures, marks and emoji are none.
bool has_letter(std::string_view text);

/// The dots people type inside a name (买买提·艾力): U+00B7, and U+2022, U+2027, U+30FB, U+FF65 for it.
bool is_name_dot(char32_t code_point);
/// The dot of the standard.
inline constexpr char32_t kNameDot = 0xB7;

/// One spelling of a name, for comparing: half width, capitals, one dot, without spaces, dashes and variation selectors.
std::string comparable_name(std::string_view name);

}  // namespace mingting
