// A disk in memory's place that fails when it is told to, and remembers what was flushed.
#include "support/faulty_files.hpp"

#include <algorithm>

namespace mingting {

class FaultyWriter final : public FileWriter {
 public:
  FaultyWriter(FaultyFiles& files, std::unique_ptr<FileWriter> real, Path path)
      : files_(&files), real_(std::move(real)), path_(std::move(path)) {}

  Result<void> write(std::string_view bytes) override {
    if (auto may = files_->change(path_); !may) return may;
    const auto limit = files_->full_after_bytes;
    if (limit && files_->bytes_written + bytes.size() > *limit) {
      const auto room = *limit > files_->bytes_written ? *limit - files_->bytes_written : 0;
      files_->bytes_written += room;
      (void)real_->write(bytes.substr(0, room));
      return fail(Trouble::DiskFull, "{}: no space left", path_.string());
    }
    files_->bytes_written += bytes.size();
    return real_->write(bytes);
  }

  Result<void> close_durably() override {
    if (auto may = files_->change(path_); !may) return may;
    if (auto may = files_->sync(path_); !may) return may;
    auto done = real_->close_durably();
    if (done) files_->unflushed_.erase(path_);
    return done;
  }

 private:
  FaultyFiles* files_;
  std::unique_ptr<FileWriter> real_;
  Path path_;
};

Result<void> FaultyFiles::alive(const Path& path) const {
  if (dead) return fail("{}: the power is off", path.string());
  return {};
}

Result<void> FaultyFiles::change(const Path& path) {
  if (auto living = alive(path); !living) return living;
  if (read_only) return fail(Trouble::ReadOnly, "{}: read-only file system", path.string());
  ++changes;
  if (power_cut_at && --*power_cut_at <= 0) {
    cut_power();
    return fail("{}: the power is off", path.string());
  }
  return {};
}

Result<void> FaultyFiles::sync(const Path& path) {
  ++syncs;
  if (!fail_sync || --*fail_sync > 0) return {};
  fail_sync.reset();
  return fail("{}: flush failed", path.string());
}

void FaultyFiles::cut_power() {
  dead = true;
  for (auto rename = pending_renames_.rbegin(); rename != pending_renames_.rend(); ++rename) {
    (void)real_->rename(rename->to, rename->from);
    if (unflushed_.erase(rename->to) > 0) unflushed_.insert(rename->from);
    if (!rename->replaced) continue;
    auto old = real_->create(rename->to);
    if (old) (void)(*old)->write(*rename->replaced);
  }
  for (const auto& path : unflushed_) (void)real_->create(path);  // truncates
}

Result<std::string> FaultyFiles::read(const Path& path, std::uint64_t most) {
  return alive(path).and_then([&] { return real_->read(path, most); });
}

Result<std::unique_ptr<FileReader>> FaultyFiles::open_read(const Path& path) {
  return alive(path).and_then([&] { return real_->open_read(path); });
}

Result<std::unique_ptr<FileWriter>> FaultyFiles::create(const Path& path) {
  if (auto may = change(path); !may) return fail(may.error());
  return watched(path, real_->create(path));
}

Result<std::unique_ptr<FileWriter>> FaultyFiles::create_private(const Path& path) {
  if (auto may = change(path); !may) return fail(may.error());
  return watched(path, real_->create_private(path));
}

Result<std::unique_ptr<FileWriter>> FaultyFiles::watched(const Path& path,
                                                         Result<std::unique_ptr<FileWriter>> writer) {
  if (!writer) return writer;
  unflushed_.insert(path);
  return std::make_unique<FaultyWriter>(*this, std::move(*writer), path);
}

Result<void> FaultyFiles::rename(const Path& from, const Path& to) {
  if (auto may = change(from); !may) return may;
  Rename undo{from, to, std::nullopt};
  if (auto old = real_->read(to, 1 << 28)) undo.replaced = std::move(*old);
  auto done = real_->rename(from, to);
  if (!done) return done;
  if (unflushed_.erase(from) > 0) unflushed_.insert(to);
  pending_renames_.push_back(std::move(undo));
  return {};
}

Result<void> FaultyFiles::remove(const Path& path) {
  if (auto may = change(path); !may) return may;
  unflushed_.erase(path);
  return real_->remove(path);
}

Result<void> FaultyFiles::remove_tree(const Path& path) {
  if (auto may = change(path); !may) return may;
  return real_->remove_tree(path);
}

Result<void> FaultyFiles::make_folders(const Path& path) {
  if (auto may = change(path); !may) return may;
  return real_->make_folders(path);
}

Result<void> FaultyFiles::sync_folder(const Path& path) {
  if (auto may = change(path); !may) return may;
  if (auto may = sync(path); !may) return may;
  auto done = real_->sync_folder(path);
  if (done) {
    std::erase_if(pending_renames_, [&](const Rename& rename) { return rename.to.parent_path() == path; });
  }
  return done;
}

Result<std::vector<std::string>> FaultyFiles::list(const Path& path) {
  return alive(path).and_then([&] { return real_->list(path); });
}

Result<FileInfo> FaultyFiles::info(const Path& path) {
  return alive(path).and_then([&] { return real_->info(path); });
}

bool FaultyFiles::exists(const Path& path) { return !dead && real_->exists(path); }

}  // namespace mingting
