// The release repository: a folder of static files that any stick, share or server can carry. DESIGN §4.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "release/left_off.hpp"

namespace mingting {

/// A file of a release: content.db, and media by name.
struct ReleaseObject {
  std::string path;    ///< "content.db", "media/NAME"
  std::uint64_t length = 0;
  std::string sha256;  ///< hex
  bool operator==(const ReleaseObject&) const = default;
};

struct Manifest {
  int format = 1;
  std::string site;
  std::uint64_t sequence = 0;
  Instant made{};
  Instant expires{};
  std::uint64_t root_version = 1;
  std::vector<ReleaseObject> objects;
  bool operator==(const Manifest&) const = default;
};

/// Puts objects into a repository and signs. Used by publish/.
class RepositoryWriter {
 public:
  /// `secret_key`: base64, from read_key_file. Makes the folder and root/1.json when they are not there;
  /// refuses a repository of another site or another key. `before`: a repository that was lost, which this
  /// one goes on from.
  static Result<RepositoryWriter> open(FileSystem& files, const Path& repository, const std::string& site,
                                       const std::string& secret_key, const LeftOff& before = {});
  /// Copies the file under objects/ unless it is held already; gives its entry.
  Result<ReleaseObject> add_file(const Path& file, const std::string& path_in_release);
  /// An object the caller knows is held (by hash): nothing is read.
  bool holds(const std::string& sha256) const;
  std::uint64_t next_sequence() const;
  /// The newest manifest, when there is one: a build that changes nothing need not publish.
  const std::vector<ReleaseObject>& latest_objects() const;
  /// Writes and signs the manifest with the next sequence: history first, then manifest.sig and manifest.json.
  /// Wherever the power goes meanwhile, the folder holds a release that verifies. Every object must be held. One key signs: where the
  /// root asks for more (NextRoot), the release holds once the others' signatures stand in manifest.sig too.
  Result<Manifest> publish(std::vector<ReleaseObject> objects, Instant made, Instant expires);

 private:
  RepositoryWriter(FileSystem& files, Path repository, std::string site, std::string secret_key);
  Result<void> load_latest();
  Result<void> check_objects(const std::vector<ReleaseObject>& objects) const;
  FileSystem* files_;
  Path repository_;
  std::string site_, secret_key_;
  std::uint64_t root_version_ = 1;
  std::uint64_t last_sequence_ = 0;
  std::vector<ReleaseObject> latest_objects_;
};

/// Which keys (base64, public) sign from the next root on, and how many of them must.
struct NextRoot {
  std::vector<std::string> public_keys;
  std::uint64_t threshold = 1;
};

/// Changes the keys: writes root/N+1.json, signed by every key given, which must be enough for the old root and the new.
/// Gives the new version. A release must be published with a new key after it: kiosks take no older one then.
Result<std::uint64_t> rotate_root(FileSystem& files, const Path& repository, const NextRoot& next,
                                  const std::vector<std::string>& secret_keys);

/// Every signature, length and hash of a repository, against its own newest root. Errors name the file.
Result<Manifest> verify_repository(FileSystem& files, const Path& repository);

}  // namespace mingting
