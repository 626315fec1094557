// Do the tables of a folder lead to rows and items that are there?
#pragma once

#include "publish/checks/names.hpp"
#include "publish/checks/table_rows.hpp"

namespace mingting {

/// Reads all tables with all their editions, side by side, and judges what they say of one another and of the items.
std::vector<TableContent> read_tables(const TablesAtHand& hand, const NameIndex& names, std::vector<Finding>& findings);

}  // namespace mingting
