// What a visitor may tap to get somewhere: the home page's tiles and words, and the columns' buttons.
#pragma once

#include <vector>

#include "domain/form/form.hpp"
#include "publish/checks/names.hpp"
#include "publish/kinds/column.hpp"
#include "publish/kinds/site.hpp"

namespace mingting {

/// Whether each tile leads somewhere.
void check_tiles(const SiteFile& site, const NameIndex& names, const std::vector<ColumnFile>& columns,
                 const std::vector<Form>& forms, FileReport& report);
/// Whether each column's buttons lead to a form or to another column.
void check_doors(std::vector<ColumnFile>& columns, const std::vector<Form>& forms);
/// Words offered to be searched for that no item has, nor what they stand for (synonyms).
void check_hot_searches(const SiteFile& site, const std::vector<ItemFile>& items, FileReport& report);

}  // namespace mingting
