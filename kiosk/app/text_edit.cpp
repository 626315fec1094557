// A text and its caret, edited by code points.
#include "app/text_edit.hpp"

#include <algorithm>

namespace mingting {

TextEdit insert(const TextEdit& edit, std::string_view typed, Lines lines, std::size_t max_code_points) {
  auto points = to_code_points(edit.text);
  const auto caret = std::min(edit.caret, points.size());
  const auto room = max_code_points > points.size() ? max_code_points - points.size() : 0;
  const auto added = to_code_points(clean_input(typed, lines, room));
  points.insert(caret, added);
  return {to_utf8(points), caret + added.size()};
}

TextEdit apply(const TextEdit& edit, EditKey key) {
  auto points = to_code_points(edit.text);
  auto caret = std::min(edit.caret, points.size());
  switch (key) {
    case EditKey::Backspace:
      if (caret > 0) points.erase(--caret, 1);
      break;
    case EditKey::Delete:
      if (caret < points.size()) points.erase(caret, 1);
      break;
    case EditKey::Left: caret -= caret > 0 ? 1 : 0; break;
    case EditKey::Right: caret += caret < points.size() ? 1 : 0; break;
    case EditKey::Home: caret = 0; break;
    case EditKey::End: caret = points.size(); break;
  }
  return {to_utf8(points), caret};
}

}  // namespace mingting
