// The lines in their order, under the article they are of; the sum comes first.
#include "publish/checks/coverage_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/said/words.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

std::size_t count(const std::vector<CoverageLine>& lines, CoverageState state) {
  return static_cast<std::size_t>(std::ranges::count(lines, state, &CoverageLine::state));
}

std::string state_of(const CoverageLine& line) { return std::string(named(kCoverageStates, line.state).title); }

std::string newest_of(const CoverageLine& line) { return line.newest ? iso_date(*line.newest) : std::string(); }

std::string sum_of(const std::vector<CoverageLine>& lines) {
  return words("coverage.sum", lines.size(), count(lines, CoverageState::Open), count(lines, CoverageState::Stale),
               count(lines, CoverageState::Samples), count(lines, CoverageState::Missing));
}

/// How many there are, and since when the newest.
std::string there(const CoverageLine& line) {
  if (line.count == 0 && line.samples == 0) return {};
  if (line.count == 0) return words("coverage.samples", line.samples);
  return line.newest ? words("coverage.count-newest", line.count, newest_of(line)) : words("coverage.count", line.count);
}

std::string standing_of(const CoverageLine& line) {
  const auto much = there(line);
  return much.empty() ? state_of(line) : words("coverage.state", state_of(line), much);
}

std::string cell(const std::string& text) {
  const bool runs = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return '"' + replace_all((runs ? "'" : "") + text, "\"", "\"\"") + '"';
}

// ---- the page ------------------------------------------------------------------------------------------------------

Block spoken(BlockKind kind, std::string text) {
  Block block{.kind = kind};
  block.spans.push_back({.text = std::move(text)});
  return block;
}

std::string agency_of(const CoverageLine& line) {
  return line.duty.agency.empty() ? words("coverage.no-agency") : line.duty.agency;
}

/// What the article is called without its items: lines of one article stand in one table.
std::string article_of(const CoverageLine& line) {
  const auto& cited = line.duty.article;
  const std::string_view mark = "条";
  const auto at = cited.find(mark);
  return at == std::string::npos ? cited : cited.substr(0, at + mark.size());
}

std::vector<std::string> row_of(const CoverageLine& line) { return {line.duty.title, standing_of(line), agency_of(line)}; }

}  // namespace

std::string coverage_as_text(const std::vector<CoverageLine>& lines) {
  std::string text;
  for (const auto& line : lines)
    text += words("coverage.line", line.duty.article, line.duty.title, standing_of(line), agency_of(line));
  return text + sum_of(lines) + "\n";
}

std::string coverage_as_json(const std::vector<CoverageLine>& lines) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const auto& line : lines) {
    all.push_back({{"article", line.duty.article},
                   {"title", line.duty.title},
                   {"agency", line.duty.agency},
                   {"state", named(kCoverageStates, line.state).key},
                   {"count", line.count},
                   {"samples", line.samples},
                   {"newest", newest_of(line)},
                   {"days", line.duty.days}});
  }
  return all.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string coverage_as_csv(const std::vector<CoverageLine>& lines) {
  std::string text = words("coverage.csv-head") + "\n";
  for (const auto& line : lines) {
    const std::vector<std::string> cells{line.duty.article,          line.duty.title,
                                         state_of(line),             std::to_string(line.count),
                                         std::to_string(line.samples), newest_of(line),
                                         line.duty.agency};
    std::vector<std::string> quoted;
    for (const auto& each : cells) quoted.push_back(cell(each));
    text += join(quoted, ",") + "\n";
  }
  return text;
}

Document coverage_page(const std::string& id, const std::string& title, const std::vector<CoverageLine>& lines) {
  Document page;
  page.item = {.id = id, .column = id.substr(0, id.find('/')), .title = title, .summary = sum_of(lines)};
  page.item.legal_basis = words("coverage.basis");
  page.blocks.push_back(spoken(BlockKind::Paragraph, words("coverage.lead")));
  page.blocks.push_back(spoken(BlockKind::Paragraph, sum_of(lines)));
  std::string article;
  for (const auto& line : lines) {
    if (auto own = article_of(line); own != article) {
      article = std::move(own);
      auto heading = spoken(BlockKind::Heading, words("coverage.heading", article));
      heading.level = 2;
      heading.anchor = article;
      page.blocks.push_back(std::move(heading));
      page.blocks.push_back({.kind = BlockKind::Table,
                             .cells = {{words("coverage.what"), words("coverage.how"), words("coverage.whose")}}});
    }
    page.blocks.back().cells.push_back(row_of(line));
  }
  page.blocks.push_back(spoken(BlockKind::Paragraph, words("coverage.ask")));
  return page;
}

}  // namespace mingting
