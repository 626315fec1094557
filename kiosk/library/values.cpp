#include "library/values.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace mingting {
namespace {

using Json = nlohmann::json;

template <class Value>
struct Named {
  Value value;
  const char* name;
};

constexpr std::array kColumnKinds{Named{ColumnKind::List, "list"}, Named{ColumnKind::Groups, "groups"},
                                  Named{ColumnKind::Cards, "cards"}, Named{ColumnKind::Questions, "questions"}};
constexpr std::array kBlockKinds{Named{BlockKind::Heading, "heading"}, Named{BlockKind::Paragraph, "paragraph"},
                                 Named{BlockKind::Bullet, "bullet"},   Named{BlockKind::Numbered, "numbered"},
                                 Named{BlockKind::Quote, "quote"},     Named{BlockKind::Table, "table"},
                                 Named{BlockKind::Picture, "picture"}, Named{BlockKind::Rule, "rule"}};
constexpr std::array kRelationKinds{
    Named{RelationKind::Explains, "explains"},         Named{RelationKind::ExplainedBy, "explained-by"},
    Named{RelationKind::Replaces, "replaces"},         Named{RelationKind::ReplacedBy, "replaced-by"},
    Named{RelationKind::CarriesOut, "carries-out"},    Named{RelationKind::CarriedOutBy, "carried-out-by"},
    Named{RelationKind::AnswersTo, "answers"},           Named{RelationKind::Related, "related"}};
constexpr std::array kDisclosures{Named{Disclosure::Proactive, "主动公开"}, Named{Disclosure::OnRequest, "依申请公开"},
                                  Named{Disclosure::Withheld, "不予公开"}};
constexpr std::array kValidities{Named{Validity::Unstated, "未注明"}, Named{Validity::InForce, "有效"},
                                 Named{Validity::Amended, "已修改"}, Named{Validity::Repealed, "废止"},
                                 Named{Validity::Expired, "失效"}};
constexpr std::array kFieldKinds{
    Named{FieldKind::Text, "text"},         Named{FieldKind::LongText, "long-text"}, Named{FieldKind::Choice, "choice"},
    Named{FieldKind::Choices, "choices"},   Named{FieldKind::Phone, "phone"},        Named{FieldKind::Email, "email"},
    Named{FieldKind::Postcode, "postcode"}, Named{FieldKind::Identity, "identity"},
    Named{FieldKind::CreditCode, "credit-code"}, Named{FieldKind::Day, "date"},     Named{FieldKind::Rating, "rating"},
    Named{FieldKind::Consent, "consent"}};
constexpr std::array kRuleSets{Named{RuleSet::None, "none"}, Named{RuleSet::Application, "application"},
                               Named{RuleSet::Feedback, "feedback"}, Named{RuleSet::Comment, "comment"},
                               Named{RuleSet::Letter, "letter"}};

template <class Table, class Value>
const char* name_in(const Table& table, Value value) {
  for (const auto& entry : table) {
    if (entry.value == value) return entry.name;
  }
  return table.front().name;
}

template <class Table>
auto value_in(const Table& table, std::string_view name) {
  for (const auto& entry : table) {
    if (name == entry.name) return entry.value;
  }
  throw std::runtime_error("unknown name");
}

Json to_json(const std::optional<Condition>& condition) {
  if (!condition) return nullptr;
  return {{"field", condition->field}, {"values", condition->values}};
}

std::optional<Condition> condition_from(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return Condition{json.at("field"), json.at("values")};
}

Json to_json(const Field& field) {
  Json choices = Json::array();
  for (const auto& c : field.choices)
    choices.push_back({{"value", c.value}, {"label", c.label}, {"label_en", c.label_en}, {"help", c.help}});
  return {{"id", field.id},
          {"kind", name_in(kFieldKinds, field.kind)},
          {"label", field.label},
          {"label_en", field.label_en},
          {"help", field.help},
          {"help_en", field.help_en},
          {"required", field.required},
          {"max_length", field.max_length},
          {"applicant", field.applicant},
          {"personal", field.personal},
          {"paper_field", field.paper_field},
          {"search", field.search},
          {"choices", choices},
          {"shown_when", to_json(field.shown_when)}};
}

Field field_from(const Json& json) {
  Field field{.id = json.at("id"),
              .kind = value_in(kFieldKinds, json.at("kind").get<std::string>()),
              .label = json.at("label"),
              .label_en = json.at("label_en"),
              .help = json.at("help"),
              .help_en = json.at("help_en"),
              .required = json.at("required"),
              .max_length = json.at("max_length"),
              .applicant = json.at("applicant"),
              .personal = json.at("personal"),
              .paper_field = json.at("paper_field"),
              .search = json.at("search"),
              .choices = {},
              .shown_when = condition_from(json.at("shown_when"))};
  for (const auto& c : json.at("choices"))
    field.choices.push_back({c.at("value"), c.at("label"), c.at("label_en"), c.at("help")});
  return field;
}

Json to_json(const FormStep& step) {
  Json fields = Json::array();
  for (const auto& field : step.fields) fields.push_back(to_json(field));
  return {{"title", step.title}, {"title_en", step.title_en}, {"help", step.help},
          {"help_en", step.help_en}, {"fields", fields}, {"shown_when", to_json(step.shown_when)}};
}

FormStep step_from(const Json& json) {
  FormStep step{.title = json.at("title"),
                .title_en = json.at("title_en"),
                .help = json.at("help"),
                .help_en = json.at("help_en"),
                .fields = {},
                .shown_when = condition_from(json.at("shown_when"))};
  for (const auto& field : json.at("fields")) step.fields.push_back(field_from(field));
  return step;
}

Json to_json(const NextIf& next) {
  return {{"when", to_json(std::optional(next.when))}, {"sentence", next.sentence}, {"sentence_en", next.sentence_en}};
}

NextIf next_if_from(const Json& json) {
  return {{json.at("when").at("field"), json.at("when").at("values")}, json.at("sentence"), json.at("sentence_en")};
}

Json to_json(const FormNote& note) {
  return {{"title", note.title},
          {"title_en", note.title_en},
          {"lines", note.lines},
          {"lines_en", note.lines_en},
          {"folded", note.folded}};
}

FormNote note_from(const Json& json) {
  return {json.at("title"), json.at("title_en"), json.at("lines"), json.at("lines_en"), json.at("folded")};
}

Json to_json(const FormAdvice& advice) {
  return {{"code", advice.code},         {"fields", advice.fields},           {"words", advice.words},
          {"except", advice.except},     {"sentence", advice.sentence},       {"sentence_en", advice.sentence_en},
          {"article", advice.article},   {"article_en", advice.article_en},   {"channel", advice.channel},
          {"channel_en", advice.channel_en}};
}

FormAdvice advice_from(const Json& json) {
  return {.code = json.at("code"),
          .fields = json.at("fields"),
          .words = json.at("words"),
          .except = json.at("except"),
          .sentence = json.at("sentence"),
          .sentence_en = json.at("sentence_en"),
          .article = json.at("article"),
          .article_en = json.at("article_en"),
          .channel = json.at("channel"),
          .channel_en = json.at("channel_en")};
}

template <class Values>
Json list_to_json(const Values& values) {
  Json list = Json::array();
  for (const auto& value : values) list.push_back(to_json(value));
  return list;
}

/// Nothing when the release is older than the key.
template <class Read>
auto list_from(const Json& json, const char* key, Read read) {
  std::vector<decltype(read(json))> values;
  if (const auto found = json.find(key); found != json.end()) {
    for (const auto& value : *found) values.push_back(read(value));
  }
  return values;
}

Json to_json(const Span& span) {
  Json json{{"text", span.text}};
  if (span.strong) json["strong"] = true;
  if (span.emphasis) json["emphasis"] = true;
  if (!span.link.empty()) json["link"] = span.link;
  return json;
}

bool is_one_plain_run(const Block& block) {
  if (!block.cells.empty() || !block.alt.empty() || block.spans.size() > 1) return false;
  return block.spans.empty() || (block.spans[0] == Span{.text = block.spans[0].text} && !block.spans[0].text.empty());
}

}  // namespace

