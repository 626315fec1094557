// Fields and their values find their titles in the tables of step and note words.
#include "desk/told/parts/step.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/days.hpp"
#include "domain/case/step_record.hpp"

namespace mingting {
namespace {

/// What others wrote down is shown as it is.
std::string word_or_key(std::string_view table, const std::string& key) {
  const auto* const found = find_words(std::string(table) + key);
  return found == nullptr ? key : *found;
}

template <class E, std::size_t N>
std::string title_in(const Named<E> (&table)[N], const std::string& key) {
  const auto value = value_named(table, key);
  return value ? std::string(named(table, *value).title) : "";
}

std::string withheld_text(const std::string& keys) {
  std::vector<std::string> titles;
  for (const auto& key : split(keys, ',')) titles.push_back(title_in(kReplyKinds, key));
  return join(titles, "、");
}

/// An objection without reasons says so: the field left out would not.
bool unreasoned(const StepWhat& what) {
  const auto* answered = std::get_if<ConsultationAnswered>(&what);
  return answered != nullptr && answered->opinion == Opinion::Objects && trimmed(answered->reasons).empty();
}

/// 补正期限 15 个工作日；……; "" when there are none.
std::string step_details(const StepWhat& what) {
  const auto stored = to_record(what);
  std::vector<std::string> parts;
  for (const auto& [field, value] : stored.fields) {
    parts.push_back(fmt::format("{} {}", field_title(field), field_value(stored.name, field, value)));
  }
  if (unreasoned(what)) parts.push_back(words("step.no-reasons"));
  return join(parts, "；");
}

}  // namespace

std::string field_title(const std::string& field) { return word_or_key("step-field.", field); }
std::string note_word(const std::string& key) { return word_or_key("note.", key); }

std::string field_value(const std::string& step, const std::string& field, const std::string& value) {
  std::string title;
  if (field == "way") title = step == "served" ? title_in(kServiceWays, value) : title_in(kReceiptWays, value);
  if (field == "kind") title = step == "replied" ? title_in(kReplyKinds, value) : title_in(kConsultationKinds, value);
  if (field == "opinion") title = title_in(kOpinions, value);
  if (field == "basis") title = title_in(kFeeBases, value);
  if (field == "remedy") title = title_in(kRemedyRoutes, value);
  if (field == "withheld") title = withheld_text(value);
  if (!title.empty()) return title;
  const auto date = parse_date(value);
  return date ? chinese_date(*date) : value;
}

std::string step_text(const RecordedStep& recorded) {
  const auto& step = recorded.step;
  const auto details = step_details(step.what);
  const bool is_void = !recorded.in_force && !std::holds_alternative<TakenBack>(step.what);
  return fmt::format("{:>2}  {}  {}{}  {}{}", recorded.number, chinese_date(step.on), step_title(step.what),
                     is_void ? words("step.void") : "", step.by, details.empty() ? "" : "\n      " + details);
}

OrderedJson step_json(const RecordedStep& recorded) {
  const auto& step = recorded.step;
  const auto stored = to_record(step.what);
  return {{"step", recorded.number},
          {"on", iso_date(step.on)},
          {"by", step.by},
          {"recorded", moment_json(step.recorded)},
          {"name", stored.name},
          {"title", step_title(step.what)},
          {"fields", stored.fields},
          {"in_force", recorded.in_force}};
}

}  // namespace mingting
