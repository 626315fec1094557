// How fast and how large the kiosk is, as a whole process: start to the first frame a visitor can touch, frames while a long
// document scrolls, and the most memory a visit takes. Usage: kiosk_bench STATE LONG-DOCUMENT-TITLE
// STATE has a release installed; the title is one tap away by search.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <vector>

#include "base/said/words.hpp"
#include "main/kiosk/journey.hpp"
#include "main/kiosk/kiosk.hpp"

namespace {

using namespace mingting;
using Steady = std::chrono::steady_clock;
const auto kStart = Steady::now();

double milliseconds_since(Steady::time_point from) {
  return std::chrono::duration<double, std::milli>(Steady::now() - from).count();
}

double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  std::string key;
  double kilobytes = 0;
  while (status >> key) {
    if (key == "VmHWM:") status >> kilobytes;
  }
  return kilobytes / 1024;
}

double quantile(std::vector<double> values, double which) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(which * static_cast<double>(values.size() - 1)));
}

int failed(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  return 1;
}

/// Drags the page up and down with a finger, a frame a move; the first pass draws the characters anew, the others are counted.
std::vector<double> scroll(Kiosk& kiosk) {
  std::vector<double> frames;
  for (int pass = 0; pass < 12; ++pass) {
    float y = pass % 2 == 0 ? 1500.0F : 400.0F;
    kiosk.display().touch_down(500, y);
    for (int move = 0; move < 60; ++move) {
      y += pass % 2 == 0 ? -18.0F : 18.0F;
      kiosk.display().touch_move(500, y);
      const auto before = Steady::now();
      kiosk.turn_once();
      if (pass >= 2) frames.push_back(milliseconds_since(before));
    }
    kiosk.display().touch_up();
    kiosk.settle();
  }
  return frames;
}

Result<void> play_text(Kiosk& kiosk, ManualClock& clock, const std::string& text) {
  auto lines = parse_journey(text);
  if (!lines) return fail(lines.error());
  return play(kiosk, clock, disk(), *lines, "/tmp");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return failed("usage: kiosk_bench STATE TITLE");
  ManualClock clock(*parse_local_time("2026-11-23T09:00"));
  SystemRandom random;
  KioskOptions options{.state = argv[1],
                       .assets = MINGTING_ASSETS,
                       .fonts = MINGTING_FONTS,
                       .pinyin = MINGTING_PINYIN,
                       .receipts = Path(argv[1]) / "bench-receipts",
                       .motion = false};
  options.display.headless = true;
  options.display.icons = options.assets / "icons";
  auto kiosk = Kiosk::open(disk(), clock, random, options);
  if (!kiosk) return failed(worded(kiosk.error()));
  (*kiosk)->turn_once();
  std::printf("start to first interactive frame  %7.1f ms\n", milliseconds_since(kStart));
  const std::string visit = "tap 开始使用\ntap 搜索\ntype 搜索 " + std::string(argv[2]) + "\npress Enter\ntap " + argv[2] + " in 查信息\n";
  if (auto played = play_text(**kiosk, clock, visit); !played) return failed(worded(played.error()));
  const auto frames = scroll(**kiosk);
  std::printf("frame while scrolling, warm       %7.1f ms median, %.1f ms p99 (%zu frames)\n", quantile(frames, 0.5),
              quantile(frames, 0.99), frames.size());
  const std::string rest =
      "tap 首页\ntap 提意见\ntap 满意\ntap 下一步\ntap 您想说什么\nkeys guiyang\ntap 完成 in 键盘\ntap 下一步\ntap 提交\nexpect 已经收到\n";
  if (auto played = play_text(**kiosk, clock, rest); !played) return failed(worded(played.error()));
  std::printf("peak memory over the visit        %7.1f MB\n", peak_megabytes());
  return 0;
}
