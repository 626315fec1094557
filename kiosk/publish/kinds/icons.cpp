// Pictures of things an office speaks of; those of the kiosk's own buttons are not among them.
#include "publish/kinds/icons.hpp"

#include <algorithm>

namespace mingting {

const std::vector<std::string>& icon_names() {
  static const std::vector<std::string> kNames{
      "search", "gazette",  "explain", "card",     "apply", "feedback", "status",   "guide",
      "home",   "document", "clock",   "calendar", "group", "list",     "question", "hall",
      "info",   "phone",    "place",   "bell",     "book",  "chart",    "folder",   "globe",
      "lock",   "money",    "person",  "scale",    "star",  "warn",     "reply",    "edit"};
  return kNames;
}

bool is_icon(const std::string& name, int line, FileReport& report) {
  const auto& known = icon_names();
  if (name.empty() || std::ranges::find(known, name) != known.end()) return true;
  report.error(line, "icon.unknown", name, nearest_hint(name, known));
  return false;
}

std::string read_icon(TomlKeys& keys, FileReport& report) {
  auto icon = keys.text("icon");
  return is_icon(icon, keys.line("icon"), report) ? icon : "";
}

}  // namespace mingting
