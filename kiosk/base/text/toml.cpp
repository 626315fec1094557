// Where an assertion of toml++ broke is found by parsing ever shorter beginnings of the text.
#include "base/text/toml.hpp"

#include <vector>

namespace mingting {
namespace {

struct AssertionFailed {};

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
std::size_t breaking_line(std::string_view text) {
  std::vector<std::size_t> ends;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ends.push_back(at + 1);
  std::size_t sound = 0, broken = ends.size() + 1;  // lines
  while (sound + 1 < broken) {
    const auto middle = (sound + broken) / 2;
    (breaks(text.substr(0, ends[middle - 1])) ? broken : sound) = middle;
  }
  return broken;
}

}  // namespace

void toml_assertion_failed() { throw AssertionFailed{}; }

toml::table parse_toml(std::string_view text, std::string_view name) {
  try {
    return toml::parse(text, name);
  } catch (const AssertionFailed&) {
    const toml::source_position at{static_cast<toml::source_index>(breaking_line(text)), 1};
    throw toml::parse_error("a name was expected", toml::source_region{at, at, std::make_shared<const std::string>(name)});
  }
}

}  // namespace mingting
