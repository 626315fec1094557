// Questions are read first: what a condition says of an answer must be among the answers.
#include "publish/kinds/matcher.hpp"

#include <algorithm>

#include "publish/files/folder.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostQuestions = 30, kMostOutcomes = 300;  // beyond these nobody finds through, and the next question waits
constexpr std::int64_t kLargest = 1'000'000'000'000;

class MatcherReader {
 public:
  explicit MatcherReader(MatcherFile& file) : file_(file), matcher_(file.matcher), report_(file.report) {}

  void read(const TomlValue& toml) {
    TomlKeys keys(toml, report_);
    read_head(keys);
    for (const auto* question : keys.tables("questions")) read_question(*question);
    for (const auto* outcome : keys.tables("outcomes")) read_outcome(*outcome);
    keys.finish();
    check_amount(keys);
    check_use();
    if (untranslated_ > 0) report_.warning(0, "form-file.untranslated", untranslated_, first_untranslated_);
  }

 private:
  void read_head(TomlKeys& keys) {
    bilingual(keys, "title", matcher_.title, matcher_.title_en, true);
    bilingual(keys, "summary", matcher_.summary, matcher_.summary_en, false);
    matcher_.source = keys.required_text("source");
    matcher_.sample = keys.truth("sample", false);
    matcher_.policy = keys.one_of("policy", kHitPolicies, HitPolicy::Collect);
    file_.policy_line = keys.line("policy");
    file_.next_line = keys.line("next");
    const auto* next = keys.table("next");
    if (next == nullptr) return;
    TomlKeys entry(*next, report_, remark("toml-place.key", "next"));
    auto& way = matcher_.next.emplace();
    way.target = entry.required_text("target");
    bilingual(entry, "label", way.label, way.label_en, true);
    entry.finish();
  }

  /// NAME and NAME_en; the English is counted as missing where the Chinese has none.
  void bilingual(TomlKeys& keys, const std::string& name, std::string& chinese, std::string& english, bool required) {
    chinese = required ? keys.required_text(name) : keys.text(name);
    english = keys.text(name + "_en");
    if (english.empty() && !chinese.empty() && untranslated_++ == 0) first_untranslated_ = keys.line(name);
  }

  void read_question(const TomlValue& toml) {
    TomlKeys keys(toml, report_, remark("toml-place.group", "questions"));
    MatchQuestion question;
    question.id = keys.required_text("id");
    bilingual(keys, "title", question.title, question.title_en, true);
    bilingual(keys, "help", question.help, question.help_en, false);
    question.kind = keys.one_of("kind", kAskedAs, AskedAs::Choice);
    bilingual(keys, "unit", question.unit, question.unit_en, question.kind == AskedAs::Number);
    for (const auto* choice : keys.tables("choices")) read_choice(*choice, question);
    keys.finish();
    if (question.kind == AskedAs::Choice && question.choices.size() < 2)
      report_.error(keys.line("choices"), "matcher-file.few-choices", question.id);
    if (question.kind != AskedAs::Choice && !question.choices.empty())
      report_.warning(keys.line("choices"), "matcher-file.choices-without-effect", question.id);
    check_id(keys, question.id, find_question(matcher_, question.id) != nullptr);
    question_lines_.push_back(keys.line("id"));
    matcher_.questions.push_back(std::move(question));
  }

  void read_choice(const TomlValue& toml, MatchQuestion& question) {
    TomlKeys keys(toml, report_, remark("toml-place.choice", question.id));
    Choice choice;
    choice.value = keys.required_text("value");
    bilingual(keys, "label", choice.label, choice.label_en, true);
    choice.help = keys.text("help");
    keys.finish();
    if (choice.value == kUnsure) report_.error(keys.line("value"), "matcher-file.choice-unsure", choice.value);
    if (std::ranges::find(question.choices, choice.value, &Choice::value) != question.choices.end())
      report_.error(keys.line("value"), "form-file.choice-twice", question.id, choice.value);
    question.choices.push_back(std::move(choice));
  }

  void check_id(TomlKeys& keys, const std::string& id, bool twice) {
    if (!id.empty() && !is_plain_name(id)) report_.error(keys.line("id"), "matcher-file.id", id);
    if (twice && !id.empty()) report_.error(keys.line("id"), "matcher-file.id-twice", id);
  }

  void read_outcome(const TomlValue& toml) {
    TomlKeys keys(toml, report_, remark("toml-place.group", "outcomes"));
    Outcome outcome;
    outcome.id = keys.required_text("id");
    bilingual(keys, "title", outcome.title, outcome.title_en, true);
    bilingual(keys, "gives", outcome.gives, outcome.gives_en, false);
    outcome.target = keys.required_text("target");
    outcome.until = keys.date("until");
    for (const auto* condition : keys.tables("conditions")) read_condition(*condition, outcome);
    keys.finish();
    if (outcome.requirements.empty() && matcher_.policy == HitPolicy::Collect)
      report_.warning(keys.line("id"), "matcher-file.no-conditions", outcome.id);
    check_id(keys, outcome.id, std::ranges::find(matcher_.outcomes, outcome.id, &Outcome::id) != matcher_.outcomes.end());
    file_.lines.push_back({keys.line("id"), keys.line("target"), keys.line("until")});
    matcher_.outcomes.push_back(std::move(outcome));
  }