const char* name_of(ColumnKind kind) { return name_in(kColumnKinds, kind); }
const char* name_of(BlockKind kind) { return name_in(kBlockKinds, kind); }
const char* name_of(RelationKind kind) { return name_in(kRelationKinds, kind); }
const char* name_of(Disclosure disclosure) { return name_in(kDisclosures, disclosure); }
const char* name_of(Validity validity) { return name_in(kValidities, validity); }
ColumnKind column_kind(std::string_view name) { return value_in(kColumnKinds, name); }
BlockKind block_kind(std::string_view name) { return value_in(kBlockKinds, name); }
RelationKind relation_kind(std::string_view name) { return value_in(kRelationKinds, name); }
Disclosure disclosure_named(std::string_view name) { return value_in(kDisclosures, name); }
Validity validity_named(std::string_view name) { return value_in(kValidities, name); }

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
                             span.value("link", std::string())});
    }
  }
  if (const auto cells = json.find("cells"); cells != json.end()) cells->get_to(block.cells);
  block.alt = json.value("alt", std::string());
}

std::string form_to_json(const Form& form) {
  Json steps = Json::array();
  for (const auto& step : form.steps) steps.push_back(to_json(step));
  return Json{{"id", form.id},
              {"title", form.title},
              {"title_en", form.title_en},
              {"intro", form.intro},
              {"intro_en", form.intro_en},
              {"version", form.version},
              {"rules", name_in(kRuleSets, form.rules)},
              {"next", form.next},
              {"next_en", form.next_en},
              {"next_if", list_to_json(form.next_if)},
              {"notes", list_to_json(form.notes)},
              {"advice", list_to_json(form.advice)},
              {"promise_days", form.promise_days},
              {"countersign", form.countersign},
              {"steps", steps}}
      .dump();
}

