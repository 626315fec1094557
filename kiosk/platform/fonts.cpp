// fonts.toml read and its files looked for.
#include "platform/fonts.hpp"

#include <string>

#include "base/text/toml.hpp"

namespace mingting::platform {
namespace {

constexpr std::uint64_t kMostPlanBytes = 64 * 1024;

struct Face {
  ui::FaceFile file;
  std::string package;
};

Result<Face> face_of(const toml::table& table, const Path& plan) {
  const auto line = table.source().begin.line;
  const auto file = table["file"].value<std::string>();
  const auto scale = table["em_scale"].value_or(0.0);
  if (!file || file->empty())
    return fail(Trouble::Invalid, "fonts.no-file", plan.string(), line);
  if (scale < 0.5 || scale > 3)
    return fail(Trouble::Invalid, "fonts.bad-em-scale", plan.string(), line, *file);
  return Face{{*file, table["index"].value_or(0), static_cast<float>(scale)},
              table["package"].value_or(std::string{})};
}

Result<void> require(FileSystem& files, const Face& face) {
  if (files.exists(face.file.file)) return {};
  return fail(Trouble::Unavailable, "fonts.missing-package", face.file.file.string(), face.package, face.package);
}

Result<std::vector<Face>> role(FileSystem& files, const toml::table& root, std::string_view name,
                               const Path& plan) {
  const toml::array* list = root[name].as_array();
  if (list == nullptr || list->empty())
    return fail(Trouble::Invalid, "fonts.none-of-kind", plan.string(), name);
  std::vector<Face> faces;
  for (const auto& entry : *list) {
    if (!entry.is_table()) return fail(Trouble::Invalid, "fonts.no-tables", plan.string(), name);
    auto face = face_of(*entry.as_table(), plan);
    if (!face) return fail(face.error());
    if (auto there = require(files, *face); !there) return fail(there.error());
    faces.push_back(std::move(*face));
  }
  return faces;
}

Result<toml::table> parse(const std::string& text, const Path& plan) {
  try {
    return parse_toml(text, plan.string());
  } catch (const toml::parse_error& error) {
    return fail(Trouble::Invalid, "fonts.malformed", plan.string(), error.source().begin.line, error.description());
  }
}

}  // namespace

Result<FontPlan> read_font_plan(FileSystem& files, const Path& plan) {
  const auto text = files.read(plan, kMostPlanBytes);
  if (!text) return fail(text.error());
  const auto root = parse(*text, plan);
  if (!root) return fail(root.error());
  FontPlan fonts;
  const auto fill = [&](std::string_view name, auto take) -> Result<void> {
    const auto faces = role(files, *root, name, plan);
    if (!faces) return fail(faces.error());
    for (const auto& face : *faces) take(face);
    return {};
  };
  auto done = fill("regular", [&](const Face& face) { fonts.screen.regular.push_back(face.file); });
  if (done) done = fill("bold", [&](const Face& face) { fonts.screen.bold.push_back(face.file); });
  if (done) done = fill("paper", [&](const Face& face) { fonts.paper.push_back(face.file.file); });
  if (!done) return fail(done.error());
  return fonts;
}

}  // namespace mingting::platform
