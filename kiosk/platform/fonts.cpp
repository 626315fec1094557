// fonts.toml read and its files looked for.
#include "platform/fonts.hpp"

#include <string>

#include "base/text/face_plan.hpp"

namespace mingting::platform {
namespace {

constexpr std::uint64_t kMostPlanBytes = 64 * 1024;

/// The program does not start without its faces: what is wrong with one is found by what is missing of it.
class SilentReader final : public TomlReader {
 public:
  std::string kept(std::string_view text) const override { return std::string(text); }
  void note(const KeyFault&, const Remark&) override {}
};

Result<void> check(FileSystem& files, const PlannedFace& face, const Path& plan) {
  if (face.file.empty()) return fail(Trouble::Invalid, "fonts.no-file", plan.string(), face.line);
  if (face.em_scale < 0.5 || face.em_scale > 3)
    return fail(Trouble::Invalid, "fonts.bad-em-scale", plan.string(), face.line, face.file);
  if (files.exists(face.file)) return {};
  return fail(Trouble::Unavailable, "fonts.missing-package", face.file, face.package, face.package);
}

Result<std::vector<PlannedFace>> role(FileSystem& files, const TomlValue& root, std::string_view name,
                                      const Path& plan) {
  const auto* list = root.find(name);
  if (list == nullptr || list->value.items.empty())
    return fail(Trouble::Invalid, "fonts.none-of-kind", plan.string(), name);
  SilentReader reader;
  auto faces = planned_faces(root, name, reader);
  for (const auto& face : faces) {
    if (auto sound = check(files, face, plan); !sound) return fail(sound.error());
  }
  if (faces.size() != list->value.items.size())
    return fail(Trouble::Invalid, "fonts.no-tables", plan.string(), name);
  return faces;
}

ui::FaceFile on_screen(const PlannedFace& face) {
  return {face.file, face.index, static_cast<float>(face.em_scale)};
}

}  // namespace

Result<FontPlan> read_font_plan(FileSystem& files, const Path& plan) {
  const auto text = files.read(plan, kMostPlanBytes);
  if (!text) return fail(text.error());
  const auto root = read_toml(*text, plan.string());
  if (!root) return fail(root.error());
  FontPlan fonts;
  const auto fill = [&](std::string_view name, auto take) -> Result<void> {
    const auto faces = role(files, *root, name, plan);
    if (!faces) return fail(faces.error());
    for (const auto& face : *faces) take(face);
    return {};
  };
  auto done =
      fill("regular", [&](const PlannedFace& face) { fonts.screen.regular.push_back(on_screen(face)); });
  if (done)
    done = fill("bold", [&](const PlannedFace& face) { fonts.screen.bold.push_back(on_screen(face)); });
  if (done) done = fill("paper", [&](const PlannedFace& face) { fonts.paper.emplace_back(face.file); });
  if (!done) return fail(done.error());
  return fonts;
}

}  // namespace mingting::platform
