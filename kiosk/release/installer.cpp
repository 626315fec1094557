// The kiosk's shelf of releases: what is installed, what is trusted, and how the next one comes in.
#include "release/installer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/disk/lock_file.hpp"
#include "base/said/log.hpp"
#include "base/text/text.hpp"
#include "release/carried_files.hpp"
#include "release/keys.hpp"
#include "release/manifest.hpp"
#include "release/root.hpp"

namespace mingting {
namespace {

using namespace trust;

constexpr int kFormat = 1;
constexpr std::uint64_t kMostSmallFile = 4096;

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The highest sequence ever taken, and which manifest it was.
struct Floor {
  std::uint64_t sequence = 0;
  std::string manifest_sha256;
};

/// The files of STATE/release: where they are, how they are read and written. Decides nothing.
class Shelf {
 public:
  Shelf(FileSystem& files, const Path& folder) : files_(&files), folder_(folder) {}

  FileSystem& files() const { return *files_; }
  Path objects() const { return folder_ / "objects"; }
  Path release(std::uint64_t sequence) const { return folder_ / "releases" / std::to_string(sequence); }
  Path lock() const { return folder_ / "lock"; }

  Result<std::optional<Root>> trusted_root() const {
    if (!files_->exists(folder_ / "root.json")) return std::nullopt;
    return own_root("root.json").map([](Root root) { return std::optional(std::move(root)); });
  }
  Result<Root> root_of_version(std::uint64_t version) const { return own_root(fmt::format("roots/{}.json", version)); }

  Result<void> trust(const std::vector<Root>& roots) const {
    if (roots.empty()) return {};
    if (auto made = files_->make_folders(folder_ / "roots"); !made) return told(made);
    for (const auto& root : roots) {
      const auto file = folder_ / "roots" / fmt::format("{}.json", root.version);
      if (auto wrote = write_durably(*files_, file, print_root(root)); !wrote) return told(wrote);
    }
    return told(write_durably(*files_, folder_ / "root.json", print_root(roots.back())));
  }

  Result<Floor> floor() const {
    if (!files_->exists(folder_ / "floor")) return Floor{};
    const auto text = files_->read(folder_ / "floor", kMostSmallFile);
    if (!text) return fail(told(text.error()));
    const auto words = split(trimmed(*text), ' ');
    const auto sequence = parse_number(words[0]);
    if (!sequence || words.size() != 2) {
      return fail("installed.bad-floor", (folder_ / "floor").string());
    }
    return Floor{*sequence, words[1]};
  }
  Result<void> raise_floor(const Floor& floor) const {
    return told(write_durably(*files_, folder_ / "floor", fmt::format("{} {}\n", floor.sequence, floor.manifest_sha256)));
  }

  /// Nothing when no release was ever switched to; 0 when the pointer cannot be read.
  std::optional<std::uint64_t> pointer() const {
    if (!files_->exists(folder_ / "current")) return std::nullopt;
    const auto text = files_->read(folder_ / "current", kMostSmallFile);
    return text ? parse_number(trimmed(*text)).value_or(0) : 0;
  }
  Result<void> point_to(std::uint64_t sequence) const {
    return told(write_durably(*files_, folder_ / "current", fmt::format("{}\n", sequence)));
  }

  Result<void> keep_manifest(std::uint64_t sequence, std::string_view manifest, std::string_view signatures) const {
    const auto place = release(sequence);
    return told(files_->make_folders(place)
                    .and_then([&] { return files_->sync_folder(folder_ / "releases"); })
                    .and_then([&] { return write_durably(*files_, place / "manifest.sig", signatures); })
                    .and_then([&] { return write_durably(*files_, place / "manifest.json", manifest); }));
  }

  /// Descending.
  std::vector<std::uint64_t> releases() const {
    std::vector<std::uint64_t> sequences;
    if (const auto names = files_->list(folder_ / "releases")) {
      for (const auto& name : *names) {
        if (const auto sequence = parse_number(name)) sequences.push_back(*sequence);
      }
    }
    std::sort(sequences.rbegin(), sequences.rend());
    return sequences;
  }

 private:
  Result<Root> own_root(const std::string& name) const {
    const auto bytes = files_->read(folder_ / name, kMostRootFile);
    if (!bytes) return fail(told(bytes.error()));
    auto root = parse_root(*bytes, name);
    if (!root) {
      return fail(root.error().trouble, "installed.bad-root", (folder_ / name).string());
    }
    return root;
  }

