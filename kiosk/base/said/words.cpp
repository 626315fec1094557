// A file of words is read when one of its words is first asked for: a command says little. A sentence's places are fmt's.
#include "base/said/words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <mutex>
#include <tuple>

#include "base/text/text.hpp"
#include "base/text/toml.hpp"
#include "base/told_words_data.hpp"

namespace mingting {
namespace {

/// Remarks in one another's place.
struct Listed {
  const std::vector<Remark>& remarks;
};

}  // namespace
}  // namespace mingting

/// What stands in the place parts them: {:、}. "；" where nothing does.
template <>
struct fmt::formatter<mingting::Listed> {
  constexpr auto parse(format_parse_context& place) {
    auto at = place.begin();
    while (at != place.end() && *at != '}') ++at;
    if (at != place.begin()) between = {place.begin(), at};
    return at;
  }
  auto format(const mingting::Listed& list, format_context& context) const {
    auto out = context.out();
    for (std::size_t i = 0; i < list.remarks.size(); ++i) {
      out = fmt::format_to(out, "{}{}", i == 0 ? std::string_view() : between, mingting::worded(list.remarks[i]));
    }
    return out;
  }
  std::string_view between = "；";
};

namespace mingting {
namespace {

void flatten(const TomlValue& table, const std::string& prefix, WordTable& words) {
  for (const auto& [key, line, value] : table.entries) {
    const auto name = prefix.empty() ? key : prefix + "." + key;
    if (value.kind == TomlValue::Kind::Table)
      flatten(value, name, words);
    else if (value.kind == TomlValue::Kind::Text)
      words.emplace(name, value.text);
  }
}

using Places = fmt::dynamic_format_arg_store<fmt::format_context>;

void add(Places& places, const Fact& fact) {
  std::visit(
      [&](const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, Date>) places.push_back(chinese_date(value));
        else if constexpr (std::is_same_v<Value, std::vector<Remark>>) places.push_back(Listed{value});
        else places.push_back(value);
      },
      fact.value);
}

struct WordFile {
  std::string_view name, text;
  std::once_flag once{};
  WordTable words{};

  const WordTable& read() {
    std::call_once(once, [this] { words = read_words(text, name).value_or(WordTable{}); });
    return words;
  }
};

class WordFiles {
 public:
  WordFiles() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      std::tie(files_[i].name, files_[i].text) = kToldWords[i];
      note_tables(files_[i]);
    }
  }
  const std::string* find(std::string_view code) {
    const auto file = by_table_.find(code.substr(0, code.rfind('.')));
    if (file == by_table_.end()) return nullptr;
    const auto& words = file->second->read();
    const auto found = words.find(code);
    return found != words.end() ? &found->second : nullptr;
  }
  WordTable all() {
    WordTable all;
    for (auto& file : files_) {
      for (const auto& row : file.read()) all.insert(row);
    }
    return all;
  }

 private:
  /// Each table's name stands in brackets on a line of its own.
  void note_tables(WordFile& file) {
    for (auto at = file.text.find("\n["); at != std::string_view::npos; at = file.text.find("\n[", at + 1)) {
      by_table_.emplace(file.text.substr(at + 2, file.text.find(']', at) - at - 2), &file);
    }
  }

  std::array<WordFile, std::size(kToldWords)> files_;
  std::map<std::string_view, WordFile*> by_table_;
};

WordFiles& word_files() {
  static WordFiles files;
  return files;
}

std::string_view words_of(std::string_view code) {
  const auto* const found = find_words(code);
  return found != nullptr ? std::string_view(*found) : code;
}

std::string filled(std::string_view sentence, const Remark& remark) {
  Places places;
  for (const auto& fact : remark.facts) add(places, fact);
  auto text = replace_all(std::string(sentence), "{article}", remark.article);
  if (!remark.remedy.empty()) text = replace_all(std::move(text), "{remedy}", words_of("remedy." + std::string(remark.remedy)));
  return fmt::vformat(text, places);
}

}  // namespace

Result<WordTable> read_words(std::string_view toml, std::string_view name) {
  const auto table = read_toml(toml, name);
  if (!table) return fail(table.error());
  WordTable words;
  flatten(*table, "", words);
  return words;
}

const std::string* find_words(std::string_view code) { return word_files().find(code); }

const WordTable& told_words() {
  static const WordTable all = word_files().all();
  return all;
}

std::string worded(const Remark& remark) {
  const auto sentence = words_of(remark.code);
  try {
    return filled(sentence, remark);
  } catch (const fmt::format_error&) {
    return std::string(sentence);
  }
}

std::vector<std::string> worded_each(const std::vector<Remark>& remarks) {
  std::vector<std::string> sentences;
  for (const auto& each : remarks) sentences.push_back(worded(each));
  return sentences;
}

}  // namespace mingting
