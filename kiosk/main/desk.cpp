// mingting-desk: the office's program. It opens what a kiosk exported, and answers questions about the rules.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "desk/open.hpp"
#include "main/desk_rules.hpp"
#include "main/kiosk/private_memory.hpp"
#include "release/keys.hpp"

namespace {

using namespace mingting;

enum Exit { kFine = 0, kFailed = 1, kMisused = 2, kFaulty = 3 };

struct OpenOptions {
  std::string where, key, out;
  bool json = false;
};

int complain(const Error& error) {
  fmt::print(stderr, "{}\n", error.message);
  return kFailed;
}

std::string shown(const std::vector<OpenedExport>& exports, bool json) {
  if (json) return exports_as_json(exports);
  std::string text;
  for (const auto& opened : exports) text += (text.empty() ? "" : "\n") + export_as_text(opened);
  return text;
}

/// To the terminal, or to a file that its owner alone reads: it holds what people wrote about themselves.
Result<void> give(const std::string& text, const std::string& file) {
  if (!file.empty()) return write_durably(disk(), file, text, Access::Owner);
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return {};
  return fail("没有写完：输出的一方已关闭，或磁盘已满");
}

int open_exports(const OpenOptions& options) {
  const auto key = read_key_file(disk(), options.key, "office-secret");
  if (!key) return complain(key.error());
  const auto found = find_exports(disk(), options.where);
  if (!found) return complain(found.error());
  std::vector<OpenedExport> exports;
  int code = kFine;
  std::string problems;
  for (const auto& folder : *found) {
    auto opened = open_export(disk(), folder, *key);
    if (!opened) {
      problems += opened.error().message + "\n";
      code = kFailed;
      continue;
    }
    problems += fault_report(*opened);
    if (!opened->faults.empty() && code == kFine) code = kFaulty;
    exports.push_back(std::move(*opened));
  }
  if (!exports.empty()) {
    if (auto given = give(shown(exports, options.json), options.out); !given) return complain(given.error());
  }
  fmt::print(stderr, "{}", problems);
  return code;
}

/// CLI11 writes English headings; the office reads Chinese.
void speak_chinese(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", "用法");
  formatter->label("OPTIONS", "选项");
  formatter->label("SUBCOMMAND", "命令");
  formatter->label("Positionals", "参数");
  formatter->label("REQUIRED", "（必填）");
  formatter->label("TEXT", "");
  formatter->column_width(28);
  app.formatter(formatter);
  app.set_help_flag("-h,--help", "显示本说明");
  app.get_help_ptr()->group("选项");
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_private();
  CLI::App app{"mingting-desk：明厅办公室端，打开政务机导出的群众提交，查办理规则", "mingting-desk"};
  speak_chinese(app);
  app.require_subcommand(1);
  OpenOptions options;
  CLI::App* open = app.add_subcommand("open", "打开导出，显示其中的申请和意见")->group("命令");
  speak_chinese(*open);
  open->add_option("EXPORT", options.where, "导出文件夹，或放着若干导出的文件夹（如 U 盘）")->required();
  open->add_option("--key", options.key, "办公室私钥文件 office.key")->required()->group("选项");
  open->add_flag("--json", options.json, "输出 JSON：{\"exports\": [...]}，供其他程序读取")->group("选项");
  open->add_option("--out", options.out, "写入文件（只有本人可读），不写则显示在屏幕上")->group("选项");
  open->footer("退出码：0 全部完好；3 有记录缺失或损坏（逐条列出，其余照常给出）；1 打不开；2 用法不对");
  RuleCommands rules(app, speak_chinese);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "用法不对（{}）。查看说明：mingting-desk open --help\n", error.what());
    return kMisused;
  }
  if (const auto code = rules.run(local_date(SystemClock().now()))) return *code;
  return open_exports(options);
}
