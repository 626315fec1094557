// Installs releases on a kiosk and says which one is shown. The only code that decides what is trusted.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "release/repository.hpp"

namespace mingting {

struct InstalledRelease {
  std::uint64_t sequence = 0;
  std::string site;
  Instant made{};
  Instant expires{};
  Path content_db;     ///< in the state's object store
  Path objects;        ///< folder of objects, ab/ab12...
  std::uint64_t in_place_of = 0;  ///< the release switched to last, when this one stands in for it; 0 when it is that one
  bool operator==(const InstalledRelease&) const = default;
  bool stale(Instant now) const { return now > expires; }
};

enum class InstallOutcome { Installed, AlreadyCurrent };
struct InstallReport {
  InstallOutcome outcome = InstallOutcome::Installed;
  InstalledRelease release;
  std::uint64_t objects_copied = 0, bytes_copied = 0;
  bool trusted_on_first_use = false;  ///< the root was taken as found, because the state had none
  std::string root_fingerprint;
};

/// What is installed, its content.db read to its end.
struct ReleaseHealth {
  std::uint64_t wanted = 0;               ///< the release switched to last; 0 when the pointer itself cannot be read
  std::optional<InstalledRelease> whole;  ///< the newest that is whole
  bool sound() const { return whole && whole->in_place_of == 0; }
};

/// Says why a release that is verified and copied cannot be shown by this program, if it cannot: it is not switched to then.
using ReleaseProbe = std::function<Result<void>(const InstalledRelease&)>;

/// Whether a state without a trusted root may take the one it finds: yes from the command line (a person stands there and
/// is shown the fingerprint), never from a watched folder.
enum class FirstUse { Trust, Refuse };

/// STATE/release: format, root.json (trusted), roots/N.json (those trusted so far), floor (highest sequence taken, and its
/// manifest's hash), objects/, releases/SEQ/manifest.json+sig, current (the pointer), lock. Sentences of errors are Chinese,
/// for hall staff.
class ReleaseStore {
 public:
  /// Errors: Trouble::NewerFormat, ReadOnly.
  static Result<ReleaseStore> open(FileSystem& files, const Path& state_folder);

  /// Verifies signature, site, sequence, lengths and hashes before anything is switched; the old release stays until then,
  /// and stays whole when anything is refused or the disk is full. Never follows links in the repository. Objects held whole
  /// are not copied again; an interrupted install goes on where it stopped, but one the disk was too small for is cleared.
  /// Errors: Trouble::Untrusted, Invalid, NotFound, NewerFormat, DiskFull, ReadOnly, Busy (another install is running).
  /// `opens` is asked last; what it refuses may be taken later, by a program that can show it.
  Result<InstallReport> install(const Path& repository, FirstUse first_use, const ReleaseProbe& opens = {});
  /// The release to show, its signature and its content.db's length checked; nothing when none was ever installed. When it
  /// does not hold, the newest older one that does.
  Result<std::optional<InstalledRelease>> current() const;
  /// That release and the one before it, which is there for when the first cannot be opened. Empty when none was installed.
  Result<std::vector<InstalledRelease>> held() const;
  /// Whether what is installed is what was signed, to the last byte; nothing when none was installed. Reads all of content.db.
  Result<std::optional<ReleaseHealth>> health() const;
  /// The same, and every release found damaged is set aside: it is held no more until it is installed anew, which an install
  /// of the same number does. Gives their numbers, also of those that cannot be set aside (a disk that is read-only). Errors:
  /// Trouble::Busy.
  Result<std::vector<std::uint64_t>> set_damaged_aside();
  /// A repository's sequence without trusting it, for the watcher: cheap, reads one small file.
  Result<std::uint64_t> peek_sequence(const Path& repository) const;
  /// Removes releases and objects that belong neither to the current one nor to the one before it, and left-over parts.
  Result<void> tidy();

 private:
  ReleaseStore(FileSystem& files, Path folder) : files_(&files), folder_(std::move(folder)) {}
  FileSystem* files_;
  Path folder_;
};

}  // namespace mingting
