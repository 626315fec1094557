// A file's fault is told with its cure; so is a character that only an escape can hide.
#include "publish/files/toml.hpp"

#include "publish/files/source.hpp"

namespace mingting {
namespace {

/// An escape in quotes can stand for a character that nobody sees.
void report_hidden(const TomlValue& value, FileReport& report) {
  const auto look = [&](const std::string& text, int line) {
    if (const auto hidden = hidden_control_in(text))
      report.error(line, "source-file.hidden-escape", static_cast<unsigned>(*hidden));
  };
  if (value.kind == TomlValue::Kind::Text) look(value.text, value.line);
  for (const auto& item : value.items) report_hidden(item, report);
  for (const auto& entry : value.entries) look(entry.key, entry.line), report_hidden(entry.value, report);
}

}  // namespace

std::optional<TomlValue> parse_toml(std::string_view text, int first_line, FileReport& report) {
  auto value = parse_toml(text, first_line);
  if (!value) return report.error(value.error().line, value.error().what), std::nullopt;
  report_hidden(*value, report);
  return std::move(*value);
}

}  // namespace mingting
