// Another query code, told to the clerk who writes it down for the applicant.
#pragma once

#include "desk/intake/new_code.hpp"
#include "desk/told/table_text.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

/// What the clerk writes down: the number, and the code that is shown this once.
LabelledLines code_lines(const EntryHead& entry, const std::string& code);
OrderedJson code_json(const EntryHead& entry, const std::string& code, bool whole);

std::string as_text(const CodeRenewed& renewed);
OrderedJson as_json(const CodeRenewed& renewed);
inline bool is_whole(const CodeRenewed& renewed) {
  return !renewed.trouble;
}

}  // namespace mingting
