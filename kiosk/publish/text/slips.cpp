// Line by line: a mark that only lacks its space or has its full width gets what it lacks; what would run
// together is parted.
#include "publish/text/slips.hpp"

#include <algorithm>
#include <optional>
#include <regex>

#include "base/text/text.hpp"
#include "publish/text/inline_slips.hpp"
#include "publish/text/table_lines.hpp"

namespace mingting {
namespace {

enum class LineKind { Blank, Words, List, Other };

constexpr std::size_t kDeepestHeading = 6;
constexpr std::size_t kLongestNoteName = 100;  // bytes

/// Spaces and marks of quoting, then the rest.
struct Line {
  std::string_view prefix, rest;
};

Line line_of(std::string_view raw) {
  std::size_t at = 0;
  while (at < raw.size() && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '>')) ++at;
  return {raw.substr(0, at), raw.substr(at)};
}

bool take(std::string_view& text, std::string_view piece) {
  if (piece.empty() || !text.starts_with(piece)) return false;
  text.remove_prefix(piece.size());
  return true;
}

/// Spaces of either width go from the front; whether there were any.
bool take_spaces(std::string_view& text) {
  const auto before = text.size();
  while (take(text, " ") || take(text, "\t") || take(text, "　") || take(text, "\u00A0")) {
  }
  return text.size() < before;
}

bool begins_with_han(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_han(next_code_point(text, at));
}

/// ##标题, ＃＃ 标题: its depth, and its words in `rest`; nothing when the line is no heading.
std::optional<std::size_t> take_heading(std::string_view& rest) {
  auto text = rest;
  std::size_t depth = 0;
  bool wide = false;
  for (bool more = true; more; depth += more ? 1 : 0) {
    const bool full = take(text, "＃");
    more = full || take(text, "#");
    wide = wide || full;
  }
  if (depth == 0 || trimmed(text).empty()) return std::nullopt;
  const bool spaced = take_spaces(text);
  const bool plain_hash = depth == 1 && !wide && !spaced;  // #1楼, #话题#
  if (plain_hash && (!begins_with_han(text) || text.ends_with('#'))) return std::nullopt;
  rest = text;
  return depth;
}

/// •文字, ＊ 文字, -文字: the words behind the mark of a list in `rest`.
bool take_bullet(std::string_view& rest) {
  auto text = rest;
  for (const std::string_view mark : {"•", "●", "◦", "▪", "▫", "■", "◆", "◇", "·", "・", "∙", "＊"}) {
    if (!take(text, mark)) continue;
    (void)take_spaces(text);
    if (text.empty() || text.starts_with(mark)) return false;
    return rest = text, true;
  }
  for (const std::string_view mark : {"-", "*", "+", "－", "—", "–"}) {
    if (!take(text, mark)) continue;
    const bool spaced = take_spaces(text), alone = mark != "*" || text.find('*') == std::string_view::npos;
    if (text.empty() ||
        !(spaced ? mark.size() == 1 || begins_with_han(text) : alone && begins_with_han(text)))
      return false;
    return rest = text, true;
  }
  return false;
}

/// 1、文字, 2.文字, ３） 文字: the number, and the words in `rest`.
std::optional<std::string> take_number(std::string_view& rest) {
  auto text = rest;
  std::string number;
  while (!text.empty() && number.size() < 4) {
    std::size_t at = 0;
    const auto c = next_code_point(text, at);
    if (!is_ascii_figure(half_width(c))) break;
    number += static_cast<char>(half_width(c));
    text.remove_prefix(at);
  }
  const bool full = take(text, "、") || take(text, "．") || take(text, "）");
  if (number.empty() || number.size() > 3 || (!full && !take(text, ".") && !take(text, ")")))
    return std::nullopt;
  const bool spaced = take_spaces(text);
  const bool figure = !text.empty() && text.front() >= '0' && text.front() <= '9';  // 3、5号楼; 1.5
  if (text.empty() || (full ? figure : !spaced && !begins_with_han(text))) return std::nullopt;
  rest = text;
  return number;
}

/// [ ] and [x] before an item's words become a box and a tick.
std::string with_box(std::string_view words) {
  for (const std::string_view open : {"[ ]", "[]", "［ ］", "［　］", "［］", "【】", "【 】", "【　】"}) {
    if (auto text = words; take(text, open)) return take_spaces(text), "□ " + std::string(text);
  }
  for (const std::string_view done : {"[x]", "[X]", "[√]", "［x］", "［X］", "［√］", "【√】"}) {
    if (auto text = words; take(text, done)) return take_spaces(text), "√ " + std::string(text);
  }
  return std::string(words);
}

/// 一、 （二） ① and 第三条 begin a paragraph of their own.
bool begins_paragraph(std::string_view rest) {
  static const std::string kDigit = "(?:一|二|三|四|五|六|七|八|九|十|百|零|[0-9])";
  static const std::regex kBeginning("(?:一|二|三|四|五|六|七|八|九|十|百)+、|(?:（|\\()" + kDigit + "+(?:）|\\))|第" + kDigit +
                                     "+(?:条|章|节|款|项)(?: |　)|①|②|③|④|⑤|⑥|⑦|⑧|⑨|⑩");
  const auto head = rest.substr(0, 40);
  return std::regex_search(head.begin(), head.end(), kBeginning, std::regex_constants::match_continuous);
}

bool only_of(std::string_view text, const std::vector<std::string_view>& pieces) {
  auto left = text;
  while (std::ranges::any_of(pieces, [&](std::string_view piece) { return take(left, piece); })) {
  }
  return !text.empty() && left.empty();
}

/// A line of dashes or stars alone.
bool is_rule(std::string_view rest) {
  const auto marks = replace_all(std::string(rest), " ", "");
  const bool ascii =
      marks.size() >= 3 && (only_of(marks, {"-"}) || only_of(marks, {"*"}) || only_of(marks, {"_"}));
  return ascii || (marks.size() >= 9 && only_of(marks, {"—", "－", "─", "━"}));
}

struct Note {
  std::string_view name, words;
};

/// [^1]: 见……
std::optional<Note> note_in(std::string_view rest) {
  auto text = rest;
  if (!take(text, "[^")) return std::nullopt;
  const auto close = text.find(']');
  if (close == std::string_view::npos || close == 0) return std::nullopt;
  Note note{text.substr(0, close), text.substr(close + 1)};
  if (!take(note.words, ":") && !take(note.words, "：")) return std::nullopt;
  (void)take_spaces(note.words);
  return note;
}

class Mender {
 public:
  Mender(std::string_view text, int first_line, FileReport& report)
      : first_line_(first_line), report_(report) {
    for (auto left = text; !left.empty();) {
      const auto end = std::min(left.find('\n'), left.size());
      raw_.push_back(left.substr(0, end));
      left.remove_prefix(std::min(end + 1, left.size()));
    }
    number_notes();
  }

