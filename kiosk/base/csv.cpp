#include "base/csv.hpp"

#include "base/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether a spreadsheet could take the text for something to be worked out. Full width counts: Excel folds it.
bool could_run(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '\t' || text.front() == '\r' || text.front() == '\n') return true;
  const auto folded = fold_width(text);
  const auto at = folded.find_first_not_of(" \t\r\n");
  return at != std::string::npos && std::string_view("=+-@").find(folded[at]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = could_run(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  return "\"" + replace_all(std::move(cell), "\"", "\"\"") + "\"";
}

std::string csv_text(const CsvRows& rows) {
  std::string text(kByteOrderMark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      text += csv_cell(row[i]);
    }
    text += "\r\n";
  }
  return text;
}

Result<CsvRows> csv_rows(std::string_view text) {
  if (first_invalid_utf8(text)) return fail(Trouble::Invalid, "不是 UTF-8 文字：请在表格软件里另存为“CSV UTF-8”");
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  CsvRows rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[++i];
    else if (c == '"') quoted = !quoted;
    else if (!quoted && c == ',') rows.back().emplace_back();
    else if (!quoted && c == '\n') rows.push_back({""});
    else if (quoted || c != '\r') rows.back().back() += c;
  }
  if (rows.back() == std::vector<std::string>{""}) rows.pop_back();
  return rows;
}

}  // namespace mingting
