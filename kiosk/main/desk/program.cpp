// How a command is found, surrounded with what it works in, run and told; and what options share.
#include "main/desk/program.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/said/words.hpp"
#include "base/text/charset.hpp"
#include "base/text/text.hpp"
#include "desk/agency/calendar_file.hpp"
#include "desk/care/calendar.hpp"
#include "desk/desk_disk.hpp"
#include "desk/intake/answers_file.hpp"
#include "desk/register/sqlite/open.hpp"
#include "desk/told/table_text.hpp"
#include "main/command_line.hpp"
#include "main/passphrase.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostText = 200'000;

std::string login_name() {
  const auto* entry = ::getpwuid(::getuid());
  return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "";
}

Instant now_of(const CommonOptions& common) {
  if (common.now.empty()) return SystemClock().now();
  const auto now = parse_local_time(common.now);
  if (!now) misused("--now 应当像 2026-11-23T09:00");
  return *now;
}

/// 条例 came into force; before it nobody could apply.
constexpr Date kRegulationsFrom{std::chrono::year{2008}, std::chrono::May, std::chrono::day{1}};
constexpr std::chrono::years kOldAfter{3};

/// A slip of the year would use up numbers of another year's series.
bool is_long_ago(Date day, Date today) { return day < kRegulationsFrom || day < today - kOldAfter; }

Clerk clerk_of(const CommonOptions& common) {
  const auto name = common.clerk.empty() ? login_name() : clean_input(common.clerk, Lines::One, 60);
  if (trimmed(name).empty()) misused("请用 --clerk 写明经办人");
  return {name, now_of(common)};
}

Result<std::unique_ptr<Register>> open_register(const Path& file, const Office& office) {
  auto book = open_sqlite_register(desk_disk(), {.file = file});
  if (!book && book.error().trouble == Trouble::NotFound) {
    return fail(Trouble::NotFound, "desk-program.no-register", file.string());
  }
  if (!book) return book;
  const auto site = (*book)->site();
  if (!site) return fail(site.error());
  if (*site != office.site) {
    return fail(Trouble::Invalid, "desk-program.other-office", file.string(), *site, office.site);
  }
  return book;
}

struct Failure {
  Error error;
};

}  // namespace

void misused(const std::string& sentence) { throw CLI::ValidationError("", sentence); }

void failed(const Error& error) { throw Failure{error}; }

Path faces_of(const CommonOptions& common) {
  if (!common.fonts.empty()) return common.fonts;
  const auto beside = (Path(common.content) / ".." / "fonts" / "fonts.toml").lexically_normal();
  return desk_disk().exists(beside) ? beside : Path(MINGTING_FONTS) / "fonts.toml";
}

Date law_day_of(const CommonOptions& common) {
  const auto today = local_date(now_of(common));
  if (common.on.empty()) return today;
  const auto day = parse_date(common.on);
  if (!day) misused("--on 的日期应当像 2026-11-23，而且要有这一天");
  if (*day > today) misused(fmt::format("--on 的日期 {} 还没有到", common.on));
  if (!common.old && is_long_ago(*day, today)) {
    misused(fmt::format("--on 的日期 {} 是三年以前，或者《政府信息公开条例》施行（2008-05-01）以前，像是年份写错了；确实是那一天，请加 --old",
                        common.on));
  }
  return *day;
}

Result<std::unique_ptr<Register>> make_register(const Path& file, const std::string& site) {
  return create_sqlite_register(desk_disk(), {.file = file}, site);
}

Path register_file_of(const CommonOptions& common) {
  if (!common.register_file.empty()) return common.register_file;
  const char* named = std::getenv("MINGTING_REGISTER");
  return named != nullptr && *named != '\0' ? named : "register.db";
}

Result<std::vector<EnrolledKiosk>> kiosks_of(const CommonOptions& common) {
  const auto file = register_file_of(common);
  if (!desk_disk().exists(file)) return std::vector<EnrolledKiosk>{};
  const auto book = open_sqlite_register(desk_disk(), {.file = file});
  if (!book) return fail(book.error());
  return (*book)->kiosks();
}

// ---- the frame ----------------------------------------------------------------------------------------------------------

