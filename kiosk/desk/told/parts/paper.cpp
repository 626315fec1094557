// A paper is called by its kind's title and its number; a void one says so.
#include "desk/told/parts/paper.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"

namespace mingting {

std::string document_title(const std::string& kind) {
  const auto known = value_named(kDocumentKinds, kind);
  return known ? std::string(named(kDocumentKinds, *known).title) : kind;
}

std::string document_text(const IssuedDocument& document) {
  return document_title(document.kind) + (document.number.empty() ? "" : " " + document.number) +
         (document.is_void ? words("papers.void") : "");
}

std::string documents_text(const std::vector<IssuedDocument>& documents) {
  std::string text;
  for (const auto& each : documents) text += fmt::format("  {}  {}\n", chinese_date(each.on), document_text(each));
  return text;
}

OrderedJson document_json(const IssuedDocument& document) {
  return {{"id", document.id},         {"step", document.step},
          {"kind", document.kind},     {"title", document_title(document.kind)},
          {"number", document.number}, {"on", iso_date(document.on)},
          {"void", document.is_void}};
}

OrderedJson documents_json(const std::vector<IssuedDocument>& documents) {
  auto list = OrderedJson::array();
  for (const auto& each : documents) list.push_back(document_json(each));
  return list;
}

OrderedJson file_json(const std::optional<Path>& file) { return file ? OrderedJson(file->string()) : OrderedJson(nullptr); }

}  // namespace mingting
