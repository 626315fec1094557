// The number, the code that is shown this once, and that the one before is void.
#include "desk/told/intake/new_code.hpp"

#include "base/said/words.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"

namespace mingting {

std::string as_text(const CodeRenewed& renewed) {
  LabelledLines lines{{words("added.number"), renewed.entry.number},
                      {words("added.code"), words("added.code-once", renewed.code)}};
  if (renewed.file) lines.push_back({words("added.paper"), renewed.file->string()});
  auto text =
      words("new-code.done", renewed.entry.id) + "\n" + labelled_text(lines) + words("new-code.void") + "\n";
  if (renewed.trouble) text += words("new-code.no-file", *renewed.trouble) + "\n";
  return text;
}

OrderedJson as_json(const CodeRenewed& renewed) {
  OrderedJson json{{"ok", is_whole(renewed)},
                   {"id", renewed.entry.id},
                   {"number", renewed.entry.number},
                   {"code", renewed.code}};
  json["file"] = file_json(renewed.file);
  if (renewed.trouble) json["error"] = worded(*renewed.trouble);
  return json;
}

}  // namespace mingting
