// An SQLite file layer that fails, is killed or loses power at a chosen write.
#include "support/faulty_vfs.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <utility>

#include "base/random.hpp"

namespace mingting {
namespace {

constexpr std::size_t kSector = 512;

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

struct File {
  sqlite3_file base;
  FaultyVfs* vfs;
  const char* path;  ///< SQLite keeps it while the file is open; null for temporary files
  sqlite3_file* real;
  bool syncs_folder;  ///< SQLite's unix layer flushes the folder with the first flush of a journal it opened
};

File* as(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return as(file)->real;
}

}  // namespace

/// What SQLite calls.
struct FaultyVfsCalls {
  static FaultyVfs& vfs(sqlite3_file* file) { return *as(file)->vfs; }
  static FaultyVfs::Tracked* tracked(sqlite3_file* file) {
    const auto found =
        as(file)->path == nullptr ? vfs(file).files_.end() : vfs(file).files_.find(as(file)->path);
    return found == vfs(file).files_.end() ? nullptr : &found->second;
  }

  static int close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
  static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), to, amount, offset);
  }

  static int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    bool half = false;
    const int code = vfs(file).step(FaultyVfs::Kind::Write, &half);
    if (code != SQLITE_OK && !half) return code;
    const int length = half ? amount / 2 : amount;
    const int wrote = real(file)->pMethods->xWrite(real(file), from, length, offset);
    if (auto* track = tracked(file)) {
      track->changes.push_back(
          {static_cast<std::uint64_t>(offset),
           std::string(static_cast<const char*>(from), static_cast<std::size_t>(length))});
    }
    return half ? code : wrote;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const int code = vfs(file).step(FaultyVfs::Kind::Truncate);
    if (code != SQLITE_OK) return code;
    if (auto* track = tracked(file))
      track->changes.push_back({static_cast<std::uint64_t>(size), std::nullopt});
    return real(file)->pMethods->xTruncate(real(file), size);
  }

  static int sync(sqlite3_file* file, int) {
    const int code = vfs(file).step(FaultyVfs::Kind::Sync);
    auto* track = tracked(file);
    if (track == nullptr || vfs(file).dead) return code;
    if (code == SQLITE_OK || vfs(file).failed_flush_writes) {
      for (const auto& change : track->changes) FaultyVfs::apply(change, track->flushed, [] { return true; });
    }
    if (code == SQLITE_OK && std::exchange(as(file)->syncs_folder, false)) vfs(file).flush_folder();
    track->changes
        .clear();  // after a failure too: the kernel calls such pages clean, and no later flush writes them
    return code;
  }

  static int size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
  }
  static int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
  static int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
  }
  static int reserved(sqlite3_file* file, int* out) {
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
  }
  static int control(sqlite3_file* file, int op, void* arg) {
    return real(file)->pMethods->xFileControl(real(file), op, arg);
  }
  static int sector(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
  static int device(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods kMethods = [] {
      sqlite3_io_methods m{};
      m.iVersion = 1;
      m.xClose = close, m.xRead = read, m.xWrite = write, m.xTruncate = truncate, m.xSync = sync,
      m.xFileSize = size;
      m.xLock = lock, m.xUnlock = unlock, m.xCheckReservedLock = reserved, m.xFileControl = control;
      m.xSectorSize = sector, m.xDeviceCharacteristics = device;
      return m;
    }();
    return kMethods;
  }

  static int open(sqlite3_vfs* self, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    auto& owner = *static_cast<FaultyVfs*>(self->pAppData);
    file->pMethods = nullptr;
    const bool existed = path != nullptr && std::filesystem::exists(path);
    if (owner.dead && !existed) return errno = EIO, SQLITE_CANTOPEN;
    auto* opened = new (file)
        File{{nullptr}, &owner, path, nullptr, (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0};
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    const int code = owner.real_->xOpen(owner.real_, path, opened->real, flags, out_flags);
    if (code != SQLITE_OK) return code;
    opened->base.pMethods = &methods();
    if (path != nullptr && !owner.files_.contains(path)) {
      owner.files_[path] = {.flushed = existed ? content(path) : "", .named = existed, .changes = {}};
    }
    return code;
  }

  static int remove(sqlite3_vfs* self, const char* path, int sync_folder) {
    auto& owner = *static_cast<FaultyVfs*>(self->pAppData);
    const int code = owner.step(FaultyVfs::Kind::Delete);
    if (code != SQLITE_OK) return code;
    const auto found = owner.files_.find(path);
    if (found != owner.files_.end()) {
      if (found->second.named && sync_folder == 0) owner.deleted_[path] = found->second.flushed;
      owner.files_.erase(found);
    }
    return owner.real_->xDelete(owner.real_, path, 0);
  }
};

FaultyVfs::FaultyVfs() : real_(sqlite3_vfs_find(nullptr)) {
  static int count = 0;
  name_ = "faulty-" + std::to_string(++count);
  vfs_ = *real_;
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs_.pNext = nullptr;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = FaultyVfsCalls::open;
  vfs_.xDelete = FaultyVfsCalls::remove;
  if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) std::abort();
}

