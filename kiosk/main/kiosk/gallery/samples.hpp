// What the gallery shows that no office has published: documents of odd shapes, and cases at every step.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "domain/calendar/working_days.hpp"
#include "domain/case/status.hpp"
#include "domain/content/content.hpp"
#include "domain/content/urgent.hpp"

namespace mingting::gallery {

inline constexpr std::string_view kKioskName = "A01";

/// The document of an id "gallery/NAME": long-title, not-in-force, table, picture-missing, links, urgent-water, urgent-rain, urgent-road.
/// Nothing for other ids.
std::optional<Document> sample_document(std::string_view id);
/// The column of the urgent ones.
inline constexpr const char* kUrgentColumn = "urgent";
/// The first so many of the urgent ones as notices that stand: water is cut off, a storm, a road closed.
std::vector<UrgentNotice> sample_notices(std::size_t count);

/// The day on which the cases stand as they are told.
inline constexpr Date kToldOn{std::chrono::year{2026}, std::chrono::November, std::chrono::day{20}};
/// How cases stand, by query code: HAND handling, CRCT to be corrected, PAYF to be paid for, THRD a third party is asked, TARD
/// overdue, PRVS due in a year without calendar, SERV replied and not served, DNEE finished and published, CNFR to be confirmed,
/// ANSW a letter that is answered; each followed by -2345.
std::map<std::string, CaseStatus> sample_statuses(const WorkCalendar& calendar);

}  // namespace mingting::gallery
