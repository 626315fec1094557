// Reading from a folder somebody carried in, and copying out of it: links are never followed, lengths and hashes are checked.
// Internal to release/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "release/repository.hpp"
#include "release/root.hpp"

namespace mingting::trust {

/// The same error in words for hall staff; the original stays in brackets. Sentences that are ours already stay.
Error told(const Error& error);
template <class T>
Result<T> told(Result<T> result) {
  return result ? std::move(result) : Result<T>(fail(told(result.error())));
}

/// What stands at `relative` below `folder`, when it is a plain file and no part of the way is a link.
Result<FileInfo> plain_file(FileSystem& files, const Path& folder, const Path& relative);
/// Its bytes; an error above `most`, before anything is read.
Result<std::string> read_carried(FileSystem& files, const Path& folder, const Path& relative, std::uint64_t most);
bool is_carried(FileSystem& files, const Path& folder, const Path& relative);

/// Copies the object's bytes from FOLDER/objects to `destination`/ab/ab12...: beside its place first, flushed, read again and
/// hashed, then renamed, and the folder flushed.
Result<void> copy_object(FileSystem& files, const Path& repository, const ReleaseObject& object, const Path& destination);
/// Copies a plain file, giving nothing but its right length and hash to `destination`.
Result<void> copy_checked(FileSystem& files, const Path& source, const ReleaseObject& object, const Path& destination);
/// Whether `objects` holds the object whole: length and hash.
bool holds_whole(FileSystem& files, const Path& objects, const ReleaseObject& object);

/// The repository's root N. Errors name the file.
Result<Root> read_root(FileSystem& files, const Path& repository, std::uint64_t version);
/// The roots that follow `root` in the repository, each signed by the one before. Empty when `root` is the newest.
Result<std::vector<Root>> roots_after(FileSystem& files, const Path& repository, Root root);

}  // namespace mingting::trust
