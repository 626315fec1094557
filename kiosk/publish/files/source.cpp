// Characters nobody could see or read are reported where they stand first.
#include "publish/files/source.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <set>

#include "base/text/charset.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

/// CR LF and lone CR become LF.
std::string plain_lines(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r')
      plain += text[at];
    else if (at + 1 >= text.size() || text[at + 1] != '\n')
      plain += '\n';
  }
  return plain;
}

bool is_hidden_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

void report_character(char32_t c, int line, FileReport& report) {
  const auto code = static_cast<unsigned>(c);
  if (is_hidden_control(c)) {
    report.error(line, "source-file.hidden-character", code);
  } else if (c == 0xFFFD) {
    report.error(line, "source-file.garbled");
  } else if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) {
    report.error(line, "source-file.private-character", to_utf8({&c, 1}), code);
  } else {
    report.error(line, "source-file.no-face", to_utf8({&c, 1}), code);
  }
}

/// Each character once, where it stands first.
void check_characters(std::string_view text, const Coverage& coverage, FileReport& report) {
  std::set<char32_t> reported;
  int line = 1;
  for (std::size_t at = 0; at < text.size() && reported.size() < FileReport::kMost;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\n') ++line;
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    const bool bad = is_hidden_control(c) || c == 0xFFFD || !coverage.shows(c);
    if (bad && reported.insert(c).second) report_character(c, line, report);
  }
}

}  // namespace

std::optional<std::string> read_source(FileSystem& files, const FolderFile& file, std::uint64_t limit,
                                       const Coverage& coverage, FileReport& report, SavedAs saved) {
  if (file.info.size > limit) {
    report.error(0, "source-file.too-large", readable_size(file.info.size), readable_size(limit));
    return std::nullopt;
  }
  auto bytes = files.read(file.path, limit);
  if (!bytes) {
    report.error(0, "source-file.unreadable", bytes.error());
    return std::nullopt;
  }
  const auto fault = charset_fault(*bytes);
  auto decoded = saved == SavedAs::Table ? decoded_text(std::move(*bytes)) : utf8_text(std::move(*bytes));
  if (!decoded) {
    report.error(fault->line, fault->what);
    return std::nullopt;
  }
  auto text = plain_lines(std::move(*decoded));
  check_characters(text, coverage, report);
  return text;
}

std::optional<char32_t> hidden_control_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const char32_t c = next_code_point(text, at); is_hidden_control(c)) return c;
  }
  return std::nullopt;
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status)) return std::string(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : result;
}

std::string tidy(std::string_view text) {
  return composed(trimmed(text));
}

Remark readable_size(std::uint64_t bytes) {
  if (bytes >= 1U << 20) {
    const auto tenths = (bytes * 10 + (1U << 19)) >> 20;
    return tenths % 10 == 0 ? remark("file-size.megabytes", tenths / 10)
                            : remark("file-size.tenths-of-megabytes", tenths / 10, tenths % 10);
  }
  return bytes >= 1024 ? remark("file-size.kilobytes", (bytes + 512) / 1024) : remark("file-size.bytes", bytes);
}

int line_at(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace mingting
