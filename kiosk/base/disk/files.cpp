// The real disk, and writing that outlives a power cut.
#include "base/disk/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/disk/descriptor.hpp"
#include "base/disk/system_trouble.hpp"

namespace mingting {
namespace {

/// `what`: the sentence, about the path and why.
tl::unexpected<Error> failed(std::string_view what, const Path& path, int code) {
  return fail(system_trouble(code), what, path.string(), system_reason(code));
}

class DiskWriter final : public FileWriter {
 public:
  DiskWriter(int descriptor, Path path) : file_(descriptor), path_(std::move(path)) {}

  Result<void> write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const auto wrote = ::write(file_.get(), bytes.data(), bytes.size());
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) return failed("files.cannot-write", path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
  }

  Result<void> close_durably() override {
    if (::fsync(file_.get()) != 0) return failed("files.cannot-flush", path_, errno);
    if (file_.close() != 0) return failed("files.cannot-close", path_, errno);
    return {};
  }

 private:
  Descriptor file_;
  Path path_;
};

class DiskReader final : public FileReader {
 public:
  DiskReader(int descriptor, Path path) : file_(descriptor), path_(std::move(path)) {}

  Result<std::string> read(std::size_t most) override {
    std::string bytes(most, '\0');
    for (;;) {
      const auto got = ::read(file_.get(), bytes.data(), most);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return failed("files.cannot-read", path_, errno);
      bytes.resize(static_cast<std::size_t>(got));
      return bytes;
    }
  }

 private:
  Descriptor file_;
  Path path_;
};

class Disk final : public FileSystem {
 public:
  Result<std::string> read(const Path& path, std::uint64_t most) override {
    auto reader = open_read(path);
    if (!reader) return fail(reader.error());
    std::string bytes;
    for (;;) {
      auto piece = (*reader)->read(1 << 16);
      if (!piece) return fail(piece.error());
      if (piece->empty()) return bytes;
      bytes += *piece;
      if (bytes.size() > most) return fail(Trouble::Invalid, "files.too-large", path.string(), most);
    }
  }

  Result<std::unique_ptr<FileReader>> open_read(const Path& path) override {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) return failed("files.cannot-open", path, errno);
    auto reader = std::make_unique<DiskReader>(file, path);
    struct stat status {};
    if (::fstat(file, &status) != 0) return failed("files.cannot-inspect", path, errno);
    if (!S_ISREG(status.st_mode)) return fail("files.no-file", path.string());
    return reader;
  }

  Result<std::unique_ptr<FileWriter>> create(const Path& path) override {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0) return failed("files.cannot-write", path, errno);
    return std::make_unique<DiskWriter>(file, path);
  }

  Result<std::unique_ptr<FileWriter>> create_private(const Path& path) override {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return failed("files.cannot-write", path, errno);
    auto writer = std::make_unique<DiskWriter>(file, path);
    if (::fchmod(file, 0600) != 0) return failed("files.cannot-protect", path, errno);  // it may have been there before
    return writer;
  }

  Result<void> rename(const Path& from, const Path& to) override {
    if (::rename(from.c_str(), to.c_str()) != 0) return failed("files.cannot-rename", from, errno);
    return {};
  }

  Result<void> remove(const Path& path) override {
    if (::remove(path.c_str()) != 0 && errno != ENOENT) return failed("files.cannot-remove", path, errno);
    return {};
  }

  Result<void> remove_tree(const Path& path) override {
    std::error_code code;
    std::filesystem::remove_all(path, code);
    if (code) return failed("files.cannot-remove", path, code.value());
    return {};
  }

  Result<void> make_folders(const Path& path) override {
    std::error_code code;
    std::filesystem::create_directories(path, code);
    if (code) return failed("files.cannot-create-folder", path, code.value());
    return {};
  }

  Result<void> make_private_folder(const Path& path) override {
    if (auto made = make_folders(path); !made) return made;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return failed("files.cannot-inspect", path, errno);
    if ((status.st_mode & 0777) == 0700 || status.st_uid != ::geteuid()) return {};
    if (::chmod(path.c_str(), 0700) != 0) return failed("files.cannot-protect", path, errno);
    return {};
  }

  Result<void> sync_folder(const Path& path) override {
    Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return failed("files.cannot-open-folder", path, errno);
    if (::fsync(folder.get()) != 0 && errno != EINVAL) return failed("files.cannot-flush-folder", path, errno);
    return {};
  }

  Result<std::vector<std::string>> list(const Path& path) override {
    DIR* folder = ::opendir(path.c_str());
    if (folder == nullptr) return failed("files.cannot-list", path, errno);
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(folder)) {
      const std::string name = entry->d_name;
      if (name != "." && name != "..") names.push_back(name);
    }
    ::closedir(folder);
    std::sort(names.begin(), names.end());
    return names;
  }

  Result<FileInfo> info(const Path& path) override {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return failed("files.cannot-inspect", path, errno);
    return FileInfo{.directory = S_ISDIR(status.st_mode),
                    .symlink = S_ISLNK(status.st_mode),
                    .size = static_cast<std::uint64_t>(status.st_size),
                    .modified_ns = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec,
                    .special = !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode) && !S_ISLNK(status.st_mode)};
  }

  bool exists(const Path& path) override { return ::access(path.c_str(), F_OK) == 0; }
};

}  // namespace

FileSystem& disk() {
  static Disk instance;
  return instance;
}

Path free_path(FileSystem& files, const Path& stem, std::string_view ending) {
  auto path = stem.string().append(ending);
  for (int copy = 2; files.exists(path); ++copy) path = stem.string().append("-").append(std::to_string(copy)).append(ending);
  return path;
}

Result<void> write_durably(FileSystem& files, const Path& path, std::string_view bytes, Access access) {
  const Path part = path.string() + ".part";
  auto writer = access == Access::Owner ? files.create_private(part) : files.create(part);
  if (!writer) return fail(writer.error());
  auto done = (*writer)->write(bytes).and_then([&] { return (*writer)->close_durably(); });
  if (done) done = files.rename(part, path);
  if (!done) {
    (void)files.remove(part);
    return done;
  }
  return files.sync_folder(path.has_parent_path() ? path.parent_path() : Path("."));
}

}  // namespace mingting
