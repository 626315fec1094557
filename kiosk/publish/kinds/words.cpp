// Lines of cells between tabs.
#include "publish/kinds/words.hpp"

#include <algorithm>
#include <charconv>

#include "base/text/text.hpp"
#include "publish/files/source.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestWord =
    20;  // characters: longer is a sentence, which nobody types the same way twice
constexpr std::uint32_t kMostUses = 1'000'000'000;

/// The lines that say something, tidied, with their numbers.
template <class Take>
void each_line(const std::string& text, Take take) {
  int number = 0;
  for (const auto& line : split(text, '\n')) {
    ++number;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    std::vector<std::string> cells;
    for (const auto& cell : split(line, '\t')) cells.push_back(tidy(cell));
    while (cells.size() > 1 && cells.back().empty()) cells.pop_back();
    take(number, cells);
  }
}

/// Says what is wrong with the line, if anything is.
bool is_sound(int number, const std::vector<std::string>& cells, const PlainWords& known,
              FileReport& report) {
  const auto before = report.errors();
  if (cells.size() < 2) report.error(number, "words-file.no-tab", cells.front());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) report.error(number, "words-file.blank-cell");
    if (count_code_points(cells[i]) > kLongestWord)
      report.error(number, "words-file.too-long", cells[i], kLongestWord);
    if (std::find(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(i), cells[i]) !=
        cells.begin() + static_cast<std::ptrdiff_t>(i))
      report.error(number, "words-file.repeated", cells[i]);
  }
  if (count_code_points(cells.front()) == 1) report.error(number, "words-file.one-character", cells.front());
  if (known.contains(cells.front())) report.error(number, "words-file.twice", cells.front());
  return report.errors() == before;
}

}  // namespace

void read_plain_words(const std::string& text, PlainWordsFile& file, PlainWords& words) {
  each_line(text, [&](int number, const std::vector<std::string>& cells) {
    if (!is_sound(number, cells, words, file.report)) return;
    words[cells.front()] = {cells.begin() + 1, cells.end()};
    for (const auto& meaning : words[cells.front()]) file.meanings.push_back({meaning, number});
  });
}

Uses read_uses(const std::string& text, FileReport& report) {
  Uses uses;
  each_line(text, [&](int number, const std::vector<std::string>& cells) {
    std::uint32_t count = 0;
    const auto& figure = cells.back();
    const auto read = std::from_chars(figure.data(), figure.data() + figure.size(), count);
    if (cells.size() != 2 || read.ec != std::errc() || read.ptr != figure.data() + figure.size() ||
        count > kMostUses)
      report.error(number, "uses-file.line", join(cells, " "));
    else if (!uses.emplace(cells.front(), count).second)
      report.error(number, "uses-file.twice", cells.front());
  });
  return uses;
}

}  // namespace mingting
