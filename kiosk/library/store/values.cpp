// Values of the field as they stand in a row, and back.
#include "library/store/values.hpp"

#include <nlohmann/json.hpp>

#include "library/store/json_members.hpp"

namespace mingting {

// What a form is made of.
void members(auto& each, Like<Condition> auto& condition) {
  each("field", condition.field), each("values", condition.values);
}

void members(auto& each, Like<Field> auto& field) {
  each("id", field.id), each("kind", field.kind), each("label", field.label), each("label_en", field.label_en);
  each("help", field.help), each("help_en", field.help_en), each("required", field.required);
  each.later("instead", field.instead);
  each("max_length", field.max_length), each("applicant", field.applicant), each("personal", field.personal);
  each("paper_field", field.paper_field), each("search", field.search), each("choices", field.choices);
  each.later("others", field.others), each.later("others_en", field.others_en), each.later("folded", field.folded);
  each("shown_when", field.shown_when);
}

void members(auto& each, Like<FormStep> auto& step) {
  each("title", step.title), each("title_en", step.title_en), each("help", step.help), each("help_en", step.help_en);
  each.later("more", step.more), each.later("more_en", step.more_en);
  each("fields", step.fields), each("shown_when", step.shown_when);
}

void members(auto& each, Like<NextIf> auto& next) {
  each("when", next.when), each("sentence", next.sentence), each("sentence_en", next.sentence_en);
}

void members(auto& each, Like<FormNote> auto& note) {
  each("title", note.title), each("title_en", note.title_en), each("lines", note.lines), each("lines_en", note.lines_en);
  each("folded", note.folded);
}

void members(auto& each, Like<FormAdvice> auto& advice) {
  each("code", advice.code), each("fields", advice.fields), each("words", advice.words), each("except", advice.except);
  each("sentence", advice.sentence), each("sentence_en", advice.sentence_en), each("article", advice.article);
  each("article_en", advice.article_en), each("channel", advice.channel), each("channel_en", advice.channel_en);
}

void members(auto& each, Like<Form> auto& form) {
  each("id", form.id), each("title", form.title), each("title_en", form.title_en), each("intro", form.intro);
  each("intro_en", form.intro_en), each("version", form.version), each("rules", form.rules), each("next", form.next);
  each("next_en", form.next_en), each.later("next_if", form.next_if), each.later("notes", form.notes);
  each.later("advice", form.advice), each.later("promise_days", form.promise_days);
  each.later("countersign", form.countersign), each("steps", form.steps);
}

namespace {

using Json = nlohmann::json;

Json to_json(const Span& span) {
  Json json{{"text", span.text}};
  if (span.strong) json["strong"] = true;
  if (span.emphasis) json["emphasis"] = true;
  if (!span.link.empty()) json["link"] = span.link;
  if (span.struck) json["struck"] = true;
  return json;
}

bool is_one_plain_run(const Block& block) {
  if (!block.cells.empty() || !block.alt.empty() || block.spans.size() > 1) return false;
  return block.spans.empty() || (block.spans[0] == Span{.text = block.spans[0].text} && !block.spans[0].text.empty());
}

}  // namespace

std::optional<RelationKind> inverse(RelationKind kind) {
  switch (kind) {
    case RelationKind::Explains: return RelationKind::ExplainedBy;
    case RelationKind::ExplainedBy: return RelationKind::Explains;
    case RelationKind::Replaces: return RelationKind::ReplacedBy;
    case RelationKind::ReplacedBy: return RelationKind::Replaces;
    case RelationKind::CarriesOut: return RelationKind::CarriedOutBy;
    case RelationKind::CarriedOutBy: return RelationKind::CarriesOut;
    case RelationKind::AnswersTo:
    case RelationKind::Related: break;
  }
  return std::nullopt;
}

std::optional<std::string> block_detail(const Block& block) {
  if (is_one_plain_run(block)) return std::nullopt;
  Json json = Json::object();
  for (const auto& span : block.spans) json["spans"].push_back(to_json(span));
  if (!block.cells.empty()) json["cells"] = block.cells;
  if (!block.alt.empty()) json["alt"] = block.alt;
  return json.dump();
}

void restore_block(Block& block, std::string text, std::string_view detail) {
  if (detail.empty()) {
    if (!text.empty()) block.spans.push_back({.text = std::move(text)});
    return;
  }
  const Json json = Json::parse(detail);
  if (const auto spans = json.find("spans"); spans != json.end()) {
    for (const auto& span : *spans) {
      block.spans.push_back({span.at("text"), span.value("strong", false), span.value("emphasis", false),
                             span.value("link", std::string()), span.value("struck", false)});
    }
  }
  if (const auto cells = json.find("cells"); cells != json.end()) cells->get_to(block.cells);
  block.alt = json.value("alt", std::string());
}

std::string form_to_json(const Form& form) { return JsonWriter::json_of(form).dump(); }

Form form_from_json(std::string_view text) {
  Form form;
  JsonReader::read(Json::parse(text), form);
  return form;
}

}  // namespace mingting
