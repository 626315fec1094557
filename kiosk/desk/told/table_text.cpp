// Lines up what is told, and keeps it from steering a terminal.
#include "desk/told/table_text.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostCell = 20'000;  // code points

std::size_t width_of(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  if (u_getCombiningClass(c) != 0) return 0;
  const int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
}

std::string one_line(std::string_view text) { return clean_input(text, Lines::One, kMostCell); }

void pad(std::string& line, std::size_t have, std::size_t want) { line.append(want > have ? want - have : 0, ' '); }

std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += cells[i];
    pad(line, display_width(cells[i]), widths[i] + 2);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// Characters that could steer a terminal or turn a line around, and that JSON leaves as they are.
bool is_steering(char32_t c) {
  return (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string safe_json(const OrderedJson& json, int indent) {
  const auto plain = json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace);
  std::string safe;
  safe.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size();) {
    const auto start = at;
    const char32_t c = next_code_point(plain, at);
    if (is_steering(c)) safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else safe.append(plain, start, at - start);
  }
  return safe;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::string fitted(std::string_view text, std::size_t width) {
  const auto line = one_line(text);
  if (display_width(line) <= width) return line;
  std::size_t used = 1, end = 0;  // the … is one wide
  for (std::size_t at = 0; at < line.size(); end = at) {
    used += width_of(next_code_point(line, at));
    if (used > width) break;
  }
  return line.substr(0, end) + "…";
}

TextTable table_of(std::string_view head) { return {split(words(head), '|'), {}}; }

std::string table_text(const TextTable& table) {
  std::vector<std::vector<std::string>> lines{table.head};
  for (const auto& row : table.rows) {
    auto& cells = lines.emplace_back();
    for (const auto& cell : row) cells.push_back(one_line(cell));
  }
  std::vector<std::size_t> widths(table.head.size());
  for (const auto& cells : lines) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], display_width(cells[i]));
  }
  std::string text;
  for (const auto& cells : lines) text += line_of(cells, widths);
  return text;
}

std::string labelled_text(const LabelledLines& lines) {
  std::size_t width = 0;
  for (const auto& [label, value] : lines) width = std::max(width, value.empty() ? 0 : display_width(one_line(label)));
  std::string text;
  for (const auto& [label, value] : lines) {
    if (value.empty()) continue;
    auto head = "  " + one_line(label);
    pad(head, display_width(head), width + 4);
    const auto indent = "\n" + std::string(width + 4, ' ');
    text += head + replace_all(clean_input(value, Lines::Many, value.size()), "\n", indent) + "\n";
  }
  return text;
}

std::string json_text(const OrderedJson& json) { return safe_json(json, 2); }
std::string json_line(const OrderedJson& json) { return safe_json(json, -1); }

}  // namespace mingting
