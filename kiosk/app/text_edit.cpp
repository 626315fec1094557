// A text and its caret, edited by characters.
#include "app/text_edit.hpp"

#include <algorithm>

#include "base/text/characters.hpp"

namespace mingting {

Inserted insert(const TextEdit& edit, std::string_view typed, Lines lines, std::size_t most) {
  const auto points = to_code_points(edit.text);
  const auto caret = std::min(edit.caret, points.size());
  const auto before = to_utf8(points.substr(0, caret)), after = to_utf8(points.substr(caret));
  const auto used = count_characters(edit.text);
  const auto clean = marks_composed(clean_input(typed, lines, (most + 1) * kMostOfOne));  // more than there can be room for
  // An accent joins the letter before it, so the room is that of the whole.
  auto added = first_characters(clean, most > used ? most - used : 0);
  if (added.size() < clean.size() && count_characters(before + clean + after) <= most) added = clean;
  const bool cut = added.size() < clean.size();
  return {with_caret(before + std::string(added) + after, caret + count_code_points(added)), count_characters(added), cut};
}

TextEdit apply(const TextEdit& edit, EditKey key) {
  const auto points = to_code_points(edit.text);
  const auto caret = std::min(edit.caret, points.size());
  const auto left = caret == 0 ? 0 : character_begin(edit.text, caret - 1);
  const auto right = character_end(edit.text, caret);
  const auto without = [&](std::size_t from, std::size_t to) { return to_utf8(points.substr(0, from)) + to_utf8(points.substr(to)); };
  switch (key) {
    case EditKey::Backspace: return with_caret(without(left, caret), left);
    case EditKey::Delete: return with_caret(without(caret, right), caret);
    case EditKey::Left: return {edit.text, left};
    case EditKey::Right: return {edit.text, right};
    case EditKey::Home: return {edit.text, 0};
    case EditKey::End: break;
  }
  return {edit.text, points.size()};
}

TextEdit with_caret(std::string text, std::size_t caret) {
  const auto begin = character_begin(text, caret);
  return {std::move(text), begin};
}

}  // namespace mingting
