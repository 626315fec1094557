// mingting-desk: the office's program. It opens what a kiosk exported, and answers questions about the rules.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "desk/open.hpp"
#include "main/command_line.hpp"
#include "main/desk_rules.hpp"
#include "main/private_memory.hpp"
#include "release/keys.hpp"

namespace {

using namespace mingting;

enum Exit { kFine = 0, kFailed = 1, kFaulty = 3 };  // and kMisused

struct OpenOptions {
  std::string where, key, out;
  bool json = false;
};

/// A name on a stick may hold anything: nothing of it may steer the terminal.
std::string harmless(const std::string& text) { return clean_input(text, Lines::Many, 1'000'000); }

int complain(const Error& error) {
  fmt::print(stderr, "{}\n", harmless(error.message));
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

/// The key opens everything that was handed in: others on this computer should not be able to read it.
void warn_of_open_key(const std::string& file) {
  std::error_code code;
  const auto status = std::filesystem::status(file, code);
  using std::filesystem::perms;
  const bool open = !code && (status.permissions() & (perms::group_all | perms::others_all)) != perms::none;
  if (open) fmt::print(stderr, "提醒：别的用户也能读 {}。请把它的权限改为只有本人可读（chmod 600）\n", file);
}

int open_exports(const OpenOptions& options) {
  const auto key = read_key_file(disk(), options.key, "office-secret");
  if (!key) return complain(key.error());
  warn_of_open_key(options.key);
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
  fmt::print(stderr, "{}", harmless(problems));
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_private();
  CLI::App app{"mingting-desk：明厅办公室端，打开政务机导出的群众提交，查办理规则", "mingting-desk"};
  app.require_subcommand(1);
  OpenOptions options;
  CLI::App* open = app.add_subcommand("open", "打开导出，显示其中的申请和意见")->group("命令");
  open->add_option("EXPORT", options.where, "导出文件夹，或放着若干导出的文件夹（如 U 盘）")->required();
  open->add_option("--key", options.key, "办公室私钥文件 office.key")->required();
  open->add_flag("--json", options.json, "输出 JSON：{\"exports\": [...]}，供其他程序读取");
  open->add_option("--out", options.out, "写入文件（只有本人可读），不写则显示在屏幕上");
  open->footer("退出码：0 全部完好；3 有记录缺失或损坏（逐条列出，其余照常给出）；1 打不开；2 用法不对");
  speak_chinese(*open);
  speak_chinese(app);
  RuleCommands rules(app, speak_chinese);
  if (const auto code = parse_command_line(app, argc, argv)) return *code;
  try {
    if (const auto code = rules.run(local_date(SystemClock().now()))) return *code;
    return open_exports(options);
  } catch (const std::exception& fault) {
    return complain({fmt::format("程序出了意外（{}）：请再试一次；仍不行，请联系技术人员", fault.what())});
  }
}
