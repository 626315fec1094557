// A step taken, told.
#pragma once

#include "desk/cases/steps.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

std::string as_text(const StepTaken& taken);
OrderedJson as_json(const StepTaken& taken);
inline bool is_whole(const StepTaken& taken) { return !taken.pdf_trouble; }

std::string as_text(const ReceiptIssued& issued);
OrderedJson as_json(const ReceiptIssued& issued);

}  // namespace mingting
