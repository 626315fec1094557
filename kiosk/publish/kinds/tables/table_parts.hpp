// [[views]], [[checks]], [[measures]] and conditions: what does the TOML of a table say of them?
#pragma once

#include "publish/kinds/tables/table_file.hpp"

namespace mingting {

void read_views(TomlKeys& keys, TableFile& file);
void read_checks(TomlKeys& keys, TableFile& file);
void read_measures(TomlKeys& keys, TableFile& file);

}  // namespace mingting
