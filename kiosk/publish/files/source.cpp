// Characters nobody could see or read are reported where they stand first.
#include "publish/files/source.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

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

/// Each character once, where it stands first. The text may come in pieces that end between characters.
class CharacterCheck {
 public:
  CharacterCheck(const Coverage& coverage, FileReport& report) : coverage_(coverage), report_(report) {}

  void look(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && reported_.size() < FileReport::kMost;) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte == '\n') ++line_;
      if (byte >= 0x20 && byte < 0x7F) {
        ++at;
        continue;
      }
      const char32_t c = next_code_point(text, at);
      const bool bad = (is_hidden_control(c) && c != '\r') || c == 0xFFFD || !coverage_.shows(c);
      if (bad && reported_.insert(c).second) report_character(c, line_, report_);
    }
  }

 private:
  const Coverage& coverage_;
  FileReport& report_;
  std::set<char32_t> reported_;
  int line_ = 1;
};

/// A long text is taken piece by piece; it must be UTF-8 then.
class Pieces {
 public:
  Pieces(std::unique_ptr<FileReader> reader, const Coverage& coverage, FileReport& report)
      : reader_(std::move(reader)), report_(report), check_(coverage, report) {}

  Result<std::string> next() {
    auto piece = reader_->read(kPiece);
    if (!piece) return piece;
    auto text = std::exchange(rest_, {}) + *piece;
    const auto fault = first_invalid_utf8(text);
    const bool cut_off = fault && !piece->empty() && text.size() - *fault < kLongestCharacter;
    if (fault && !cut_off) return not_utf8(text);
    if (cut_off) rest_ = text.substr(*fault), text.resize(*fault);
    check_.look(text);
    line_ += static_cast<int>(std::ranges::count(text, '\n'));
    return text;
  }

 private:
  static constexpr std::size_t kPiece = 1U << 20, kLongestCharacter = 4;

  Result<std::string> not_utf8(const std::string& text) {
    const auto fault = charset_fault(text);
    if (fault) report_.error(line_ + fault->line, fault->what);
    else report_.error(line_ + 1, "source-file.garbled");
    return std::string();
  }

  std::unique_ptr<FileReader> reader_;
  FileReport& report_;
  CharacterCheck check_;
  std::string rest_;
  int line_ = 0;
};

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
  CharacterCheck(coverage, report).look(text);
  return text;
}

std::optional<TextSource> open_source(FileSystem& files, const FolderFile& file, std::uint64_t limit, const Coverage& coverage,
                                      FileReport& report) {
  constexpr std::uint64_t kShort = 8U << 20;
  if (file.info.size <= std::min(kShort, limit)) {
    auto text = read_source(files, file, limit, coverage, report, SavedAs::Table);
    if (!text) return std::nullopt;
    return [text = std::move(*text)]() mutable -> Result<std::string> { return std::exchange(text, {}); };
  }
  if (file.info.size > limit)
    return report.error(0, "source-file.too-large", readable_size(file.info.size), readable_size(limit)), std::nullopt;
  auto reader = files.open_read(file.path);
  if (!reader) return report.error(0, "source-file.unreadable", reader.error()), std::nullopt;
  return [pieces = std::make_shared<Pieces>(std::move(*reader), coverage, report)] { return pieces->next(); };
}

std::optional<char32_t> hidden_control_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const char32_t c = next_code_point(text, at); is_hidden_control(c)) return c;
  }
  return std::nullopt;
}

namespace {

/// Whether all of it is ASCII, Han, or marks that always stand for themselves: most text is, and need not be looked at closely.
bool is_surely_composed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      continue;
    }
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    const bool han = byte >= 0xE4 && byte <= 0xE9;                                    // U+4000 to U+9FFF
    const bool mark = (byte == 0xE3 && second == 0x80 && at + 2 < text.size() &&
                       static_cast<unsigned char>(text[at + 2]) < 0xAA) ||             // U+3000 to U+3029
                      (byte == 0xEF && (second == 0xBC || second == 0xBD));            // U+FF00 to U+FF7F
    if (!han && !mark) return false;
    at += 3;
  }
  return true;
}

}  // namespace

std::string composed(std::string_view text) {
  if (is_surely_composed(text)) return std::string(text);
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

void tidy_in_place(std::string& text) {
  constexpr std::string_view kWideSpace = "\u3000";
  const auto narrow = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  const bool spaced = !text.empty() && (narrow(text.front()) || narrow(text.back()) || text.starts_with(kWideSpace) || text.ends_with(kWideSpace));
  if (spaced || !is_surely_composed(text)) text = tidy(text);
  if (text.find('\r') != std::string::npos) text = plain_lines(std::move(text));
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
