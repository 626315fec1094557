// The plan is read as content files are, so that its faults are named alike.
#include "publish/files/faces.hpp"

#include "base/text/charset.hpp"
#include "base/text/face_plan.hpp"
#include "publish/files/source.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

namespace {

Result<std::vector<Path>> read_regular(FileSystem& files, const TomlValue& plan, FileReport& report) {
  std::vector<Path> faces;
  for (const auto& face : planned_faces(plan, "regular", report, remark("toml-place.group", "regular"))) {
    if (!face.file.empty() && !files.exists(face.file))
      return fail(Trouble::Unavailable, "screen-face.not-installed", face.file, face.package);
    faces.emplace_back(face.file);
  }
  return faces;
}

}  // namespace

Result<std::vector<Path>> screen_faces(FileSystem& files, const Path& plan) {
  const auto text = files.read(plan, kTextLimit);
  if (!text) return fail(Trouble::NotFound, "screen-face.no-plan", plan.string());
  if (const auto fault = charset_fault(*text))
    return fail(Trouble::Invalid, "screen-face.malformed-plan", plan.string(), fault->line, fault->what);
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
