// One submission from the form to the sealed store.
#include "intake/intake.hpp"

#include <algorithm>
#include <utility>

#include "base/text/encoding.hpp"
#include "intake/export_writer.hpp"
#include "intake/kiosk_key.hpp"
#include "intake/record.hpp"
#include "intake/sealing.hpp"
#include "intake/store.hpp"

namespace mingting {
namespace {

/// This program did not exist before, and receipt numbers end with the century: a clock outside was never
/// set.
constexpr Date kEarliest{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};
constexpr Date kEnd{kLastReceiptYear + std::chrono::years{1}, std::chrono::January, std::chrono::day{1}};

struct Reading {
  Instant clock{};
  Instant received{};
  bool doubtful = false;
};

Reading read_clock(const Clock& clock, Instant latest) {
  const Instant now = clock.now();
  const Instant earliest = start_of(kEarliest);
  if (now < earliest || now >= start_of(kEnd)) {
    return {.clock = now, .received = std::max(latest, earliest), .doubtful = true};
  }
  return {.clock = now, .received = now, .doubtful = now < latest};
}

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
Result<void> check_names(const IntakeOptions& options) {
  const auto number = make_receipt_number(options.receipt_prefix, options.kiosk_name, kEarliest, 1);
  const auto parsed = parse_receipt_number(number.text);
  if (!options.receipt_prefix.empty() && !options.kiosk_name.empty() && parsed == number) return {};
  return fail(Trouble::Invalid, "accepting.bad-names", options.receipt_prefix, options.kiosk_name);
}

}  // namespace

struct Intake::Impl {
  FileSystem* files;
  RandomSource* random;
  const Clock* clock;
  IntakeOptions options;
  vault::Store store;
  vault::SigningKey key;

  Result<vault::NewRecord> prepare(const Submission& submission, const std::string& office_key,
                                   Accepted& accepted);
  Result<vault::SealedRecord> sealed(const vault::Envelope& envelope, const Submission& submission,
                                     const std::string& office_key) const;
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
  return Intake(std::make_unique<Impl>(
      Impl{&files, &random, &clock, std::move(options), std::move(*store), std::move(*key)}));
}

/// The next record of the chain, sealed and signed.
Result<vault::SealedRecord> Intake::Impl::sealed(const vault::Envelope& envelope, const Submission& submission,
                                                 const std::string& office_key) const {
  vault::SecretText plain = vault::plain_record(envelope, submission);
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
  const Reading time = read_clock(*clock, store.head().latest);
  const Date day = local_date(time.received);
  const auto serial = store.next_serial(iso_date(day));
  if (!serial) return fail(serial.error());
  accepted = {.number = make_receipt_number(options.receipt_prefix, options.kiosk_name, day, *serial),
              .code = make_query_code(*random),
              .received = time.received,
              .clock_doubtful = time.doubtful};
  const auto code_hash = vault::query_code_hash(accepted.number, accepted.code);
  if (!code_hash) return fail(code_hash.error());
  auto record = sealed({.number = accepted.number.text,
                        .received = time.received,
                        .clock = time.clock,
                        .clock_doubtful = time.doubtful,
                        .start = store.head().starts,
                        .code_hash = *code_hash},
                       submission, office_key);
  if (!record) return fail(record.error());
  return vault::NewRecord{
      .record = std::move(*record), .day = iso_date(day), .serial = *serial, .code_hash = *code_hash};
}

Result<Accepted> Intake::submit(const Submission& submission, const std::string& office_key) {
  if (office_key.empty()) {
    return fail(Trouble::Unavailable, "accepting.no-office-key");
  }
  if (auto named = check_names(impl_->options); !named) return fail(named.error());
  if (size_of(submission) > vault::kMostPlain) return too_large();
  Accepted accepted;
  auto added = impl_->prepare(submission, office_key, accepted);
  if (!added) return fail(added.error());
  auto stored = impl_->store.add(*added);
  if (!stored) return fail(stored.error());
  return accepted;
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
std::uint64_t Intake::stored() const {
  return impl_->store.count();
}
Result<void> Intake::tidy() {
  return impl_->store.tidy();
}

Result<std::uint64_t> Intake::forget(const Acknowledged& acknowledged) {
  if (acknowledged.kiosk_key != kiosk_key()) {
    return fail(Trouble::Untrusted, "forgetting.other-kiosk", vault::key_fingerprint(acknowledged.kiosk_key));
  }
  const auto hash = from_hex(acknowledged.hash, vault::kHashSize);
  if (!hash || acknowledged.position == 0) return fail(Trouble::Invalid, "forgetting.torn");
  auto forgotten = impl_->store.forget(acknowledged.position, *hash);
  if (forgotten && *forgotten > 0) (void)impl_->store.tidy();  // or the journal would keep their pages until it is moved
  return forgotten;
}

Result<ExportReport> Intake::export_to(const Path& destination) {
  const vault::ExportSource source{.kiosk_name = impl_->options.kiosk_name,
                                   .key = &impl_->key,
                                   .made = impl_->clock->now(),
                                   .each = [this](const auto& give) { return impl_->store.each(give); }};
  auto written = vault::write_export(*impl_->files, destination, source);
  if (!written) return fail(written.error());
  return ExportReport{.folder = written->folder, .records = written->records};
}

}  // namespace mingting
