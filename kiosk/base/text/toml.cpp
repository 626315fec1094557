// toml++ parses, made safe for what people write: the library asserts that a name begins as names do, and
// built without assertions it goes on from a false assumption. Here a broken assertion is a parse error like
// any other; where it broke is found by parsing ever shorter beginnings of the text.
#include "base/text/toml.hpp"

#include <algorithm>
#include <sstream>

#include "base/text/cells.hpp"
#include "base/text/charset.hpp"

namespace mingting {
namespace {

struct AssertionFailed {};
[[noreturn]] void assertion_failed() {
  throw AssertionFailed{};
}

}  // namespace
}  // namespace mingting

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expression) (static_cast<bool>(expression) ? void() : ::mingting::assertion_failed())
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace mingting {
namespace {

constexpr int kDeepest = 16;

/// Whether the parser breaks an assertion on the text; how it judges it otherwise is left aside.
bool breaks(std::string_view text) {
  try {
    (void)toml::parse(text);
  } catch (const toml::parse_error&) {
  } catch (const AssertionFailed&) {
    return true;
  }
  return false;
}

/// From 1. Every beginning of the text that holds the line breaks, and no shorter one does.
int breaking_line(std::string_view text) {
  std::vector<std::size_t> ends;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ends.push_back(at + 1);
  std::size_t sound = 0, broken = ends.size() + 1;  // lines
  while (sound + 1 < broken) {
    const auto middle = (sound + broken) / 2;
    (breaks(text.substr(0, ends[middle - 1])) ? broken : sound) = middle;
  }
  return static_cast<int>(broken);
}

template <class T>
std::string as_written(const T& value) {
  std::ostringstream stream;
  stream << value;
  return stream.str();
}

/// Makes our tree of the library's.
class Converter {
 public:
  explicit Converter(int offset) : offset_(offset) {}

  void take(const toml::table& table, int depth, TomlValue& value) const {
    for (const auto& [key, node] : table) {
      value.entries.push_back({std::string(key.str()), line_of(key.source()), converted(node, depth + 1)});
    }
  }

 private:
  int line_of(const toml::source_region& source) const {
    return static_cast<int>(source.begin.line) + offset_;
  }

  TomlValue converted(const toml::node& node, int depth) const {
    TomlValue value;
    value.line = line_of(node.source());
    if (depth > kDeepest) return value;
    if (const auto* table = node.as_table()) {
      take(*table, depth, value);
    } else if (const auto* array = node.as_array()) {
      value.kind = TomlValue::Kind::Array;
      for (const auto& item : *array) value.items.push_back(converted(item, depth + 1));
    } else {
      take_single(node, value);
    }
    return value;
  }

  static void take_single(const toml::node& node, TomlValue& value) {
    using Kind = TomlValue::Kind;
    if (const auto* text = node.as_string()) {
      value.kind = Kind::Text, value.text = text->get();
    } else if (const auto* date = node.as_date()) {
      value.kind = Kind::Day, value.text = as_written(date->get());
    } else if (const auto* whole = node.as_integer()) {
      value.kind = Kind::Integer, value.integer = whole->get(), value.text = std::to_string(whole->get());
      value.real = static_cast<double>(whole->get());
    } else if (const auto* real = node.as_floating_point()) {
      value.kind = Kind::Real, value.real = real->get(), value.text = as_written(real->get());
    } else if (const auto* truth = node.as_boolean()) {
      value.kind = Kind::Truth, value.truth = truth->get(), value.text = truth->get() ? "true" : "false";
    } else {
      take_time(node, value);
    }
  }

  static void take_time(const toml::node& node, TomlValue& value) {
    value.kind = TomlValue::Kind::Time;
    if (const auto* moment = node.as_date_time())
      value.text = as_written(moment->get());
    else if (const auto* time = node.as_time())
      value.text = as_written(time->get());
  }

  int offset_;
};

std::string_view line_at(std::string_view text, int number) {
  for (; number > 1 && !text.empty(); --number)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

/// The day behind the equals sign, in a spelling that TOML has not: 2026/1/5.
std::optional<Date> misspelt_day(std::string_view line) {
  const auto equals = line.find('=');
  return equals == std::string_view::npos ? std::nullopt
                                          : day_in(line.substr(equals + 1, line.find('#') - equals - 1));
}

/// The parser's English reason, as advice: its code.
std::string_view advice(std::string_view reason) {
  const auto says = [&](std::string_view word) { return reason.find(word) != std::string_view::npos; };
  if (says("redefine") || says("already exists") || says("duplicate")) return "toml-advice.twice";
  if (says("end-of-file") || says("end-of-line") || says("line break")) return "toml-advice.unclosed";
  if (says("string")) return "toml-advice.unquoted";
  if (says("date") || says("month") || says("day")) return "toml-advice.date";
  if (says("bare key") || says("key")) return "toml-advice.key";
  if (says("value")) return "toml-advice.value";
  return "toml-advice.other";
}

/// `line`: of the text.
tl::unexpected<TomlFault> fault(std::string_view text, int line, int offset, const std::string& reason) {
  const auto day = misspelt_day(line_at(text, line));
  auto what = day ? remark("toml.day", iso_date(*day)) : remark("toml.fault", remark(advice(reason)), reason);
  return tl::unexpected(TomlFault{line + offset, reason, std::move(what)});
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const TomlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

tl::expected<TomlValue, TomlFault> parse_toml(std::string_view text, int first_line) {
  const int offset = first_line - 1;
  try {
    TomlValue root;
    root.line = first_line;
    Converter(offset).take(toml::parse(text), 0, root);
    return root;
  } catch (const toml::parse_error& problem) {
    return fault(text, static_cast<int>(problem.source().begin.line), offset, std::string(problem.description()));
  } catch (const AssertionFailed&) {
    return fault(text, breaking_line(text), offset, "a name was expected");
  }
}

Result<TomlValue> read_toml(std::string_view bytes, std::string_view name) {
  if (const auto other = charset_fault(bytes))
    return fail(Trouble::Invalid, "toml.other-charset", name, other->what);
  auto root = parse_toml(utf8_text(std::string(bytes)).value());
  if (!root) return fail(Trouble::Invalid, "toml.malformed", name, root.error().line, root.error().what);
  return std::move(*root);
}

}  // namespace mingting
