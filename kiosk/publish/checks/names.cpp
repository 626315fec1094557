// Names are looked up by their spelling; the nearest one is offered for one that is not there.
#include "publish/checks/names.hpp"

#include "base/text/text.hpp"
#include "domain/identity/document_number.hpp"

namespace mingting {
namespace {

/// Says of the second and further items that share a key with an earlier one, through `complain(earlier,
/// later)`.
template <class Key, class Complain>
void for_duplicates(std::vector<ItemFile>& items, Key key, Complain complain) {
  std::unordered_map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string name = key(items[i]);
    if (name.empty()) continue;
    const auto [earlier, is_new] = first.emplace(name, i);
    if (!is_new) complain(items[earlier->second], items[i]);
  }
}

/// However its brackets are written; "" for what is no 文号.
std::string document_number_of(const ItemFile& file) {
  const auto number = parse_document_number(file.document.item.document_number);
  return number ? print_document_number(*number) : std::string();
}

}  // namespace

NameIndex::NameIndex(std::vector<ItemFile>& items, const std::vector<MediaFile>& media) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    items_.emplace(items[i].document.item.id, i);
    ids_.push_back(items[i].document.item.id);
  }
  for (const auto& medium : media) {
    media_.insert(medium.name);
    if (medium.picture) pictures_.insert(medium.name);
    media_names_.push_back(medium.name);
  }
}

std::size_t NameIndex::item(const std::string& id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? kNone : found->second;
}

void check_duplicates(std::vector<ItemFile>& items) {
  const auto id = [](const ItemFile& file) { return ascii_lower(file.document.item.id); };
  for_duplicates(items, id, [](const ItemFile& earlier, ItemFile& later) {
    later.report.error(0, "namesake.item", earlier.report.file());
  });
  for_duplicates(items, document_number_of, [](const ItemFile& earlier, ItemFile& later) {
    const auto& number = later.document.item.document_number;
    later.report.warning(later.document_number_line, "namesake.document-number", number, earlier.report.file());
  });
  const auto index_number = [](const ItemFile& file) { return file.document.item.index_number; };
  for_duplicates(items, index_number, [&](const ItemFile& earlier, ItemFile& later) {
    later.report.warning(later.index_number_line, "namesake.index-number", index_number(later), earlier.report.file());
  });
}

}  // namespace mingting
