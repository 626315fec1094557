// Which tables has intake.db, and how does one of an earlier program become one of today?
#pragma once

namespace SQLite {
class Database;
}

namespace mingting::vault {

inline constexpr int kFormat = 3;
inline constexpr int kFormatOfPast = 2;          ///< of the first that knew of past chains
inline constexpr int kApplication = 0x4D544E47;  ///< "MTNG", so that another program's database is not taken for ours

/// In a new file, within a transaction.
void make_tables(SQLite::Database& db);
/// Within a transaction: a file of `format` becomes one of kFormat. The latest time is forgotten with it: before format 3 a
/// clock that leapt ahead was believed.
void bring_up_to_date(SQLite::Database& db, int format);

}  // namespace mingting::vault
