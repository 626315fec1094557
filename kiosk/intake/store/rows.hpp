// How values stand in the columns of intake.db.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "intake/sealed/record.hpp"

namespace mingting::vault {

std::string blob_of(const SQLite::Column& column);
/// `bytes` stays where it is until the statement is done.
void bind_blob(SQLite::Statement& statement, int index, const std::string& bytes);

std::int64_t milliseconds(Instant instant);
Instant from_milliseconds(std::int64_t value);

/// What record_of() reads, of `record` or `past_record`.
inline constexpr const char* kRecordColumns = "position, previous, number, received, office_key, sealed, signature";
SealedRecord record_of(SQLite::Statement& row);

}  // namespace mingting::vault
