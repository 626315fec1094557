#include "main/command_line.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostEchoed = 200;

/// What somebody typed may be anything: nothing of it may steer the terminal.
std::string echoed(const std::string& text) { return clean_input(text, Lines::One, kMostEchoed); }

std::string after(const std::string& text, std::string_view mark) {
  const auto at = text.find(mark);
  return at == std::string::npos ? text : text.substr(at + mark.size());
}

std::string before(const std::string& text, std::string_view mark) { return text.substr(0, text.find(mark)); }

std::string told(const CLI::ParseError& fault) {
  const std::string said = fault.what(), kind = fault.get_name();
  if (kind == "RequiredError" && said.starts_with("A subcommand")) return "没有写命令";
  if (kind == "RequiredError") return fmt::format("缺少 {}", echoed(before(said, " is required")));
  if (said.find("not expected: ") != std::string::npos) return fmt::format("不认识的参数 {}", echoed(after(said, ": ")));
  if (kind == "ArgumentMismatch") return fmt::format("{} 后面少了值，或多了值", echoed(before(said, ":")));
  if (kind == "ConversionError") return fmt::format("{} 的值不对，应当是数字", echoed(before(after(said, ": "), " = ")));
  if (kind == "ValidationError") return fmt::format("{} 的值不对", echoed(before(said, ":")));
  return fmt::format("参数不对（{}）", echoed(said));
}

}  // namespace

void speak_chinese(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [label, chinese] : std::initializer_list<std::pair<const char*, const char*>>{
           {"Usage", "用法"}, {"OPTIONS", "选项"}, {"SUBCOMMAND", "命令"}, {"SUBCOMMANDS", "命令"}, {"Positionals", "参数"}, {"REQUIRED", "（必填）"}, {"TEXT", ""}, {"UINT", "数字"}}) {
    formatter->label(label, chinese);
  }
  formatter->column_width(28);
  app.formatter(formatter);
  app.set_help_flag("-h,--help", "显示本说明");
  for (auto* option : app.get_options()) option->group(option->get_positional() ? "参数" : "选项");
}

std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    fmt::print("{}", chosen.empty() ? app.help() : chosen.front()->help());
    return 0;
  } catch (const CLI::ParseError& fault) {
    fmt::print(stderr, "用法不对：{}。查看说明：{} --help\n", told(fault), app.get_name());
    return kMisused;
  }
}

}  // namespace mingting
