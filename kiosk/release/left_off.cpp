// A kiosk keeps roots/N.json and the number; a stick is a repository as it was carried.
#include "release/left_off.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text/text.hpp"
#include "release/carried_files.hpp"
#include "release/manifest.hpp"
#include "release/root.hpp"

namespace mingting {
namespace {

using namespace trust;

constexpr std::uint64_t kMostFloor = 4096;

std::string root_file(std::uint64_t version) {
  return fmt::format("root/{}.json", version);
}

Result<LeftOff> on_a_stick(FileSystem& files, const Path& repository) {
  LeftOff left;
  auto root = read_root(files, repository, 1);
  if (!root) return fail(root.error());
  const auto newer = roots_after(files, repository, *root);
  if (!newer) return fail(newer.error());
  left.roots.push_back(print_root(*root));
  for (const auto& each : *newer) left.roots.push_back(print_root(each));
  if (!newer->empty()) root = newer->back();
  const auto bytes = read_carried(files, repository, "manifest.json", kMostManifest);
  const auto signatures = bytes ? read_carried(files, repository, "manifest.sig", kMostSignatures) : bytes;
  if (!signatures) return fail(signatures.error());
  const auto manifest = judge_manifest(*bytes, *signatures, *root, "manifest.json");
  if (!manifest) return fail(manifest.error());
  left.sequence = manifest->sequence;
  return left;
}

/// The roots that the kiosk has come to trust, each following the one before.
Result<std::vector<std::string>> roots_of_kiosk(FileSystem& files, const Path& folder) {
  std::vector<std::string> roots;
  std::optional<Root> before;
  for (std::uint64_t version = 1; files.exists(folder / "roots" / fmt::format("{}.json", version));
       ++version) {
    const auto bytes = files.read(folder / "roots" / fmt::format("{}.json", version), kMostRootFile);
    if (!bytes) return fail(told(bytes.error()));
    auto root = parse_root(*bytes, root_file(version));
    if (!root) return fail(root.error());
    if (before && !follows(*before, *root))
      return fail(Trouble::Untrusted, "carried.unsigned-root", root_file(version));
    roots.push_back(print_root(*root));
    before = std::move(*root);
  }
  return roots;
}

Result<LeftOff> on_a_kiosk(FileSystem& files, const Path& folder) {
  const auto floor = files.read(folder / "floor", kMostFloor);
  if (!floor) return fail(told(floor.error()));
  LeftOff left;
  const auto number = std::string_view(*floor).substr(0, floor->find(' '));
  const auto read = std::from_chars(number.data(), number.data() + number.size(), left.sequence);
  if (read.ec != std::errc() || left.sequence == 0)
    return fail(Trouble::Invalid, "installed.bad-floor", (folder / "floor").string());
  auto roots = roots_of_kiosk(files, folder);
  if (!roots) return fail(roots.error());
  left.roots = std::move(*roots);
  return left;
}

}  // namespace

Result<LeftOff> left_off_at(FileSystem& files, const Path& copy) {
  if (files.exists(copy / "manifest.json")) return on_a_stick(files, copy);
  for (const auto& folder : {copy / "release", copy}) {
    if (files.exists(folder / "floor")) return on_a_kiosk(files, folder);
  }
  return fail(Trouble::NotFound, "repository.no-copy", copy.string());
}

Result<void> put_roots(FileSystem& files, const Path& repository, const LeftOff& before) {
  for (std::size_t i = 0; i < before.roots.size(); ++i) {
    const Path file = repository / root_file(i + 1);
    const auto there =
        files.exists(file) ? files.read(file, kMostRootFile) : Result<std::string>(before.roots[i]);
    if (!there) return fail(told(there.error()));
    const auto root = parse_root(*there, root_file(i + 1));
    if (!root || print_root(*root) != before.roots[i])
      return fail(Trouble::Untrusted, "repository.other-roots", repository.string());
    if (files.exists(file)) continue;
    if (auto made = files.make_folders(repository / "root"); !made) return told(made);
    if (auto wrote = write_durably(files, file, before.roots[i]); !wrote) return told(wrote);
  }
  return {};
}

}  // namespace mingting
