// What ties files together: links, pictures, relations, tiles, and names that must be one of a kind.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "domain/form/form.hpp"
#include "publish/kinds/column.hpp"
#include "publish/kinds/item.hpp"
#include "publish/kinds/media.hpp"
#include "publish/kinds/site.hpp"

namespace mingting {

/// Everything a name may mean in this folder.
class NameIndex {
 public:
  NameIndex(std::vector<ItemFile>& items, const std::vector<MediaFile>& media);

  /// The item's place in the list, or kNone.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t item(const std::string& id) const;
  bool has_media(const std::string& name) const { return media_.contains(name); }
  Remark item_hint(const std::string& id) const { return nearest_hint(id, ids_); }
  Remark media_hint(const std::string& name) const { return nearest_hint(name, media_names_); }

 private:
  std::unordered_map<std::string, std::size_t> items_;
  std::unordered_map<std::string, std::size_t> media_;
  std::vector<std::string> ids_, media_names_;
};

/// Ids and 文号 and 索引号 that two items share.
void check_duplicates(std::vector<ItemFile>& items);
/// Rewrites every link and picture to its final form; what leads nowhere is an error.
void resolve_links(std::vector<ItemFile>& items, const NameIndex& names);
/// Relations to nothing, to oneself, twice, and round in a circle.
void check_relations(std::vector<ItemFile>& items, const NameIndex& names);
/// Whether each tile leads somewhere.
void check_tiles(const SiteFile& site, const NameIndex& names, const std::vector<ColumnFile>& columns,
                 const std::vector<Form>& forms, FileReport& report);
/// Whether each column's buttons lead to a form or to another column.
void check_doors(std::vector<ColumnFile>& columns, const std::vector<Form>& forms);
/// Words offered to be searched for that no item has, nor what they stand for (synonyms).
void check_hot_searches(const SiteFile& site, const std::vector<ItemFile>& items, FileReport& report);

}  // namespace mingting