FaultyVfs::~FaultyVfs() {
  sqlite3_vfs_unregister(&vfs_);
}

int FaultyVfs::step(Kind kind, bool* half) {
  errno = EIO;
  const int broken = kind == Kind::Sync       ? SQLITE_IOERR_FSYNC
                     : kind == Kind::Write    ? SQLITE_IOERR_WRITE
                     : kind == Kind::Truncate ? SQLITE_IOERR_TRUNCATE
                                              : SQLITE_IOERR_DELETE;
  if (dead) return broken;
  ++changes;
  if (kind == Kind::Sync) ++syncs;
  if (kill_at && --*kill_at == 0) {
    dead = true;
    if (half != nullptr) *half = true;
    return broken;
  }
  if (!fault || (fault->only_syncs && kind != Kind::Sync) || --fault->at > 0) return SQLITE_OK;
  const bool full = fault->full;
  if (!fault->lasting) fault.reset();
  if (!full) return broken;
  errno = ENOSPC;
  return kind == Kind::Sync ? SQLITE_IOERR_FSYNC : kind == Kind::Write ? SQLITE_FULL : SQLITE_OK;
}

void FaultyVfs::flush_folder() {
  for (auto& [path, file] : files_) file.named = true;
  deleted_.clear();
}

void FaultyVfs::forget_switches() {
  fault.reset();
  kill_at.reset();
  dead = false;
  files_.clear();
  deleted_.clear();
}

void FaultyVfs::apply(const Change& change, std::string& bytes, const std::function<bool()>& stays) {
  if (!change.bytes) {
    if (stays()) bytes.resize(change.offset, '\0');
    return;
  }
  for (std::size_t at = 0; at < change.bytes->size(); at += kSector) {
    if (!stays()) continue;
    const std::string sector = change.bytes->substr(at, kSector);
    bytes.resize(std::max<std::size_t>(bytes.size(), change.offset + at + sector.size()), '\0');
    bytes.replace(change.offset + at, sector.size(), sector);
  }
}

void FaultyVfs::restart() {
  forget_switches();
}

void FaultyVfs::lose_power(std::uint64_t seed) {
  SeededRandom random(seed);
  const auto stays = [&] { return random.below(2) == 0; };
  for (auto& [path, file] : files_) {
    std::string bytes = file.flushed;
    for (const auto& change : file.changes) apply(change, bytes, stays);
    std::filesystem::remove(path);
    if (file.named || stays()) put(path, bytes);
  }
  for (const auto& [path, bytes] : deleted_) {
    if (!std::filesystem::exists(path) && stays()) put(path, bytes);
  }
  forget_switches();
}

}  // namespace mingting