  void read_condition(const TomlValue& toml, Outcome& outcome) {
    TomlKeys keys(toml, report_, remark("toml-place.group", "outcomes.conditions"));
    Requirement requirement;
    if (keys.has("any")) {
      for (const auto* each : keys.tables("any")) {
        TomlKeys entry(*each, report_, remark("toml-place.key", "any"));
        requirement.any.push_back(read_criterion(entry));
      }
      keys.finish();
    } else {
      requirement.any.push_back(read_criterion(keys));
    }
    outcome.requirements.push_back(std::move(requirement));
  }

  Criterion read_criterion(TomlKeys& keys) {
    Criterion criterion;
    criterion.question = keys.required_text("question");
    criterion.is = keys.texts("is");
    criterion.is_not = keys.texts("is_not");
    criterion.at_least = figure(keys, "at_least");
    criterion.more_than = figure(keys, "more_than");
    criterion.at_most = figure(keys, "at_most");
    criterion.less_than = figure(keys, "less_than");
    bilingual(keys, "words", criterion.words, criterion.words_en, true);
    criterion.source = keys.text("source");
    if (criterion.source.empty()) report_.error(keys.line("question"), "matcher-file.no-source", criterion.words);
    keys.finish();
    check_criterion(keys, criterion);
    return criterion;
  }

  static std::optional<std::int64_t> figure(TomlKeys& keys, std::string_view name) {
    const auto read = keys.integer(name, -kLargest, kLargest, 0);
    return keys.has(name) ? std::optional(read) : std::nullopt;
  }

  void check_criterion(TomlKeys& keys, Criterion& criterion) {
    const auto* question = find_question(matcher_, criterion.question);
    if (question == nullptr) {
      if (!criterion.question.empty())
        report_.error(keys.line("question"), "matcher-file.unknown-question", criterion.question, nearest_hint(criterion.question, ids()));
      return;
    }
    const auto band = band_of(criterion);
    const bool figures = band.from || band.to, named = !criterion.is.empty() || !criterion.is_not.empty();
    if (figures == named || figures != (question->kind == AskedAs::Number))
      report_.error(keys.line("question"),
                    question->kind == AskedAs::Number ? "matcher-file.condition-needs-figure" : "matcher-file.condition-needs-choice", question->id);
    for (auto* values : {&criterion.is, &criterion.is_not}) {
      for (auto& value : *values) check_value(keys.line(values == &criterion.is ? "is" : "is_not"), *question, value);
    }
  }

  /// Yes and no may be written in Chinese.
  void check_value(int line, const MatchQuestion& question, std::string& value) {
    if (const auto truth = value_named(kTruths, value); truth && question.kind == AskedAs::YesNo) value = named(kTruths, *truth).key;
    const auto known = answers_to(matcher_, question);
    if (question.kind != AskedAs::Number && std::ranges::find(known, value) == known.end())
      report_.error(line, "matcher-file.unknown-choice", value, question.id, nearest_hint(value, known));
  }

  void check_amount(TomlKeys& keys) {
    if (matcher_.questions.empty()) report_.error(keys.line("questions"), "matcher-file.no-questions");
    if (matcher_.outcomes.empty()) report_.error(keys.line("outcomes"), "matcher-file.no-outcomes");
    if (matcher_.questions.size() > kMostQuestions || matcher_.outcomes.size() > kMostOutcomes)
      report_.error(0, "matcher-file.too-many", kMostQuestions, kMostOutcomes);
  }

  /// A question that decides nothing costs every visitor a tap.
  void check_use() {
    for (std::size_t i = 0; i < matcher_.questions.size(); ++i) {
      const auto& id = matcher_.questions[i].id;
      const bool used = std::ranges::any_of(matcher_.outcomes, [&](const Outcome& outcome) {
        return std::ranges::any_of(outcome.requirements, [&](const Requirement& requirement) {
          return std::ranges::find(requirement.any, id, &Criterion::question) != requirement.any.end();
        });
      });
      if (!used) report_.warning(question_lines_[i], "matcher-file.question-without-effect", id);
    }
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& question : matcher_.questions) ids.push_back(question.id);
    return ids;
  }

  MatcherFile& file_;
  Matcher& matcher_;
  FileReport& report_;
  std::vector<int> question_lines_;
  int untranslated_ = 0, first_untranslated_ = 0;
};

}  // namespace

void read_matcher(std::string id, const std::string& text, MatcherFile& file) {
  file.matcher.id = std::move(id);
  if (const auto toml = parse_toml(text, 1, file.report)) MatcherReader(file).read(*toml);
}

}  // namespace mingting
