// What came on a stick: nothing is trusted, everything is bounded.
#include "release/carried_files.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "release/keys.hpp"
#include "release/manifest.hpp"

namespace mingting::trust {
namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr std::uint64_t kMostRoots = 1000;

Path root_file(std::uint64_t version) { return Path("root") / (std::to_string(version) + ".json"); }

tl::unexpected<Error> damaged(const ReleaseObject& object) {
  return fail(Trouble::Untrusted, "carried.damaged", object.path, object_path(object.sha256).generic_string());
}

/// Source to part file, watching length and hash.
Result<void> pour(FileReader& from, FileWriter& to, const ReleaseObject& object) {
  Hasher hasher;
  std::uint64_t length = 0;
  for (;;) {
    const auto piece = from.read(kPiece);
    if (!piece) return fail(told(piece.error()));
    if (piece->empty()) break;
    length += piece->size();
    if (length > object.length) return damaged(object);
    hasher.add(*piece);
    if (auto wrote = to.write(*piece); !wrote) return told(wrote);
  }
  if (length != object.length || hasher.hex() != object.sha256) return damaged(object);
  return told(to.close_durably());
}

Result<void> write_part(FileSystem& files, const Path& source, const ReleaseObject& object, const Path& part) {
  auto reader = files.open_read(source);
  if (!reader) return fail(told(reader.error()));
  auto writer = files.create(part);
  if (!writer) return fail(told(writer.error()));
  if (auto poured = pour(**reader, **writer, object); !poured) return poured;
  const auto written = sha256_file(files, part);
  if (!written) return fail(told(written.error()));
  if (*written != object.sha256) {
    return fail("carried.read-back-differs", part.string());
  }
  return {};
}

}  // namespace

Error told(const Error& error) {
  switch (error.trouble) {
    case Trouble::DiskFull: return error_of(error.trouble, remark("carried.disk-full", error));
    case Trouble::ReadOnly:
      return error_of(error.trouble, remark("carried.read-only", error));
    case Trouble::NotFound: return error_of(error.trouble, remark("carried.gone", error));
    case Trouble::General: return error_of(error.trouble, remark("carried.failed", error));
    default: return error;
  }
}

Result<FileInfo> plain_file(FileSystem& files, const Path& folder, const Path& relative) {
  Path way = folder;
  FileInfo info{.directory = true};
  for (const auto& part : relative) {
    way /= part;
    auto found = files.info(way);
    if (!found && found.error().trouble == Trouble::NotFound) {
      return fail(Trouble::NotFound, "carried.missing", relative.generic_string());
    }
    if (!found) return fail(told(found.error()));
    if (found->symlink) {
      return fail(Trouble::Untrusted, "carried.link", way.lexically_relative(folder).generic_string());
    }
    info = *found;
  }
  if (info.directory || info.special) {
    return fail(Trouble::Invalid, "carried.no-file", relative.generic_string(),
                remark(info.directory ? "carried.folder" : "carried.special"));
  }
  return info;
}

Result<std::string> read_carried(FileSystem& files, const Path& folder, const Path& relative, std::uint64_t most) {
  const auto info = plain_file(files, folder, relative);
  if (!info) return fail(info.error());
  const auto too_large = [&] {
    return fail(Trouble::Invalid, "carried.too-large", relative.generic_string(), most >> 10);
  };
  if (info->size > most) return too_large();
  auto bytes = files.read(folder / relative, most);
  if (!bytes && bytes.error().trouble == Trouble::Invalid) return too_large();
  return told(std::move(bytes));
}

bool is_carried(FileSystem& files, const Path& folder, const Path& relative) {
  return files.info(folder / relative).has_value();
}

Result<void> copy_checked(FileSystem& files, const Path& source, const ReleaseObject& object, const Path& destination) {
  const Path place = destination / object_path(object.sha256);
  const Path part = place.string() + ".part";
  const bool new_folder = !files.exists(place.parent_path());
  if (auto made = files.make_folders(place.parent_path()); !made) return told(made);
  if (new_folder) {
    if (auto kept = files.sync_folder(destination); !kept) return told(kept);
  }
  auto done = write_part(files, source, object, part);
  if (done) done = told(files.rename(part, place));
  if (!done) {
    (void)files.remove(part);
    return done;
  }
  return told(files.sync_folder(place.parent_path()));
}

Result<void> copy_object(FileSystem& files, const Path& repository, const ReleaseObject& object,
                         const Path& destination) {
  const Path relative = "objects" / object_path(object.sha256);
  const auto info = plain_file(files, repository, relative);
  if (!info) return fail(info.error());
  if (info->size != object.length) return damaged(object);
  return copy_checked(files, repository / relative, object, destination);
}

bool holds_whole(FileSystem& files, const Path& objects, const ReleaseObject& object) {
  const Path place = objects / object_path(object.sha256);
  const auto info = files.info(place);
  if (!info || info->directory || info->symlink || info->special || info->size != object.length) return false;
  const auto hash = sha256_file(files, place);
  return hash && *hash == object.sha256;
}

Result<Root> read_root(FileSystem& files, const Path& repository, std::uint64_t version) {
  const auto file = root_file(version);
  const auto bytes = read_carried(files, repository, file, kMostRootFile);
  if (!bytes) return fail(bytes.error());
  auto root = parse_root(*bytes, file.generic_string());
  if (root && root->version != version) {
    return fail(Trouble::Untrusted, "carried.other-number", file.generic_string(), root->version);
  }
  return root;
}

Result<std::vector<Root>> roots_after(FileSystem& files, const Path& repository, Root root) {
  std::vector<Root> newer;
  while (newer.size() < kMostRoots && is_carried(files, repository, root_file(root.version + 1))) {
    auto next = read_root(files, repository, root.version + 1);
    if (!next) return fail(next.error());
    if (next->site != root.site) {
      return fail(Trouble::Untrusted, "manifest.other-site", next->site, root.site);
    }
    if (!follows(root, *next)) {
      return fail(Trouble::Untrusted, "carried.unsigned-root", root_file(next->version).generic_string());
    }
    root = *next;
    newer.push_back(std::move(*next));
  }
  return newer;
}

}  // namespace mingting::trust
