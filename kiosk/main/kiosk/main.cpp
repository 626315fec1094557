// mingting: the kiosk, and the few commands hall staff and scripts need beside it.
#include <fmt/format.h>

#include <charconv>
#include <clocale>
#include <cstdlib>

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "main/command_line.hpp"
#include "main/kiosk/commands.hpp"
#include "main/kiosk/gallery/compare.hpp"
#include "main/private_memory.hpp"

namespace {

using namespace mingting;

Path default_state() {
  if (const char* home = std::getenv("XDG_STATE_HOME"); home != nullptr && *home != '\0') return Path(home) / "mingting";
  const char* home = std::getenv("HOME");
  return Path(home != nullptr ? home : ".") / ".local" / "state" / "mingting";
}

std::optional<platform::Size> parse_size(const std::string& text) {
  platform::Size size;
  const char* const end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
  const auto height = std::from_chars(width.ptr + 1, end, size.height);
  if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
  if (size.width < 320 || size.height < 320 || size.width > 7680 || size.height > 7680) return std::nullopt;
  return size;
}

struct Arguments {
  Path state = default_state();
  std::string size = "1080x1920", windowed, now;
  bool headless = false;
  Path script, out = ".", tour, gallery, against, install_first;
  Path assets = MINGTING_ASSETS, fonts = MINGTING_FONTS, pinyin = MINGTING_PINYIN;
};

Result<KioskOptions> options_of(const Arguments& arguments) {
  const auto& wanted = arguments.windowed.empty() ? arguments.size : arguments.windowed;
  const auto size = parse_size(wanted);
  if (!size) return fail("kiosk.bad-size", clean_input(wanted, Lines::One, 40));
  if (!arguments.now.empty() && !parse_local_time(arguments.now))
    return fail("kiosk.bad-now", clean_input(arguments.now, Lines::One, 40));
  KioskOptions options;
  options.state = arguments.state;
  options.assets = arguments.assets;
  options.fonts = arguments.fonts;
  options.pinyin = arguments.pinyin;
  options.display.headless = arguments.headless;
  options.display.fullscreen = arguments.windowed.empty();
  options.display.size = *size;
  options.display.icons = arguments.assets / "icons";
  options.motion = !arguments.headless;
  return options;
}

int misused(const Error& error) {
  fmt::print(stderr, "{}\n", worded(error));
  return kMisused;
}

int run_script(const Arguments& arguments, KioskOptions options) {
  const bool tour = !arguments.tour.empty();
  const ScriptCommand script{.script = tour ? arguments.assets / "tour.journey" : arguments.script,
                             .out = tour ? arguments.tour : arguments.out,
                             .now = parse_local_time(arguments.now)};
  options.receipts = script.out / "receipts";
  options.display.on_demand = true;
  return script_command(options, script);
}

int run_gallery(const Arguments& arguments, const KioskOptions& options) {
  GalleryCommand wanted{.visits = arguments.assets / "gallery", .folder = arguments.gallery, .now = arguments.now};
  if (!arguments.against.empty()) wanted.against = arguments.against;
  return gallery_command(options, wanted);
}

int run_kiosk(const Arguments& arguments) {
  auto options = options_of(arguments);
  if (!options) return misused(options.error());
  if (!arguments.install_first.empty()) {
    if (const int code = install_command(arguments.install_first, arguments.state); code != 0) return code;
  }
  if (!arguments.script.empty() || !arguments.tour.empty()) return run_script(arguments, *options);
  if (!arguments.gallery.empty()) return run_gallery(arguments, *options);
  if (arguments.headless) return misused({remark("kiosk.headless-needs")});
  const SystemClock clock;
  SystemRandom random;
  (void)disk().make_private_folder(arguments.state / "log");
  if (auto device = load_device(disk(), arguments.state); !device)
    fmt::print(stderr, "{}\n", words("kiosk.takes-nothing", device.error()));
  log_to_folder(arguments.state / "log");
  auto kiosk = Kiosk::open(disk(), clock, random, *options);
  if (!kiosk) return failed(kiosk.error());
  (*kiosk)->run();
  return 0;
}

struct Commands {
  SearchCommand search;
  Path repository, destination;
  CLI::App *install = nullptr, *exporting = nullptr, *status = nullptr, *searching = nullptr;
};

void add_options(CLI::App& app, Arguments& arguments) {
  app.add_option("--state", arguments.state, "状态文件夹");
  app.add_option("--windowed", arguments.windowed, "开在窗口里，如 1080x1920");
  app.add_flag("--headless", arguments.headless, "不要窗口");
  app.add_option("--size", arguments.size, "不要窗口时的画面尺寸");
  app.add_option("--script", arguments.script, "照脚本走一遍");
  app.add_option("--out", arguments.out, "图片、界面树和回执放在哪里");
  app.add_option("--tour", arguments.tour, "把一次完整的使用过程画到这个文件夹");
  auto* drawn = app.add_option("--gallery", arguments.gallery, "把每一页的每种状态、在各种屏幕和字号里画到这个文件夹，并写一个目录页");
  app.add_option("--against", arguments.against,
                 fmt::format("只列出和这个旧画廊相比变了的：变了的像素超过 {:g}%（红绿蓝有一样差 {} 以上）的图", gallery::kPixelsDiffer * 100,
                             gallery::kColourDiffers))
      ->needs(drawn);
  app.add_option("--now", arguments.now, "时钟停在这一刻，如 2026-11-23T09:00");
  app.add_option("--install", arguments.install_first, "启动前先安装这个发布文件夹");
  app.add_option("--assets", arguments.assets, "图标和文字所在的文件夹");
  app.add_option("--fonts", arguments.fonts, "fonts.toml 所在的文件夹");
}

void add_commands(CLI::App& app, Arguments& arguments, Commands& commands) {
  commands.install = app.add_subcommand("install", "安装一个发布文件夹");
  commands.install->add_option("REPOSITORY", commands.repository, "发布文件夹")->required();
  commands.exporting = app.add_subcommand("export", "把收件导出到一个文件夹，终端开着也可以");
  commands.exporting->add_option("FOLDER", commands.destination, "例如 U 盘")->required();
  commands.status = app.add_subcommand("status", "看看本机的状况");
  commands.searching = app.add_subcommand("search", "像搜索页那样查一次");
  commands.searching->add_option("QUERY", commands.search.query, "要查的词");
  commands.searching->add_option("--passages", commands.search.passages, "每件最多列几处，1 到 20，不写为 3")
      ->check(CLI::Range(std::size_t{1}, std::size_t{20}).description(""));
  commands.searching->add_option("--top", commands.search.top, "最多几件，1 到 1000")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1000}).description(""));
  commands.searching->add_flag("--json", commands.search.json, "输出 JSON");
  commands.searching->add_option("--batch", commands.search.batch, "每行一个词的文件");
  for (auto* command : {commands.install, commands.exporting, commands.status, commands.searching}) {
    command->add_option("--state", arguments.state, "状态文件夹");
    command->group("命令");
    speak_chinese(*command);
  }
  speak_chinese(app);
}

int run(Arguments& arguments, Commands& commands) {
  if (*commands.install) return install_command(commands.repository, arguments.state);
  if (*commands.exporting) return export_command(commands.destination, arguments.state);
  if (*commands.status) return status_command(arguments.state);
  if (!*commands.searching) return run_kiosk(arguments);
  commands.search.state = arguments.state;
  if (!commands.search.query.empty() || !commands.search.batch.empty()) return search_command(commands.search);
  return misused({remark("kiosk-search.nothing-asked")});
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_private();
  std::setlocale(LC_CTYPE, "C.UTF-8");
  Arguments arguments;
  Commands commands;
  try {
    CLI::App app{"明厅：政务公开专区终端。不带命令时全屏启动。", "mingting"};
    add_options(app, arguments);
    add_commands(app, arguments, commands);
    if (const auto code = parse_command_line(app, argc, argv)) return *code;
    return run(arguments, commands);
  } catch (const std::exception& fault) {
    return failed({remark("kiosk.crashed", fault.what())});
  }
}
