// How a paper that went out is told.
#pragma once

#include <string>
#include <vector>

#include "desk/papers/documents.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// The title of a paper's kind: 补正告知书.
std::string document_title(const std::string& kind);
/// 补正告知书 南公开补〔2026〕1号
std::string document_text(const IssuedDocument& document);
/// A line for each, with its day.
std::string documents_text(const std::vector<IssuedDocument>& documents);

OrderedJson document_json(const IssuedDocument& document);
OrderedJson documents_json(const std::vector<IssuedDocument>& documents);
/// Null where no PDF was written.
OrderedJson file_json(const std::optional<Path>& file);

}  // namespace mingting
