// The register's and the office's own care, told.
#pragma once

#include "desk/care/calendar.hpp"
#include "desk/care/erasure.hpp"
#include "desk/care/office_check.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const CalendarTaken& taken);
OrderedJson as_json(const CalendarTaken& taken);

std::string as_text(const Erased& erased);
OrderedJson as_json(const Erased& erased);
/// What is ripe and was only counted is still to be done.
inline bool is_whole(const Erased& erased) { return erased.done || erased.entries == 0; }

std::string as_text(const OfficeCheck& check);
OrderedJson as_json(const OfficeCheck& check);
inline bool is_whole(const OfficeCheck& check) { return check.problems.empty(); }

}  // namespace mingting
