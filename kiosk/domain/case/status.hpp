// How an application stands, as it is told to the one who holds its number and query code (查进度). No name, no address, no
// identity number is in it, and no words that an officer or a third party wrote.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/remark.hpp"

namespace mingting {

struct Case;
struct Reckoning;

/// `key` names what happened for other languages: arrived, receipt-confirmed, correction-asked, corrected, opinion-asked,
/// opinion-received, opinion-ended, extended, reasons-asked, reasons-given, delayed, fee-notified, fee-paid, replied, served,
/// lapsed, withdrawn. "": only `what` says it.
struct StatusLine {
  Date on{};
  std::string what;  ///< 告知您补正申请内容
  std::string key = {};
  bool operator==(const StatusLine&) const = default;
};

/// What the applicant must do, and by when. `key`: confirm, correct, correct-late, pay, pay-late, give-reasons, collect.
struct StatusDuty {
  std::string what;
  std::optional<Date> by;
  bool provisional = false;
  std::string key = {};
  bool operator==(const StatusDuty&) const = default;
};

struct CaseStatus {
  std::string number;            ///< the receipt number it belongs to
  std::string matter;            ///< title of the form
  std::string phase;             ///< key of kPhases, or for feedback and letters: received, answered
  std::vector<StatusLine> done;  ///< oldest first
  std::optional<Date> due;       ///< of the reply
  bool due_provisional = false;
  bool clock_stopped = false;
  bool overdue = false;
  std::string how_counted;
  std::string how_counted_en = {};  ///< the same in English; "" from a desk that does not write it
  std::vector<StatusDuty> duties;
  std::string outcome;           ///< title of the reply's kind; "" before
  std::string reply;             ///< the published part of the reply, several lines; "" for none
  std::string reply_item;        ///< id of the published item that holds it; "" for none
  Date as_of{};                  ///< the day the desk made this
  std::string stopped_by = {};   ///< why the clock stands still: correction, payment, or a key of kConsultationKinds; "" if not
  bool operator==(const CaseStatus&) const = default;
};

/// `matter`, `number` and the published part are the caller's to fill in.
CaseStatus status_of(const Case& one, const Reckoning& with, Date today, const Wording& wording);

}  // namespace mingting
