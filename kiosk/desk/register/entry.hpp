// What stands in a register: entries as they came in, and what was noted about them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/register/applicant.hpp"
#include "domain/case/clock.hpp"
#include "domain/case/step_record.hpp"

namespace mingting {

/// Who records, and when.
struct Clerk {
  std::string name;
  Instant now{};
};

/// By the rules of the form: application, feedback, comment (on a draft decision), letter (区长信箱).
enum class EntryKind { Application, Feedback, Comment, Letter };

inline constexpr Named<EntryKind> kEntryKinds[] = {
    {EntryKind::Application, "application", "信息公开申请"},
    {EntryKind::Feedback, "feedback", "意见反馈"},
    {EntryKind::Comment, "comment", "征求意见留言"},
    {EntryKind::Letter, "letter", "区长信箱来信"},
};

/// Forms say by their rules what they are; one that does not is told by its name, and else is feedback.
EntryKind entry_kind_of(const Submission& submission);

/// What came in, as it came. After erasure `submission.answers` is empty and `applicant` has its kind alone.
struct Entry {
  std::int64_t id = 0;      ///< serial number in this register
  std::string number;       ///< the receipt number, or one that numbered_apart() made of it
  EntryKind kind = EntryKind::Application;
  Applicant applicant;
  Submission submission;
  Instant received{};
  bool clock_doubtful = false;
  std::string code_hash;    ///< of the query code (64 hex digits); "" when none was given
  std::string kiosk_key;    ///< "" when it came another way
  std::uint64_t position = 0;  ///< in that kiosk's chain
  std::optional<Date> finished;  ///< of an application: Case::finished; of the others: the day it was answered
  std::optional<ReplyKind> outcome;
  bool erased = false;
  bool operator==(const Entry&) const = default;
};

/// The number of an entry whose receipt number another entry has already: the number, a slash, and the first
/// group of the machine's fingerprint; with -2, -3 ... when that is taken as well (`tries` from 1).
std::string numbered_apart(const std::string& receipt_number, const std::string& fingerprint, int tries);
/// The number on the visitor's receipt.
std::string receipt_number_of(const Entry& entry);

/// What the office takes in itself: by post, fax, internet, spoken, or in person at the desk.
struct NewEntry {
  Submission submission;
  EntryKind kind = EntryKind::Application;
  Arrived arrived;             ///< for an application
  Date on{};                   ///< the day it arrived
  std::string number;          ///< made by the caller: make_receipt_number with Register::next_serial
  std::string code_hash;
};

/// Which entries are asked for: those that meet all that is set.
struct EntryFilter {
  std::optional<EntryKind> kind;
  std::optional<bool> open;    ///< true: not finished; false: finished
  /// Part of the name or of what was wanted; of the number too when it is ASCII. The 26 ASCII letters match in either case,
  /// every other character itself alone; no character is a wildcard. "" for all.
  std::string text;
  std::optional<Date> from, to;  ///< of receipt, both included
  std::size_t limit = 50, offset = 0;  ///< of a list: so many at most, after leaving out so many
};

/// What is told to an entry's log beyond an application's steps: an answer to feedback, its publication, a promise.
struct Note {
  Date on{};
  std::string by;
  Instant recorded{};
  std::string name;   ///< promised, answered, published ...
  StepFields fields;
  bool operator==(const Note&) const = default;
};

/// The note that keeps corrected answers, in its field "answers": personal data, not for lists.
inline constexpr std::string_view kCorrectedNote = "corrected-answers";
/// Another query code was given: at the kiosk, or by the office, with what proved the applicant's identity in its field "proof".
inline constexpr std::string_view kCodeNote = "query-code";
/// A correction was taken back: the answers as they came stand again.
inline constexpr std::string_view kRestoredNote = "restored-answers";

/// An application that is not finished, with its steps.
struct OpenCase {
  std::int64_t id = 0;
  std::string number;
  Applicant applicant;
  std::vector<Step> steps;
};

/// What statistics of a period need of an entry.
struct PeriodEntry {
  EntryKind kind = EntryKind::Application;
  Instant received{};
  bool kiosk = false;            ///< handed in at a kiosk
  std::optional<Date> finished;
  std::vector<Step> steps;       ///< of an application
  int rating = 0;                ///< of feedback: 1 to 5; 0 for none
};

/// The stars a visitor gave in a feedback form: 1 to 5; 0 for none.
int rating_in(const std::vector<SubmittedAnswer>& answers);

}  // namespace mingting
