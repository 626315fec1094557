// The number, the code that is shown this once, the receipt, and where the application stands.
#include "desk/told/intake/added.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/intake/new_code.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"
#include "desk/told/parts/standing.hpp"

namespace mingting {

std::string as_text(const EntryAdded& added) {
  auto lines = code_lines(added.entry, added.code);
  lines.push_back({words("added.applicant"), applicant_text(added.entry)});
  if (added.receipt) {
    lines.push_back({words("added.paper"), document_text(*added.receipt) + (added.file ? " → " + added.file->string() : "")});
  }
  if (added.standing) {
    for (auto& line : standing_lines(*added.standing)) lines.push_back(std::move(line));
  }
  if (!added.missing.empty()) lines.push_back({words("added.missing"), words("added.to-correct", join(added.missing, "、"))});
  if (!added.doubts.empty()) lines.push_back({words("added.doubts"), words("added.kept", added.doubts)});
  auto text = words("added.done", added.entry.id, added.form_title) + "\n" + labelled_text(lines);
  if (added.trouble) text += words("added.no-receipt", *added.trouble) + "\n";
  return text;
}

OrderedJson as_json(const EntryAdded& added) {
  auto json = code_json(added.entry, added.code, is_whole(added));
  json["kind"] = named(kEntryKinds, added.entry.kind).key;
  json["missing"] = added.missing;
  auto doubts = OrderedJson::array();
  for (const auto& doubt : added.doubts) doubts.push_back(worded(doubt));
  json["doubts"] = std::move(doubts);
  json["document"] = added.receipt ? document_json(*added.receipt) : OrderedJson(nullptr);
  json["file"] = file_json(added.file);
  if (added.standing) json["standing"] = standing_json(*added.standing);
  if (added.trouble) json["error"] = worded(*added.trouble);
  return json;
}

}  // namespace mingting
