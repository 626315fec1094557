// Asks the rule, and tells what it said.
#include "main/desk/rules.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/desk_disk.hpp"
#include "desk/told/rulings.hpp"
#include "main/command_line.hpp"
#include "main/desk/program.hpp"

namespace mingting {

RuleCommands::RuleCommands(CLI::App& app, const std::function<void(CLI::App&)>& dress) {
  workday_ = add(app, dress, "workday", "算工作日：某日之后第几个工作日是哪天", "DATE N", "日期和工作日数，如 2026-09-11 20");
  workday_->add_flag("--explain", explain_, "逐日列出：计不计，为什么")->group("选项");
  workday_->add_option("--calendar", calendar_, "放假安排，不写则用 content/calendar/holidays.csv")->group("选项");
  number_ = add(app, dress, "number", "认文号：写成规范形式；--gaps 查缺号和重号", "TEXT", "文号，如 国办函〔2020〕109号");
  number_->add_flag("--gaps", gaps_, "与 --batch 一起用：按机关代字和年份列出缺号、重号")->group("选项");
  identifier_ = add(app, dress, "identifier", "核对号码：身份证、统一社会信用代码、电话等", "KIND TEXT", "种类和号码，如 credit-code 91330100799655058B");
  fee_ = add(app, dress, "fee", "算信息处理费：按件、按量两种都算", "ITEMS PAGES [BEFORE]", "件数、页数，本月以前已有的件数");
}

std::optional<int> RuleCommands::run(Date today) {
  if (workday_->parsed()) return workdays();
  if (number_->parsed() && gaps_) return gaps();
  if (number_->parsed()) return answer(number_ruling);
  if (identifier_->parsed()) return answer([today](std::string_view line) { return identifier_ruling(line, today); });
  if (fee_->parsed() && !(fee_for_case_ && fee_for_case_())) return answer(fee_ruling);
  return std::nullopt;
}

CLI::App* RuleCommands::add(CLI::App& app, const std::function<void(CLI::App&)>& dress, const std::string& name,
                            const std::string& what, const std::string& words, const std::string& help) {
  auto* command = app.add_subcommand(name, what)->group("九、只问规则");
  dress(*command);
  command->add_option(words, words_, help);
  command->add_option("--batch", batch_, "从文件读，每行一个")->group("选项");
  command->add_flag("--json", json_, "输出 JSON；--batch 时每行一个对象")->group("选项");
  return command;
}

int RuleCommands::fail_with(const std::string& sentence, int code) const {
  tell_failure(sentence, shape(), json_line);
  return code;
}

int RuleCommands::give(const Told& told) const {
  if (!print_out(told.words)) return kDeskFailed;
  return told.whole ? kDeskFine : kDeskFaulty;
}

template <class Rule>
int RuleCommands::answer(const Rule& rule) const {
  if (batch_.empty() == words_.empty()) return fail_with("请写一个问题，或者用 --batch 给出文件，二者选一", kMisused);
  if (batch_.empty()) return give(tell_ruling(rule(join(words_, " ")), shape()));
  const auto lines = read_batch(desk_disk(), batch_);
  if (!lines) return fail_with(worded(lines.error()), kDeskFailed);
  return give(tell_batch(*lines, rule, shape()));
}

int RuleCommands::workdays() const {
  const auto calendar = read_calendar(desk_disk(), calendar_, MINGTING_CALENDAR);
  if (!calendar) return fail_with(worded(calendar.error()), kDeskFailed);
  return answer([&](std::string_view line) { return workday_ruling(*calendar, line, explain_); });
}

int RuleCommands::gaps() const {
  if (batch_.empty()) return fail_with("--gaps 要与 --batch 一起用", kMisused);
  const auto lines = read_batch(desk_disk(), batch_);
  if (!lines) return fail_with(worded(lines.error()), kDeskFailed);
  return give(tell_ruling(Result<NumberGaps>(gaps_ruling(*lines)), shape()));
}

}  // namespace mingting