  FileSystem* files_;
  Path folder_;
};

/// `wanted`: the release switched to last.
InstalledRelease installed(const Shelf& shelf, const Manifest& manifest, std::uint64_t wanted) {
  return {manifest.sequence, manifest.site,   manifest.made, manifest.expires,
          shelf.objects() / object_path(content_object(manifest).sha256), shelf.objects(),
          wanted > manifest.sequence ? wanted : 0};
}

/// The manifest of a release that was taken once: signature, number and content.db's length, nothing costly.
Result<Manifest> check_installed(const Shelf& shelf, const Root& trusted, std::uint64_t sequence) {
  auto& files = shelf.files();
  const auto place = shelf.release(sequence);
  const auto bytes = files.read(place / "manifest.json", kMostManifest);
  if (!bytes) return fail(told(bytes.error()));
  const auto signatures = files.read(place / "manifest.sig", kMostSignatures);
  if (!signatures) return fail(told(signatures.error()));
  const auto name = fmt::format("releases/{}/manifest.json", sequence);
  const auto claimed = parse_manifest(*bytes, name);
  if (!claimed) return fail(claimed.error());
  const bool older = claimed->root_version < trusted.version;
  const auto root = older ? shelf.root_of_version(claimed->root_version) : Result<Root>(trusted);
  if (!root) return fail(root.error());
  auto manifest = judge_manifest(*bytes, *signatures, *root, name);
  if (!manifest) return manifest;
  if (manifest->sequence != sequence) return fail(Trouble::Untrusted, "installed.other-number", name, manifest->sequence);
  const auto& content = content_object(*manifest);
  const auto info = files.info(shelf.objects() / object_path(content.sha256));
  if (!info || info->symlink || info->directory || info->special || info->size != content.length) {
    return fail(Trouble::Untrusted, "installed.missing-object", sequence);
  }
  return manifest;
}

/// One install, step by step. Each step leaves the state usable; only point_to() changes what is shown.
class Installation {
 public:
  Installation(const Shelf& shelf, const Path& repository, const ReleaseProbe& opens)
      : shelf_(&shelf), repository_(repository), opens_(&opens) {}

  Result<InstallReport> run(FirstUse first_use) {
    return find_root(first_use)
        .and_then([&] { return judge(); })
        .and_then([&] { return check_sequence(); })
        .and_then([&] { return take_objects(); })
        .and_then([&] { return *opens_ ? (*opens_)(installed(*shelf_, manifest_, manifest_.sequence)) : Result<void>(); })
        .and_then([&] { return is_shown_already() ? Result<void>() : take_over(); })
        .map([&] {
          report_.release = installed(*shelf_, manifest_, manifest_.sequence);
          return std::move(report_);
        });
  }

 private:
  /// The newest root the repository can prove from the one trusted here.
  Result<void> find_root(FirstUse first_use) {
    if (!shelf_->files().exists(repository_)) {
      return fail(Trouble::NotFound, "installed.no-repository", repository_.string());
    }
    auto trusted = shelf_->trusted_root();
    if (!trusted) return fail(trusted.error());
    if (!*trusted && first_use == FirstUse::Refuse) {
      return fail(Trouble::Untrusted, "installed.not-yet");
    }
    if (!*trusted) {
      auto first = read_root(shelf_->files(), repository_, 1);
      if (!first) return fail(first.error());
      new_roots_.push_back(*first);
      trusted = std::optional(std::move(*first));
      report_.trusted_on_first_use = true;
    }
    root_ = std::move(**trusted);
    const auto newer = roots_after(shelf_->files(), repository_, root_);
    if (!newer) return fail(newer.error());
    new_roots_.insert(new_roots_.end(), newer->begin(), newer->end());
    if (!newer->empty()) root_ = newer->back();
    report_.root_fingerprint = fingerprint_of(root_);
    return {};
  }

  Result<void> judge() {
    auto bytes = read_carried(shelf_->files(), repository_, "manifest.json", kMostManifest);
    if (!bytes) return fail(bytes.error());
    auto signatures = read_carried(shelf_->files(), repository_, "manifest.sig", kMostSignatures);
    if (!signatures) return fail(signatures.error());
    auto manifest = judge_manifest(*bytes, *signatures, root_, "manifest.json");
    if (!manifest) return fail(manifest.error());
    bytes_ = std::move(*bytes);
    signatures_ = std::move(*signatures);
    manifest_ = std::move(*manifest);
    return {};
  }

  Result<void> check_sequence() const {
    const auto floor = shelf_->floor();
    if (!floor) return fail(floor.error());
    if (manifest_.sequence < floor->sequence) {
      return fail(Trouble::Untrusted, "installed.older", manifest_.sequence, floor->sequence);
    }
    if (manifest_.sequence == floor->sequence && sha256_hex(bytes_) != floor->manifest_sha256) {
      return fail(Trouble::Untrusted, "installed.differs", manifest_.sequence);
    }
    return {};
  }

