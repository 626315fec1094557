// Items by their id, and the quoting of their front matter.
#include "desk/entries/published.hpp"

#include "base/text/text.hpp"

namespace mingting {

bool is_item(const DeskWork& work, const std::string& item) {
  const Path path(item);
  if (item.empty() || path.is_absolute() || !path.has_filename() || !path.has_parent_path()) return false;
  for (const auto& part : path) {
    if (part.empty() || part.string().starts_with('.')) return false;
  }
  const auto info = work.files.info(work.content / (item + ".md"));
  return info && !info->directory && !info->special;
}

std::string published_item(const std::vector<Note>& notes) {
  std::string item;
  for (const auto& note : notes) {
    const auto field = note.fields.find("item");
    if (note.name == "published" && field != note.fields.end()) item = field->second;
  }
  return item;
}

std::string toml_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : clean_input(text, Lines::Many, 20'000)) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') quoted += "\\n";
    else if (c == '\t') quoted += "\\t";
    else quoted += c;
  }
  return quoted + "\"";
}

}  // namespace mingting
