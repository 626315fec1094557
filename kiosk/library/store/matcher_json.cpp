// How is a decision table written as JSON, and read back?
#include "domain/matcher/matcher.hpp"
#include "library/store/json_members.hpp"

namespace mingting {

void members(auto& each, Like<MatchQuestion> auto& question) {
  each("id", question.id), each("title", question.title), each("title_en", question.title_en);
  each("help", question.help), each("help_en", question.help_en), each("kind", question.kind);
  each("unit", question.unit), each("unit_en", question.unit_en), each("choices", question.choices);
}

void members(auto& each, Like<Criterion> auto& criterion) {
  each("question", criterion.question), each("is", criterion.is), each("is_not", criterion.is_not);
  each("at_least", criterion.at_least), each("more_than", criterion.more_than), each("at_most", criterion.at_most);
  each("less_than", criterion.less_than), each("words", criterion.words);
  each("words_en", criterion.words_en), each("source", criterion.source);
}

void members(auto& each, Like<Requirement> auto& requirement) { each("any", requirement.any); }

void members(auto& each, Like<Outcome> auto& outcome) {
  each("id", outcome.id), each("title", outcome.title), each("title_en", outcome.title_en), each("gives", outcome.gives);
  each("gives_en", outcome.gives_en), each("target", outcome.target), each("until", outcome.until);
  each("requirements", outcome.requirements);
}

void members(auto& each, Like<MatchNext> auto& next) {
  each("target", next.target), each("label", next.label), each("label_en", next.label_en);
}

void members(auto& each, Like<Matcher> auto& matcher) {
  each("id", matcher.id), each("title", matcher.title), each("title_en", matcher.title_en);
  each("summary", matcher.summary), each("summary_en", matcher.summary_en), each("source", matcher.source);
  each("sample", matcher.sample), each("policy", matcher.policy), each("questions", matcher.questions);
  each("outcomes", matcher.outcomes), each("next", matcher.next);
}

std::string matcher_to_json(const Matcher& matcher) { return JsonWriter::json_of(matcher).dump(); }

Matcher matcher_from_json(std::string_view text) {
  Matcher matcher;
  JsonReader::read(nlohmann::json::parse(text), matcher);
  return matcher;
}

}  // namespace mingting
