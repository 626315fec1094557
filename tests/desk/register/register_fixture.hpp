// A register in a folder of its own, a kiosk that is enrolled in it, and applications that come from there.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/said/words.hpp"
#include "desk/register/register.hpp"
#include "desk/register/sqlite/engine.hpp"
#include "domain/desk_fixture.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

inline const std::string kKioskKey = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
inline const std::string kOtherKey = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

Instant moment(const char* local_time);

Clerk clerk_on(std::string_view iso, const std::string& name = "张示例");

Step taken(std::string_view iso, StepWhat what);

/// By person 示例N.
Submission application_of(int n);

Submission feedback_of(int n);

std::string kiosk_number(int n);

/// Of the fixture's record there; what the chain starts from for 0.
std::string hash_at(int position);

OpenedRecord record_at(int position, Submission submission, const char* when = "2026-09-11T09:30");

OpenedExport export_of(std::vector<OpenedRecord> records, const std::string& key = kKioskKey);

OpenedExport applications(int first, int last);

DocumentDraft paper_of(std::string_view iso, const std::string& prefix = "南公开复");

/// The register, or the test ends.
std::unique_ptr<Register> sound(Result<std::unique_ptr<Register>> opened);

/// A register in a folder of its own, of the engine that desks under test are kept by unless another is named; and what its
/// cases are judged by.
struct RegisterDesk {
  RegisterEngine engine = sqlite_engine();
  TempFolder folder{};
  WorkCalendar calendar = starter_calendar();
  LocalRules rules{};

  Reckoning with() const { return {calendar, rules}; }
  std::string everything() const;
  std::string bytes() const;

  Result<std::unique_ptr<Register>> create() const;
  Result<std::unique_ptr<Register>> open() const;
  /// Made, with the kiosk enrolled.
  std::unique_ptr<Register> made() const;
  std::unique_ptr<Register> opened() const { return sound(open()); }
  /// Made, with applications 1..count of 2026-09-11 in it.
  std::unique_ptr<Register> holding(int count) const;
};

/// Takes the step; the test fails when it is refused.
Recorded does(Register& at, const RegisterDesk& desk, std::int64_t id, std::string_view iso, StepWhat what,
              const std::optional<DocumentDraft>& paper = std::nullopt);

/// From the reply to its service.
void finish(Register& at, const RegisterDesk& desk, std::int64_t id, std::string_view iso);

/// What its kiosks are told, kiosk by kiosk.
std::vector<Acknowledged> acknowledged_by(Register& at);

std::vector<std::string> numbers_of(Register& at);

}  // namespace mingting
