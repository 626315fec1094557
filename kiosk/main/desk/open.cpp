// `open`: what a kiosk exported, shown and not kept.
#include <algorithm>

#include "base/said/words.hpp"
#include "desk/desk_disk.hpp"
#include "desk/told/intake/exports.hpp"
#include "main/command_line.hpp"
#include "main/desk/program.hpp"

namespace mingting {
namespace {

struct OpenOptions {
  std::string where, out;
  KeyOptions key;
  bool json = false;
};

int complain(const Error& error) {
  print_error(worded(error) + "\n");
  return kDeskFailed;
}

/// To the terminal, or to a file that its owner alone reads: it holds what people wrote about themselves.
int give(const std::string& text, const std::string& file) {
  if (file.empty()) return print_out(text) ? kDeskFine : kDeskFailed;
  if (auto written = write_durably(desk_disk(), file, text, Access::Owner); !written) return complain(written.error());
  return kDeskFine;
}

int exit_code(const OpenedExports& exports) {
  int code = kDeskFine;
  for (const auto& opened : exports) {
    if (!opened) return kDeskFailed;
    if (!opened->faults.empty()) code = kDeskFaulty;
  }
  return code;
}

int show_exports(const OpenOptions& options) {
  const auto key = read_office_key(desk_disk(), options.key.key, passphrase_by(options.key.passphrase_file));
  if (!key) return complain(key.error());
  warn_of_open_file(options.key.key);
  const auto exports = open_exports(desk_disk(), options.where, key->text());
  if (!exports) return complain(exports.error());
  if (std::any_of(exports->begin(), exports->end(), [](const auto& opened) { return opened.has_value(); })) {
    const auto text = options.json ? json_text(as_json(*exports)) + "\n" : as_text(*exports);
    if (const int given = give(text, options.out); given != kDeskFine) return given;
  }
  print_error(problems_text(*exports));
  return exit_code(*exports);
}

}  // namespace

std::function<std::optional<int>()> add_open_command(CLI::App& app) {
  const auto held = std::make_shared<OpenOptions>();
  auto& options = *held;
  auto& open = *app.add_subcommand("open", "打开导出看一看：不登记，不保存")->group(desk_group::kIntake);
  open.add_option("EXPORT", options.where, "导出文件夹，或放着若干导出的文件夹（如 U 盘）")->required();
  add_key(open, options.key);
  open.add_flag("--json", options.json, "输出 JSON：{\"exports\": [...]}，供其他程序读取");
  open.add_option("--out", options.out, "写入文件（只有本人可读），不写则显示在屏幕上");
  open.footer("退出码：0 全部完好；3 有记录缺失或损坏（逐条列出，其余照常给出）；1 打不开；2 用法不对");
  speak_chinese(open);
  return [held, &open]() -> std::optional<int> {
    if (!open.parsed()) return std::nullopt;
    return show_exports(*held);
  };
}

}  // namespace mingting