CLI::App& DeskProgram::add_told(const char* name, const char* group, const char* what, Action action, CLI::App* parent) {
  auto& command = *(parent != nullptr ? parent : &app_)->add_subcommand(name, what)->group(group);
  commands_.push_back({&command, std::move(action), nullptr, &common_.json});
  return command;
}

CLI::App& DeskProgram::add_holder(const char* name, const char* group, const char* what) {
  auto& command = *app_.add_subcommand(name, what)->group(group);
  command.require_subcommand(1);
  speak_chinese(command);
  return command;
}

void DeskProgram::add_common(CLI::App& command, bool with_json) {
  const auto option = [&](const char* name, std::string& value, const char* help) {
    if (command.get_option_no_throw(name) == nullptr) command.add_option(name, value, help)->group("通用选项");
  };
  option("--register", common_.register_file, "登记册文件；不写则用 $MINGTING_REGISTER，再不然是 register.db");
  option("--content", common_.content, "内容文件夹；不写则用 content");
  option("--clerk", common_.clerk, "经办人；不写则用登录名");
  option("--on", common_.on, "法律上算的那一天，如 2026-11-23；不写则是今天");
  command.add_flag("--old", common_.old, "--on 确实是三年以前的日期")->group("通用选项");
  option("--out", common_.out, "文书写到哪个文件夹（PDF）");
  option("--fonts", common_.fonts, "排版用的字体表 fonts.toml");
  if (with_json) command.add_flag("--json", common_.json, "输出 JSON，供其他程序读取")->group("通用选项");
  command.add_option("--now", common_.now, "")->group("");
}

void DeskProgram::dress() {
  for (const auto& command : commands_) {
    speak_chinese(*command.app);
    add_common(*command.app, command.json == &common_.json);
  }
}

std::optional<int> DeskProgram::run() {
  for (const auto& command : commands_) {
    if (command.app->parsed() && (!command.wanted || command.wanted())) return run(command);
  }
  return std::nullopt;
}

int DeskProgram::run(const Command& command) {
  if (common_.content.empty()) common_.content = "content";
  const auto shape = *command.json ? Shape::Json : Shape::Text;
  try {
    const auto told = command.action(shape);
    if (told) {
      const auto ended = told->words.ends_with('\n') ? told->words : told->words + "\n";
      if (!print_out(*command.json ? ended : clean_input(ended, Lines::Many, 1U << 30U))) return kDeskFailed;
      return told->whole ? kDeskFine : kDeskFaulty;
    }
    tell_failure(worded(told.error()), shape);
    return kDeskFailed;
  } catch (const Failure& failure) {
    tell_failure(worded(failure.error), shape);
    return failure.error.trouble == Trouble::Invalid ? kDeskFaulty : kDeskFailed;
  } catch (const CLI::ValidationError& fault) {
    const std::string said = fault.what();
    const auto sentence =
        fmt::format("用法不对：{}。查看说明：{} --help", said.starts_with(": ") ? said.substr(2) : said, full_name(*command.app));
    tell_failure(sentence, shape);
    return kMisused;
  }
}

Result<void> DeskProgram::enter_register(const std::function<void(DeskWork&)>& act) {
  const auto clerk = clerk_of(common_);
  const auto on = law_day_of(common_);
  const Path content = common_.content;
  const auto office = read_office(desk_disk(), content);
  if (!office) return fail(office.error());
  const auto calendar = read_work_calendar(desk_disk(), content);
  if (!calendar) return fail(calendar.error());
  auto book = open_register(register_file_of(common_), *office);
  if (!book) return fail(book.error());
  DeskWork work{desk_disk(), **book, *office, *calendar, content, clerk, on, common_.out, faces_of(common_)};
  if (calendar_is_new(work)) print_error("提醒：放假安排有变化，请运行 mingting-desk calendar，看哪些在办申请的期限移动了\n");
  act(work);
  return {};
}

// ---- options ------------------------------------------------------------------------------------------------------------

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least, std::int64_t most) {
  const auto folded = trimmed(fold_width(text));
  std::int64_t value = 0;
  const auto* end = folded.data() + folded.size();
  const auto [at, error] = std::from_chars(folded.data(), end, value);
  if (folded.empty() || error != std::errc() || at != end || value < least || value > most) return std::nullopt;
  return value;
}

