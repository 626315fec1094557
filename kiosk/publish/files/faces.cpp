// The plan is read as content files are, so that its faults are named alike.
#include "publish/files/faces.hpp"

#include "publish/files/source.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

namespace {

Result<std::vector<Path>> read_regular(FileSystem& files, const TomlValue& plan, FileReport& report) {
  std::vector<Path> faces;
  for (const auto* entry : Keys(plan, report).tables("regular")) {
    Keys face(*entry, report, remark("toml-place.group", "regular"));
    const Path file = face.required_text("file");
    if (!file.empty() && !files.exists(file))
      return fail(Trouble::Unavailable, "screen-face.not-installed", file.string(), face.text("package"));
    faces.push_back(file);
  }
  return faces;
}

}  // namespace

Result<std::vector<Path>> screen_faces(FileSystem& files, const Path& plan) {
  const auto text = files.read(plan, kTextLimit);
  if (!text) return fail(Trouble::NotFound, "screen-face.no-plan", plan.string());
  FileReport report(plan.string());
  Result<std::vector<Path>> faces;
  if (const auto toml = parse_toml(*text, 1, report)) faces = read_regular(files, *toml, report);
  if (!faces) return faces;
  if (const auto findings = report.take(); !findings.empty()) {
    const auto& first = findings.front();
    return fail(Trouble::Invalid, "screen-face.malformed-plan", first.file, first.line, first.what);
  }
  if (faces->empty()) return fail(Trouble::Invalid, "screen-face.empty-plan", plan.string());
  return faces;
}

}  // namespace mingting
