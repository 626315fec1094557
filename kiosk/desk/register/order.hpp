// What no register takes, whatever engine it is kept by: looked at before anything is written.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "desk/register/dispute.hpp"
#include "desk/register/entry.hpp"
#include "desk/register/erasure.hpp"

namespace mingting {

/// Each: Trouble::Invalid with what is missing or wrong.
Result<void> judge_site(const std::string& site);
Result<void> judge_kiosk(const std::string& key, const std::string& name);
Result<void> judge_lost(const std::string& reason, const Clerk& clerk);
Result<void> judge_new(const NewEntry& entry, const Clerk& clerk);
Result<void> judge_note(const Note& note);
Result<void> judge_dispute(const RegisteredDispute& dispute);
Result<void> judge_erasure(const ErasureOrder& order, const Clerk& clerk);

/// The few facts of an entry that changes are judged by.
struct EntryState {
  EntryKind kind = EntryKind::Application;
  bool erased = false;
};
/// What was erased is over: nothing is added to it any more.
Result<void> judge_change(std::int64_t id, const EntryState& state);
/// Steps are an application's alone.
Result<void> judge_step(std::int64_t id, const EntryState& state);
/// An application is finished by its steps, never by a note.
Result<void> judge_finishing_note(std::int64_t id, const EntryState& state);

/// The serial in a receipt number, NM-D01-20261123-0007-C: 7; 0 when there is none.
int serial_of(std::string_view number);

}  // namespace mingting
