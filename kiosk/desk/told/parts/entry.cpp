// What is masked or hidden says so; what is not there says why.
#include "desk/told/parts/entry.hpp"

#include "base/said/words.hpp"
#include "desk/told/parts/days.hpp"

namespace mingting {

std::string applicant_text(const EntryHead& entry) {
  if (entry.erased) return words("entry.erased");
  return entry.applicant.empty() ? words("entry.unnamed") : entry.applicant;
}

std::string shown_text(const ShownWords& shown) { return shown.hidden ? words("entry.hidden") : shown.text; }

std::string kind_title(EntryKind kind) { return std::string(named(kEntryKinds, kind).title); }

std::string answered_text(const ShownEntry& entry) { return words(entry.finished ? "entry.answered" : "entry.unanswered"); }

OrderedJson entry_json(const ShownEntry& entry) {
  const auto& head = entry.head;
  OrderedJson json{{"id", head.id},
                   {"number", head.number},
                   {"kind", named(kEntryKinds, head.kind).key},
                   {"applicant", head.erased ? "" : applicant_text(head)},
                   {"applicant_kind", named(kApplicantKinds, head.applicant_kind).key},
                   {"wanted", shown_text(entry.wanted)},
                   {"form", entry.form},
                   {"received", moment_json(entry.received)},
                   {"clock_doubtful", entry.clock_doubtful}};
  json["finished"] = entry.finished ? OrderedJson(iso_date(*entry.finished)) : OrderedJson(nullptr);
  json["outcome"] = entry.outcome ? OrderedJson(named(kReplyKinds, *entry.outcome).key) : OrderedJson(nullptr);
  if (head.erased) json["erased"] = true;
  return json;
}

}  // namespace mingting
