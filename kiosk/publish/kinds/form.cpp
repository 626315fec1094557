// A form is read from the top: what shows or decides something must have been asked before.
#include "publish/kinds/form.hpp"

#include <algorithm>
#include <map>

#include "base/text/text.hpp"
#include "domain/form/advice.hpp"

namespace mingting {
namespace {

constexpr std::int64_t kLongestAnswer = 20000, kLongestPromise = 250;

bool is_key_name(std::string_view name) {
  return is_plain_name(name, "-_");
}

bool has_choices(FieldKind kind) {
  return kind == FieldKind::Choice || kind == FieldKind::Choices;
}

class FormReader {
 public:
  FormReader(Form& form, FileReport& report) : form_(form), report_(report) {}

  void read(const TomlValue& toml) {
    TomlKeys keys(toml, report_);
    read_head(keys);
    for (const auto* note : keys.tables("notes")) read_note(*note);
    int number = 0;
    for (const auto* step : keys.tables("steps")) read_step(*step, ++number);
    if (form_.steps.empty())
      report_.error(keys.line("steps"), "form-file.no-steps");
    for (const auto* advice : keys.tables("advice")) read_advice(*advice);  // they name fields
    for (const auto* next : keys.tables("next_if")) read_next_if(*next);
    keys.finish();
    if (untranslated_ > 0) report_.warning(0, "form-file.untranslated", untranslated_, first_untranslated_);
  }

 private:
  void read_head(TomlKeys& keys) {
    form_.title = keys.required_text("title");
    form_.title_en = bilingual(keys, "title", form_.title);
    form_.intro = keys.text("intro");
    form_.intro_en = bilingual(keys, "intro", form_.intro);
    form_.version = keys.required_text("version");
    form_.rules = keys.one_of("rules", kRuleSets, RuleSet::None);
    form_.countersign = keys.truth("countersign", false);
    read_promise(keys);
    form_.next = keys.texts("next");
    form_.next_en = keys.texts("next_en");
    check_next(keys);
  }

  /// NAME_en, counted when the Chinese has none.
  std::string bilingual(TomlKeys& keys, const std::string& name, const std::string& chinese) {
    auto english = keys.text(name + "_en");
    if (english.empty() && !chinese.empty() && untranslated_++ == 0) first_untranslated_ = keys.line(name);
    return english;
  }

  void check_next(TomlKeys& keys) {
    if (!form_.next_en.empty() && form_.next_en.size() != form_.next.size()) {
      report_.warning(keys.line("next_en"), "form-file.next-of-two-lengths", form_.next_en.size(), form_.next.size());
    }
    for (const auto* sentences : {&form_.next, &form_.next_en}) {
      for (const auto& sentence : *sentences)
        check_placeholders(sentence, keys.line(sentences == &form_.next ? "next" : "next_en"));
    }
  }

  void check_placeholders(const std::string& sentence, int line) {
    for (auto at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + 1)) {
      const auto word = sentence.substr(at, sentence.find('}', at) - at + 1);
      if (word != "{due}")
        report_.error(line, "form-file.unknown-placeholder", word);
      else if (form_.rules != RuleSet::Application && !promises_)
        report_.error(line, "form-file.no-due");
    }
  }

  /// 0 is a promise not made yet: sentences with {due} stay off the receipt until it is.
  void read_promise(TomlKeys& keys) {
    promises_ = keys.has("promise_days");
    form_.promise_days = static_cast<int>(keys.integer("promise_days", 0, kLongestPromise, 0));
    if (promises_ && form_.rules == RuleSet::Application)
      report_.warning(keys.line("promise_days"), "form-file.promise-without-effect");
  }

  void read_note(const TomlValue& toml) {
    TomlKeys keys(toml, report_, remark("toml-place.group", "notes"));
    FormNote note;
    note.title = keys.required_text("title");
    note.title_en = bilingual(keys, "title", note.title);
    note.lines = keys.texts("lines");
    note.lines_en = keys.texts("lines_en");
    note.folded = keys.truth("folded", false);
    if (note.lines.empty()) report_.error(keys.line("lines"), "form-file.blank-note");
    if (note.lines_en.empty() && untranslated_++ == 0) first_untranslated_ = keys.line("lines");
    keys.finish();
    form_.notes.push_back(std::move(note));
  }

  void read_advice(const TomlValue& toml) {
    TomlKeys keys(toml, report_, remark("toml-place.group", "advice"));
    FormAdvice advice;
    advice.code = keys.required_text("code");
    advice.fields = keys.texts("fields");
    advice.words = keys.texts("words");
    advice.except = keys.texts("except");
    advice.sentence = keys.required_text("sentence");
    advice.sentence_en = bilingual(keys, "sentence", advice.sentence);
    advice.article = keys.text("article");
    advice.article_en = bilingual(keys, "article", advice.article);
    advice.channel = keys.text("channel");
    advice.channel_en = bilingual(keys, "channel", advice.channel);
    keys.finish();
    check_advice(keys, advice);
    form_.advice.push_back(std::move(advice));
  }

