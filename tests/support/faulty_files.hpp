// The disk with switches: full, read-only, failing flushes, or its power pulled at a chosen moment.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/disk/files.hpp"

namespace mingting {

/// Passes everything on to the real file system until a switch says otherwise. Not for use from several threads.
class FaultyFiles final : public FileSystem {
 public:
  explicit FaultyFiles(FileSystem& real = disk()) : real_(&real) {}

  // ---- switches ----
  std::optional<std::uint64_t> full_after_bytes;  ///< DiskFull once so many bytes were written in all
  std::optional<int> fail_sync;                   ///< this flush (1 = the next; files and folders alike) fails
  bool read_only = false;                         ///< every change fails with ReadOnly
  /// The power goes at this changing call (1 = the next): the call does not happen, files that were not flushed come back
  /// empty, renames whose folder was not flushed are undone, and every later call fails.
  std::optional<int> power_cut_at;

  // ---- what happened ----
  std::uint64_t bytes_written = 0;
  int syncs = 0;
  int changes = 0;  ///< changing calls so far: create, write, close, rename, remove, make_folders, sync_folder
  bool dead = false;

  Result<std::string> read(const Path& path, std::uint64_t most) override;
  Result<std::unique_ptr<FileReader>> open_read(const Path& path) override;
  Result<std::unique_ptr<FileWriter>> create(const Path& path) override;
  Result<std::unique_ptr<FileWriter>> create_private(const Path& path) override;
  Result<void> rename(const Path& from, const Path& to) override;
  Result<void> remove(const Path& path) override;
  Result<void> remove_tree(const Path& path) override;
  Result<void> make_folders(const Path& path) override;
  Result<void> sync_folder(const Path& path) override;
  Result<std::vector<std::string>> list(const Path& path) override;
  Result<FileInfo> info(const Path& path) override;
  bool exists(const Path& path) override;

 private:
  friend class FaultyWriter;
  /// A rename that a power cut would still undo.
  struct Rename {
    Path from, to;
    std::optional<std::string> replaced;  ///< what `to` held before
  };

  /// Counts a changing call; an error when it must not happen.
  Result<void> change(const Path& path);
  Result<void> sync(const Path& path);
  Result<void> alive(const Path& path) const;
  Result<std::unique_ptr<FileWriter>> watched(const Path& path, Result<std::unique_ptr<FileWriter>> writer);
  void cut_power();

  FileSystem* real_;
  std::set<Path> unflushed_;
  std::vector<Rename> pending_renames_;
};

}  // namespace mingting
