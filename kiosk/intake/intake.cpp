// One submission from the form to the sealed store.
#include "intake/intake.hpp"

#include <algorithm>
#include <utility>

#include "base/text/encoding.hpp"
#include "intake/export/writer.hpp"
#include "intake/sealed/kiosk_key.hpp"
#include "intake/sealed/record.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/store/store.hpp"

namespace mingting {
namespace {

constexpr Date kAnyDay{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};

std::size_t size_of(const Submission& submission) {
  std::size_t size = submission.about_item.size() + submission.form_title.size();
  for (const auto& answer : submission.answers)
    size += answer.label.size() + answer.value.size() + answer.display.size();
  return size;
}

tl::unexpected<Error> too_large() {
  return fail(Trouble::Invalid, "accepting.too-large", vault::kMostPlain);
}

/// Numbers must be readable again; a name with a dash or a Chinese character in it would make ones that are
/// not.
Result<void> check_names(const std::string& prefix, const std::string& kiosk_name) {
  const auto number = make_receipt_number(prefix, kiosk_name, kAnyDay, 1);
  if (!prefix.empty() && parse_receipt_number(number.text) == number) return {};
  return fail(Trouble::Invalid, "accepting.bad-names", prefix, kiosk_name);
}

}  // namespace

struct Intake::Impl {
  FileSystem* files;
  RandomSource* random;
  const Clock* clock;
  IntakeOptions options;
  vault::Store store;
  vault::SigningKey key;
  ReleaseTimes release{};
  std::vector<vault::Unclaimed> kept{};  ///< of earlier runs, not claimed yet
  std::vector<std::string> given{};      ///< numbers told in this run and not handed over yet

