// Commands about a year's work: figures, dispute, report, stats, export.
#include "base/text/text.hpp"
#include "desk/told/year/disputes.hpp"
#include "desk/told/year/export.hpp"
#include "desk/told/year/figures.hpp"
#include "desk/told/year/making.hpp"
#include "desk/told/year/statistics.hpp"
#include "desk/year/report/report.hpp"
#include "main/desk/program.hpp"

namespace mingting {
namespace {

/// The folder that the common --out names.
Path out_of(const DeskWork& work) {
  if (work.out.empty()) misused("请用 --out 写明放在哪个文件夹");
  return work.out;
}

void add_figures(DeskProgram& program) {
  const auto options = std::make_shared<FiguresOptions>();
  auto& figures = program.add("figures", desk_group::kYear, "填年度报告第二部分的数，或者看填了什么", [options](DeskWork& work) {
    return enter_figures(work, *options);
  });
  add_number(figures, "YEAR", options->year, kFirstReportYear, kLastReportYear, "年度")->required();
  figures.add_option("NAME=VALUE", options->values, "项目=数；其余=0 把没有填的填成 0");
}

void add_dispute_adding(DeskProgram& program, CLI::App& dispute) {
  const auto options = std::make_shared<NewDispute>();
  auto& add = program.add("add", desk_group::kYear, "记一件复议或诉讼；--on 写提起的日期", [options](DeskWork& work) {
    options->on = work.on;
    return add_dispute(work, *options);
  }, &dispute);
  add.add_option("--kind", options->kind, "review 复议、suit-directly 直接起诉、suit-after-review 复议后起诉")->required();
  add.add_option("--entry", options->entry, "哪件申请；不写则不对应登记册里的申请");
  add.add_option("--note", options->note, "说明");
}

void add_dispute_closing(DeskProgram& program, CLI::App& dispute) {
  const auto options = std::make_shared<ClosedDispute>();
  auto& close = program.add("close", desk_group::kYear, "记审结结果；--on 写审结日期", [options](DeskWork& work) {
    options->on = work.on;
    return close_dispute(work, *options);
  }, &dispute);
  add_number(close, "ID", options->id, 1, 1'000'000'000, "第几件（见 dispute list）")->required();
  close.add_option("--outcome", options->outcome, "upheld 维持、corrected 纠正、otherwise 其他；open 撤销审结")->required();
  close.add_option("--note", options->note, "说明");
}

void add_dispute(DeskProgram& program) {
  auto& dispute = program.add_holder("dispute", desk_group::kYear, "复议和诉讼：add、close、list");
  add_dispute_adding(program, dispute);
  add_dispute_closing(program, dispute);
  program.add("list", desk_group::kYear, "列出复议和诉讼", [](DeskWork& work) { return list_disputes(work); }, &dispute);
}

void add_report(DeskProgram& program) {
  const auto options = std::make_shared<ReportOptions>();
  auto& report = program.add("report", desk_group::kYear, "年度报告：PDF、网页和表格（--out 文件夹），先核对再写", [options](DeskWork& work) {
    options->out = out_of(work);
    return make_report(work, *options);
  });
  add_number(report, "YEAR", options->year, kFirstReportYear, kLastReportYear, "年度")->required();
  report.add_option("--units", options->units, "各单位报来的表：一个单位一个文件夹，里面是它的三张 CSV；逐个核对并相加，有“全区”文件夹的再比对");
  report.add_flag("--final", options->keep, "定稿：没有问题的才记下来，明年核对结转");
}

void add_stats(DeskProgram& program) {
  const auto options = std::make_shared<StatsOptions>();
  auto& stats = program.add("stats", desk_group::kYear, "办理统计；不写日期则是今年到今天",
                            [options](DeskWork& work) { return statistics_asked(work, *options); });
  add_date(stats, "--from", options->from, "从哪天起");
  add_date(stats, "--to", options->to, "到哪天为止");
}

void add_export(DeskProgram& program) {
  struct Options {
    std::string folder;
    bool whole = false;
  };
  const auto options = std::make_shared<Options>();
  auto& command = program.add("export", desk_group::kYear, "导出登记册为表格（CSV），姓名遮住", [options](DeskWork& work) {
    if (trimmed(options->folder).empty()) misused("请用 --csv 写明放在哪个文件夹");
    return export_csv(work, {.out = options->folder, .whole = options->whole}, export_tables);
  });
  command.add_option("--csv", options->folder, "写到哪个文件夹")->required();
  command.add_flag("--whole", options->whole, "姓名和填写的内容也导出（只在确有需要时用）");
}

}  // namespace

void add_year_commands(DeskProgram& program) {
  add_report(program);
  add_figures(program);
  add_dispute(program);
  add_stats(program);
  add_export(program);
}

}  // namespace mingting
