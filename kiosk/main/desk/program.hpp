// mingting-desk's frame: what every command shares, how it is run and how it answers. The commands themselves are added by
// subject: intake.cpp, cases.cpp, replies.cpp, office.cpp, year.cpp, open.cpp, rules.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/said/words.hpp"
#include "desk/desk_work.hpp"
#include "desk/intake/key_file.hpp"
#include "desk/told/tell.hpp"
#include "domain/named.hpp"

namespace mingting {

/// Exit codes beside kMisused.
enum DeskExit { kDeskFine = 0, kDeskFailed = 1, kDeskFaulty = 3 };

/// Groups of the help, as a working day goes.
namespace desk_group {
inline constexpr auto kIntake = "一、收件";
inline constexpr auto kLook = "二、查看";
inline constexpr auto kHandling = "三、办理";
inline constexpr auto kReply = "四、答复";
inline constexpr auto kFeedback = "五、意见和来信";
inline constexpr auto kHall = "六、送回大厅";
inline constexpr auto kYear = "七、年度";
inline constexpr auto kCare = "八、保管";
}  // namespace desk_group

struct CommonOptions {
  std::string register_file, content, clerk, on, out, fonts, now;
  bool json = false, old = false;
};

/// A new register for the site, kept by the engine that open ones are kept by.
Result<std::unique_ptr<Register>> make_register(const Path& file, const std::string& site);
/// --register, else $MINGTING_REGISTER, else register.db.
Path register_file_of(const CommonOptions& common);
/// Those enrolled in the register; none where there is no register yet.
Result<std::vector<EnrolledKiosk>> kiosks_of(const CommonOptions& common);
/// --fonts, else the fonts.toml beside the content folder, else the one installed.
Path faces_of(const CommonOptions& common);
/// --on, else today: never a day that has not come, and a long gone one only with --old. Misuse otherwise.
Date law_day_of(const CommonOptions& common);

class DeskProgram {
 public:

  explicit DeskProgram(CLI::App& app) : app_(app) {}

  /// A command that works in the register: `act` takes DeskWork& and gives a Result. `parent`: null for the program itself.
  /// `name` is fixed, `what` is one line.
  template <class Act>
  CLI::App& add(const char* name, const char* group, const char* what, Act act, CLI::App* parent = nullptr) {
    return add_told(name, group, what, in_register(std::move(act)), parent);
  }
  /// One that needs no register: `act` takes const CommonOptions&.
  template <class Act>
  CLI::App& add_bare(const char* name, const char* group, const char* what, Act act) {
    return add_told(name, group, what, [this, act](Shape shape) { return tell(act(std::as_const(common_)), shape); }, nullptr);
  }
  /// A name that only holds others: feedback list.
  CLI::App& add_holder(const char* name, const char* group, const char* what);
  /// An action for a command that exists already and has its own --json; true from `wanted` lets it run.
  template <class Act>
  void join(CLI::App& command, std::function<bool()> wanted, const bool& json, Act act) {
    commands_.push_back({&command, in_register(std::move(act)), std::move(wanted), &json});
  }
  /// Chinese headings everywhere. Call when all commands are there.
  void dress();
  /// The exit code when one of these commands was given.
  std::optional<int> run();

 private:
  using Action = std::function<Result<Told>(Shape)>;
  struct Command {
    CLI::App* app = nullptr;
    Action action;
    std::function<bool()> wanted;
    const bool* json = nullptr;
  };
  template <class Act>
  Action in_register(Act act) {
    return [this, act](Shape shape) -> Result<Told> {
      Result<Told> told;
      const auto entered = enter_register([&](DeskWork& work) { told = tell(act(work), shape); });
      return entered ? told : fail(entered.error());
    };
  }
  CLI::App& add_told(const char* name, const char* group, const char* what, Action action, CLI::App* parent);
  void add_common(CLI::App& command, bool with_json);
  int run(const Command& command);
  Result<void> enter_register(const std::function<void(DeskWork&)>& act);

