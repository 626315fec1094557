// How an export is written whole or not at all.
#include "intake/export/writer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text/encoding.hpp"
#include "intake/uses/file.hpp"

namespace mingting::vault {
namespace {

/// What export.json says about the records below it.
struct Contents {
  std::uint64_t first = 0, last = 0, count = 0;
  std::string head;  ///< raw hash of the last record
};

/// A file of the export: whole and flushed, or an error. No temporary name of its own: the folder has one.
Result<void> write_file(FileSystem& files, const Path& file, std::string_view bytes) {
  auto writer = files.create(file);
  if (!writer) return fail(writer.error());
  return (*writer)->write(bytes).and_then([&] { return (*writer)->close_durably(); });
}

nlohmann::json exports_json(const std::vector<PastExport>& exports) {
  auto all = nlohmann::json::array();
  for (const auto& each : exports) {
    all.push_back({{"made", iso_local_time(each.made)}, {"first", each.first}, {"last", each.last}});
  }
  return all;
}

nlohmann::json past_json(const std::vector<PastChain>& chains) {
  auto all = nlohmann::json::array();
  for (const auto& each : chains) {
    all.push_back({{"key", each.key},
                   {"position", each.position},
                   {"head", to_hex(each.hash)},
                   {"successor", each.successor},
                   {"signature", to_base64(each.signature)}});
  }
  return all;
}

std::string description(const ExportSource& source, const Contents& contents) {
  const bool uses_alone = contents.count == 0 && source.past.empty();
  nlohmann::json json{{"format", uses_alone ? kFormatOfUsesAlone : kExportFormat},
                      {"kiosk", source.kiosk_name},
                      {"key", to_base64(source.key->public_key())},
                      {"first", contents.first},
                      {"last", contents.last},
                      {"count", contents.count},
                      {"head", to_hex(contents.head)},
                      {"made", iso_local_time(source.made)}};
  if (!source.exports.empty()) json["exports"] = exports_json(source.exports);
  if (!source.past.empty()) json["past"] = past_json(source.past);
  if (!source.uses.empty()) json["uses"] = to_hex(sha256(source.uses));
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<Contents> write_records(FileSystem& files, const Path& folder, const ExportSource& source) {
  Contents contents;
  auto done = source.each([&](const SealedRecord& record) {
    if (contents.count == 0) contents.first = record.position;
    contents.last = record.position;
    contents.head = record_hash(record);
    ++contents.count;
    return write_file(files, folder / record_file_name(record.position), record_as_json(record));
  });
  if (!done) return fail(done.error());
  return contents;
}

bool is_written_without_records(const ExportSource& source) {
  return source.announced || !source.uses.empty();
}

Result<void> write_uses(FileSystem& files, const Path& part, const ExportSource& source) {
  if (source.uses.empty()) return {};
  return write_file(files, part / kUsesFile, source.uses);
}

Result<Contents> write_all(FileSystem& files, const Path& part, const ExportSource& source) {
  const Path records = part / "records";
  if (auto made = files.make_folders(records); !made) return fail(made.error());
  auto contents = write_records(files, records, source);
  if (!contents || (contents->count == 0 && !is_written_without_records(source))) return contents;
  const std::string json = description(source, *contents);
  const std::string signature = to_base64(source.key->sign(std::string(kExportPrefix) + json)) + "\n";
  auto done = write_uses(files, part, source)
                  .and_then([&] { return write_file(files, part / "export.json", json); })
                  .and_then([&] { return write_file(files, part / "export.sig", signature); })
                  .and_then([&] { return files.sync_folder(records); })
                  .and_then([&] { return files.sync_folder(part); });
  if (!done) return fail(done.error());
  return contents;
}

/// What went wrong, in the words of the person who stands there with a stick.
Error told(const Path& destination, const Error& error) {
  switch (error.trouble) {
    case Trouble::DiskFull:
      return error_of(error.trouble, remark("kiosk-export.disk-full", destination.string()));
    case Trouble::ReadOnly:
      return error_of(error.trouble, remark("kiosk-export.read-only", destination.string()));
    default:
      return error_of(error.trouble, remark("kiosk-export.unfinished", destination.string(), error));
  }
}

std::string export_name(const std::string& name, const Contents& contents) {
  if (contents.count == 0) return fmt::format("{}-{:08}", name, 0);
  return fmt::format("{}-{:08}-{:08}", name, contents.first, contents.last);
}

}  // namespace

std::string record_file_name(std::uint64_t position) {
  return fmt::format("{:08}.json", position);
}

Result<WrittenExport> write_export(FileSystem& files, const Path& destination, const ExportSource& source) {
  if (!files.exists(destination)) {
    return fail(Trouble::NotFound, "kiosk-export.no-folder", destination.string());
  }
  const std::string name = "mingting-" + key_fingerprint(to_base64(source.key->public_key()));
  const Path part = destination / ("." + name + ".part");
  WrittenExport written;
  auto done = files.remove_tree(part);  // what an interrupted export left
  Result<Contents> contents = tl::unexpected(done ? Error{} : done.error());
  if (done) contents = write_all(files, part, source);
  const bool any = contents && (contents->count > 0 || is_written_without_records(source));
  if (any) {
    written.records = contents->count, written.first = contents->first, written.last = contents->last;
    written.folder = free_path(files, destination / export_name(name, *contents));
    done = files.rename(part, written.folder).and_then([&] { return files.sync_folder(destination); });
  }
  if (!any || !done) (void)files.remove_tree(part);
  if (!contents) return fail(told(destination, contents.error()));
  if (!done) return fail(told(destination, done.error()));
  return written;
}

}  // namespace mingting::vault
