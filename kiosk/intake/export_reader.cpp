#include "intake/export_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <type_traits>

#include "base/words.hpp"
#include "intake/export_writer.hpp"
#include "intake/record.hpp"
#include "intake/sealing.hpp"

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
};

/// What reading one record came to. `record` is set as soon as the kiosk's signature on it holds.
struct ReadRecord {
  std::optional<vault::SealedRecord> record;
  std::optional<OpenedRecord> opened;
  std::string fault;
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
    return fail(Trouble::NotFound, "{} 里没有 {}：这不是明厅的导出，或者没有拷贝完整", folder.string(), name);
  }
  auto bytes = files.read(folder / name, kMostDescription);
  if (!bytes)
    return fail(bytes.error().trouble, "{} 读不出来：{}", (folder / name).string(), bytes.error());
  return bytes;
}

Result<Contents> parse_contents(const Path& folder, const std::string& bytes,
                                const std::string& signature_text) {
  const Json json = Json::parse(bytes, nullptr, false);
  const auto unsound = [&](std::string_view why) {
    return fail(Trouble::Untrusted, "{} 的 export.json {}：请重新从自助机导出", folder.string(), why);
  };
  if (!json.is_object()) return unsound("不完整或被改动");
  if (member<std::uint64_t>(json, "format", 0) > vault::kExportFormat) {
    return fail(Trouble::NewerFormat, "{} 是新版本程序写的导出：请先更新 mingting-desk", folder.string());
  }
  const auto key = vault::from_base64(member<std::string>(json, "key", ""), vault::kKeySize);
  const std::string line = signature_text.substr(0, signature_text.find_last_not_of(" \r\n") + 1);
  const auto signature = vault::from_base64(line, vault::kSignatureSize);
  if (!key || !signature ||
      !vault::signature_holds(*key, std::string(vault::kExportPrefix) + bytes, *signature)) {
    return unsound("签名不符，文件不完整或被改动");
  }
  Contents contents{.key = *key,
                    .kiosk_name = member<std::string>(json, "kiosk", ""),
                    .made = member<std::string>(json, "made", ""),
                    .head = member<std::string>(json, "head", ""),
                    .first = member<std::uint64_t>(json, "first", 0),
                    .last = member<std::uint64_t>(json, "last", 0),
                    .count = member<std::uint64_t>(json, "count", 0)};
  const bool counts = contents.first >= 1 && contents.last >= contents.first && contents.count >= 1 &&
                      contents.last - contents.first < kMostRecords &&
                      contents.count <= contents.last - contents.first + 1;
  if (!counts) return unsound("内容不合规");
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
  if (!files.info(file)) return {.fault = "缺失：导出里没有这条记录的文件"};
  if (!is_plain_file(files, file)) return {.fault = "不是普通文件（链接或文件夹），没有读取"};
  const auto bytes = files.read(file, vault::kMostRecordFile);
  if (!bytes) return {.fault = fmt::format("读不出来：{}", worded(bytes.error()))};
  auto record = vault::record_from_json(*bytes);
  if (!record) return {.fault = "文件不完整或被改动，无法辨认"};
  if (!vault::signature_holds(contents.key, vault::record_statement(*record), record->signature)) {
    return {.fault = "被改动：签名与内容不符"};
  }
  if (record->position != position)
    return {.fault = fmt::format("文件里是第 {} 号记录，被调换", record->position)};
  return {.record = std::move(record)};
}

void open_record(ReadRecord& read, const std::string& office_key, const std::string& office_secret_key) {
  if (read.record->office_key != office_key) {
    read.other_key = true;
    read.fault =
        fmt::format("密封给另一把办公室公钥 {}，所给私钥对应 {}",
                    vault::key_fingerprint(read.record->office_key), vault::key_fingerprint(office_key));
    return;
  }
  const auto plain = vault::unseal(read.record->sealed, office_secret_key);
  if (!plain) {
    read.fault = "签名完好，但密封内容打不开：密封时已损坏";
    return;
  }
  auto opened = vault::read_plain_record(plain->view());
  if (!opened) {
    read.fault = "打开后的内容无法辨认：可能由新版本程序写入";
    return;
  }
  if (opened->number != read.record->number || opened->received != read.record->received) {
    read.fault = "密封内容与封面的编号或时间不符";
    return;
  }
  opened->position = read.record->position;
  opened->hash = vault::to_hex(vault::record_hash(*read.record));
  read.opened = std::move(opened);
}

/// Follows the chain from record to record.
class Chain {
 public:
  explicit Chain(const Contents& contents) : contents_(&contents) {}

  /// A sentence when the record does not continue the one before it; "" when it does or that one is missing.
  std::string follow(const vault::SealedRecord& record) {
    std::string fault;
    const bool first = record.position == 1;
    const std::string& before = first ? start_ : before_;
    if (!before.empty() && (first || before_position_ + 1 == record.position) && record.previous != before) {
      fault = "没有接上前一条记录：前一条或这一条被替换过，内容请核实";
    }
    before_ = vault::record_hash(record);
    before_position_ = record.position;
    if (record.position == contents_->last && vault::to_hex(before_) != contents_->head && fault.empty()) {
      fault = "与导出时的最后一条不符：这一条被替换过，内容请核实";
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
  for (std::uint64_t position = contents.first; position <= contents.last; ++position) {
    auto read = read_sealed(files, folder / vault::record_file_name(position), contents, position);
    if (read.record) {
      ++outcome.signed_records;
      open_record(read, office_key, office_secret_key);
      const std::string fault = chain.follow(*read.record);
      if (read.fault.empty()) read.fault = fault;
      if (read.other_key) ++outcome.other_key;
    }
    if (read.opened) opened.records.push_back(std::move(*read.opened));
    if (!read.fault.empty()) opened.faults.push_back({position, std::move(read.fault)});
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

}  // namespace

Result<OpenedExport> open_export(FileSystem& files, const Path& folder,
                                 const std::string& office_secret_key) {
  const auto office_key = vault::office_public_key(office_secret_key);
  if (!office_key) return fail(office_key.error());
  const auto contents = read_contents(files, folder);
  if (!contents) return fail(contents.error());
  const Path records = folder / "records";
  if (!is_plain_folder(files, records)) {
    return fail(Trouble::NotFound, "{} 里没有 records 文件夹：没有拷贝完整，请重新拷贝整个文件夹",
                folder.string());
  }
  OpenedExport opened{.kiosk_key = vault::to_base64(contents->key),
                      .kiosk_fingerprint = vault::key_fingerprint(vault::to_base64(contents->key)),
                      .kiosk_name = contents->kiosk_name,
                      .made = contents->made,
                      .records = {},
                      .faults = {},
                      .strangers = strangers_in(files, records, *contents)};
  const auto outcome = read_records(files, records, *contents, *office_key, office_secret_key, opened);
  if (outcome.signed_records == 0) {
    return fail(Trouble::Untrusted,
                "{} 应有 {} 条记录，却没有一条完好：请重新拷贝整个文件夹，或重新从自助机导出",
                folder.string(), contents->count);
  }
  if (outcome.other_key == outcome.signed_records) {
    return fail(Trouble::Invalid,
                "这把私钥（对应公钥 {}）打不开 {}：记录密封给了另一把办公室公钥。请换用对应的 office.key",
                vault::key_fingerprint(*office_key), folder.string());
  }
  return opened;
}

}  // namespace mingting