  MeantMarkdown mended() {
    while (at_ < raw_.size()) next();
    return std::move(meant_);
  }

 private:
  int written_line() const { return first_line_ + static_cast<int>(at_); }

  /// By their own figures, or in their order where one is named by a word.
  void number_notes() {
    std::vector<std::string> names;
    for (const auto raw : raw_) {
      if (const auto note = note_in(line_of(raw).rest)) names.emplace_back(note->name);
    }
    const bool figures = std::ranges::all_of(
        names, [](const auto& name) { return name.find_first_not_of("0123456789") == std::string::npos; });
    for (const auto& name : names) notes_.emplace(name, figures ? name : std::to_string(notes_.size() + 1));
  }

  void put(std::string_view line, LineKind kind) {
    meant_.text.append(line).push_back('\n');
    meant_.lines.push_back(written_line());
    before_ = kind;
  }

  /// A blank line, inside a quotation too.
  void part(std::string_view prefix) {
    if (before_ != LineKind::Blank) put(trimmed(prefix), LineKind::Blank);
  }

  void next() {
    const auto line = line_of(raw_[at_]);
    if (take_fence(line)) return;
    if (!fence_.empty()) return put(raw_[at_], LineKind::Other), void(++at_);
    if (take_table(line)) return;
    one(line);
    ++at_;
  }

  bool take_fence(const Line& line) {
    const bool begins = fence_.empty() && (line.rest.starts_with("```") || line.rest.starts_with("~~~"));
    const bool ends = !fence_.empty() && line.rest.starts_with(fence_);
    if (!begins && !ends) return false;
    fence_ = begins ? std::string(line.rest.substr(0, 3)) : "";
    put(raw_[at_], LineKind::Other);
    ++at_;
    return true;
  }

