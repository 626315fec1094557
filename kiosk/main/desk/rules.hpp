// mingting-desk's commands that ask a rule alone: workday, number, identifier, fee. One question, or a file of them.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words.hpp"
#include "desk/desk_disk.hpp"
#include "desk/rules/rulings.hpp"

namespace mingting {

class RuleCommands {
 public:
  /// `dress` makes a subcommand look like the others.
  RuleCommands(CLI::App& app, const std::function<void(CLI::App&)>& dress) {
    add_workday(app, dress);
    number_ = add(app, dress, "number", "认文号：写成规范形式；--gaps 查缺号和重号", "TEXT", "文号，如 国办函〔2020〕109号");
    number_->add_flag("--gaps", gaps_, "与 --batch 一起用：按机关代字和年份列出缺号、重号")->group("选项");
    identifier_ = add(app, dress, "identifier", "核对号码：身份证、统一社会信用代码、电话等", "KIND TEXT", "种类和号码，如 credit-code 91330100799655058B");
    fee_ = add(app, dress, "fee", "算信息处理费：按件、按量两种都算", "ITEMS PAGES [BEFORE]", "件数、页数，本月以前已有的件数");
  }

  /// `fee` has a second meaning, for a case: with this it is left alone when that one is wanted.
  void leave_fee_when(std::function<bool()> wanted) { fee_for_case_ = std::move(wanted); }
  CLI::App& fee() { return *fee_; }
  const std::vector<std::string>& words() const { return words_; }
  const bool& json() const { return json_; }

  /// The exit code when one of these commands was given: 0 fine, 3 something does not hold, 1 a file cannot be read, 2 misused.
  std::optional<int> run(Date today) {
    if (workday_->parsed()) return workdays();
    if (number_->parsed() && gaps_) return gaps();
    if (number_->parsed()) return answer(number_ruling);
    if (identifier_->parsed()) return answer([today](std::string_view line) { return identifier_ruling(line, today); });
    if (fee_->parsed() && !(fee_for_case_ && fee_for_case_())) return answer(fee_ruling);
    return std::nullopt;
  }

 private:
  CLI::App* add(CLI::App& app, const std::function<void(CLI::App&)>& dress, const std::string& name, const std::string& what,
                const std::string& words, const std::string& help) {
    auto* command = app.add_subcommand(name, what)->group("九、只问规则");
    dress(*command);
    command->add_option(words, words_, help);
    command->add_option("--batch", batch_, "从文件读，每行一个")->group("选项");
    command->add_flag("--json", json_, "输出 JSON；--batch 时每行一个对象")->group("选项");
    return command;
  }
  void add_workday(CLI::App& app, const std::function<void(CLI::App&)>& dress) {
    workday_ = add(app, dress, "workday", "算工作日：某日之后第几个工作日是哪天", "DATE N", "日期和工作日数，如 2026-09-11 20");
    workday_->add_flag("--explain", explain_, "逐日列出：计不计，为什么")->group("选项");
    workday_->add_option("--calendar", calendar_, "放假安排，不写则用 content/calendar/holidays.csv")->group("选项");
  }

  int fail_with(const std::string& sentence, int code) const {
    if (json_) std::printf("%s\n", nlohmann::json{{"ok", false}, {"error", sentence}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return code;
  }
  int give(const std::string& text, bool fine) const {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) return fail_with("没有写完：输出的一方已关闭，或磁盘已满", 1);
    return fine ? 0 : 3;
  }
  int answer(const Rule& rule) {
    if (batch_.empty() == words_.empty()) return fail_with("请写一个问题，或者用 --batch 给出文件，二者选一", 2);
    if (batch_.empty()) {
      const auto given = rule(join(words_, " "));
      return give((json_ ? given.json : given.text) + "\n", given.fine);
    }
    const auto lines = read_batch(desk_disk(), batch_);
    if (!lines) return fail_with(worded(lines.error()), 1);
    const auto given = run_batch(*lines, rule, json_);
    return give(given.text, given.refused == 0);
  }
  int workdays() {
    const auto calendar = read_calendar(desk_disk(), calendar_, MINGTING_CALENDAR);
    if (!calendar) return fail_with(worded(calendar.error()), 1);
    return answer([&](std::string_view line) { return workday_ruling(*calendar, line, explain_); });
  }
  int gaps() {
    if (batch_.empty()) return fail_with("--gaps 要与 --batch 一起用", 2);
    const auto lines = read_batch(desk_disk(), batch_);
    if (!lines) return fail_with(worded(lines.error()), 1);
    const auto given = gaps_ruling(*lines);
    return give((json_ ? given.json : given.text) + "\n", given.fine);
  }

  CLI::App *workday_ = nullptr, *number_ = nullptr, *identifier_ = nullptr, *fee_ = nullptr;
  std::function<bool()> fee_for_case_;
  std::vector<std::string> words_;
  std::string batch_, calendar_;
  bool json_ = false, explain_ = false, gaps_ = false;
};

}  // namespace mingting
