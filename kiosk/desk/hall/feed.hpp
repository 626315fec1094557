// The desk's commands for what goes back to the hall, and for the register's own care: the status feed, acknowledgements,
// a new holiday notice, the end of retention, a look at the office's files.
#pragma once

#include <optional>

#include "desk/answer.hpp"
#include "desk/desk_work.hpp"

namespace mingting {

/// Writes the feed of all open entries and of those finished within Office::feed_days. Entries without a query code are left
/// out: nobody could ask for them.
Answered write_status_feed(const DeskWork& work, const Path& file);
/// Writes FOLDER/acknowledged.json: it lets kiosks forget what is safe in the register.
Answered write_acknowledgements(const DeskWork& work, const Path& folder);

/// A new holiday notice: which open cases' dates move by it. Its years then take the place of those years in
/// CONTENT/calendar/holidays.csv, the others stay, and the register remembers that the moves were told. Nothing is kept when
/// the file is none, or, unless `agreed`, when a year of it is a piece. What the calendar was stays as a copy in CONTENT/desk.
Answered take_calendar(const DeskWork& work, const Path& file, bool agreed = false);
/// Whether CONTENT's notice is another than the one whose moves were told last.
bool calendar_is_new(const DeskWork& work);

/// Entries finished on or before the day lose who and what. Without a day: by Office::retention_years. Without `agreed` it
/// only counts them.
Answered erase_entries(const DeskWork& work, std::optional<Date> before, bool agreed);

/// desk.toml, templates, forms, faces (fonts.toml) and the calendar: a sentence for each that cannot be used. Needs no register.
Answered check_office(FileSystem& files, const Path& content, const Path& faces, Date on);

}  // namespace mingting
