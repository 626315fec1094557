// Exports opened and not kept, told: submissions for a person and for a program, and what is wrong with them.
#pragma once

#include <string>
#include <vector>

#include "desk/intake/exports.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// One record below the other, labels aligned for a fixed-width face (a Han character is two wide). What a visitor typed
/// cannot move the cursor or pass for a line of ours. Faults are not in it: problems_text has them.
std::string as_text(const OpenedExport& opened);
/// An object: format (1), kiosk {name, key, fingerprint}, made, records [{position, kind (submission, query-code), number, received,
/// clock_doubtful, clock, trusted, start, code_hash, form, form_title, form_version, rules, content_release,
/// about_item, answers [{field, label, value, display}]}], faults [{position, sentence}]. Times are local
/// with their offset: 2026-11-23T09:00:00+08:00.
OrderedJson as_json(const OpenedExport& opened);

/// Those that opened, one below the other; {"exports": [...]}.
std::string as_text(const OpenedExports& exports);
OrderedJson as_json(const OpenedExports& exports);

/// A line for each of the first 200 faults, and how many more there are; empty when there is none.
std::string fault_lines(const std::vector<RecordFault>& faults);
OrderedJson faults_json(const std::vector<RecordFault>& faults);
/// A line that names files which are no records of the export; "" when there are none. They are no fault: sticks collect them.
std::string stranger_text(const std::vector<std::string>& strangers);
/// What is wrong with each, in order: why it does not open, or its faults.
std::string problems_text(const OpenedExports& exports);

}  // namespace mingting
