// Bytes, times and records to and from columns.
#include "intake/store/rows.hpp"

namespace mingting::vault {

std::string blob_of(const SQLite::Column& column) {
  const void* data = column.getBlob();
  return data == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(data), static_cast<std::size_t>(column.getBytes()));
}

void bind_blob(SQLite::Statement& statement, int index, const std::string& bytes) {
  statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
}

std::int64_t milliseconds(Instant instant) {
  return instant.time_since_epoch().count();
}
Instant from_milliseconds(std::int64_t value) {
  return Instant{Milliseconds{value}};
}

SealedRecord record_of(SQLite::Statement& row) {
  return {.position = static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
          .previous = blob_of(row.getColumn(1)),
          .number = row.getColumn(2).getString(),
          .received = from_milliseconds(row.getColumn(3).getInt64()),
          .office_key = row.getColumn(4).getString(),
          .sealed = blob_of(row.getColumn(5)),
          .signature = blob_of(row.getColumn(6))};
}

}  // namespace mingting::vault
