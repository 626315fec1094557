#include "publish/files/faces.hpp"

#include "publish/files/source.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

Result<std::vector<Path>> screen_faces(FileSystem& files, const Path& plan) {
  const auto text = files.read(plan, kTextLimit);
  if (!text)
    return fail(Trouble::NotFound, "字体表读不出来：{}。请用 --fonts 指定 fonts.toml", plan.string());
  FileReport report(plan.string());
  std::vector<Path> faces;
  if (const auto toml = parse_toml(*text, 1, report)) {
    Keys keys(*toml, report);
    for (const auto* entry : keys.tables("regular")) {
      Keys face(*entry, report, "[[regular]] 的 ");
      const Path file = face.required_text("file");
      if (!file.empty() && !files.exists(file)) {
        return fail(Trouble::Unavailable, "没有字体 {}：请安装软件包 {}", file.string(),
                    face.text("package"));
      }
      faces.push_back(file);
    }
  }
  if (const auto findings = report.take(); !findings.empty()) {
    return fail(Trouble::Invalid, "{}:{}: {}", findings.front().file, findings.front().line,
                findings.front().sentence);
  }
  if (faces.empty()) return fail(Trouble::Invalid, "{} 里没有屏幕字体：请用 [[regular]] 写明", plan.string());
  return faces;
}

}  // namespace mingting
