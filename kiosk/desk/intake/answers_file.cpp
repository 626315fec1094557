// A file of answers: JSON or TOML, every value as the text a form would hold.
#include "desk/intake/answers_file.hpp"

#include <nlohmann/json.hpp>

#include "base/text/charset.hpp"
#include "base/text/text.hpp"
#include "desk/agency/toml.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostAnswers = 16U << 20U;  // letters of any length

std::string shown_field(const std::string& field) { return clean_input(field, Lines::One, 60); }

Result<std::string> answer_in(const std::string& field, const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_boolean()) return std::string(value.get<bool>() ? "yes" : "");
  if (!value.is_array()) return fail(Trouble::Invalid, "answers-file.not-text", shown_field(field));
  std::vector<std::string> several;
  for (const auto& one : value) {
    if (!one.is_string()) return fail(Trouble::Invalid, "answers-file.not-texts", shown_field(field));
    several.push_back(one.get<std::string>());
  }
  return join(several, "\n");
}

Result<Answers> answers_in_json(const std::string& text, const Path& file) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(Trouble::Invalid, "answers-file.no-object", file.string());
  Answers answers;
  for (const auto& [field, value] : json.items()) {
    auto answer = answer_in(field, value);
    if (!answer) return fail(Trouble::Invalid, "answers-file.wrong", file.string(), answer.error());
    answers[field] = std::move(*answer);
  }
  return answers;
}

std::string toml_answer(const TomlValue& value) {
  switch (value.kind) {
    case TomlValue::Kind::Text:
    case TomlValue::Kind::Integer:
    case TomlValue::Kind::Day:
      return value.text;
    case TomlValue::Kind::Truth:
      return value.truth ? "yes" : "";
    case TomlValue::Kind::Array: {
      std::vector<std::string> several;
      for (const auto& one : value.items) several.emplace_back(one.written());
      return join(several, "\n");
    }
    case TomlValue::Kind::Real:
    case TomlValue::Kind::Time:
    case TomlValue::Kind::Table:
      break;
  }
  return {};
}

}  // namespace

Result<Answers> read_answers(FileSystem& files, const Path& file) {
  const auto text = files.read(file, kMostAnswers);
  if (!text) return fail(text.error().trouble, "answers-file.unreadable", file.string(), text.error());
  if (file.extension() == ".toml") {
    const auto table = read_toml(*text, file.string());
    if (!table) return fail(table.error());
    Answers answers;
    for (const auto& entry : table->entries) answers[entry.key] = toml_answer(entry.value);
    return answers;
  }
  if (const auto fault = charset_fault(*text))
    return fail(Trouble::Invalid, "toml.other-charset", file.string(), fault->what);
  return answers_in_json(*text, file);
}

}  // namespace mingting
