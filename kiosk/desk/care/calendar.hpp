// A new holiday notice: what it moves, and how it comes into force.
#pragma once

#include <set>
#include <vector>

#include "desk/entries/privacy.hpp"

namespace mingting {

struct CalendarTaken {
  struct Moved {
    EntryHead entry;
    std::vector<MovedDeadline> deadlines;
  };
  Path calendar;
  Path copy;                           ///< of what the calendar was; "" when it did not change
  std::set<int> added, changed, kept;  ///< years
  std::vector<Moved> moved;            ///< open cases
};
/// Which open cases' dates move by the notice. Its years then take the place of those years in CONTENT/calendar/holidays.csv,
/// the others stay (merge_calendars has how), and the register remembers that the moves were told. Nothing is kept when the
/// file is none, when a year would not be whole by law, or, unless it is to `replace` them, when a year would have fewer days
/// off than before. What the calendar was stays as a copy in CONTENT/desk.
Result<CalendarTaken> take_calendar(const DeskWork& work, const Path& file, bool replace = false);
/// Whether CONTENT's notice is another than the one whose moves were told last.
bool calendar_is_new(const DeskWork& work);

}  // namespace mingting