  void check_advice(TomlKeys& keys, const FormAdvice& advice) {
    if (!advice.code.empty() && !is_key_name(advice.code))
      report_.error(keys.line("code"), "form-file.advice-code", advice.code);
    const bool twice = std::any_of(form_.advice.begin(), form_.advice.end(),
                                   [&](const auto& other) { return other.code == advice.code; });
    if (twice) report_.error(keys.line("code"), "form-file.advice-code-twice", advice.code);
    if (advice.words.empty()) report_.error(keys.line("words"), "form-file.advice-without-words");
    if (advice.fields.empty()) report_.error(keys.line("fields"), "form-file.advice-without-fields");
    for (const auto& field : advice.fields) {
      if (!fields_.contains(field))
        report_.error(keys.line("fields"), "form-file.advice-unknown-field", field, nearest_hint(field, ids()));
    }
    check_words(keys, advice);
  }

  /// A pattern without a word between its dots never matches; a phrase that holds no word excepts nothing.
  void check_words(TomlKeys& keys, const FormAdvice& advice) {
    for (const auto& word : advice.words) {
      if (word.starts_with("…") || word.ends_with("…") || word.find("………") != std::string::npos)
        report_.error(keys.line("words"), "form-file.half-ellipsis", word);
    }
    for (const auto& phrase : advice.except) {
      if (applies({.words = advice.words}, phrase)) continue;
      const bool part = std::any_of(advice.words.begin(), advice.words.end(),
                                    [&](const auto& word) { return word.find("…") != std::string::npos; });
      if (!part) report_.warning(keys.line("except"), "form-file.exception-without-word", phrase);
    }
  }

  void read_next_if(const TomlValue& toml) {
    TomlKeys keys(toml, report_, remark("toml-place.key", "next_if"));
    NextIf next;
    next.sentence = keys.required_text("sentence");
    next.sentence_en = bilingual(keys, "sentence", next.sentence);
    for (const auto* sentence : {&next.sentence, &next.sentence_en}) check_placeholders(*sentence, keys.line("sentence"));
    const auto when = read_condition(keys, "when");
    if (!when) report_.error(toml.line, "form-file.no-when");
    keys.finish();
    next.when = when.value_or(Condition{});
    form_.next_if.push_back(std::move(next));
  }

  void read_step(const TomlValue& toml, int number) {
    TomlKeys keys(toml, report_, remark("toml-place.step", number));
    FormStep step;
    step.title = keys.required_text("title");
    step.title_en = bilingual(keys, "title", step.title);
    step.help = keys.text("help");
    step.help_en = bilingual(keys, "help", step.help);
    step.more = keys.text("more");
    step.more_en = bilingual(keys, "more", step.more);
    step.shown_when = read_condition(keys);
    form_.steps.push_back(std::move(step));
    for (const auto* field : keys.tables("fields")) read_field(*field, number);
    check_instead(form_.steps.back());
    check_folded(keys, form_.steps.back());
    if (form_.steps.back().fields.empty())
      report_.error(toml.line, "form-file.blank-step", number);
    keys.finish();
  }

  void read_field(const TomlValue& toml, int step) {
    TomlKeys keys(toml, report_, remark("toml-place.field", step));
    Field field;
    field.id = keys.required_text("id");
    field.kind = read_kind(keys);
    field.label = keys.required_text("label");
    field.label_en = bilingual(keys, "label", field.label);
    field.help = keys.text("help");
    field.help_en = bilingual(keys, "help", field.help);
    field.required = keys.truth("required", false);
    field.instead = keys.texts("instead");
    field.max_length = static_cast<std::size_t>(keys.integer("max_length", 1, kLongestAnswer, 200));
    field.applicant = keys.truth("applicant", false);
    field.personal = keys.truth("personal", false);
    field.search = keys.one_word("search", {"published"});
    field.shown_when = read_condition(keys);
    field.folded = keys.truth("folded", false);
    field.choices = read_choices(keys, field);
    read_others(keys, field);
    field.paper_field = read_paper_field(keys, field);
    keys.finish();
    add(keys, std::move(field));
  }

  /// What may be answered instead must have been asked by the time the step is left.
  void check_instead(const FormStep& step) {
    for (const auto& field : step.fields) {
      for (const auto& other : field.instead) {
        if (!fields_.contains(other))
          report_.error(lines_[field.id], "form-file.instead-not-asked", field.id, other, nearest_hint(other, ids()));
      }
      if (!field.required && !field.instead.empty()) report_.warning(lines_[field.id], "form-file.instead-without-effect", field.id);
    }
  }

