// One table of the folder, all its editions: are its rows sound, and what do they say that others need to know?
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/calendar/working_days.hpp"
#include "publish/kinds/content.hpp"
#include "publish/kinds/tables/table_file.hpp"

namespace mingting {

/// A description and the files of rows that lie beside it.
struct TableSource {
  struct Edition {
    std::string name;  ///< "" for the newest
    FolderFile file;
  };
  TableFile description;
  std::vector<Edition> editions;  ///< the oldest first, the newest last
};

/// What rows lead to, by column: each value once, with the first row that has it.
struct LinkUses {
  struct Use {
    int line = 0;
    std::size_t rows = 0;
  };
  std::size_t column = 0;
  std::unordered_map<std::string, Use> values;
};

/// What was found of a table and is asked of it by others.
struct TableSeen {
  std::vector<TableContent> contents;  ///< the newest edition first
  std::vector<Finding> findings;
  std::string rows_file;               ///< of the newest edition
  std::unordered_set<std::string> keys;  ///< of the newest edition, where another table leads here
  std::vector<LinkUses> links;
};

/// For reading any table of the folder. All must outlive it.
struct TablesAtHand {
  FileSystem& files;
  const std::vector<TableSource>& all;
  const Coverage& coverage;
  const WorkCalendar& calendar;
  Date today;
};

/// The forms in which a table's cells are put: a link's is its key's.
std::vector<TableColumn> cell_forms(const Table& table, const std::vector<TableSource>& all);
/// Null when there is none of the name.
const TableSource* find_source(const std::vector<TableSource>& all, std::string_view id);

/// Reads every edition. Safe beside others.
TableSeen read_one_table(const TablesAtHand& hand, const TableSource& source, bool keys_wanted);

}  // namespace mingting
