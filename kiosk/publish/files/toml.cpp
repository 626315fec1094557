// The parser's English reasons become advice.
#include "publish/files/toml.hpp"

namespace mingting {
namespace {

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

}  // namespace

std::optional<TomlValue> parse_toml(std::string_view text, int first_line, FileReport& report) {
  auto value = parse_toml(text, first_line);
  if (value) return std::move(*value);
  const auto& [line, reason] = value.error();
  report.error(line, "toml-key.malformed", remark(advice(reason)), reason);
  return std::nullopt;
}

}  // namespace mingting
