// Exports are looked for at a path and directly below it, and opened one by one.
#include "desk/intake/exports.hpp"

namespace mingting {
namespace {

bool is_folder(FileSystem& files, const Path& path) {
  const auto info = files.info(path);
  return info && info->directory && !info->symlink;
}

}  // namespace

Result<std::vector<Path>> find_exports(FileSystem& files, const Path& path) {
  if (files.exists(path / "export.json") || files.exists(path / "records")) return std::vector<Path>{path};
  const auto names = files.list(path);
  if (!names) return fail(names.error().trouble, "find-exports.no-folder", path.string());
  std::vector<Path> found;
  bool unfinished = false;
  for (const auto& name : *names) {
    if (!is_folder(files, path / name)) continue;
    if (name.starts_with(".mingting-")) {
      unfinished = true;
    } else if (files.exists(path / name / "export.json")) {
      found.push_back(path / name);
    }
  }
  if (!found.empty()) return found;
  return fail(Trouble::NotFound, unfinished ? "find-exports.unfinished" : "find-exports.none", path.string());
}

Result<OpenedExports> open_exports(FileSystem& files, const Path& path, const std::string& office_secret_key) {
  const auto found = find_exports(files, path);
  if (!found) return fail(found.error());
  OpenedExports exports;
  for (const auto& folder : *found) exports.push_back(open_export(files, folder, office_secret_key));
  return exports;
}

}  // namespace mingting
