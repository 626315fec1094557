// The number, the code that is shown this once, and that the one before is void.
#include "desk/told/intake/new_code.hpp"

#include "base/said/words.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"

namespace mingting {

LabelledLines code_lines(const EntryHead& entry, const std::string& code) {
  return {{words("added.number"), entry.number}, {words("added.code"), words("added.code-once", code)}};
}

OrderedJson code_json(const EntryHead& entry, const std::string& code, bool whole) {
  return {{"ok", whole}, {"id", entry.id}, {"number", entry.number}, {"code", code}};
}

std::string as_text(const CodeRenewed& renewed) {
  auto lines = code_lines(renewed.entry, renewed.code);
  if (renewed.file) lines.push_back({words("added.paper"), renewed.file->string()});
  auto text =
      words("new-code.done", renewed.entry.id) + "\n" + labelled_text(lines) + words("new-code.void") + "\n";
  if (renewed.trouble) text += words("new-code.no-file", *renewed.trouble) + "\n";
  return text;
}

OrderedJson as_json(const CodeRenewed& renewed) {
  auto json = code_json(renewed.entry, renewed.code, is_whole(renewed));
  json["file"] = file_json(renewed.file);
  if (renewed.trouble) json["error"] = worded(*renewed.trouble);
  return json;
}

}  // namespace mingting
