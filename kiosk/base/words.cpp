// Words are read once; a sentence's places are fmt's.
#include "base/words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include <span>

#include "base/told_words_data.hpp"

namespace mingting {
namespace {

void flatten(const toml::table& table, const std::string& prefix, WordTable& words) {
  for (const auto& [key, node] : table) {
    const auto name = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
    if (const auto* inner = node.as_table()) flatten(*inner, name, words);
    else if (const auto* text = node.as_string()) words.emplace(name, text->get());
  }
}

std::string joined_words(const std::vector<Remark>& remarks) {
  std::string text;
  for (const auto& each : remarks) text += (text.empty() ? "" : "；") + worded(each);
  return text;
}

using Places = fmt::dynamic_format_arg_store<fmt::format_context>;

void add(Places& places, const Fact& fact) {
  std::visit(
      [&](const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, Date>) places.push_back(chinese_date(value));
        else if constexpr (std::is_same_v<Value, std::vector<Remark>>) places.push_back(joined_words(value));
        else places.push_back(value);
      },
      fact.value);
}

std::string_view words_of(std::string_view code) {
  const auto found = told_words().find(code);
  return found != told_words().end() ? std::string_view(found->second) : code;
}

std::string filled(std::string_view sentence, const Remark& remark) {
  Places places;
  for (const auto& fact : remark.facts) add(places, fact);
  const std::string article(remark.article), remedy(words_of("remedy." + std::string(remark.remedy)));
  places.push_back(fmt::arg("article", article));
  places.push_back(fmt::arg("remedy", remedy));
  return fmt::vformat(sentence, places);
}

}  // namespace

Result<WordTable> read_words(std::string_view toml, std::string_view name) {
  try {
    WordTable words;
    flatten(toml::parse(toml), "", words);
    return words;
  } catch (const toml::parse_error& error) {
    return fail(Trouble::Invalid, "toml.malformed", name, error.source().begin.line, error.description());
  }
}

const WordTable& told_words() {
  static const WordTable table = [] {
    WordTable all;
    for (const auto& [name, text] : kToldWords) {
      auto words = read_words(text, name);
      if (words) all.merge(*words);
    }
    return all;
  }();
  return table;
}

std::string worded(const Remark& remark) {
  const auto sentence = words_of(remark.code);
  try {
    return filled(sentence, remark);
  } catch (const fmt::format_error&) {
    return std::string(sentence);
  }
}

}  // namespace mingting
