// The file of approvals as TOML: a table for each, so that a text editor shows who agreed and when.
#include "publish/kinds/approvals.hpp"

#include <fmt/format.h>

#include "base/text/text.hpp"

namespace mingting {
namespace {

std::string quoted(const std::string& text) {
  return '"' + replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\"") + '"';
}

}  // namespace

std::vector<Approval> read_approvals(const std::string& text, FileReport& report) {
  std::vector<Approval> approvals;
  const auto toml = parse_toml(text, 1, report);
  if (!toml) return approvals;
  TomlKeys keys(*toml, report);
  for (const auto* table : keys.tables("approvals")) {
    TomlKeys own(*table, report, remark("toml-place.group", "approvals"));
    Approval approval{own.required_text("name"), own.date("day").value_or(Date{}), own.required_text("signature"), own.line("name")};
    own.finish();
    approvals.push_back(std::move(approval));
  }
  keys.finish();
  return approvals;
}

std::string approvals_text(const std::vector<Approval>& approvals) {
  std::string text;
  for (const auto& each : approvals) {
    text += fmt::format("[[approvals]]\nname = {}\nday = {}\nsignature = {}\n\n", quoted(each.name), iso_date(each.day),
                        quoted(each.signature));
  }
  return text;
}

}  // namespace mingting
