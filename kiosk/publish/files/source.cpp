#include "publish/files/source.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/words.hpp"

namespace mingting {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_pair_lead(unsigned byte) {
  return byte >= 0x81 && byte <= 0xFE;
}
bool is_pair_trail(unsigned byte) {
  return byte >= 0x40 && byte <= 0xFE && byte != 0x7F;
}

/// Whether the whole text reads as GBK: every byte above ASCII starts a two-byte pair.
bool looks_like_gbk(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (byte_at(text, at) < 0x80) continue;
    if (!is_pair_lead(byte_at(text, at)) || at + 1 >= text.size() || !is_pair_trail(byte_at(text, at + 1)))
      return false;
    ++at;
  }
  return true;
}

bool check_encoding(std::string_view text, FileReport& report) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    report.error(1, "文件是 UTF-16（记事本里叫“Unicode”）编码，读不了：请另存为 UTF-8");
    return false;
  }
  if (const auto bad = first_invalid_utf8(text)) {
    const int line = line_at(text, *bad);
    if (looks_like_gbk(text)) {
      report.error(line, "文件是 GBK（ANSI）编码，从第 {} 字节起不是 UTF-8：请用记事本或 WPS 另存为 UTF-8",
                   *bad + 1);
    } else {
      report.error(
          line, "第 {} 字节（0x{:02X}）不是 UTF-8 文字，文件可能损坏或编码不对：请恢复原文件，或另存为 UTF-8",
          *bad + 1, byte_at(text, *bad));
    }
    return false;
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    report.error(line_at(text, nul), "含有空字符（0x00），这不是文本文件或已损坏：请恢复原文件");
    return false;
  }
  return true;
}

/// CR LF and lone CR become LF; a byte order mark goes.
std::string plain_lines(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
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
    report.error(line, "有一个看不见的控制字符（U+{:04X}）：请删除后重新输入这一处", code);
  } else if (c == 0xFFFD) {
    report.error(line, "有乱码“\uFFFD”（U+FFFD），文字在转换编码时损坏：请对照原件重新输入");
  } else if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) {
    report.error(line, "“{}”（U+{:04X}）是自造字，别的电脑上显示不了：请换成字库里的正式汉字",
                 to_utf8({&c, 1}), code);
  } else {
    report.error(line, "“{}”（U+{:04X}）没有字体能显示：请换一个字，或请技术人员添加含有它的字体",
                 to_utf8({&c, 1}), code);
  }
}

/// Each character once, where it stands first.
void check_characters(std::string_view text, const Coverage& coverage, FileReport& report) {
  std::set<char32_t> reported;
  int line = 1;
  for (std::size_t at = 0; at < text.size() && reported.size() < FileReport::kMost;) {
    const unsigned byte = byte_at(text, at);
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
                                       const Coverage& coverage, FileReport& report) {
  if (file.info.size > limit) {
    report.error(0, "文件有 {}，超过上限 {}：请拆成几个较小的文件，图片和附件放进 media 文件夹",
                 readable_size(file.info.size), readable_size(limit));
    return std::nullopt;
  }
  auto bytes = files.read(file.path, limit);
  if (!bytes) {
    report.error(0, "文件读不出来（{}）：请检查文件权限和磁盘", worded(bytes.error()));
    return std::nullopt;
  }
  if (!check_encoding(*bytes, report)) return std::nullopt;
  auto text = plain_lines(std::move(*bytes));
  check_characters(text, coverage, report);
  return text;
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

std::string readable_size(std::uint64_t bytes) {
  if (bytes >= 1U << 20) {
    const auto tenths = (bytes * 10 + (1U << 19)) >> 20;
    return tenths % 10 == 0 ? fmt::format("{} MB", tenths / 10)
                            : fmt::format("{}.{} MB", tenths / 10, tenths % 10);
  }
  return bytes >= 1024 ? fmt::format("{} KB", (bytes + 512) / 1024) : fmt::format("{} 字节", bytes);
}

int line_at(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace mingting
