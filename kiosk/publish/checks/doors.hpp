// What a visitor may tap to get somewhere: the home page's tiles and words, and the columns' buttons.
#pragma once

#include <vector>

#include "domain/form/form.hpp"
#include "publish/kinds/content.hpp"
#include "publish/checks/names.hpp"
#include "publish/kinds/column.hpp"
#include "publish/kinds/site.hpp"

namespace mingting {

/// What opens from anywhere, besides items and the kiosk's own pages. A comment opens from its draft alone.
std::vector<std::string> known_targets(const std::vector<ColumnFile>& columns, const std::vector<Form>& forms,
                                       const std::vector<std::string>& matchers, const std::vector<TableContent>& tables);

/// Whether each tile leads somewhere.
void check_tiles(const SiteFile& site, const NameIndex& names, const std::vector<ColumnFile>& columns,
                 const std::vector<Form>& forms, const std::vector<std::string>& targets, FileReport& report);
/// Whether each column's buttons lead to a form or to another column.
void check_doors(std::vector<ColumnFile>& columns, const std::vector<Form>& forms, const std::vector<std::string>& targets);
/// Words offered to be searched for that no item has, nor what they stand for (synonyms).
void check_hot_searches(const SiteFile& site, const std::vector<ItemFile>& items, FileReport& report);

}  // namespace mingting
