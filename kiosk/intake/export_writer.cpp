#include "intake/export_writer.hpp"

#include "base/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

std::string description(const ExportSource& source, const Contents& contents) {
  const nlohmann::json json{{"format", kExportFormat},
                            {"kiosk", source.kiosk_name},
                            {"key", to_base64(source.key->public_key())},
                            {"first", contents.first},
                            {"last", contents.last},
                            {"count", contents.count},
                            {"head", to_hex(contents.head)},
                            {"made", iso_local_time(source.made)}};
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

Result<Contents> write_all(FileSystem& files, const Path& part, const ExportSource& source) {
  const Path records = part / "records";
  if (auto made = files.make_folders(records); !made) return fail(made.error());
  auto contents = write_records(files, records, source);
  if (!contents || contents->count == 0) return contents;
  const std::string json = description(source, *contents);
  const std::string signature = to_base64(source.key->sign(std::string(kExportPrefix) + json)) + "\n";
  auto done = write_file(files, part / "export.json", json)
                  .and_then([&] { return write_file(files, part / "export.sig", signature); })
                  .and_then([&] { return files.sync_folder(records); })
                  .and_then([&] { return files.sync_folder(part); });
  if (!done) return fail(done.error());
  return contents;
}

Path free_name(FileSystem& files, const Path& destination, const std::string& name) {
  Path folder = destination / name;
  for (int copy = 2; files.exists(folder); ++copy) folder = destination / fmt::format("{}-{}", name, copy);
  return folder;
}

/// What went wrong, in the words of the person who stands there with a stick.
Error told(const Path& destination, const Error& error) {
  switch (error.trouble) {
    case Trouble::DiskFull:
      return error_of(error.trouble, remark("{} 已满：请清理空间或换一个 U 盘。没有导出任何内容，全部提交仍在自助机上",
                          destination.string()));
    case Trouble::ReadOnly:
      return error_of(error.trouble, remark("{} 不能写入：U 盘是否打开了写保护？没有导出任何内容，全部提交仍在自助机上",
                          destination.string()));
    default:
      return error_of(error.trouble, remark("导出到 {} 没有完成（{}），全部提交仍在自助机上：请重新导出", destination.string(),
                          error));
  }
}

}  // namespace

std::string record_file_name(std::uint64_t position) {
  return fmt::format("{:08}.json", position);
}

Result<WrittenExport> write_export(FileSystem& files, const Path& destination, const ExportSource& source) {
  if (!files.exists(destination)) {
    return fail(Trouble::NotFound, "没有文件夹 {}：U 盘插好了吗？", destination.string());
  }
  const std::string name = "mingting-" + key_fingerprint(to_base64(source.key->public_key()));
  const Path part = destination / ("." + name + ".part");
  WrittenExport written;
  auto done = files.remove_tree(part);  // what an interrupted export left
  Result<Contents> contents = tl::unexpected(done ? Error{} : done.error());
  if (done) contents = write_all(files, part, source);
  if (contents && contents->count > 0) {
    written.records = contents->count;
    written.folder =
        free_name(files, destination, fmt::format("{}-{:08}-{:08}", name, contents->first, contents->last));
    done = files.rename(part, written.folder).and_then([&] { return files.sync_folder(destination); });
  }
  if (!contents || !done || contents->count == 0) (void)files.remove_tree(part);
  if (!contents) return fail(told(destination, contents.error()));
  if (!done) return fail(told(destination, done.error()));
  return written;
}

}  // namespace mingting::vault
