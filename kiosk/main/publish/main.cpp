// mingting-publish: from a content folder to a signed release. Runs in the office, never on a kiosk.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>

#include "base/said/words.hpp"
#include "main/command_line.hpp"
#include "main/publish/program.hpp"

namespace mingting::publishing {

int failed(const Remark& what) {
  fmt::print(stderr, "{}", words("publish.failed", what));
  return kFailed;
}

namespace {

constexpr int kMostDays = 3650;

/// "" when all is well.
std::string days_fault(const std::string& typed) {
  int days = 0;
  const auto end = typed.data() + typed.size();
  const bool number = std::from_chars(typed.data(), end, days).ptr == end;
  return number && days >= 1 && days <= kMostDays ? "" : fmt::format("应是 1 到 {} 的整数", kMostDays);
}

void add_keygen(CLI::App& keys, Options& options) {
  keys.add_option("DIR", options.folder, "放钥匙的文件夹")->required();
  auto* from_file = keys.add_option("--passphrase-file", options.passphrase_file,
                                    "从文件第一行读 office.key 的口令；不写则在终端上问");
  keys.add_flag("--no-passphrase", options.no_passphrase, "不设口令，只供开发和测试")->excludes(from_file);
}

void add_check(CLI::App& checking, Options& options) {
  checking.add_option("DIR", options.folder, "内容文件夹")->required();
  checking.add_flag("--json", options.json, "按 JSON 输出");
  checking.add_option("--fonts", options.fonts, "字体表 fonts.toml，用来检查生僻字能不能显示");
  checking.add_flag("--words", options.meanings, "也检查白话词表 words：右边的词，内容里有没有");
}

void add_build(CLI::App& building, Options& options) {
  building.add_option("DIR", options.folder, "内容文件夹")->required();
  building.add_option("--out", options.repository, "发布仓库的文件夹")->required();
  building.add_option("--key", options.key_file, "发布私钥 release.key")->required();
  building.add_option("--office-key", options.office_key_file,
                      "办公室公钥 office.pub；不写就用 site.toml 里的，或私钥旁边的");
  building.add_option("--days", options.days, "有效天数，默认 365")->check(days_fault);
  building.add_option(
      "--after", options.after,
      "发布文件夹丢了：接着哪一号编号，写号数，或者 U 盘、自助机上的发布（自助机写它的 state 文件夹）");
  building.add_flag("--samples", options.samples, "示例的条目和行也发布，只供演示；不写，发布里没有示例");
  building.add_flag("--renew", options.renew, "内容没有变化也做新的发布，延长有效期");
  building.add_option("--fonts", options.fonts, "字体表 fonts.toml，用来检查生僻字能不能显示");
}

void add_new(CLI::App& making, Options& options) {
  making.add_option("KIND", options.kind, "做什么：table")->required()->check(CLI::IsMember({"table"}));
  making.add_option("NAME", options.name, "叫什么，就是文件名，例如 fees")->required();
  making.add_option("--from", options.from, "已经有的 CSV 文件")->required();
  making.add_option("--content", options.folder, "内容文件夹，默认 content");
}

void add_export(CLI::App& exporting, Options& options) {
  exporting.add_option("DIR", options.folder, "内容文件夹")->required();
  exporting.add_option("--datapackage", options.data_package, "放 CSV 和 datapackage.json 的文件夹")->required();
  exporting.add_flag("--samples", options.samples, "示例的行也放进去");
  exporting.add_option("--fonts", options.fonts, "字体表 fonts.toml，用来检查生僻字能不能显示");
}

void add_verify(CLI::App& verifying, Options& options) {
  verifying.add_option("REPOSITORY", options.repository, "发布仓库的文件夹")->required();
}

void add_rotate(CLI::App& rotating, Options& options) {
  rotating.add_option("REPOSITORY", options.repository, "发布仓库的文件夹")->required();
  rotating.add_option("--key", options.key_file, "现在的发布私钥 release.key")->required();
  rotating.add_option("--new-key", options.new_key_file, "新的发布私钥，用 keygen 做在另一个文件夹里")->required();
}

void add_approver(CLI::App& making, Options& options) {
  making.add_option("FILE", options.key_file, "私钥放在哪个文件，比如 张三.key；公钥写在旁边的 张三.key.pub")->required();
}

void add_approve(CLI::App& approving, Options& options) {
  approving.add_option("FILE", options.item_file, "内容文件夹里的一个条目，比如 content/urgent/x.md")->required();
  approving.add_option("--key", options.key_file, "自己的私钥，由 approver 做")->required();
}

void add_coverage(CLI::App& covering, Options& options) {
  covering.add_option("DIR", options.folder, "内容文件夹")->required();
  auto* json = covering.add_flag("--json", options.json, "按 JSON 输出");
  covering.add_flag("--csv", options.csv, "按 CSV 输出，可以用表格软件打开")->excludes(json);
}

struct Command {
  const char *name, *help;
  void (*add_options)(CLI::App&, Options&);
  int (*run)(const Options&);
};

constexpr Command kCommands[] = {
    {"keygen", "做两对钥匙：发布用的，和加密申请用的", add_keygen, keygen},
    {"check", "检查内容文件夹，逐条说明哪个文件、哪一行、怎么改", add_check, check},
    {"coverage", "对照《政府信息公开条例》第二十条、第二十一条：哪些有了，哪些该更新，哪些还没有", add_coverage, coverage},
    {"approver", "给一位核准人做一把钥匙", add_approver, approver},
    {"approve", "核准一个条目：用自己的私钥签名，条目改一个字就要重新核准", add_approve, approve},
    {"build", "检查、制作并签名一个发布", add_build, build},
    {"new", "照一个 CSV 起草表格的说明，改一改就能用", add_new, new_table},
    {"export", "把公开的表格做成数据包（Frictionless），给别的程序用", add_export, export_tables},
    {"verify", "核对发布仓库的签名、长度和摘要", add_verify, verify},
    {"rotate", "更换发布密钥：旧的要换掉，或者可能被别人拿到了", add_rotate, rotate},
};

void add_commands(CLI::App& app, Options& options) {
  for (const auto& each : kCommands) {
    auto* command = app.add_subcommand(each.name, each.help);
    each.add_options(*command, options);
    command->group("命令");
    speak_chinese(*command);
  }
  app.require_subcommand(1);
  speak_chinese(app);
}

int run(const CLI::App& app, const Options& options) {
  for (const auto& each : kCommands) {
    if (app.got_subcommand(each.name)) return each.run(options);
  }
  return kFailed;
}

}  // namespace
}  // namespace mingting::publishing

int main(int argc, char** argv) {
  using namespace mingting;
  try {
    CLI::App app{"明厅内容发布：检查办公室写的内容，制作签名的发布，供大厅的机器安装。", "mingting-publish"};
    publishing::Options options;
    publishing::add_commands(app, options);
    if (const auto code = parse_command_line(app, argc, argv)) return *code;
    return publishing::run(app, options);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}", words("publish.fault", fault.what()));
    return publishing::kFailed;
  }
}