  /// What must be answered is not hidden, and a step asks something before it offers to ask more.
  void check_folded(TomlKeys& keys, const FormStep& step) {
    const auto folded = std::count_if(step.fields.begin(), step.fields.end(), [](const Field& each) { return each.folded; });
    for (const auto& field : step.fields) {
      if (field.folded && field.required) report_.error(lines_[field.id], "form-file.folded-required", field.id);
      if (field.folded && step.more.empty()) report_.error(lines_[field.id], "form-file.folded-without-more", field.id);
    }
    if (!step.more.empty() && folded == 0) report_.warning(keys.line("more"), "form-file.more-without-effect");
    if (folded > 0 && static_cast<std::size_t>(folded) == step.fields.size())
      report_.error(keys.line("title"), "form-file.all-folded");
  }

  /// A row that hides one choice is longer than the choice.
  void read_others(TomlKeys& keys, Field& field) {
    field.others = keys.text("others");
    field.others_en = bilingual(keys, "others", field.others);
    if (field.others.empty()) return;
    if (field.kind != FieldKind::Choice || field.choices.size() < 3)
      report_.warning(keys.line("others"), "form-file.others-without-effect", field.id);
  }

  FieldKind read_kind(TomlKeys& keys) {
    keys.required_text("kind");
    return keys.one_of("kind", kFieldKinds, FieldKind::Text);
  }

  std::vector<Choice> read_choices(TomlKeys& keys, const Field& field) {
    std::vector<Choice> choices;
    for (const auto* table : keys.tables("choices")) {
      TomlKeys entry(*table, report_, remark("toml-place.choice", field.id));
      Choice choice;
      choice.value = entry.required_text("value");
      choice.label = entry.required_text("label");
      choice.label_en = bilingual(entry, "label", choice.label);
      choice.help = entry.text("help");
      entry.finish();
      const bool twice = std::any_of(choices.begin(), choices.end(),
                                     [&](const auto& other) { return other.value == choice.value; });
      if (twice) report_.error(entry.line("value"), "form-file.choice-twice", field.id, choice.value);
      choices.push_back(std::move(choice));
    }
    check_choices(keys, field, choices.empty());
    return choices;
  }

  void check_choices(TomlKeys& keys, const Field& field, bool none) {
    if (has_choices(field.kind) && none) {
      report_.error(keys.line("id"), "form-file.no-choices", field.id);
    } else if (!has_choices(field.kind) && !none) {
      report_.warning(keys.line("choices"), "form-file.choices-without-effect", field.id);
    }
  }

  std::string read_paper_field(TomlKeys& keys, const Field& field) {
    auto name = keys.text("paper_field");
    if (name.empty()) return name;
    const int line = keys.line("paper_field");
    const auto earlier = fields_.find(name);
    if (field.kind != FieldKind::Identity)
      report_.warning(line, "form-file.paper-field-without-effect", field.id);
    else if (earlier == fields_.end())
      report_.error(line, "form-file.paper-field-not-earlier", name, nearest_hint(name, ids()));
    else if (earlier->second.kind != FieldKind::Choice)
      report_.error(line, "form-file.paper-field-no-choice", name);
    return name;
  }

  /// Only what was asked before can decide whether something is shown.
  std::optional<Condition> read_condition(TomlKeys& keys, const std::string& name = "shown_when") {
    const auto* table = keys.table(name);
    if (table == nullptr) return std::nullopt;
    TomlKeys entry(*table, report_, remark("toml-place.key", name));
    Condition condition{entry.required_text("field"), entry.texts("values")};
    entry.finish();
    const int line = keys.line(name);
    const auto earlier = fields_.find(condition.field);
    if (earlier == fields_.end()) {
      report_.error(line, "form-file.condition-not-earlier", name, condition.field, nearest_hint(condition.field, ids()));
      return condition;
    }
    const Field& asked = earlier->second;
    for (const auto& value : condition.values) {
      const bool known = std::any_of(asked.choices.begin(), asked.choices.end(),
                                     [&](const auto& c) { return c.value == value; });
      if (has_choices(asked.kind) && !known) report_.error(line, "form-file.condition-no-choice", name, value, asked.id);
    }
    return condition;
  }

  void add(TomlKeys& keys, Field field) {
    if (!field.id.empty() && !is_key_name(field.id)) report_.error(keys.line("id"), "form-file.field-id", field.id);
    const auto [earlier, is_new] = lines_.emplace(field.id, keys.line("id"));
    if (!is_new && !field.id.empty())
      report_.error(keys.line("id"), "form-file.field-id-twice", field.id, earlier->second);
    fields_.emplace(field.id, field);
    form_.steps.back().fields.push_back(std::move(field));
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, field] : fields_) ids.push_back(id);
    return ids;
  }

  Form& form_;
  FileReport& report_;
  std::map<std::string, Field> fields_;
  std::map<std::string, int> lines_;
  int untranslated_ = 0, first_untranslated_ = 0;
  bool promises_ = false;
};

}  // namespace

Form read_form(std::string id, const std::string& text, FileReport& report) {
  Form form;
  form.id = std::move(id);
  if (const auto toml = parse_toml(text, 1, report)) FormReader(form, report).read(*toml);
  return form;
}

}  // namespace mingting
