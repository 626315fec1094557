// Two encodings of Chinese share their bytes; which of their characters are common tells them apart.
#include "base/text/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// As UTF-8; nothing when a byte means nothing in that encoding (an ICU name).
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::u16string units(bytes.size() + 1, u'\0');
  const auto length = ucnv_toUChars(converter.get(), units.data(), static_cast<std::int32_t>(units.size()),
                                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  units.resize(static_cast<std::size_t>(length));
  std::string text;
  icu::UnicodeString(false, units.data(), length).toUTF8String(text);
  return text;
}

/// Without its mark, the half of the units' bytes that is NUL tells which comes first.
const char* utf16_order(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  std::size_t nul[2] = {};
  for (std::size_t at = 0; at < bytes.size(); ++at) nul[at % 2] += bytes[at] == '\0' ? 1 : 0;
  const auto many = bytes.size() / 10 + 1;
  if (bytes.size() % 2 != 0 || 4 * std::min(nul[0], nul[1]) > std::max(nul[0], nul[1]) ||
      std::max(nul[0], nul[1]) < many)
    return nullptr;
  return nul[1] > nul[0] ? "UTF-16LE" : "UTF-16BE";
}

/// Whether UTF-8 was damaged: among its malformed bytes stand more whole characters of three bytes than
/// chance would leave there.
bool was_utf8(std::string_view bytes) {
  std::size_t whole = 0, malformed = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto from = at;
    if (next_code_point(bytes, at) == 0xFFFD && at == from + 1) ++malformed;
    whole += at - from >= 3 ? 1 : 0;
  }
  return whole > malformed;
}

/// How many pairs are the encoding's everyday characters and marks.
struct Everyday {
  std::size_t gbk = 0, big5 = 0;
};

Everyday everyday_pairs(std::string_view bytes) {
  Everyday count;
  for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
    const auto lead = byte_at(bytes, at), trail = byte_at(bytes, at + 1);
    if (lead < 0x80) continue;
    const bool high = trail >= 0xA1;
    if (high && ((lead >= 0xB0 && lead <= 0xD7) || lead == 0xA1 || lead == 0xA3)) ++count.gbk;
    const bool low = trail >= 0x40 && trail <= 0x7E;
    if ((high || low) && ((lead >= 0xA4 && lead <= 0xC6) || lead == 0xA1)) ++count.big5;
    ++at;
  }
  return count;
}

Charset of_two_bytes(std::string_view bytes) {
  const bool gbk = converted(bytes, "gb18030").has_value(), big5 = converted(bytes, "Big5").has_value();
  if (!gbk && !big5) return Charset::Unknown;
  const auto count = everyday_pairs(bytes);
  return big5 && (!gbk || count.big5 > count.gbk) ? Charset::Big5 : Charset::Gbk;
}

int line_of(std::string_view bytes, std::size_t at) {
  return 1 +
         static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string without_mark(std::string text) {
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  return text;
}

}  // namespace

Charset charset_of(std::string_view bytes) {
  if (utf16_order(bytes) != nullptr) return Charset::Utf16;
  if (bytes.find('\0') != std::string_view::npos) return Charset::Binary;
  if (!first_invalid_utf8(bytes)) return Charset::Utf8;
  return was_utf8(bytes) ? Charset::Unknown : of_two_bytes(bytes);
}

std::optional<CharsetFault> charset_fault(std::string_view bytes) {
  const auto charset = charset_of(bytes);
  if (charset == Charset::Utf8) return std::nullopt;
  if (charset == Charset::Utf16) return CharsetFault{1, remark("charset.utf16")};
  if (charset == Charset::Binary)
    return CharsetFault{line_of(bytes, bytes.find('\0')), remark("charset.nul")};
  const auto bad = first_invalid_utf8(bytes).value_or(0);
  const int line = line_of(bytes, bad);
  if (charset == Charset::Gbk) return CharsetFault{line, remark("charset.gbk", line)};
  if (charset == Charset::Big5) return CharsetFault{line, remark("charset.big5", line)};
  return CharsetFault{line, remark("charset.not-utf8", bad + 1, byte_at(bytes, bad))};
}

Result<std::string> utf8_text(std::string bytes) {
  if (const auto fault = charset_fault(bytes)) return fail(Trouble::Invalid, fault->what);
  return without_mark(std::move(bytes));
}

Result<std::string> decoded_text(std::string bytes) {
  const auto charset = charset_of(bytes);
  const char* encoding = charset == Charset::Utf16 ? utf16_order(bytes)
                         : charset == Charset::Gbk ? "gb18030"
                                                   : nullptr;
  auto text = encoding == nullptr ? std::nullopt : converted(bytes, encoding);
  return utf8_text(text ? std::move(*text) : std::move(bytes));
}

}  // namespace mingting
