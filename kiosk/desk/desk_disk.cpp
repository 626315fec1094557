// Every call goes to the disk below; its error is put into the office's words, by what was tried and on which file.
#include "desk/desk_disk.hpp"

namespace mingting {
namespace {

// What was tried, each a word of its own.
constexpr std::string_view kRead = "desk-disk.read", kWrite = "desk-disk.write", kRemove = "desk-disk.remove",
                           kMake = "desk-disk.make";

Error explained(const Error& error, const Path& path, std::string_view action) {
  const auto name = path.string();
  switch (error.trouble) {
    case Trouble::DiskFull: return error_of(error.trouble, remark("desk-disk.full", remark(action), name));
    case Trouble::ReadOnly: return error_of(error.trouble, remark("desk-disk.forbidden", remark(action), name));
    case Trouble::NotFound: return error_of(error.trouble, remark("desk-disk.absent", name));
    default: return error_of(error.trouble, remark("desk-disk.broken", remark(action), name));
  }
}

Remark size_of(std::uint64_t bytes) {
  return bytes >= 1U << 20U ? remark("desk-disk.megabytes", bytes >> 20U) : remark("desk-disk.bytes", bytes);
}

template <class T>
Result<T> explained(Result<T> result, const Path& path, std::string_view action) {
  return result ? std::move(result) : fail(explained(result.error(), path, action));
}

class ChineseWriter final : public FileWriter {
 public:
  ChineseWriter(std::unique_ptr<FileWriter> file, Path path) : file_(std::move(file)), path_(std::move(path)) {}
  Result<void> write(std::string_view bytes) override { return explained(file_->write(bytes), path_, kWrite); }
  Result<void> close_durably() override { return explained(file_->close_durably(), path_, kWrite); }

 private:
  std::unique_ptr<FileWriter> file_;
  Path path_;
};

class ChineseReader final : public FileReader {
 public:
  ChineseReader(std::unique_ptr<FileReader> file, Path path) : file_(std::move(file)), path_(std::move(path)) {}
  Result<std::string> read(std::size_t most) override { return explained(file_->read(most), path_, kRead); }

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
    if (info && info->directory) return fail(bytes.error().trouble, "desk-disk.folder", path.string());
    if (info && info->size > most) return fail(bytes.error().trouble, "desk-disk.too-large", path.string(), size_of(most));
    return explained(std::move(bytes), path, kRead);
  }
  Result<std::unique_ptr<FileReader>> open_read(const Path& path) override {
    auto file = files_.open_read(path);
    if (!file) return explained(std::move(file), path, kRead);
    return std::make_unique<ChineseReader>(std::move(*file), path);
  }
  Result<std::unique_ptr<FileWriter>> create(const Path& path) override { return writer(files_.create(path), path); }
  Result<std::unique_ptr<FileWriter>> create_private(const Path& path) override {
    return writer(files_.create_private(path), path);
  }
  Result<void> rename(const Path& from, const Path& to) override { return explained(files_.rename(from, to), to, kWrite); }
  Result<void> remove(const Path& path) override { return explained(files_.remove(path), path, kRemove); }
  Result<void> remove_tree(const Path& path) override { return explained(files_.remove_tree(path), path, kRemove); }
  Result<void> make_folders(const Path& path) override { return explained(files_.make_folders(path), path, kMake); }
  Result<void> make_private_folder(const Path& path) override {
    return explained(files_.make_private_folder(path), path, kMake);
  }
  Result<void> sync_folder(const Path& path) override { return explained(files_.sync_folder(path), path, kWrite); }
  Result<std::vector<std::string>> list(const Path& path) override { return explained(files_.list(path), path, kRead); }
  Result<FileInfo> info(const Path& path) override { return explained(files_.info(path), path, kRead); }
  bool exists(const Path& path) override { return files_.exists(path); }

 private:
  static Result<std::unique_ptr<FileWriter>> writer(Result<std::unique_ptr<FileWriter>> file, const Path& path) {
    if (!file) return explained(std::move(file), path, kWrite);
    return std::make_unique<ChineseWriter>(std::move(*file), path);
  }

  FileSystem& files_;
};

}  // namespace

FileSystem& desk_disk() {
  static ChineseFiles files(disk());
  return files;
}

}  // namespace mingting