CLI::Option* add_date(CLI::App& command, const std::string& name, std::optional<Date>& value, const std::string& help) {
  return command.add_option_function<std::string>(
      name,
      [&value, name](const std::string& text) {
        value = parse_date(text);
        if (!value) throw CLI::ValidationError(name, "日期应当像 2026-11-23，而且要有这一天");
        if (!is_within_years(*value)) throw CLI::ValidationError(name, "年份不对，请核对");
      },
      help);
}

CLI::Option* add_id(CLI::App& command, std::string& id) {
  return command.add_option("ID", id, "序号（list 里的第一列）或编号")->required();
}

void add_said(CLI::App& command, std::vector<std::string>& said) {
  command.add_option("--say", said, "写进文书的话：项=内容，可以写几次；内容太长可以写 项=@文件")->allow_extra_args(false);
}

std::string one_line(const std::string& given) { return trimmed(clean_input(given, Lines::One, 1000)); }

std::string text_or_file(const std::string& given) {
  if (!given.starts_with('@')) return trimmed(clean_input(given, Lines::Many, kMostText));
  const Path file = given.substr(1);
  const auto text = desk_disk().read(file, kMostText);
  if (!text) failed(text.error());
  if (const auto fault = charset_fault(*text))
    failed(error_of(Trouble::Invalid, remark("toml.other-charset", file.string(), fault->what)));
  return trimmed(clean_input(*text, Lines::Many, kMostText));
}

std::map<std::string, std::string> said_in(const std::vector<std::string>& pairs) {
  std::map<std::string, std::string> said;
  for (const auto& pair : pairs) {
    const auto at = pair.find('=');
    if (at == std::string::npos || at == 0) misused("--say 应当写成 项=内容，如 reason=……");
    const auto key = one_line(pair.substr(0, at));
    if (!said.emplace(key, text_or_file(pair.substr(at + 1))).second) misused(fmt::format("--say {}=…… 写了两次", key));
  }
  return said;
}

Answers fields_in(const std::string& file, const std::vector<std::string>& pairs) {
  std::map<std::string, std::string> said;
  for (const auto& pair : pairs) {
    const auto at = pair.find('=');
    if (at == std::string::npos || at == 0) misused("--field 应当写成 字段=内容，如 name=张三");
    const auto field = one_line(pair.substr(0, at));
    if (!said.emplace(field, text_or_file(pair.substr(at + 1))).second) misused(fmt::format("--field {}=…… 写了两次", field));
  }
  Answers answers;
  if (!file.empty()) {
    auto read = read_answers(desk_disk(), file);
    if (!read) failed(read.error());
    answers = std::move(*read);
  }
  for (auto& [field, text] : said) answers[field] = std::move(text);
  return answers;
}

// ---- keys and output ----------------------------------------------------------------------------------------------------

void add_key(CLI::App& command, KeyOptions& options) {
  command.add_option("--key", options.key, "办公室私钥文件 office.key")->required();
  command.add_option("--passphrase-file", options.passphrase_file, "从文件第一行读私钥的口令；不写则在终端上问");
}

AskPassphrase passphrase_by(const std::string& file) {
  return [file](const Remark& prompt) {
    if (file.empty()) return ask_at_terminal(worded(prompt));
    warn_of_open_file(file);
    return passphrase_from_file(file);
  };
}

void warn_of_open_file(const std::string& file) {
  std::error_code code;
  const auto status = std::filesystem::status(file, code);
  using std::filesystem::perms;
  const bool open = !code && (status.permissions() & (perms::group_all | perms::others_all)) != perms::none;
  if (open) print_error(fmt::format("提醒：别的用户也能读 {}。请把它的权限改为只有本人可读（chmod 600）\n", file));
}

bool print_out(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return true;
  print_error("没有写完：输出的一方已关闭，或磁盘已满\n");
  return false;
}

void tell_failure(const std::string& sentence, Shape shape, JsonLayout layout) {
  if (shape == Shape::Json) (void)print_out(layout(error_as_json(sentence)) + "\n");
  print_error(sentence + "\n");
}

void print_error(const std::string& text) { fmt::print(stderr, "{}", clean_input(text, Lines::Many, 1'000'000)); }

}  // namespace mingting
