// What the desk told of a few made-up applications, as it would lie in content/desk/status.feed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/case/clock.hpp"
#include "domain/identity/identifiers.hpp"
#include "intake/sealed/status_feed.hpp"

namespace mingting {

/// One application with the code of its receipt. Its number is NM-K01-DAY-0001 and the check character.
struct ToldCase {
  const char* day;  ///< handed in
  const char* code;
  std::vector<std::pair<const char*, StepWhat>> steps;  ///< after it was handed in
  std::string reply, reply_item;
};

inline const char* const kToldOn = "2026-11-20";

std::vector<ToldCase> told_cases();

ReceiptNumber number_of(const ToldCase& told);

Case case_of(const ToldCase& told, const Reckoning& with);

Feed told_feed(const WorkCalendar& calendar);

}  // namespace mingting
