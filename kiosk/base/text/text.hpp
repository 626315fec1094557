// UTF-8 text: checking, cutting, folding. All functions take and give UTF-8 unless they say code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// Where the first byte of malformed UTF-8 stands (overlong, surrogate and > U+10FFFF included); nothing when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
inline bool is_valid_utf8(std::string_view text) { return !first_invalid_utf8(text); }

/// The code point at `at`, moving `at` past it; U+FFFD for a malformed byte, which is skipped alone. at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);
void append_utf8(std::string& text, char32_t code_point);
std::size_t count_code_points(std::string_view text);

/// What a visitor may have typed, made safe to store and show: valid UTF-8, no control characters (line breaks kept only
/// when `lines` says so), no bidirectional overrides, at most `max_code_points`. Emoji and rare characters stay, and joiners
/// where they join something: behind a letter of a script that uses them, or an emoji.
enum class Lines { One, Many };
std::string clean_input(std::string_view text, Lines lines, std::size_t max_code_points);

/// Without white space (ASCII, U+3000, U+00A0, zero-width characters) at both ends.
std::string trimmed(std::string_view text);
/// Full-width ASCII to half width (Ａ -> A, １ -> 1, ideographic space -> space); zero-width characters and BOM dropped.
std::string fold_width(std::string_view text);
/// ASCII letters to lower case; all else as it is.
std::string ascii_lower(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// Full-width ASCII as its half-width character; all else as it is.
constexpr char32_t half_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}
constexpr bool is_ascii_figure(char32_t c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Whether it is made of ASCII letters, figures and the marks alone, and of one at least.
bool is_plain_name(std::string_view text, std::string_view marks);

bool is_han(char32_t code_point);         ///< any CJK ideograph, extensions and compatibility included
bool is_zero_width(char32_t code_point);  ///< ZWSP, ZWJ, ZWNJ, word joiner, BOM
bool is_variation_selector(char32_t code_point);  ///< says in which form the character before it is drawn
/// Nothing is drawn for it: controls (line feeds too), zero width, variation selectors, tags, what steers direction.
bool is_unseen(char32_t code_point);
/// Private use: stands for something else in every face, so none can be trusted to draw it.
bool is_private_use(char32_t code_point);

}  // namespace mingting
