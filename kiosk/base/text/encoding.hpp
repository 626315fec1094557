// Bytes as text: base64 (RFC 4648, padded) and hexadecimal, and back, strictly. Keys pass through here: no byte of them
// chooses a branch or a place in a table, so that neither time nor cache tells anything.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mingting {

/// Bytes as C libraries take them.
inline const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
inline unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

constexpr std::size_t base64_length(std::size_t bytes) {
  return (bytes + 2) / 3 * 4;
}
std::string to_base64(std::string_view bytes);
/// Nothing unless it is the one way of writing exactly `size` bytes: no white space, all padding, no stray bits.
std::optional<std::string> from_base64(std::string_view text, std::size_t size);
/// As above, of any length up to `most`.
std::optional<std::string> from_base64_up_to(std::string_view text, std::size_t most);

std::string to_hex(std::string_view bytes);  ///< lower case
/// Lower or upper case; nothing unless it decodes to exactly `size` bytes.
std::optional<std::string> from_hex(std::string_view text, std::size_t size);
/// Whether it is `digits` hexadecimal digits, in lower case alone.
bool is_lower_hex(std::string_view text, std::size_t digits);

/// 1a2b-3c4d-5e6f-7a8b: the first 16 digits of a hash (hexadecimal) as people compare them by eye.
std::string grouped_digits(std::string_view hash);

}  // namespace mingting
