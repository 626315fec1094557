// Every file is read as the commands read it; what they would stumble over is collected.
#include "desk/care/office_check.hpp"

#include "desk/agency/calendar_file.hpp"
#include "desk/agency/form_reader.hpp"
#include "desk/agency/office.hpp"
#include "desk/agency/toml.hpp"
#include "desk/intake/kiosks.hpp"
#include "desk/papers/case_papers.hpp"

namespace mingting {
namespace {

using Problems = std::vector<Remark>;

template <class T>
void add_trouble(Problems& problems, const Result<T>& read) {
  if (!read) problems.push_back(read.error());
}

void add_calendar_problems(Problems& problems, const WorkCalendar& calendar, Date on) {
  const auto noticed = noticed_years(calendar);
  for (const int year : noticed) {
    for (const auto& fault : notice_faults(calendar, std::chrono::year{year})) {
      problems.push_back(remark("check-office.notice", fault.what));
    }
  }
  const auto year = static_cast<int>(on.year());
  if (!noticed.contains(year)) {
    problems.push_back(remark("check-office.no-year", year));
  } else if (on.month() == std::chrono::December && !noticed.contains(year + 1)) {
    problems.push_back(remark("check-office.no-next-year", year + 1));
  }
}

}  // namespace

Result<OfficeCheck> check_office(FileSystem& files, const Path& content, const Path& faces, Date on,
                                 const std::vector<EnrolledKiosk>& kiosks) {
  Problems problems;
  if (const auto office = read_office(files, content); !office) {
    for (auto& each : complaints_of(office.error())) problems.push_back(std::move(each));
  } else if (auto fault = desk_name_fault(*office, kiosks)) {
    problems.push_back(std::move(*fault));
  }
  for (const auto& problem : check_templates(files, content)) problems.push_back(problem);
  for (const auto& id : form_ids(files, content)) add_trouble(problems, read_desk_form(files, content, id));
  add_trouble(problems, paper_face_files(files, faces));
  const auto calendar = read_work_calendar(files, content);
  add_trouble(problems, calendar);
  if (calendar) add_calendar_problems(problems, *calendar, on);
  return OfficeCheck{std::move(problems)};
}

}  // namespace mingting