  CLI::App& app_;
  CommonOptions common_;
  std::vector<Command> commands_;
};

/// Ends the action as misuse of its command: exit 2, with where the help is.
[[noreturn]] void misused(const std::string& sentence);
/// As misused(), when the words were right and a file they name is not: exit code 1, 3 for what is wrong inside of it.
[[noreturn]] void failed(const Error& error);

// ---- options ------------------------------------------------------------------------------------------------------------

/// The number the text is, full width too; nothing when it is none or out of bounds.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least, std::int64_t most);
template <class T>
struct NumberIn { using type = T; };
template <class T>
struct NumberIn<std::optional<T>> { using type = T; };
template <class T>
using NumberOf = typename NumberIn<T>::type;

template <class T, class E, std::size_t N>
CLI::Option* add_named(CLI::App& command, const std::string& name, T& value, const Named<E> (&table)[N],
                       const std::string& help) {
  return command.add_option_function<std::string>(
      name,
      [&value, &table, name](const std::string& text) {
        const auto found = value_named(table, text);
        if (found) {
          value = *found;
          return;
        }
        throw CLI::ValidationError(name, words("command.choices", choices_told(table)));
      },
      help);
}
/// A whole number of `least` to `most`; anything else is misuse, told with both.
template <class T>
CLI::Option* add_number(CLI::App& command, const std::string& name, T& value, std::int64_t least, std::int64_t most,
                        const std::string& help) {
  auto* option = command.add_option_function<std::string>(
      name,
      [&value, name, least, most](const std::string& text) {
        const auto number = whole_number(text, least, most);
        if (!number) throw CLI::ValidationError(name, fmt::format("应当是 {} 到 {} 的整数", least, most));
        value = static_cast<NumberOf<T>>(*number);
      },
      help);
  return option->type_name("数字");
}
CLI::Option* add_date(CLI::App& command, const std::string& name, std::optional<Date>& value, const std::string& help);
/// The case a command is about.
CLI::Option* add_id(CLI::App& command, std::string& id);
/// --say PLACE=TEXT, as often as there are places; TEXT as @FILE is read from a file.
void add_said(CLI::App& command, std::vector<std::string>& said);
std::map<std::string, std::string> said_in(const std::vector<std::string>& pairs);
/// What a form was answered: the file, if one is named, and over it what --field FIELD=TEXT says.
Answers fields_in(const std::string& file, const std::vector<std::string>& pairs);
/// What was typed, made safe to keep: valid UTF-8, one line, nothing that steers.
std::string one_line(const std::string& given);
/// As above, of several lines: the text itself, or the file's for @FILE.
std::string text_or_file(const std::string& given);

// ---- keys and output ----------------------------------------------------------------------------------------------------

/// --key and --passphrase-file.
struct KeyOptions {
  std::string key, passphrase_file;
};
void add_key(CLI::App& command, KeyOptions& options);
/// From the file when one is named, else at the terminal.
AskPassphrase passphrase_by(const std::string& file);
/// A reminder on the error stream when others can read it.
void warn_of_open_file(const std::string& file);

/// Standard output, whole; false when the other side is gone or the disk full.
bool print_out(const std::string& text);
/// A sentence on the error stream that cannot steer the terminal.
void print_error(const std::string& text);
using JsonLayout = std::string (*)(const OrderedJson&);
/// On the error stream; and on standard output {"ok": false, "error": ...} for a program that reads JSON.
void tell_failure(const std::string& sentence, Shape shape, JsonLayout layout = json_text);

/// By subject.
void add_intake_commands(DeskProgram& program);
void add_look_commands(DeskProgram& program);
void add_handling_commands(DeskProgram& program);
void add_reply_commands(DeskProgram& program);
void add_office_commands(DeskProgram& program);
void add_year_commands(DeskProgram& program);
void add_care_commands(DeskProgram& program);
void add_key_commands(DeskProgram& program);
/// `open`: shows an export, keeps nothing. What is given back runs it when it was asked for.
std::function<std::optional<int>()> add_open_command(CLI::App& app);

}  // namespace mingting
