// How an export is read when nothing in it is trusted.
#include "intake/export/reader.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <type_traits>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "intake/export/writer.hpp"
#include "intake/sealed/record.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/uses/file.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostDescription = 64U << 10;
constexpr std::uint64_t kMostRecords = 1'000'000;

/// export.json once its signature holds.
struct Contents {
  std::string key;  ///< raw
  std::string kiosk_name, made, head;
  std::uint64_t first = 0, last = 0, count = 0;
  std::vector<ChainEnd> past;
  std::vector<EarlierExport> exports;
  std::string uses;  ///< hash of the file that holds them, hex; "" when there is none
};

constexpr std::size_t kMostListed = 200;  // chains and earlier exports

/// What reading one record came to. `record` is set as soon as the kiosk's signature on it holds.
struct ReadRecord {
  std::optional<vault::SealedRecord> record;
  std::optional<OpenedRecord> opened;
  std::optional<Remark> fault;
  bool other_key = false;  ///< intact, but sealed to another office key
};

bool is_plain_file(FileSystem& files, const Path& file) {
  const auto info = files.info(file);
  return info && !info->directory && !info->symlink && !info->special;
}

bool is_plain_folder(FileSystem& files, const Path& folder) {
  const auto info = files.info(folder);
  return info && info->directory && !info->symlink;
}

template <class Value>
Value member(const Json& json, const char* name, Value otherwise) {
  const auto found = json.find(name);
  if (found == json.end()) return otherwise;
  if constexpr (std::is_same_v<Value, std::string>) {
    return found->is_string() ? found->get<std::string>() : otherwise;
  } else {
    return found->is_number_unsigned() ? found->get<Value>() : otherwise;
  }
}

Result<std::string> read_part(FileSystem& files, const Path& folder, const char* name) {
  if (!is_plain_file(files, folder / name)) {
    return fail(Trouble::NotFound, "kiosk-export.missing-part", folder.string(), name);
  }
  auto bytes = files.read(folder / name, kMostDescription);
  if (!bytes)
    return fail(bytes.error().trouble, "kiosk-export.unreadable-part", (folder / name).string(), bytes.error());
  return bytes;
}

bool is_signed(const std::string& bytes, const std::string& signature_text, const std::optional<std::string>& key) {
  const std::string line = signature_text.substr(0, signature_text.find_last_not_of(" \r\n") + 1);
  const auto signature = from_base64(line, vault::kSignatureSize);
  return key && signature && vault::signature_holds(*key, std::string(vault::kExportPrefix) + bytes, *signature);
}

/// The elements of a list that anybody may have written.
template <class Take>
void each_in(const Json& json, const char* name, Take take) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_array()) return;
  for (std::size_t i = 0; i < std::min(found->size(), kMostListed); ++i) {
    if ((*found)[i].is_object()) take((*found)[i]);
  }
}

std::vector<EarlierExport> exports_of(const Json& json) {
  std::vector<EarlierExport> all;
  each_in(json, "exports", [&](const Json& one) {
    all.push_back({clean_input(member<std::string>(one, "made", ""), Lines::One, 30),
                   member<std::uint64_t>(one, "first", 0), member<std::uint64_t>(one, "last", 0)});
  });
  return all;
}

/// Chains that lead, each by the word of its own key, to the one of `key` (base64).
std::vector<ChainEnd> past_of(const Json& json, const std::string& key) {
  std::vector<ChainEnd> all;
  std::string follows;
  each_in(json, "past", [&](const Json& one) {
    const ChainEnd end{member<std::string>(one, "key", ""), member<std::uint64_t>(one, "position", 0),
                       member<std::string>(one, "head", "")};
    const auto hash = from_hex(end.hash, vault::kHashSize);
    const auto signer = from_base64(end.kiosk_key, vault::kKeySize);
    const auto signature = from_base64(member<std::string>(one, "signature", ""), vault::kSignatureSize);
    const auto successor = member<std::string>(one, "successor", "");
    const bool linked = hash && signer && signature && (follows.empty() || follows == end.kiosk_key) &&
                        vault::signature_holds(
                            *signer, vault::successor_statement(successor, end.position, *hash), *signature);
    if (!linked)
      all.clear();
    else
      all.push_back(end);
    follows = linked ? successor : "";
  });
  if (follows != key) all.clear();
  return all;
}

/// A new chain is announced by an export without records, and counts of uses need none.
bool is_sound_without_records(const Contents& contents) {
  return contents.count == 0 && contents.first == 0 && contents.last == 0 &&
         (!contents.past.empty() || !contents.uses.empty());
}

bool counts_well(const Contents& contents) {
  if (is_sound_without_records(contents)) return true;
  return contents.first >= 1 && contents.last >= contents.first && contents.count >= 1 &&
         contents.last - contents.first < kMostRecords && contents.count <= contents.last - contents.first + 1;
}

