// A text file of the content folder, read with a limit and made plain: UTF-8, line feeds, no byte order mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/disk/files.hpp"
#include "base/text/csv.hpp"
#include "publish/files/coverage.hpp"
#include "publish/files/report.hpp"

namespace mingting {

inline constexpr std::uint64_t kTextLimit = 2U << 20;  ///< Markdown and TOML
inline constexpr std::uint64_t kCsvLimit = 512U << 20;
inline constexpr std::uint64_t kFeedLimit = 100U << 20;  ///< of some 20,000 cases
inline constexpr std::uint64_t kPictureLimit = 20U << 20;
inline constexpr std::uint64_t kMediaLimit = 200U << 20;

/// A file of the folder: its name below content/ and what the folder says of it.
struct FolderFile {
  std::string name;
  Path path;
  FileInfo info;
};

/// In what a file may be saved: UTF-8, or for tables whatever base/text/charset.hpp decodes.
enum class SavedAs { Utf8, Table };

/// The text; nothing (and an error in the report) when it is too large, unreadable or in another encoding. A
/// file above the limit is not read at all. Characters that cannot be shown are reported with their line, and
/// the text is still given.
std::optional<std::string> read_source(FileSystem& files, const FolderFile& file, std::uint64_t limit,
                                       const Coverage& coverage, FileReport& report,
                                       SavedAs saved = SavedAs::Utf8);

/// The same piece by piece, for a table that may be long: whatever a spreadsheet saves where it is short (8 MB), UTF-8 where it is not.
/// What is wrong further on is reported when it is come to, and ends the text. `coverage` and `report` must outlive the source.
std::optional<TextSource> open_source(FileSystem& files, const FolderFile& file, std::uint64_t limit, const Coverage& coverage,
                                      FileReport& report);

/// The first character that steers and is never seen (controls, turns of direction); tabs and line feeds are
/// none.
std::optional<char32_t> hidden_control_in(std::string_view text);

/// Canonical composition (NFC), so that one name has one spelling.
std::string composed(std::string_view text);
/// Trimmed and composed: how every title, name and value is kept.
std::string tidy(std::string_view text);
/// The same of a table's cell, its line ends made plain: quick where there is nothing to do.
void tidy_in_place(std::string& text);

/// "3.2 MB", "640 KB", once worded: for sentences about sizes.
Remark readable_size(std::uint64_t bytes);

/// Line (from 1) on which the byte at `offset` stands.
int line_at(std::string_view text, std::size_t offset);

}  // namespace mingting
