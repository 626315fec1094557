// The office's words by key, and remarks put into them. The tables are assets/strings/told/*.toml, compiled in, so that no
// program is ever without words; screens have their own in two languages (app/words.hpp). Called at the edge alone
// (tests/architecture/words_test.cpp names it).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

/// Keys as [table] name = "words" gives them: "table.name".
using WordTable = std::map<std::string, std::string, std::less<>>;

/// Trouble::Invalid with line and reason; `name` is the file's, for the sentence.
Result<WordTable> read_words(std::string_view toml, std::string_view name);

/// The words of a code; null when there are none.
const std::string* find_words(std::string_view code);
/// All told words.
const WordTable& told_words();

/// The sentence of a remark: its places filled, {article} and {remedy} with what it names; several remarks in one place are
/// parted by ；, or by what the place says: {:、}. A code without words is its own sentence, so that nothing is ever told as
/// nothing.
std::string worded(const Remark& remark);
/// Each for itself.
std::vector<std::string> worded_each(const std::vector<Remark>& remarks);

template <class... Facts>
std::string words(std::string_view code, const Facts&... facts) {
  return worded(remark(code, facts...));
}

}  // namespace mingting
