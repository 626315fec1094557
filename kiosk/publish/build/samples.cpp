// Items go, tables lose their rows; whatever led to an item that went leads nowhere any more and goes as well.
#include "publish/build/samples.hpp"

#include <algorithm>
#include <set>

#include "publish/checks/coverage_text.hpp"

namespace mingting {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// "item:ID#ANCHOR" -> ID; "" of all else.
std::string_view item_in(std::string_view link) {
  constexpr std::string_view kItem = "item:";
  if (!link.starts_with(kItem)) return "";
  link.remove_prefix(kItem.size());
  return link.substr(0, link.find('#'));
}

void unlink(Document& document, const Ids& gone) {
  std::erase_if(document.item.relations, [&](const Relation& relation) { return gone.contains(relation.item); });
  for (auto& block : document.blocks) {
    for (auto& span : block.spans) {
      if (gone.contains(item_in(span.link))) span.link.clear();
    }
  }
}

Ids take_items(Content& content) {
  Ids gone;
  for (const auto& document : content.documents) {
    if (document.item.sample) gone.insert(document.item.id);
  }
  std::erase_if(content.documents, [](const Document& document) { return document.item.sample; });
  return gone;
}

/// What the law wants open and there are samples of alone is missing, where samples are.
void retell_coverage(Content& content) {
  for (auto& line : content.coverage) {
    line.samples = 0;
    if (line.state == CoverageState::Samples) line.state = CoverageState::Missing;
  }
  const auto is_page = [&](const Document& document) { return document.item.id == content.coverage_page; };
  const auto page = std::ranges::find_if(content.documents, is_page);
  if (page != content.documents.end()) *page = coverage_page(page->item.id, page->item.title, content.coverage);
}

}  // namespace

SamplesLeftOut leave_out_samples(Content& content) {
  SamplesLeftOut left;
  const auto gone = take_items(content);
  left.items = gone.size();
  for (auto& document : content.documents) unlink(document, gone);
  std::erase_if(content.site.tiles, [&](const Tile& tile) { return gone.contains(item_in(tile.target)); });
  std::erase_if(content.uses, [&](const auto& use) { return gone.contains(use.first); });
  std::erase_if(content.tables, [](const TableContent& table) { return table.table.sample && !table.table.edition.empty(); });
  for (auto& table : content.tables) {
    if (!table.table.sample || table.rows.file.path.empty()) continue;
    ++left.tables, left.rows += table.count;
    table.rows = {}, table.count = 0;
  }
  retell_coverage(content);
  return left;
}

}  // namespace mingting