  Result<void> take_objects() {
    if (auto made = shelf_->files().make_folders(shelf_->objects()); !made) return told(made);
    std::vector<Path> taken;
    for (const auto& object : manifest_.objects) {
      if (holds_whole(shelf_->files(), shelf_->objects(), object)) continue;
      auto copied = copy_object(shelf_->files(), repository_, object, shelf_->objects());
      if (!copied) {
        if (copied.error().trouble == Trouble::DiskFull) clear(taken);
        return copied;
      }
      taken.push_back(shelf_->objects() / object_path(object.sha256));
      ++report_.objects_copied;
      report_.bytes_copied += object.length;
    }
    return {};
  }

  /// A full disk keeps submissions from being stored: what does not fit must not stay half.
  void clear(const std::vector<Path>& taken) const {
    for (const auto& path : taken) (void)shelf_->files().remove(path);
  }

  bool is_shown_already() {
    const bool shown = shelf_->pointer() == manifest_.sequence && report_.objects_copied == 0 && new_roots_.empty() &&
                       check_installed(*shelf_, root_, manifest_.sequence).has_value();
    report_.outcome = shown ? InstallOutcome::AlreadyCurrent : InstallOutcome::Installed;
    return shown;
  }

  /// Trust and floor are raised before the switch: a release that is shown was always counted.
  Result<void> take_over() const {
    return shelf_->keep_manifest(manifest_.sequence, bytes_, signatures_)
        .and_then([&] { return shelf_->trust(new_roots_); })
        .and_then([&] { return shelf_->raise_floor({manifest_.sequence, sha256_hex(bytes_)}); })
        .and_then([&] { return shelf_->point_to(manifest_.sequence); });
  }

