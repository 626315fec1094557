// What is meant within a line of Markdown: links in Chinese brackets, bold beside Chinese marks, addresses
// and numbers as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace mingting {

/// Stands where a mark must reach the letter beside it (CommonMark does not take 他说**“好”**后 as bold); it
/// is never shown.
inline constexpr std::string_view kReach = "\u2060";

/// Footnotes of a text: how each is written -> its number as it is shown.
using NoteNumbers = std::map<std::string, std::string, std::less<>>;

/// Whether bare addresses and telephone numbers become links: not in headings and tables, which keep none.
enum class BareAddresses { Keep, Link };

/// The line as CommonMark has it. Footnotes become （注1）.
std::string inline_meant(std::string_view line, const NoteNumbers& notes, BareAddresses bare);

}  // namespace mingting
