// forms/NAME.toml: a form, its steps and fields.
#pragma once

#include "domain/content/content.hpp"
#include "domain/form/form.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

/// `id`: the file's name. The form is given as far as it could be read; what is wrong is in the report.
Form read_form(std::string id, const std::string& text, FileReport& report);

}  // namespace mingting
