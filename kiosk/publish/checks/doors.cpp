// Tiles and buttons name column:, form:, matcher:, table:, item: or a page of the kiosk.
#include "publish/checks/doors.hpp"

#include <algorithm>

namespace mingting {
namespace {

bool has_word(const Document& document, std::string_view word) {
  const auto in = [&](std::string_view text) { return text.find(word) != std::string_view::npos; };
  const auto& item = document.item;
  return in(item.title) || in(item.summary) || std::any_of(item.keywords.begin(), item.keywords.end(), in) ||
         std::any_of(document.blocks.begin(), document.blocks.end(),
                     [&](const Block& block) { return in(plain_text(block)); });
}

/// A comment is on a draft: its form opens from the draft's page alone, where the period is judged.
bool opens_comment(const std::string& target, const std::vector<Form>& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
    return form.rules == RuleSet::Comment && target == "form:" + form.id;
  });
}

bool is_among(const std::vector<std::string>& known, const std::string& target) {
  return std::find(known.begin(), known.end(), target) != known.end();
}

/// A visitor sees that he is where he meant to go: the tile has the column's own word.
void check_words(const Tile& tile, int line, const std::vector<ColumnFile>& columns, FileReport& report) {
  for (const auto& column : columns) {
    if (tile.target == "column:" + column.column.id && tile.title != column.column.title)
      report.warning(line, "door.other-words", tile.title, column.column.title);
  }
}

}  // namespace

std::vector<std::string> known_targets(const std::vector<ColumnFile>& columns, const std::vector<Form>& forms,
                                       const std::vector<std::string>& matchers, const std::vector<TableContent>& tables) {
  std::vector<std::string> targets;
  for (const auto& column : columns) targets.push_back("column:" + column.column.id);
  for (const auto& form : forms) {
    if (form.rules != RuleSet::Comment) targets.push_back("form:" + form.id);
  }
  for (const auto& matcher : matchers) targets.push_back("matcher:" + matcher);
  for (const auto& table : tables) targets.push_back("table:" + table.table.id);
  return targets;
}

void check_tiles(const SiteFile& site, const NameIndex& names, const std::vector<ColumnFile>& columns,
                 const std::vector<Form>& forms, const std::vector<std::string>& targets, FileReport& report) {
  std::vector<std::string> known{"search", "everything", "progress"};
  known.insert(known.end(), targets.begin(), targets.end());
  for (std::size_t i = 0; i < site.site.tiles.size(); ++i) {
    const auto& target = site.site.tiles[i].target;
    check_words(site.site.tiles[i], site.tile_lines[i], columns, report);
    if (target.empty() || is_among(known, target)) continue;
    if (target.starts_with("item:") && names.item(target.substr(5)) != NameIndex::kNone) continue;
    if (opens_comment(target, forms)) report.error(site.tile_lines[i], "door.comment", target);
    else report.error(site.tile_lines[i], "door.tile-to-nowhere", target, nearest_hint(target, known));
  }
}

void check_doors(std::vector<ColumnFile>& columns, const std::vector<Form>& forms, const std::vector<std::string>& known) {
  for (auto& column : columns) {
    for (std::size_t i = 0; i < column.column.doors.size(); ++i) {
      const auto& target = column.column.doors[i].target;
      const int line = column.door_lines[i];
      const bool itself = target == "column:" + column.column.id;
      if (target.empty() || (!itself && is_among(known, target))) continue;
      if (opens_comment(target, forms)) column.report.error(line, "door.comment", target);
      else column.report.error(line, "door.to-nowhere", target, itself ? Remark() : nearest_hint(target, known));
    }
  }
}

void check_hot_searches(const SiteFile& site, const std::vector<ItemFile>& items, FileReport& report) {
  const auto found = [&](const std::string& word) {
    return std::any_of(items.begin(), items.end(),
                       [&](const ItemFile& file) { return has_word(file.document, word); });
  };
  for (const auto& word : site.site.hot_searches) {
    const auto synonym = site.site.synonyms.find(word);
    if (found(word) || (synonym != site.site.synonyms.end() && found(synonym->second))) continue;
    report.warning(site.hot_searches_line, "site-file.hot-search-without-result", word);
  }
}

}  // namespace mingting
