// How steps and notes are told: their fields by their titles, keys of tables by theirs, days in Chinese.
#pragma once

#include <string>

#include "desk/cases/recorded.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// 补正期限; a key without a title as it is.
std::string field_title(const std::string& field);
/// `step`: the name of the step it is a field of; "" for a note.
std::string field_value(const std::string& step, const std::string& field, const std::string& value);
/// Names of notes and of their fields in words: 答复.
std::string note_word(const std::string& key);
/// "3  2026年11月24日  发出补正告知  张示例", below it the step's own facts; void ones are marked.
std::string step_text(const RecordedStep& recorded);

OrderedJson step_json(const RecordedStep& recorded);

}  // namespace mingting
