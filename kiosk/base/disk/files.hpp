// The disk, behind a port, so that a test can fill it, break it or pull its power.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

using Path = std::filesystem::path;

struct FileInfo {
  bool directory = false;
  bool symlink = false;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  ///< since the epoch
  bool special = false;          ///< a pipe, a socket or a device: opening it could wait for ever
};

/// A file being written in pieces. Nothing is promised before close_durably() has answered well.
class FileWriter {
 public:
  virtual ~FileWriter() = default;
  virtual Result<void> write(std::string_view bytes) = 0;
  /// Flushes to the disk (fsync) and closes. After a failed flush the file's content is unknown: write it anew.
  virtual Result<void> close_durably() = 0;
};

/// A file being read in pieces.
class FileReader {
 public:
  virtual ~FileReader() = default;
  /// Up to `most` bytes; an empty string at the end.
  virtual Result<std::string> read(std::size_t most) = 0;
};

/// Errors carry Trouble::DiskFull, ReadOnly or NotFound where the cause is one of these. Safe for use from any thread.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The whole file; an error when it is larger than `most` bytes, so that nothing hostile is read into memory.
  virtual Result<std::string> read(const Path& path, std::uint64_t most) = 0;
  /// Of a plain file; anything else is an error at once, a pipe nobody writes to included.
  virtual Result<std::unique_ptr<FileReader>> open_read(const Path& path) = 0;
  virtual Result<std::unique_ptr<FileWriter>> create(const Path& path) = 0;
  /// As create(), but the file is its owner's alone (0600) before the first byte is in it. For keys.
  virtual Result<std::unique_ptr<FileWriter>> create_private(const Path& path) { return create(path); }
  /// Atomic within one file system. The folder must be flushed after (sync_folder) for it to outlive a power cut.
  virtual Result<void> rename(const Path& from, const Path& to) = 0;
  virtual Result<void> remove(const Path& path) = 0;      ///< a file or an empty folder; not an error when absent
  virtual Result<void> remove_tree(const Path& path) = 0;  ///< never follows links
  virtual Result<void> make_folders(const Path& path) = 0;
  /// As make_folders(), and the last one is its owner's alone (0700), also when it was there before.
  virtual Result<void> make_private_folder(const Path& path) { return make_folders(path); }
  virtual Result<void> sync_folder(const Path& path) = 0;
  /// Names in the folder, sorted; no "." and "..".
  virtual Result<std::vector<std::string>> list(const Path& path) = 0;
  /// Of the entry itself, links not followed.
  virtual Result<FileInfo> info(const Path& path) = 0;
  virtual bool exists(const Path& path) = 0;
};

/// The real one.
FileSystem& disk();

/// STEM and `ending`, or STEM-2, STEM-3 and so on: the first that is not there yet, so that nothing is written over.
Path free_path(FileSystem& files, const Path& stem, std::string_view ending = "");

/// Who may read a file once it is written.
enum class Access { Everyone, Owner };

/// Writes `path` so that after a power cut it holds the old bytes or the new, never a mixture:
/// temporary file beside it, fsync, rename, fsync of the folder.
Result<void> write_durably(FileSystem& files, const Path& path, std::string_view bytes,
                           Access access = Access::Everyone);

}  // namespace mingting
