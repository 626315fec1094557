// A role is a list of tables, one for each face.
#include "base/text/face_plan.hpp"

namespace mingting {

std::vector<PlannedFace> planned_faces(const TomlValue& plan, std::string_view role, TomlReader& reader,
                                       const Remark& place) {
  std::vector<PlannedFace> faces;
  for (const auto* table : TomlKeys(plan, reader).tables(role)) {
    PlannedFace face{.file = TomlKeys(*table, reader, place).required_text("file"), .line = table->line};
    if (const auto* index = table->find("index")) face.index = static_cast<int>(index->value.integer);
    if (const auto* scale = table->find("em_scale")) face.em_scale = scale->value.real;
    if (const auto* package = table->find("package")) face.package = package->value.written();
    faces.push_back(std::move(face));
  }
  return faces;
}

}  // namespace mingting
