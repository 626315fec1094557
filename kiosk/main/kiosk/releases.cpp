#include "main/kiosk/releases.hpp"

#include "base/log.hpp"
#include "library/library.hpp"

namespace mingting {

Result<std::unique_ptr<Releases>> Releases::open(FileSystem& files, const Path& state) {
  auto store = ReleaseStore::open(files, state);
  if (!store) return fail(store.error());
  return std::unique_ptr<Releases>(new Releases(std::move(*store)));
}

Result<std::optional<OpenRelease>> Releases::open_current(Instant now) {
  const std::lock_guard lock(mutex_);
  auto current = store_.current();
  if (!current) return fail(current.error());
  if (!*current) return std::nullopt;
  auto opened = show(**current, now);
  if (!opened) return fail(opened.error());
  return std::move(*opened);
}

Result<OpenRelease> Releases::show(const InstalledRelease& release, Instant now) {
  auto opened = open_release(release, now);
  if (!opened) return fail(opened.error());
  shown_ = release;
  return opened;
}

std::optional<Path> Releases::media(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (!shown_) return std::nullopt;
  auto library = Library::open(shown_->content_db);
  if (!library) return std::nullopt;
  const auto object = library->media_object(name);
  if (!object || object->size() < 2) return std::nullopt;
  return shown_->objects / object->substr(0, 2) / *object;
}

Result<std::optional<OpenRelease>> Releases::take_newer(const Path& repository, Instant now) {
  const std::lock_guard lock(mutex_);
  auto sequence = store_.peek_sequence(repository);
  if (!sequence) return sequence.error().trouble == Trouble::NotFound ? Result<std::optional<OpenRelease>>(std::nullopt) : fail(sequence.error());
  if (shown_ && *sequence == shown_->sequence) return std::nullopt;
  auto report = store_.install(repository, FirstUse::Refuse);
  if (!report) return fail(report.error());
  if (report->outcome == InstallOutcome::AlreadyCurrent && shown_) return std::nullopt;
  auto opened = show(report->release, now);
  if (!opened) return fail(opened.error());
  if (auto tidied = store_.tidy(); !tidied) spdlog::warn("{}", tidied.error().message);
  return std::move(*opened);
}

}  // namespace mingting
