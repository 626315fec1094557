// What waits to be claimed by whoever handed it in, as rows.
#pragma once

#include "intake/store/held.hpp"

namespace SQLite {
class Database;
}

namespace mingting::vault {

/// Within a transaction.
void insert(SQLite::Database& db, const Unclaimed& kept);

}  // namespace mingting::vault
