#include "publish/files/faces.hpp"

#include "publish/files/source.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

Result<std::vector<Path>> screen_faces(FileSystem& files, const Path& plan) {
  const auto text = files.read(plan, kTextLimit);
  if (!text)
    return fail(Trouble::NotFound, "face.no-plan", plan.string());
  FileReport report(plan.string());
  std::vector<Path> faces;
  if (const auto toml = parse_toml(*text, 1, report)) {
    Keys keys(*toml, report);
    for (const auto* entry : keys.tables("regular")) {
      Keys face(*entry, report, remark("toml-place.group", "regular"));
      const Path file = face.required_text("file");
      if (!file.empty() && !files.exists(file)) {
        return fail(Trouble::Unavailable, "face.not-installed", file.string(),
                    face.text("package"));
      }
      faces.push_back(file);
    }
  }
  if (const auto findings = report.take(); !findings.empty()) {
    return fail(Trouble::Invalid, "face.malformed-plan", findings.front().file, findings.front().line,
                findings.front().what);
  }
  if (faces.empty()) return fail(Trouble::Invalid, "face.empty-plan", plan.string());
  return faces;
}

}  // namespace mingting