  std::string name() const {
    return options.kiosk_name.empty() ? vault::machine_number(to_base64(key.public_key()))
                                      : options.kiosk_name;
  }
  /// Of a record that is made now.
  vault::Envelope envelope_of(const ReceiptNumber& number, const ClockReading& time,
                              const std::string& code_hash) const {
    return {.number = number.text,
            .received = time.believed,
            .clock = time.clock,
            .trusted = time.trusted,
            .clock_doubtful = time.doubtful,
            .start = store.head().starts,
            .code_hash = code_hash};
  }
  Result<vault::NewRecord> prepare(const Submission& submission, const std::string& office_key,
                                   Accepted& accepted);
  Result<vault::SealedRecord> sealed(const vault::Envelope& envelope, vault::SecretText plain,
                                     const std::string& office_key) const;
  Result<bool> went_two_ways(const std::vector<Acknowledged>& all);
  Result<void> begin_anew();
  Result<std::uint64_t> delete_up_to(const Acknowledged& acknowledged);
  Result<vault::WrittenExport> write(const Path& destination, const std::string& chain,
                                     const vault::SigningKey& chain_key, const std::string& uses = "");
  void drop_keys();
  Result<vault::Unclaimed> unclaimed(const Accepted& accepted, const Claim& claim) const;
  Result<Reclaimed> renew(const vault::Unclaimed& kept, const std::string& office_key);
  Result<void> miss();
};

Intake::Intake(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Intake::Intake(Intake&&) noexcept = default;
Intake& Intake::operator=(Intake&&) noexcept = default;
Intake::~Intake() = default;

Result<Intake> Intake::open(FileSystem& files, RandomSource& random, const Clock& clock,
                            IntakeOptions options) {
  if (auto made = files.make_private_folder(options.folder); !made) {
    return fail(made.error().trouble, "accepting.no-folder", options.folder.string(), made.error());
  }
  auto store = vault::Store::open(options.folder / "intake.db",
                                  options.sqlite_vfs);  // first: from here on nobody else is at work
  if (!store) return fail(store.error());
  auto key = vault::load_or_make_kiosk_key(files, options.folder, store->owner());
  if (!key) return fail(key.error());
  auto ready = store->owner() ? Result<void>() : store->create(to_base64(key->public_key()));
  if (ready) ready = store->begin();
  if (!ready) return fail(ready.error());
  auto kept = store->unclaimed();
  if (!kept) return fail(kept.error());
  auto impl = std::make_unique<Impl>(
      Impl{&files, &random, &clock, std::move(options), std::move(*store), std::move(*key)});
  impl->drop_keys();
  impl->kept = std::move(*kept);
  return Intake(std::move(impl));
}

/// The next record of the chain, sealed and signed.
Result<vault::SealedRecord> Intake::Impl::sealed(const vault::Envelope& envelope, vault::SecretText plain,
                                                 const std::string& office_key) const {
  if (plain.view().size() > vault::kMostPlain) return too_large();
  auto bytes = vault::seal(plain.view(), office_key);
  plain.wipe();
  if (!bytes) return fail(bytes.error());
  vault::SealedRecord record{.position = store.head().position + 1,
                             .previous = store.head().hash,
                             .number = envelope.number,
                             .received = envelope.received,
                             .office_key = office_key,
                             .sealed = std::move(*bytes),
                             .signature = {}};
  record.signature = key.sign(vault::record_statement(record));
  return record;
}

/// Everything that takes time is done before the store is touched: the slow hash, sealing, signing.
Result<vault::NewRecord> Intake::Impl::prepare(const Submission& submission, const std::string& office_key,
                                               Accepted& accepted) {
  const auto time = judge_clock(clock->now(), store.head().latest, release);
  const Date day = local_date(time.believed);
  const auto serial = store.next_serial(iso_date(day));
  if (!serial) return fail(serial.error());
  accepted = {.number = make_receipt_number(options.receipt_prefix, name(), day, *serial),
              .code = make_query_code(*random),
              .received = time.believed,
              .clock_doubtful = time.doubtful};
  const auto code_hash = vault::query_code_hash(accepted.number, accepted.code);
  if (!code_hash) return fail(code_hash.error());
  const auto envelope = envelope_of(accepted.number, time, *code_hash);
  auto record = sealed(envelope, vault::plain_record(envelope, submission), office_key);
  if (!record) return fail(record.error());
  return vault::NewRecord{
      .record = std::move(*record), .day = iso_date(day), .serial = *serial, .code_hash = *code_hash};
}

Result<Accepted> Intake::submit(const Submission& submission, const std::string& office_key,
                                const Claim& claim) {
  if (office_key.empty()) {
    return fail(Trouble::Unavailable, "accepting.no-office-key");
  }
  if (auto named = check_names(impl_->options.receipt_prefix, impl_->name()); !named)
    return fail(named.error());
  if (size_of(submission) > vault::kMostPlain) return too_large();
  Accepted accepted;
  auto added = impl_->prepare(submission, office_key, accepted);
  if (!added) return fail(added.error());
  auto unclaimed = impl_->unclaimed(accepted, claim);
  if (!unclaimed) return fail(unclaimed.error());
  if (unclaimed->nameless || !unclaimed->hashes.empty()) added->unclaimed = std::move(*unclaimed);
  auto stored = impl_->store.add(*added);
  if (!stored) return fail(stored.error());
  impl_->given.push_back(accepted.number.text);
  return accepted;
}

// ---- after a crash
// -------------------------------------------------------------------------------------------------------

namespace {

bool is_open(const vault::Unclaimed& kept) {
  return !kept.nameless && !kept.hashes.empty() && kept.misses < Intake::kMostTries;
}

/// "" claims what is nameless, a number what has the hash of it.
Result<bool> is_claimed_by(const vault::Unclaimed& kept, std::string_view typed) {
  if (typed.empty()) return kept.nameless;
  if (!is_open(kept)) return false;
  const auto hash = vault::claim_hash(claim_number(typed), kept.salt);
  if (!hash) return fail(hash.error());
  for (std::size_t at = 0; at + vault::kHashSize <= kept.hashes.size(); at += vault::kHashSize) {
    if (kept.hashes.compare(at, vault::kHashSize, *hash) == 0) return true;
  }
  return false;
}

}  // namespace

Result<vault::Unclaimed> Intake::Impl::unclaimed(const Accepted& accepted, const Claim& claim) const {
  vault::Unclaimed one{.number = accepted.number.text,
                       .form = claim.form,
                       .received = accepted.received,
                       .clock_doubtful = accepted.clock_doubtful,
                       .nameless = claim.nameless,
                       .salt = random_bytes(*random, vault::kSaltSize),
                       .hashes = {}};
  for (const auto& number : claim.numbers) {
    const auto hash = vault::claim_hash(number, one.salt);
    if (!hash) return fail(hash.error());
    one.hashes += *hash;
  }
  return one;
}

Kept Intake::kept() const {
  Kept all;
  for (const auto& each : impl_->kept) {
    if (each.nameless) ++all.nameless;
    if (!is_open(each)) continue;
    ++all.numbered;
    all.tries = std::max(all.tries, kMostTries - each.misses);
  }
  return all;
}

/// The next record of the chain says which code is good from now on.
Result<Reclaimed> Intake::Impl::renew(const vault::Unclaimed& one, const std::string& office_key) {
  const auto time = judge_clock(clock->now(), store.head().latest, release);
  const ReceiptNumber number{one.number};
  const auto code = make_query_code(*random);
  const auto code_hash = vault::query_code_hash(number, code);
  if (!code_hash) return fail(code_hash.error());
  const auto envelope = envelope_of(number, time, *code_hash);
  auto record = sealed(envelope, vault::plain_code_record(envelope), office_key);
  if (!record) return fail(record.error());
  if (auto stored = store.add({.record = std::move(*record), .day = "", .code_hash = *code_hash}); !stored)
    return fail(stored.error());
  return Reclaimed{{number, code, one.received, one.clock_doubtful}, one.form};
}

/// Counted in memory as well, so that a disk that cannot be written lets nobody guess on.
Result<void> Intake::Impl::miss() {
  std::vector<std::string> numbers;
  for (auto& each : kept) {
    if (!is_open(each)) continue;
    ++each.misses;
    numbers.push_back(each.number);
  }
  return store.count_miss(numbers);
}

Result<std::vector<Reclaimed>> Intake::claim(std::string_view number, const std::string& office_key) {
  if (office_key.empty()) return fail(Trouble::Unavailable, "accepting.no-office-key");
  std::vector<Reclaimed> found;
  for (const auto& each : std::vector(impl_->kept)) {
    const auto wanted = is_claimed_by(each, number);
    if (!wanted) return fail(wanted.error());
    if (!*wanted) continue;
    auto renewed = impl_->renew(each, office_key);
    if (!renewed && found.empty()) return fail(renewed.error());
    if (!renewed) break;  // the rest can be claimed once more
    found.push_back(std::move(*renewed));
    impl_->given.push_back(each.number);
    std::erase_if(impl_->kept, [&](const vault::Unclaimed& other) { return other.number == each.number; });
  }
  if (!found.empty() || number.empty()) return found;
  return impl_->miss().map([] { return std::vector<Reclaimed>(); });
}

Result<void> Intake::handed_over() {
  auto dropped = impl_->store.drop_unclaimed(impl_->given);
  if (dropped) impl_->given.clear();
  return dropped;
}

Result<void> Intake::end_claims() {
  std::vector<std::string> numbers;
  for (const auto& each : std::exchange(impl_->kept, {})) numbers.push_back(each.number);
  return impl_->store.drop_unclaimed(numbers);
}

ClockReading Intake::clock() const {
  return judge_clock(impl_->clock->now(), impl_->store.head().latest, impl_->release);
}

void Intake::use_release(const ReleaseTimes& times) {
  impl_->release = times;
}

void Intake::use_receipt_prefix(std::string prefix) {
  impl_->options.receipt_prefix = std::move(prefix);
}

std::string Intake::kiosk_key() const {
  return to_base64(impl_->key.public_key());
}
std::string Intake::kiosk_fingerprint() const {
  return vault::key_fingerprint(kiosk_key());
}
std::string Intake::kiosk_name() const {
  return impl_->name();
}
std::uint64_t Intake::stored() const {
  return impl_->store.count();
}
std::vector<EndedChain> Intake::ended() const {
  std::vector<EndedChain> all;
  for (const auto& past : impl_->store.past())
    all.push_back({vault::key_fingerprint(past.key), past.records});
  return all;
}
Result<void> Intake::tidy() {
  return impl_->store.tidy();
}

// ---- the office's word
// ---------------------------------------------------------------------------------------------------

/// Whether the office knows of a record of this chain that is not in it: then another copy of this disk has
/// been at work.
Result<bool> Intake::Impl::went_two_ways(const std::vector<Acknowledged>& all) {
  for (const auto& each : all) {
    if (each.kiosk_key != store.owner()) continue;
    const auto hash = from_hex(each.hash, vault::kHashSize);
    if (!hash || each.position == 0) return fail(Trouble::Invalid, "forgetting.torn");
    const auto known = store.compare(each.kiosk_key, each.position, *hash);
    if (!known) return fail(known.error());
    if (each.forked || *known == vault::Known::Another) return true;
  }
  return false;
}

/// The old key says which one follows it, so that the office can tell that it is the same machine.
Result<void> Intake::Impl::begin_anew() {
  auto next = vault::make_next_key(*files, options.folder);
  if (!next) return fail(next.error());
  const auto successor = to_base64(next->public_key());
  const auto& head = store.head();
  auto begun =
      store.begin_anew(successor, key.sign(vault::successor_statement(successor, head.position, head.hash)));
  if (begun) key = std::move(*next);
  return begun;
}

Result<std::uint64_t> Intake::Impl::delete_up_to(const Acknowledged& acknowledged) {
  const auto hash = from_hex(acknowledged.hash, vault::kHashSize);
  if (!hash || acknowledged.forked) return 0;
  return store.forget(acknowledged.kiosk_key, acknowledged.position, *hash);
}

/// A chain that is over and emptied needs its key no more.
void Intake::Impl::drop_keys() {
  std::vector<std::string> wanted{to_base64(key.public_key())};
  for (const auto& past : store.past()) {
    if (past.records > 0) wanted.push_back(past.key);
  }
  vault::drop_other_keys(*files, options.folder, wanted);
}

Result<Forgotten> Intake::forget(const std::vector<Acknowledged>& all) {
  const auto forked = impl_->went_two_ways(all);
  if (!forked) return fail(forked.error());
  if (*forked) {
    if (auto begun = impl_->begin_anew(); !begun) return fail(begun.error());
    return Forgotten{.records = 0, .anew = true};
  }
  Forgotten done;
  for (const auto& each : all) {
    const auto deleted = impl_->delete_up_to(each);
    if (!deleted) return fail(deleted.error());
    done.records += *deleted;
  }
  if (done.records == 0) return done;
  (void)impl_->store.tidy();  // or the journal would keep their pages until it is moved
  impl_->drop_keys();
  return done;
}

// ---- exporting
// -----------------------------------------------------------------------------------------------------------

Result<vault::WrittenExport> Intake::Impl::write(const Path& destination, const std::string& chain,
                                                 const vault::SigningKey& chain_key, const std::string& uses) {
  auto exports = store.exports(chain);
  if (!exports) return fail(exports.error());
  const bool newest = chain == store.owner();
  const vault::ExportSource source{
      .kiosk_name = name(),
      .key = &chain_key,
      .made = clock->now(),
      .each = [&](const auto& give) { return store.each(chain, give); },
      .exports = std::move(*exports),
      .past = newest ? store.past() : std::vector<vault::PastChain>{},
      .announced = newest && store.head().position == 0 && !store.past().empty(),
      .uses = uses};
  auto written = vault::write_export(*files, destination, source);
  // What an export is remembered for is a help to people; the export is good without it.
  if (written && written->records > 0)
    (void)store.note_export(chain, {source.made, written->first, written->last});
  return written;
}

Result<ExportReport> Intake::export_to(const Path& destination, const std::string& uses) {
  ExportReport report;
  int folders = 0;
  const auto take = [&](const vault::WrittenExport& written) {
    if (written.folder.empty()) return;
    report.records += written.records;
    report.folder = ++folders > 1 ? destination : written.folder;
  };
  auto written = impl_->write(destination, kiosk_key(), impl_->key, uses);
  if (!written) return fail(written.error());
  take(*written);
  for (const auto& past : impl_->store.past()) {
    if (past.records == 0) continue;
    const auto key = vault::load_or_make_kiosk_key(*impl_->files, impl_->options.folder, past.key);
    if (!key) return fail(key.error());
    written = impl_->write(destination, past.key, *key);
    if (!written) return fail(written.error());
    take(*written);
  }
  return report;
}

}  // namespace mingting
