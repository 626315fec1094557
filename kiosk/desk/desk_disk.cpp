#include "desk/desk_disk.hpp"

#include <fmt/format.h>

namespace mingting {
namespace {

Error told(const Error& error, const Path& path, const char* action) {
  const auto name = path.string();
  switch (error.trouble) {
    case Trouble::DiskFull: return error_of(error.trouble, remark("{}{}时磁盘满了：请腾出空间，再做一次", action, name));
    case Trouble::ReadOnly: return error_of(error.trouble, remark("{}不了 {}：没有权限，或者盘是只读的", action, name));
    case Trouble::NotFound: return error_of(error.trouble, remark("没有 {} 这个文件或文件夹", name));
    default: return error_of(error.trouble, remark("{}不了 {}：请检查磁盘或 U 盘，再试一次", action, name));
  }
}

template <class T>
Result<T> told(Result<T> result, const Path& path, const char* action) {
  return result ? std::move(result) : fail(told(result.error(), path, action));
}

class ChineseWriter final : public FileWriter {
 public:
  ChineseWriter(std::unique_ptr<FileWriter> file, Path path) : file_(std::move(file)), path_(std::move(path)) {}
  Result<void> write(std::string_view bytes) override { return told(file_->write(bytes), path_, "写"); }
  Result<void> close_durably() override { return told(file_->close_durably(), path_, "写"); }

 private:
  std::unique_ptr<FileWriter> file_;
  Path path_;
};

class ChineseReader final : public FileReader {
 public:
  ChineseReader(std::unique_ptr<FileReader> file, Path path) : file_(std::move(file)), path_(std::move(path)) {}
  Result<std::string> read(std::size_t most) override { return told(file_->read(most), path_, "读"); }

 private:
  std::unique_ptr<FileReader> file_;
  Path path_;
};

class ChineseFiles final : public FileSystem {
 public:
  explicit ChineseFiles(FileSystem& files) : files_(files) {}

  Result<std::string> read(const Path& path, std::uint64_t most) override {
    auto bytes = files_.read(path, most);
    if (bytes) return bytes;
    const auto info = files_.info(path);
    if (info && info->directory) return fail(bytes.error().trouble, "{} 是文件夹，不是文件", path.string());
    if (info && info->size > most) {
      return fail(bytes.error().trouble, "{} 太大：最多 {}", path.string(),
                  most >= 1U << 20U ? fmt::format("{} MB", most >> 20U) : fmt::format("{} 字节", most));
    }
    return told(std::move(bytes), path, "读");
  }
  Result<std::unique_ptr<FileReader>> open_read(const Path& path) override {
    auto file = files_.open_read(path);
    if (!file) return told(std::move(file), path, "读");
    return std::make_unique<ChineseReader>(std::move(*file), path);
  }
  Result<std::unique_ptr<FileWriter>> create(const Path& path) override { return writer(files_.create(path), path); }
  Result<std::unique_ptr<FileWriter>> create_private(const Path& path) override {
    return writer(files_.create_private(path), path);
  }
  Result<void> rename(const Path& from, const Path& to) override { return told(files_.rename(from, to), to, "写"); }
  Result<void> remove(const Path& path) override { return told(files_.remove(path), path, "删"); }
  Result<void> remove_tree(const Path& path) override { return told(files_.remove_tree(path), path, "删"); }
  Result<void> make_folders(const Path& path) override { return told(files_.make_folders(path), path, "建"); }
  Result<void> make_private_folder(const Path& path) override { return told(files_.make_private_folder(path), path, "建"); }
  Result<void> sync_folder(const Path& path) override { return told(files_.sync_folder(path), path, "写"); }
  Result<std::vector<std::string>> list(const Path& path) override { return told(files_.list(path), path, "读"); }
  Result<FileInfo> info(const Path& path) override { return told(files_.info(path), path, "读"); }
  bool exists(const Path& path) override { return files_.exists(path); }

 private:
  static Result<std::unique_ptr<FileWriter>> writer(Result<std::unique_ptr<FileWriter>> file, const Path& path) {
    if (!file) return told(std::move(file), path, "写");
    return std::make_unique<ChineseWriter>(std::move(*file), path);
  }

  FileSystem& files_;
};

}  // namespace

FileSystem& desk_disk() {
  static ChineseFiles files(disk());
  return files;
}

std::unique_ptr<FileSystem> in_chinese(FileSystem& files) { return std::make_unique<ChineseFiles>(files); }

}  // namespace mingting
