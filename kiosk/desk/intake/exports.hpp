// The office opens an export: submissions as text for a person and as JSON for a program.
#pragma once

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "intake/export_reader.hpp"

namespace mingting {

/// The exports at `path`: the folder itself when it is one, otherwise those directly below it, by name. Links
/// are not followed. Errors when there is none, and when there is only one that was never finished.
Result<std::vector<Path>> find_exports(FileSystem& files, const Path& path);

/// Chinese, one record below the other, labels aligned for a fixed-width face (a Han character is two wide).
/// What a visitor typed cannot move the cursor or pass for a line of ours. Faults are not in it: fault_report
/// has them.
std::string export_as_text(const OpenedExport& opened);
/// A line for each of the first 200 faults, and how many more there are; empty when there is none.
std::string fault_report(const OpenedExport& opened);
/// A line that names files which are no records of the export; "" when there are none. They are no fault: sticks collect them.
std::string stranger_text(const std::vector<std::string>& strangers);

/// An object: format (1), kiosk {name, key, fingerprint}, made, records [{position, number, received,
/// clock_doubtful, clock, start, code_hash, form, form_title, form_version, rules, content_release,
/// about_item, answers [{field, label, value, display}]}], faults [{position, sentence}]. Times are local
/// with their offset: 2026-11-23T09:00:00+08:00. Control and direction characters are escaped: safe on a terminal too.
std::string export_as_json(const OpenedExport& opened);
/// {"exports": [...]} of several.
std::string exports_as_json(const std::vector<OpenedExport>& exports);

}  // namespace mingting
