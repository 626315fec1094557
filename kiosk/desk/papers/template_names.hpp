// Which template a paper is made from.
#pragma once

#include <string>

#include "desk/papers/documents.hpp"

namespace mingting {

/// File name without ".toml": by kind, of letters by who is asked, of replies by their kind where there is one.
std::string template_name(FileSystem& files, const Path& content, DocumentKind kind, const Case& one);

}  // namespace mingting
