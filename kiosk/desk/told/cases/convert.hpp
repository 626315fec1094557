// The turn from an answered application to proactive disclosure, told; and the files it leaves.
#pragma once

#include "desk/cases/convert.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// The draft item in the format of content/, and the list of what a person must check.
DisclosureDraft disclosure_draft(const Publishable& disclosure);

std::string as_text(const Converted& converted);
OrderedJson as_json(const Converted& converted);

std::string as_text(const MarkedConverted& marked);
OrderedJson as_json(const MarkedConverted& marked);

}  // namespace mingting
