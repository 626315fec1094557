// The rules alone, asked on the command line: working days, document numbers, identifiers, fees. One question a line, so that
// the same functions answer one question and a file of them. Nothing is stored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "domain/calendar/working_days.hpp"
#include "domain/case/fees.hpp"
#include "domain/identity/document_number.hpp"
#include "domain/identity/identifiers.hpp"
#include "domain/identity/number_gaps.hpp"
#include "domain/named.hpp"

namespace mingting {

// Every question that is malformed is refused.

struct WorkdayCount {
  Date from{};
  int count = 0;
  Deadline deadline;
  std::vector<CountedDay> days;  ///< every one of them where that was asked, else none
};
/// "2026-09-11 20": the 20th working day after; 0-1000 days.
Result<WorkdayCount> workday_ruling(const WorkCalendar& calendar, std::string_view line, bool explained);

/// A document number as people type it.
Result<DocumentNumber> number_ruling(std::string_view line);

enum class IdentifierKind { Identity, CreditCode, Phone, Postcode, Email, Paper, Receipt };

inline constexpr Named<IdentifierKind> kIdentifierKinds[] = {
    {IdentifierKind::Identity, "identity", "居民身份证号码"}, {IdentifierKind::CreditCode, "credit-code", "统一社会信用代码"},
    {IdentifierKind::Phone, "phone", "电话号码"},             {IdentifierKind::Postcode, "postcode", "邮政编码"},
    {IdentifierKind::Email, "email", "电子邮箱"},             {IdentifierKind::Paper, "paper", "其他证件号码"},
    {IdentifierKind::Receipt, "receipt", "回执上的编号"},
};

struct IdentifierVerdict {
  IdentifierKind kind = IdentifierKind::Identity;
  IdentifierFault fault = IdentifierFault::None;
  std::string shown;  ///< what may be repeated of it: never an identity number or phone in full; "" for none
};
/// "KIND TEXT", the kind by its key or its name.
Result<IdentifierVerdict> identifier_ruling(std::string_view line, Date today);

/// "ITEMS PAGES [BEFORE]": the fee both ways; BEFORE = the applicant's items earlier in the same month.
Result<FeeComparison> fee_ruling(std::string_view line);

struct NumberGaps {
  std::vector<NumberSequence> sequences;
  std::vector<std::size_t> unread;  ///< lines that hold no document number, from 1
};
/// The missing and repeated numbers among document numbers, one a line.
NumberGaps gaps_ruling(std::string_view lines);

struct NumberedLine {
  std::size_t number = 0;
  std::string text;
};
/// Every line that is not blank, from 1. Takes CRLF and a byte order mark.
std::vector<NumberedLine> numbered_lines(std::string_view lines);

/// At most 64 MB.
Result<std::string> read_batch(FileSystem& files, const Path& path);
/// `given` when not empty, else content/calendar/holidays.csv below the current folder, else `fallback`.
Result<WorkCalendar> read_calendar(FileSystem& files, const Path& given, const Path& fallback);

}  // namespace mingting
