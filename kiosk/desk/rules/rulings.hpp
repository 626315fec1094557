// The rules alone, asked on the command line: working days, document numbers, identifiers, fees. One question a line, so that
// the same functions answer one question and a file of them. Nothing is stored.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "domain/calendar/working_days.hpp"

namespace mingting {

/// The answer to one question: for people, and as one JSON object without line breaks.
struct Ruling {
  bool fine = false;  ///< false: the question is malformed, or what was asked about does not hold
  std::string text;
  std::string json;
};

/// "2026-09-11 20": the 20th working day after; with `explain` every day and why it counts or not. 0-1000 days.
Ruling workday_ruling(const WorkCalendar& calendar, std::string_view line, bool explain);
/// A document number as people type it -> its normal form.
Ruling number_ruling(std::string_view line);
/// "KIND TEXT", KIND one of identity, credit-code, phone, postcode, email, paper, receipt. Answers never repeat an identity
/// number or phone in full.
Ruling identifier_ruling(std::string_view line, Date today);
/// "ITEMS PAGES [BEFORE]": the fee both ways; BEFORE = the applicant's items earlier in the same month.
Ruling fee_ruling(std::string_view line);
/// The missing and repeated numbers among document numbers, one a line; lines that hold none are counted and named.
Ruling gaps_ruling(std::string_view lines);

using Rule = std::function<Ruling(std::string_view)>;

struct BatchAnswer {
  std::string text;         ///< one answer a line (several with an explanation); JSON: one object a line
  std::size_t refused = 0;  ///< lines that are not fine
};
/// Every line that is not blank, in order, each answer with its line number. Takes CRLF and a BOM.
BatchAnswer run_batch(std::string_view lines, const Rule& rule, bool json);

/// At most 64 MB.
Result<std::string> read_batch(FileSystem& files, const Path& path);
/// `given` when not empty, else content/calendar/holidays.csv below the current folder, else `fallback`.
Result<WorkCalendar> read_calendar(FileSystem& files, const Path& given, const Path& fallback);

}  // namespace mingting
