// toml++ parses, made safe for what people write: the library asserts that a name begins as names do, and
// built without assertions it goes on from a false assumption. Here a broken assertion is a parse error like
// any other; where it broke is found by parsing ever shorter beginnings of the text.
#include "base/text/toml.hpp"

#include <algorithm>
#include <sstream>

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
    return tl::unexpected(TomlFault{static_cast<int>(problem.source().begin.line) + offset,
                                    std::string(problem.description())});
  } catch (const AssertionFailed&) {
    return tl::unexpected(TomlFault{breaking_line(text) + offset, "a name was expected"});
  }
}

}  // namespace mingting
