// What every command of the desk works with: the register, the office's data, the calendar, who works and on which day.
#pragma once

#include "base/disk/files.hpp"
#include "desk/agency/office.hpp"
#include "desk/register/register.hpp"
#include "domain/calendar/working_days.hpp"

namespace mingting {

/// One command's surroundings. Everything referred to outlives it.
struct DeskWork {
  FileSystem& files;
  Register& book;
  const Office& office;
  const WorkCalendar& calendar;
  Path content;  ///< content/
  Clerk clerk;
  Date on{};     ///< the day the law counts; not after the clerk's today
  Path out;      ///< folder that papers are written to; "" for none
  Path faces;    ///< fonts.toml: the faces papers are set in

  Reckoning with() const { return {calendar, office.rules}; }
  Date today() const { return local_date(clerk.now); }
};

/// What the register or the law answered: what breaks a rule (Trouble::Invalid) is refused, all else could not be tried.
inline Error as_refusal(Error error) {
  if (error.trouble == Trouble::Invalid) error.trouble = Trouble::Refused;
  return error;
}

}  // namespace mingting