  bool take_table(const Line& line) {
    const auto rest_at = [&](std::size_t at) {
      return at < raw_.size() ? line_of(raw_[at]).rest : std::string_view();
    };
    if (!is_table_row(line.rest)) return false;
    if (!is_table_rule(rest_at(at_ + 1))) return complain_of_lone_row(line), false;
    part(line.prefix);
    const auto width = cells_in(line.rest);
    put_row(line);
    if (const auto rule = cells_in(rest_at(at_)); rule != width)
      report_.error(written_line(), "markdown.ragged-rule", rule, width);
    put(std::string(line.prefix) + table_rule(width), LineKind::Other);
    for (++at_; is_table_row(rest_at(at_)); put_row(line_of(raw_[at_]))) {
      if (const auto cells = cells_in(rest_at(at_)); cells != width)
        report_.error(written_line(), "markdown.ragged-row", cells, width);
    }
    if (!trimmed(rest_at(at_)).empty()) part(line.prefix);
    return true;
  }

  void put_row(const Line& line) {
    put(std::string(line.prefix) + inline_meant(table_row(line.rest), notes_, BareAddresses::Keep),
        LineKind::Other);
    ++at_;
  }

  /// Rows, but no line of dashes under the first: said once for those that follow one another.
  void complain_of_lone_row(const Line& line) {
    if (!is_walled(line.rest)) return;
    if (lone_row_ != at_)
      report_.error(written_line(), "markdown.table-without-rule", table_rule(cells_in(line.rest)));
    lone_row_ = at_ + 1;
  }

  void one(const Line& line) {
    auto rest = line.rest;
    if (trimmed(rest).empty()) return put(raw_[at_], LineKind::Blank);
    if (is_rule(rest)) return part(line.prefix), put(std::string(line.prefix) + "---", LineKind::Other);
    if (const auto note = note_in(rest)) return put_note(line, *note);
    if (const auto depth = take_heading(rest)) return put_heading(line, *depth, rest);
    if (take_bullet(rest)) return put_item(line, "- ", rest);
    if (const auto number = take_number(rest)) return put_item(line, *number + ". ", rest);
    if (begins_paragraph(rest)) part(line.prefix);
    put(std::string(line.prefix) + meant(rest), before_ == LineKind::List ? LineKind::List : LineKind::Words);
  }

  void put_note(const Line& line, const Note& note) {
    part(line.prefix);
    put(std::string(line.prefix) + "注" + notes_.find(note.name)->second + "：" + meant(note.words),
        LineKind::Words);
  }

  void put_heading(const Line& line, std::size_t depth, std::string_view words) {
    if (depth > kDeepestHeading)
      report_.error(written_line(), "markdown.deep-heading", depth, kDeepestHeading);
    put(std::string(line.prefix) + std::string(std::min(depth, kDeepestHeading), '#') + " " +
            inline_meant(words, notes_, BareAddresses::Keep),
        LineKind::Other);
  }

  void put_item(const Line& line, std::string_view mark, std::string_view words) {
    if (before_ == LineKind::Words) part(line.prefix);
    put(std::string(line.prefix) + std::string(mark) + meant(with_box(words)), LineKind::List);
  }

  std::string meant(std::string_view words) {
    for (auto at = words.find("[^"); at != std::string_view::npos; at = words.find("[^", at + 1)) {
      const auto close = words.substr(0, at + kLongestNoteName).find(']', at);
      if (close == std::string_view::npos || notes_.contains(words.substr(at + 2, close - at - 2))) continue;
      report_.error(written_line(), "markdown.note-without-words", words.substr(at, close + 1 - at));
    }
    return inline_meant(words, notes_, BareAddresses::Link);
  }

  int first_line_;
  FileReport& report_;
  std::vector<std::string_view> raw_;
  NoteNumbers notes_;
  std::size_t at_ = 0;
  std::size_t lone_row_ = static_cast<std::size_t>(-1);
  std::string fence_;
  LineKind before_ = LineKind::Blank;
  MeantMarkdown meant_;
};

}  // namespace

MeantMarkdown as_meant(std::string_view text, int first_line, FileReport& report) {
  return Mender(text, first_line, report).mended();
}

}  // namespace mingting
