// Another query code, told to the clerk who writes it down for the applicant.
#pragma once

#include "desk/intake/new_code.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const CodeRenewed& renewed);
OrderedJson as_json(const CodeRenewed& renewed);
inline bool is_whole(const CodeRenewed& renewed) {
  return !renewed.trouble;
}

}  // namespace mingting
