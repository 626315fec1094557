// A release installed and opened before it is shown.
#include "main/kiosk/releases.hpp"

#include "base/said/log.hpp"
#include "base/said/words.hpp"

namespace mingting {

Result<void> can_be_shown(const InstalledRelease& release) {
  auto opened = open_release(release);
  if (opened) return {};
  return fail(opened.error().trouble, "kiosk.release-not-opening", release.sequence, opened.error());
}

Result<std::unique_ptr<Releases>> Releases::open(FileSystem& files, const Path& state) {
  auto store = ReleaseStore::open(files, state);
  if (!store) return fail(store.error());
  return std::unique_ptr<Releases>(new Releases(files, std::move(*store), state / "release" / "current"));
}

Result<std::optional<OpenRelease>> Releases::open_current() {
  const std::lock_guard lock(installing_);
  note_pointer();
  return open_held();
}

Result<std::optional<OpenRelease>> Releases::open_held() {
  auto held = store_.held();
  if (!held) return fail(held.error());
  Result<std::optional<OpenRelease>> answer = std::nullopt;
  for (const auto& release : *held) {
    if (damaged_.contains(release.sequence)) continue;
    auto opened = show(release);
    if (opened) return std::move(*opened);
    spdlog::error("release {} cannot be opened: {}", release.sequence, worded(opened.error()));
    if (answer) answer = fail(opened.error());
  }
  return answer;
}

void Releases::note_pointer() {
  const auto info = files_->info(pointer_);
  pointer_time_ = info ? info->modified_ns : 0;
}

std::optional<OpenRelease> Releases::open_switched() {
  const std::unique_lock lock(installing_, std::try_to_lock);
  if (!lock) return std::nullopt;
  const auto before = pointer_time_;
  note_pointer();
  if (pointer_time_ == before) return std::nullopt;
  const auto current = store_.current();
  if (!current || !*current) return std::nullopt;
  damaged_.erase((*current)->sequence);
  auto opened = show(**current);
  if (opened) return std::move(*opened);
  spdlog::error("release {} cannot be opened: {}", (*current)->sequence, worded(opened.error()));
  return std::nullopt;
}

std::optional<Result<OpenRelease>> Releases::check_shown() {
  const std::lock_guard lock(installing_);
  const auto damaged = store_.set_damaged_aside();
  if (!damaged) {
    spdlog::warn("{}", worded(damaged.error()));
    return std::nullopt;
  }
  for (const auto sequence : *damaged)
    spdlog::error("release {} is damaged: it is shown no more until it is installed again", sequence);
  damaged_.insert(damaged->begin(), damaged->end());
  const auto shown = shown_sequence();
  if (!shown || !damaged_.contains(*shown)) return std::nullopt;
  auto instead = open_held();
  if (instead && *instead) return std::move(**instead);
  show_nothing();
  return Result<OpenRelease>(instead ? fail(Trouble::Untrusted, "installed.all-damaged") : fail(instead.error()));
}

void Releases::show_nothing() {
  const std::lock_guard lock(showing_);
  shown_.reset();
  media_.reset();
}

Result<OpenRelease> Releases::show(const InstalledRelease& release) {
  auto opened = open_release(release);
  if (!opened) return fail(opened.error());
  auto media = Library::open(release.content_db);
  const std::lock_guard lock(showing_);
  shown_ = release;
  media_.reset();
  if (media) media_.emplace(std::move(*media));
  return opened;
}

std::optional<std::uint64_t> Releases::shown_sequence() const {
  const std::lock_guard lock(showing_);
  return shown_ ? std::optional(shown_->sequence) : std::nullopt;
}

std::optional<Path> Releases::media(std::string_view name) const {
  const std::lock_guard lock(showing_);
  if (!shown_ || !media_) return std::nullopt;
  const auto object = media_->media_object(name);
  if (!object || object->size() < 2) return std::nullopt;
  return shown_->objects / object->substr(0, 2) / *object;
}

Result<std::optional<OpenRelease>> Releases::take_newer(const Path& repository) {
  const std::lock_guard lock(installing_);
  auto sequence = store_.peek_sequence(repository);
  if (!sequence)
    return sequence.error().trouble == Trouble::NotFound ? Result<std::optional<OpenRelease>>(std::nullopt)
                                                         : fail(sequence.error());
  if (*sequence == shown_sequence()) return std::nullopt;
  auto report = store_.install(repository, FirstUse::Refuse, can_be_shown);
  if (!report) return fail(report.error());
  note_pointer();
  damaged_.erase(report->release.sequence);
  if (report->release.sequence == shown_sequence()) return std::nullopt;
  auto opened = show(report->release);
  if (!opened) return fail(opened.error());
  if (auto tidied = store_.tidy(); !tidied) spdlog::warn("{}", worded(tidied.error()));
  return std::move(*opened);
}

}  // namespace mingting