  const Shelf* shelf_;
  Path repository_;
  const ReleaseProbe* opens_;
  Root root_;
  std::vector<Root> new_roots_;
  std::string bytes_, signatures_;
  Manifest manifest_;
  InstallReport report_;
};

Result<void> check_format(FileSystem& files, const Path& folder) {
  const Path file = folder / "format";
  if (!files.exists(file)) {
    const auto wrote = write_durably(files, file, fmt::format("{}\n", kFormat));
    // Two programs may start on a new state at once: the other one has written it then.
    if (wrote || !files.exists(file)) return told(wrote);
  }
  const auto text = files.read(file, kMostSmallFile);
  if (!text) return fail(told(text.error()));
  const auto format = parse_number(trimmed(*text));
  if (!format) return fail("installed.bad-format", file.string());
  if (*format > kFormat) {
    return fail(Trouble::NewerFormat, "installed.newer-format", folder.string(), *format);
  }
  return {};
}

Result<LockFile> take_lock(const Shelf& shelf) {
  auto lock = LockFile::take(shelf.lock());
  if (!lock && lock.error().trouble == Trouble::Busy) {
    return fail(Trouble::Busy, "installed.busy");
  }
  return told(std::move(lock));
}

/// Of the pointed-to release and the older ones, newest first, the first `most` that hold.
std::vector<Manifest> holding_releases(const Shelf& shelf, const Root& trusted, std::uint64_t pointer, std::size_t most) {
  std::vector<Manifest> holding;
  for (const auto sequence : shelf.releases()) {
    if (pointer != 0 && sequence > pointer) continue;
    auto manifest = check_installed(shelf, trusted, sequence);
    if (manifest) holding.push_back(std::move(*manifest));
    else log_warning(remark("log.release", sequence, manifest.error()));
    if (holding.size() == most) break;
  }
  return holding;
}

/// The pointed-to release and the one before it, as far as they hold.
Result<std::vector<Manifest>> held_manifests(const Shelf& shelf) {
  const auto pointer = shelf.pointer();
  if (!pointer) return std::vector<Manifest>{};
  const auto root = shelf.trusted_root();
  if (!root) return fail(root.error());
  if (!*root) return fail(Trouble::Untrusted, "installed.no-root");
  return holding_releases(shelf, **root, *pointer, 2);
}

bool is_whole(const Shelf& shelf, const Manifest& manifest) {
  return holds_whole(shelf.files(), shelf.objects(), content_object(manifest));
}

/// Under a name that no release asks for: whoever installs it again finds it missing, and tidy() clears it away.
Result<void> set_aside(const Shelf& shelf, const Manifest& manifest) {
  const Path place = shelf.objects() / object_path(content_object(manifest).sha256);
  if (!shelf.files().exists(place)) return {};  // another release's too, and set aside with that
  return told(shelf.files().rename(place, place.string() + ".damaged"));
}

Result<void> drop_other_releases(const Shelf& shelf, const std::vector<Manifest>& keep) {
  for (const auto sequence : shelf.releases()) {
    const bool kept = std::any_of(keep.begin(), keep.end(),
                                  [&](const Manifest& manifest) { return manifest.sequence == sequence; });
    if (kept) continue;
    if (auto gone = shelf.files().remove_tree(shelf.release(sequence)); !gone) return told(gone);
  }
  return {};
}

/// Parts that an interrupted copy left bear other names than the objects', and go too.
Result<void> drop_other_objects(const Shelf& shelf, const std::vector<Manifest>& keep) {
  std::set<std::string> hashes;
  for (const auto& manifest : keep) {
    for (const auto& object : manifest.objects) hashes.insert(object.sha256);
  }
  const auto folders = shelf.files().list(shelf.objects());
  if (!folders) return fail(told(folders.error()));
  for (const auto& folder : *folders) {
    const auto names = shelf.files().list(shelf.objects() / folder);
    if (!names) return fail(told(names.error()));
    for (const auto& name : *names) {
      if (hashes.contains(name)) continue;
      if (auto gone = shelf.files().remove(shelf.objects() / folder / name); !gone) return told(gone);
    }
  }
  return {};
}

}  // namespace

Result<ReleaseStore> ReleaseStore::open(FileSystem& files, const Path& state_folder) {
  const Path folder = state_folder / "release";
  if (!files.exists(folder)) {
    if (auto made = files.make_folders(folder); !made) return fail(told(made.error()));
  }
  if (auto known = check_format(files, folder); !known) return fail(known.error());
  return ReleaseStore(files, folder);
}

Result<InstallReport> ReleaseStore::install(const Path& repository, FirstUse first_use, const ReleaseProbe& opens) {
  const Shelf shelf(*files_, folder_);
  const auto lock = take_lock(shelf);
  if (!lock) return fail(lock.error());
  return Installation(shelf, repository, opens).run(first_use);
}

Result<std::optional<InstalledRelease>> ReleaseStore::current() const {
  const auto held = this->held();
  if (!held) return fail(held.error());
  return held->empty() ? std::nullopt : std::optional(held->front());
}

Result<std::vector<InstalledRelease>> ReleaseStore::held() const {
  const Shelf shelf(*files_, folder_);
  const auto manifests = held_manifests(shelf);
  if (!manifests) return fail(manifests.error());
  const auto pointer = shelf.pointer();
  if (manifests->empty() && pointer) return fail(Trouble::Untrusted, "installed.all-damaged");
  std::vector<InstalledRelease> releases;
  for (const auto& manifest : *manifests) releases.push_back(installed(shelf, manifest, pointer.value_or(0)));
  return releases;
}

Result<std::optional<ReleaseHealth>> ReleaseStore::health() const {
  const Shelf shelf(*files_, folder_);
  const auto pointer = shelf.pointer();
  if (!pointer) return std::nullopt;
  const auto manifests = held_manifests(shelf);
  if (!manifests) return fail(manifests.error());
  ReleaseHealth health{.wanted = *pointer, .whole = {}};
  const auto whole = std::find_if(manifests->begin(), manifests->end(), [&](const auto& m) { return is_whole(shelf, m); });
  if (whole != manifests->end()) health.whole = installed(shelf, *whole, *pointer);
  return health;
}

Result<std::vector<std::uint64_t>> ReleaseStore::set_damaged_aside() {
  const Shelf shelf(*files_, folder_);
  const auto lock = take_lock(shelf);
  if (!lock) return fail(lock.error());
  const auto manifests = held_manifests(shelf);
  if (!manifests) return fail(manifests.error());
  std::vector<std::uint64_t> damaged;
  for (const auto& manifest : *manifests) {
    if (is_whole(shelf, manifest)) continue;
    damaged.push_back(manifest.sequence);
    if (auto aside = set_aside(shelf, manifest); !aside) log_warning(remark("log.release", manifest.sequence, aside.error()));
  }
  return damaged;
}

Result<std::uint64_t> ReleaseStore::peek_sequence(const Path& repository) const {
  const auto bytes = read_carried(*files_, repository, "manifest.json", kMostManifest);
  if (!bytes) return fail(bytes.error());
  return parse_sequence(*bytes, "manifest.json");
}

Result<void> ReleaseStore::tidy() {
  const Shelf shelf(*files_, folder_);
  const auto lock = take_lock(shelf);
  if (!lock) return fail(lock.error());
  const auto pointer = shelf.pointer();
  const auto root = shelf.trusted_root();
  if (!pointer || !root || !*root) return {};
  const auto keep = holding_releases(shelf, **root, *pointer, 2);
  // With the current release damaged nothing is thrown away: somebody may want to look.
  if (keep.empty() || keep.front().sequence != *pointer) return {};
  return drop_other_releases(shelf, keep).and_then([&] { return drop_other_objects(shelf, keep); });
}

}  // namespace mingting
