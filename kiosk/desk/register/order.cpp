// Good order at the register's door.
#include "desk/register/order.hpp"

#include <charconv>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

bool blank(std::string_view text) { return trimmed(text).empty(); }

}  // namespace

Result<void> judge_site(const std::string& site) {
  if (blank(site)) return fail(Trouble::Invalid, "register.no-site");
  return {};
}

Result<void> judge_kiosk(const std::string& key, const std::string& name) {
  if (!from_base64(key, vault::kKeySize)) return fail(Trouble::Invalid, "register.no-kiosk-key");
  if (blank(name)) return fail(Trouble::Invalid, "register.no-kiosk-name");
  return {};
}

Result<void> judge_lost(const std::string& reason, const Clerk& clerk) {
  if (blank(reason)) return fail(Trouble::Invalid, "lost.no-reason");
  if (blank(clerk.name)) return fail(Trouble::Invalid, "register.no-clerk");
  return {};
}

Result<void> judge_new(const NewEntry& entry, const Clerk& clerk) {
  if (blank(entry.number)) return fail(Trouble::Invalid, "register.no-number");
  if (blank(clerk.name)) return fail(Trouble::Invalid, "register.no-clerk");
  if (!entry.on.ok()) return fail(Trouble::Invalid, "register.no-such-day-of-receipt");
  if (entry.on > local_date(clerk.now)) return fail(Trouble::Invalid, "register.receipt-to-come", entry.on);
  return {};
}

Result<void> judge_note(const Note& note) {
  if (blank(note.by)) return fail(Trouble::Invalid, "register.no-clerk");
  if (blank(note.name)) return fail(Trouble::Invalid, "register.note-unsaid");
  if (!note.on.ok()) return fail(Trouble::Invalid, "register.no-such-day");
  if (note.on > local_date(note.recorded)) return fail(Trouble::Invalid, "register.day-to-come", note.on);
  return {};
}

Result<void> judge_dispute(const RegisteredDispute& one) {
  if (!one.opened.ok() || (one.closed && !one.closed->ok())) return fail(Trouble::Invalid, "register.no-such-day");
  if (one.closed && *one.closed < one.opened) {
    return fail(Trouble::Invalid, "register.closed-before-opened", *one.closed, one.opened);
  }
  if (one.closed && one.outcome == DisputeOutcome::Open) return fail(Trouble::Invalid, "register.closed-without-outcome");
  if (!one.closed && one.outcome != DisputeOutcome::Open) return fail(Trouble::Invalid, "register.outcome-without-day");
  return {};
}

Result<void> judge_erasure(const ErasureOrder& order, const Clerk& clerk) {
  if (!order.finished_until.ok()) return fail(Trouble::Invalid, "register.no-such-day");
  if (blank(order.basis)) return fail(Trouble::Invalid, "register.no-basis");
  if (blank(clerk.name)) return fail(Trouble::Invalid, "register.no-clerk");
  return {};
}

Result<void> judge_change(std::int64_t id, const EntryState& state) {
  if (state.erased) return fail(Trouble::Invalid, "register.erased", id);
  return {};
}

Result<void> judge_step(std::int64_t id, const EntryState& state) {
  if (state.kind == EntryKind::Application) return {};
  return fail(Trouble::Invalid, "register.no-application", id, named(kEntryKinds, state.kind).title);
}

Result<void> judge_finishing_note(std::int64_t id, const EntryState& state) {
  if (state.kind == EntryKind::Application) return fail(Trouble::Invalid, "register.finished-by-steps", id);
  return {};
}

int serial_of(std::string_view number) {
  const auto parts = split(number, '-');
  if (parts.size() != 5) return 0;
  int serial = 0;
  const auto& digits = parts[3];
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), serial);
  return error == std::errc() && end == digits.data() + digits.size() ? serial : 0;
}

}  // namespace mingting
