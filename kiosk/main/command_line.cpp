// CLI11 speaking Chinese.
#include "main/command_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"

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

/// CLI11's own checks speak English; ours say in Chinese what is expected.
std::string validation_told(const std::string& said) {
  const auto reason = after(said, ": ");
  const bool chinese = reason != said && std::any_of(reason.begin(), reason.end(), [](char c) { return (c & 0x80) != 0; });
  return fmt::format("{} 的值不对{}", echoed(before(said, ":")), chinese ? "，" + clean_input(reason, Lines::One, 1000) : "");
}

/// Of the words that were too many, which CLI11 lists from the last to the first: the first option, else the first word.
std::string unknown_word(const std::string& words) {
  const auto all = split(words, ' ');
  const auto option = std::find_if(all.rbegin(), all.rend(), [](const std::string& word) { return word.starts_with('-'); });
  return option == all.rend() ? all.back() : *option;
}

const CLI::App& chosen(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : chosen(*parsed.front());
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

/// Of the command and of those it belongs to: their options are taken behind it too.
std::vector<std::string> options_of(const CLI::App* app) {
  std::vector<std::string> names;
  for (; app != nullptr; app = app->get_parent()) {
    for (const auto* option : app->get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

/// 最接近的是 list; nothing when more than a third of the letters are others.
std::string nearest_told(const std::string& word, const std::vector<std::string>& known) {
  const auto nearest = nearest_word(word, known, 1 + word.size() / 4);
  return nearest.empty() ? "" : "，最接近的是 " + nearest;
}

std::string unknown_told(const CLI::App& app, const std::string& word) {
  if (word.starts_with('-')) {
    return fmt::format("不认识的选项 {}{}", echoed(word), nearest_told(before(word, "="), options_of(&app)));
  }
  const auto commands = commands_of(app);
  if (commands.empty()) return fmt::format("不认识的参数 {}", echoed(word));
  return fmt::format("没有 {} 这个命令{}", echoed(word), nearest_told(word, commands));
}

std::string told(const CLI::App& app, const CLI::ParseError& fault) {
  const std::string said = fault.what(), kind = fault.get_name();
  if (said.find("not expected: ") != std::string::npos) return unknown_told(chosen(app), unknown_word(after(said, ": ")));
  if (kind == "RequiredError" && said.starts_with("A subcommand")) {
    const auto rest = app.remaining(true);
    return rest.empty() ? "没有写命令" : unknown_told(chosen(app), rest.front());
  }
  if (kind == "RequiredError") return fmt::format("缺少 {}", echoed(before(said, " is required")));
  if (kind == "ArgumentMismatch") return fmt::format("{} 后面少了值，或多了值", echoed(before(said, ":")));
  if (kind == "ConversionError") return fmt::format("{} 的值不对，应当是数字", echoed(before(after(said, ": "), " = ")));
  if (kind == "ValidationError") return validation_told(said);
  return fmt::format("参数不对（{}）", echoed(said));
}

/// An option whose value was left out takes the command's name for it, and no command is left: "--tour status".
void refuse_swallowed_command(const CLI::App& app) {
  const auto commands = commands_of(app);
  if (!app.get_subcommands().empty()) return;
  for (const auto* option : app.get_options()) {
    if (option->get_positional() || option->count() != 1 || option->get_items_expected_max() == 0) continue;
    if (std::ranges::find(commands, option->results().front()) != commands.end()) {
      throw CLI::ValidationError(option->get_name(), "后面少了值");
    }
  }
}

}  // namespace

std::string full_name(const CLI::App& command) {
  const auto* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : full_name(*parent) + " " + command.get_name();
}

void speak_chinese(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [label, chinese] : std::initializer_list<std::pair<const char*, const char*>>{{"Usage", "用法"},
                                                                                                 {"OPTIONS", "选项"},
                                                                                                 {"SUBCOMMAND", "命令"},
                                                                                                 {"SUBCOMMANDS", "命令"},
                                                                                                 {"Positionals", "参数"},
                                                                                                 {"REQUIRED", "（必填）"},
                                                                                                 {"TEXT", ""},
                                                                                                 {"INT", "数字"},
                                                                                                 {"UINT", "数字"}}) {
    formatter->label(label, chinese);
  }
  formatter->column_width(28);
  app.formatter(formatter);
  app.set_help_flag("-h,--help", "显示本说明");
  for (auto* option : app.get_options()) option->group(option->get_positional() ? "参数" : "选项");
}

std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv, const TellMisuse& tell) {
  try {
    app.parse(argc, argv);
    refuse_swallowed_command(app);
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    fmt::print("{}", app.help());  // of the command that was chosen
    return 0;
  } catch (const CLI::ParseError& fault) {
    const auto sentence = fmt::format("用法不对：{}。查看说明：{} --help", told(app, fault), full_name(chosen(app)));
    if (tell) tell(sentence);
    else
      fmt::print(stderr, "{}\n", sentence);
    return kMisused;
  }
}

}  // namespace mingting
