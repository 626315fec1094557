// The office opens an export: submissions as text for a person and as JSON for a program.
#pragma once

#include <string>

#include "intake/export_reader.hpp"

namespace mingting {

std::string export_as_text(const OpenedExport& opened);
std::string export_as_json(const OpenedExport& opened);

}  // namespace mingting