Form form_from_json(std::string_view text) {
  const Json json = Json::parse(text);
  Form form{.id = json.at("id"),
            .title = json.at("title"),
            .title_en = json.at("title_en"),
            .intro = json.at("intro"),
            .intro_en = json.at("intro_en"),
            .version = json.at("version"),
            .rules = value_in(kRuleSets, json.at("rules").get<std::string>()),
            .next = json.at("next"),
            .next_en = json.at("next_en"),
            .next_if = list_from(json, "next_if", next_if_from),
            .notes = list_from(json, "notes", note_from),
            .advice = list_from(json, "advice", advice_from),
            .promise_days = json.value("promise_days", 0),
            .countersign = json.value("countersign", false),
            .steps = {}};
  for (const auto& step : json.at("steps")) form.steps.push_back(step_from(step));
  return form;
}

std::string table_columns_to_json(const std::vector<TableColumn>& columns) {
  Json json = Json::array();
  for (const auto& c : columns) json.push_back({{"name", c.name}, {"title", c.title}, {"type", c.type}, {"unit", c.unit}});
  return json.dump();
}

std::vector<TableColumn> table_columns_from_json(std::string_view text) {
  std::vector<TableColumn> columns;
  for (const auto& c : Json::parse(text)) columns.push_back({c.at("name"), c.at("title"), c.at("type"), c.at("unit")});
  return columns;
}

std::string texts_to_json(const std::vector<std::string>& texts) { return Json(texts).dump(); }
std::vector<std::string> texts_from_json(std::string_view text) { return Json::parse(text); }

}  // namespace mingting
