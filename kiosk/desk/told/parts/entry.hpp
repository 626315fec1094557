// How an entry is told in every list and answer: as it may be shown.
#pragma once

#include <string>

#include "desk/entries/privacy.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// A person's name masked (张*), an organisation's as it is; （未留名） for none, （已清除） after erasure.
std::string applicant_text(const EntryHead& entry);
/// ***（加 --whole 看） for what is hidden.
std::string shown_text(const ShownWords& shown);
std::string kind_title(EntryKind kind);
/// 已答复 or 待答复, of feedback, comments and letters.
std::string answered_text(const ShownEntry& entry);

OrderedJson entry_json(const ShownEntry& entry);

}  // namespace mingting
