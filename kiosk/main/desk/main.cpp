// mingting-desk: the office's program. It takes in what a kiosk exported and what came by post, keeps the register, answers
// questions about the rules, and makes what goes out.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/told/cases/steps.hpp"
#include "main/command_line.hpp"
#include "main/desk/program.hpp"
#include "main/desk/rules.hpp"
#include "main/private_memory.hpp"

namespace {

using namespace mingting;

struct FeeOptions {
  std::optional<std::int64_t> items, pages, before;
  std::vector<std::string> said;
};

Result<StepTaken> fee_of_case(DeskWork& work, const FeeOptions& options, const std::vector<std::string>& words) {
  if (words.size() != 1) misused("收费通知请写一件申请：fee ID --items 件数，或者 fee ID --pages 页数");
  if (options.items && options.pages) misused("按件、按量只能选一种（国办函〔2020〕109号）");
  const FeeUnits units{options.items ? FeeBasis::Items : FeeBasis::Pages, options.items ? *options.items : *options.pages,
                       options.before};
  return charge(work, words.front(), units, said_in(options.said));
}

/// `fee ITEMS PAGES` asks the rule alone; with --items or --pages it is a step of the case it names.
void add_fee(DeskProgram& program, RuleCommands& rules) {
  const auto options = std::make_shared<FeeOptions>();
  auto& fee = rules.fee();
  fee.description("算信息处理费：按件、按量两种都算。写了 --items 或 --pages，就给 ID 这件申请发收费通知");
  add_number(fee, "--items", options->items, 1, kMostFeeUnits, "给 ID 这件申请发收费通知：按件，几件；--on 写申请人收到通知的日期")->group("选项");
  add_number(fee, "--pages", options->pages, 1, kMostFeeUnits, "给 ID 这件申请发收费通知：按量，几页")->group("选项");
  add_number(fee, "--before", options->before, 0, kMostFeeUnits, "本月此前的件数；不写则数登记册里的")->group("选项");
  add_said(fee, options->said);
  const auto wanted = [options] { return options->items.has_value() || options->pages.has_value(); };
  rules.leave_fee_when(wanted);
  program.join(fee, wanted, rules.json(),
               [options, &rules](DeskWork& work) { return fee_of_case(work, *options, rules.words()); });
}

int run(DeskProgram& program, RuleCommands& rules, const std::function<std::optional<int>()>& open) {
  if (const auto code = rules.run(local_date(SystemClock().now()))) return *code;
  if (const auto code = open()) return *code;
  return program.run().value_or(kMisused);
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_private();
  CLI::App app{"mingting-desk：明厅办公室端，收件、登记、计算期限、办理、答复、送回大厅、年度报告", "mingting-desk"};
  app.require_subcommand(1);
  DeskProgram program(app);
  const auto open = add_open_command(app);
  add_intake_commands(program);
  add_look_commands(program);
  add_handling_commands(program);
  add_reply_commands(program);
  add_office_commands(program);
  add_year_commands(program);
  add_care_commands(program);
  add_key_commands(program);
  speak_chinese(app);
  RuleCommands rules(app, speak_chinese);
  add_fee(program, rules);
  program.dress();
  app.footer("每个命令的说明：mingting-desk 命令 --help\n退出码：0 办好了；3 有不成立、不完整的地方（已说明）；1 办不了；2 用法不对");
  const std::vector<std::string> words(argv, argv + argc);
  const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
  const auto tell = [json](const std::string& sentence) {
    tell_failure(sentence, json ? Shape::Json : Shape::Text);
  };
  if (const auto code = parse_command_line(app, argc, argv, tell)) return *code;
  try {
    return run(program, rules, open);
  } catch (const std::exception& fault) {
    print_error(fmt::format("程序出了意外（{}）：请再试一次；仍不行，请联系技术人员\n", fault.what()));
    return kDeskFailed;
  }
}
