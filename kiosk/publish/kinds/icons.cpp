// Pictures of things an office speaks of; those of the kiosk's own buttons are not among them.
#include "publish/kinds/icons.hpp"

#include <algorithm>

namespace mingting {

const std::vector<std::string>& icon_names() {
  static const std::vector<std::string> kNames{
      "search", "gazette",  "explain", "card",     "apply", "feedback", "status",   "guide",
      "home",   "document", "clock",   "calendar", "group", "list",     "question", "hall",
      "info",   "phone",    "place",   "bell",     "book",  "chart",    "folder",   "globe",
      "lock",   "money",    "person",  "scale",    "star",  "warn"};
  return kNames;
}

std::string read_icon(TomlKeys& keys, FileReport& report) {
  auto icon = keys.text("icon");
  const auto& known = icon_names();
  if (icon.empty() || std::ranges::find(known, icon) != known.end()) return icon;
  report.error(keys.line("icon"), "icon.unknown", icon, nearest_hint(icon, known));
  return "";
}

}  // namespace mingting
