// What a form was answered, read from a file the clerk wrote.
#pragma once

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/form/form.hpp"

namespace mingting {

/// JSON or TOML by the file's name: field id and value; a list for several choices.
Result<Answers> read_answers(FileSystem& files, const Path& file);

}  // namespace mingting
