// How entries are told by those who hold them whole, until their answers are values.
#pragma once

#include "desk/told/parts/days.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"
#include "desk/told/parts/standing.hpp"
#include "desk/told/parts/step.hpp"

namespace mingting {

std::string shown_applicant(const Entry& entry);
std::string shown_applicant(const Applicant& applicant);
/// Where an entry stands in two words: a phase for applications, else 待答复 or 已答复.
std::string state_text(const Entry& entry, const Case& one);
OrderedJson entry_json(const Entry& entry);  ///< names masked

}  // namespace mingting
