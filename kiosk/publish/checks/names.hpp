// What names mean in a content folder, and names that must be one of a kind.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "publish/kinds/item.hpp"
#include "publish/kinds/media.hpp"

namespace mingting {

/// Everything a name may mean in this folder.
class NameIndex {
 public:
  NameIndex(std::vector<ItemFile>& items, const std::vector<MediaFile>& media);

  /// The item's place in the list, or kNone.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t item(const std::string& id) const;
  bool has_media(const std::string& name) const { return media_.contains(name); }
  bool has_picture(const std::string& name) const { return pictures_.contains(name); }
  Remark item_hint(const std::string& id) const { return nearest_hint(id, ids_); }
  Remark media_hint(const std::string& name) const { return nearest_hint(name, media_names_); }

 private:
  std::unordered_map<std::string, std::size_t> items_;
  std::unordered_set<std::string> media_, pictures_;
  std::vector<std::string> ids_, media_names_;
};

/// Ids and 文号 and 索引号 that two items share.
void check_duplicates(std::vector<ItemFile>& items);

}  // namespace mingting
