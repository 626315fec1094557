// Deadlines, like applications and papers of one entry, told.
#pragma once

#include "desk/cases/sheet.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

std::string as_text(const DeadlineAccount& account);
OrderedJson as_json(const DeadlineAccount& account);

std::string as_text(const SimilarEntries& similar);
OrderedJson as_json(const SimilarEntries& similar);

std::string as_text(const EntryPapers& papers);
OrderedJson as_json(const EntryPapers& papers);

}  // namespace mingting
