// Does a table's description make sense by itself?
#pragma once

#include "publish/kinds/tables/table_file.hpp"

namespace mingting {

/// Everything the description names is there and of a type that can do what is asked of it; who may see what is kept to. Faults are
/// noted in the file's report.
void judge_description(TableFile& file);

}  // namespace mingting