Result<Contents> parse_contents(const Path& folder, const std::string& bytes, const std::string& signature_text) {
  const Json json = Json::parse(bytes, nullptr, false);
  const auto unsound = [&](const Remark& why) {
    return fail(Trouble::Untrusted, "kiosk-export.unsound", folder.string(), why);
  };
  if (!json.is_object()) return unsound(remark("kiosk-export.unsound-torn"));
  if (member<std::uint64_t>(json, "format", 0) > vault::kFormatOfUsesAlone) {
    return fail(Trouble::NewerFormat, "kiosk-export.newer", folder.string());
  }
  const auto key = from_base64(member<std::string>(json, "key", ""), vault::kKeySize);
  if (!is_signed(bytes, signature_text, key)) return unsound(remark("kiosk-export.unsound-signature"));
  Contents contents{.key = *key,
                    .kiosk_name = member<std::string>(json, "kiosk", ""),
                    .made = member<std::string>(json, "made", ""),
                    .head = member<std::string>(json, "head", ""),
                    .first = member<std::uint64_t>(json, "first", 0),
                    .last = member<std::uint64_t>(json, "last", 0),
                    .count = member<std::uint64_t>(json, "count", 0),
                    .past = past_of(json, to_base64(*key)),
                    .exports = exports_of(json),
                    .uses = member<std::string>(json, "uses", "")};
  if (!counts_well(contents)) return unsound(remark("kiosk-export.unsound-counts"));
  return contents;
}

Result<Contents> read_contents(FileSystem& files, const Path& folder) {
  auto bytes = read_part(files, folder, "export.json");
  if (!bytes) return fail(bytes.error());
  auto signature = read_part(files, folder, "export.sig");
  if (!signature) return fail(signature.error());
  return parse_contents(folder, *bytes, *signature);
}

/// The sealed record at `position`, signed by the kiosk, or why not.
ReadRecord read_sealed(FileSystem& files, const Path& file, const Contents& contents,
                       std::uint64_t position) {
  if (!files.info(file)) return {.fault = remark("sealed-record.missing")};
  if (!is_plain_file(files, file)) return {.fault = remark("sealed-record.no-file")};
  const auto bytes = files.read(file, vault::kMostRecordFile);
  if (!bytes) return {.fault = remark("sealed-record.unreadable", bytes.error())};
  auto record = vault::record_from_json(*bytes);
  if (!record) return {.fault = remark("sealed-record.torn")};
  if (!vault::signature_holds(contents.key, vault::record_statement(*record), record->signature)) {
    return {.fault = remark("sealed-record.altered")};
  }
  if (record->position != position)
    return {.fault = remark("sealed-record.other-place", record->position)};
  return {.record = std::move(record)};
}

Result<OpenedRecord> opened_record(const vault::SealedRecord& record, const std::string& office_secret_key) {
  const auto plain = vault::unseal(record.sealed, office_secret_key);
  if (!plain) return fail("sealed-record.not-opening");
  auto opened = vault::read_plain_record(plain->view());
  if (!opened) return fail("sealed-record.not-readable");
  if (opened->number != record.number || opened->received != record.received) return fail("sealed-record.other-cover");
  opened->position = record.position;
  opened->hash = to_hex(vault::record_hash(record));
  opened->previous = to_hex(record.previous);
  return std::move(*opened);
}

void open_record(ReadRecord& read, const std::string& office_key, const std::string& office_secret_key) {
  if (read.record->office_key != office_key) {
    read.other_key = true;
    read.fault = remark("sealed-record.other-key", vault::key_fingerprint(read.record->office_key),
                        vault::key_fingerprint(office_key));
    return;
  }
  auto opened = opened_record(*read.record, office_secret_key);
  if (opened) read.opened = std::move(*opened);
  else read.fault = opened.error();
}

/// Follows the chain from record to record.
class Chain {
 public:
  explicit Chain(const Contents& contents) : contents_(&contents) {}

  /// What is wrong when the record does not continue the one before it; nothing when it does or that one is missing.
  std::optional<Remark> follow(const vault::SealedRecord& record) {
    std::optional<Remark> fault;
    const bool first = record.position == 1;
    const std::string& before = first ? start_ : before_;
    if (!before.empty() && (first || before_position_ + 1 == record.position) && record.previous != before) {
      fault = remark("sealed-record.chain-broken");
    }
    before_ = vault::record_hash(record);
    before_position_ = record.position;
    if (record.position == contents_->last && to_hex(before_) != contents_->head && !fault) {
      fault = remark("sealed-record.last-differs");
    }
    return fault;
  }

 private:
  const Contents* contents_;
  std::string start_ = vault::chain_start();
  std::string before_;
  std::uint64_t before_position_ = 0;
};

