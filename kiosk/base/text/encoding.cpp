// Both codes by arithmetic alone: masks instead of branches and tables.
#include "base/text/encoding.hpp"

namespace mingting {
namespace {

// Masks over values below 256: 0xFF for yes, 0 for no.
constexpr unsigned below(unsigned value, unsigned limit) { return ((value - limit) >> 8) & 0xFF; }
constexpr unsigned same(unsigned value, char c) { return below(value ^ static_cast<unsigned char>(c), 1); }
constexpr unsigned between(unsigned value, char first, char last) {
  return ~below(value, static_cast<unsigned char>(first)) & below(value, static_cast<unsigned char>(last) + 1U);
}
constexpr unsigned from(unsigned value, char zero) { return value - static_cast<unsigned char>(zero); }

/// Stands in what a character means that means nothing.
constexpr unsigned kNone = 0x80;
constexpr unsigned none_unless(unsigned known) { return (known ^ 0xFF) & kNone; }

/// Six bits.
constexpr char base64_digit(unsigned value) {
  const unsigned upper = below(value, 26), lower = below(value, 52) & ~upper, figure = below(value, 62) & ~below(value, 52);
  return static_cast<char>((upper & (value + 'A')) | (lower & (value - 26 + 'a')) | (figure & (value - 52 + '0')) |
                           (same(value, 62) & '+') | (same(value, 63) & '/'));
}

constexpr unsigned base64_value(char c) {
  const unsigned code = static_cast<unsigned char>(c);
  const unsigned upper = between(code, 'A', 'Z'), lower = between(code, 'a', 'z'), figure = between(code, '0', '9');
  const unsigned plus = same(code, '+'), slash = same(code, '/');
  return (upper & from(code, 'A')) | (lower & (from(code, 'a') + 26)) | (figure & (from(code, '0') + 52)) | (plus & 62) |
         (slash & 63) | none_unless(upper | lower | figure | plus | slash);
}

/// Four bits.
constexpr char hex_digit(unsigned value) {
  const unsigned figure = below(value, 10);
  return static_cast<char>((figure & (value + '0')) | (~figure & 0xFF & (value - 10 + 'a')));
}

constexpr unsigned hex_value(char c) {
  const unsigned code = static_cast<unsigned char>(c);
  const unsigned figure = between(code, '0', '9'), upper = between(code, 'A', 'F'), lower = between(code, 'a', 'f');
  return (figure & from(code, '0')) | (upper & (from(code, 'A') + 10)) | (lower & (from(code, 'a') + 10)) |
         none_unless(figure | upper | lower);
}

std::size_t padding_of(std::string_view text) { return text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0; }

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve(base64_length(bytes.size()));
  unsigned held = 0, bits = 0;
  for (const char byte : bytes) {
    held = (held << 8 | static_cast<unsigned char>(byte)) & 0xFFFF;
    for (bits += 8; bits >= 6; bits -= 6) text.push_back(base64_digit(held >> (bits - 6) & 63));
  }
  if (bits > 0) text.push_back(base64_digit(held << (6 - bits) & 63));
  text.resize((text.size() + 3) / 4 * 4, '=');
  return text;
}

std::optional<std::string> from_base64_up_to(std::string_view text, std::size_t most) {
  const auto padding = padding_of(text);
  if (text.size() % 4 != 0 || text.size() / 4 * 3 - padding > most) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  unsigned held = 0, bits = 0, wrong = 0;
  for (const char c : text.substr(0, text.size() - padding)) {
    const unsigned value = base64_value(c);
    wrong |= value & kNone;
    held = (held << 6 | (value & 63)) & 0xFFFF;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<char>(held >> bits & 0xFF));
  }
  wrong |= held & ((1U << bits) - 1);  // what is left over must be nothing
  return wrong == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

std::optional<std::string> from_base64(std::string_view text, std::size_t size) {
  auto bytes = from_base64_up_to(text, size);
  return bytes && bytes->size() == size ? std::move(bytes) : std::nullopt;
}

std::string to_hex(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    const unsigned value = static_cast<unsigned char>(byte);
    text.push_back(hex_digit(value >> 4));
    text.push_back(hex_digit(value & 15));
  }
  return text;
}

std::optional<std::string> from_hex(std::string_view text, std::size_t size) {
  if (text.size() != size * 2) return std::nullopt;
  std::string bytes;
  bytes.reserve(size);
  unsigned wrong = 0;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const unsigned high = hex_value(text[i]), low = hex_value(text[i + 1]);
    wrong |= (high | low) & kNone;
    bytes.push_back(static_cast<char>((high & 15) << 4 | (low & 15)));
  }
  return wrong == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

bool is_lower_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string grouped_digits(std::string_view hash) {
  std::string text;
  for (std::size_t i = 0; i < 16; i += 4) text += std::string(i == 0 ? "" : "-") + std::string(hash.substr(i, 4));
  return text;
}

}  // namespace mingting
