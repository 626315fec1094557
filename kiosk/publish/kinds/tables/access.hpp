// May everybody see what a table's description shows them?
#pragma once

#include "publish/kinds/tables/table_file.hpp"

namespace mingting {

/// Look-ups of closed and private tables; columns of persons that nothing hides; hidden columns that something shows.
void judge_access(TableFile& file);

/// What a column's title says of persons: a name, a number that is one's own (identity, account, phone, address), or nothing.
enum class Personal { Nothing, Name, Contact, Number };
Personal personal_kind(std::string_view title);

}  // namespace mingting