struct Outcome {
  std::uint64_t signed_records = 0, other_key = 0;
};

Outcome read_records(FileSystem& files, const Path& folder, const Contents& contents,
                     const std::string& office_key, const std::string& office_secret_key,
                     OpenedExport& opened) {
  Outcome outcome;
  Chain chain(contents);
  for (std::uint64_t position = contents.first; position <= contents.last && contents.count > 0; ++position) {
    auto read = read_sealed(files, folder / vault::record_file_name(position), contents, position);
    if (read.record) {
      ++outcome.signed_records;
      open_record(read, office_key, office_secret_key);
      const auto broken = chain.follow(*read.record);
      if (!read.fault) read.fault = broken;
      if (read.other_key) ++outcome.other_key;
    }
    if (read.opened) opened.records.push_back(std::move(*read.opened));
    if (read.fault) opened.faults.push_back({position, std::move(*read.fault)});
  }
  return outcome;
}

/// What lies in the folder and belongs to no position of the export: whoever reads the stick should know it was passed over.
std::vector<std::string> strangers_in(FileSystem& files, const Path& folder, const Contents& contents) {
  const auto names = files.list(folder);
  if (!names) return {};
  std::set<std::string> own;
  for (std::uint64_t position = contents.first; position <= contents.last; ++position) {
    own.insert(vault::record_file_name(position));
  }
  std::vector<std::string> strangers;
  std::copy_if(names->begin(), names->end(), std::back_inserter(strangers),
               [&](const std::string& name) { return !own.contains(name); });
  std::sort(strangers.begin(), strangers.end());
  return strangers;
}

/// The file whose hash the kiosk signed, opened.
Result<std::vector<WeekOfUses>> read_uses(FileSystem& files, const Path& folder, const Contents& contents,
                                          const std::string& office_secret_key) {
  if (contents.uses.empty()) return std::vector<WeekOfUses>{};
  const Path file = folder / vault::kUsesFile;
  if (!is_plain_file(files, file)) return fail("uses-export.missing");
  const auto bytes = files.read(file, vault::kMostUsesFile);
  if (!bytes) return fail(bytes.error());
  if (to_hex(vault::sha256(*bytes)) != contents.uses) return fail("uses-export.torn");
  return open_uses(*bytes, office_secret_key);
}

void open_uses_of(FileSystem& files, const Path& folder, const Contents& contents, const std::string& office_secret_key,
                  OpenedExport& opened) {
  auto uses = read_uses(files, folder, contents, office_secret_key);
  if (uses) opened.uses = std::move(*uses);
  else opened.uses_fault = uses.error();
}

}  // namespace

Result<ExportHead> read_export_head(FileSystem& files, const Path& folder) {
  auto contents = read_contents(files, folder);
  if (!contents) return fail(contents.error());
  const auto key = to_base64(contents->key);
  return ExportHead{.kiosk_key = key,
                    .kiosk_fingerprint = vault::key_fingerprint(key),
                    .kiosk_name = contents->kiosk_name,
                    .made = contents->made,
                    .first = std::max<std::uint64_t>(1, contents->first),
                    .past = std::move(contents->past),
                    .exports = std::move(contents->exports)};
}

Result<OpenedExport> open_export(FileSystem& files, const Path& folder,
                                 const std::string& office_secret_key) {
  const auto office_key = vault::office_public_key(office_secret_key);
  if (!office_key) return fail(office_key.error());
  const auto contents = read_contents(files, folder);
  if (!contents) return fail(contents.error());
  const Path records = folder / "records";
  if (!is_plain_folder(files, records)) return fail(Trouble::NotFound, "kiosk-export.no-records", folder.string());
  OpenedExport opened{.kiosk_key = to_base64(contents->key),
                      .kiosk_fingerprint = vault::key_fingerprint(to_base64(contents->key)),
                      .kiosk_name = contents->kiosk_name,
                      .made = contents->made,
                      .records = {},
                      .faults = {},
                      .strangers = strangers_in(files, records, *contents),
                      .first = std::max<std::uint64_t>(1, contents->first),
                      .past = contents->past,
                      .exports = contents->exports};
  const auto outcome = read_records(files, records, *contents, *office_key, office_secret_key, opened);
  if (outcome.signed_records == 0 && contents->count > 0) {
    return fail(Trouble::Untrusted, "kiosk-export.none-whole", folder.string(), contents->count);
  }
  if (outcome.other_key == outcome.signed_records && contents->count > 0) {
    return fail(Trouble::Invalid, "kiosk-export.other-key", vault::key_fingerprint(*office_key), folder.string());
  }
  open_uses_of(files, folder, *contents, office_secret_key, opened);
  return opened;
}

}  // namespace mingting
