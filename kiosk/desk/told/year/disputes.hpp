// Reviews and suits told.
#pragma once

#include <string>

#include "desk/told/table_text.hpp"
#include "desk/year/disputes.hpp"

namespace mingting {

std::string as_text(const DisputeRecorded& recorded);
OrderedJson as_json(const DisputeRecorded& recorded);
std::string as_text(const DisputeList& list);
OrderedJson as_json(const DisputeList& list);

}  // namespace mingting
