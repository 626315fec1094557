// Where do the chains of an intake.db stand?
#pragma once

#include <optional>

#include "base/result.hpp"
#include "intake/store/held.hpp"

namespace SQLite {
class Database;
}

namespace mingting::vault {

/// Reads it out of a file of `format` that has its tables; or why it cannot be known. Throws what SQLite throws.
std::optional<Remark> take_standing(SQLite::Database& db, int format, Standing& into);

}  // namespace mingting::vault
