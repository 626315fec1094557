// A kiosk in this process, with a release installed, a clock that stands until moved, and its log in hand.
#pragma once

#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/journey.hpp"
#include "main/kiosk/kiosk.hpp"

namespace mingting {

class KioskAtWork : public ::testing::Test {
 protected:
  KioskAtWork() : before_(spdlog::default_logger()) {
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_)));
  }
  ~KioskAtWork() override {
    kiosk_.reset();
    spdlog::set_default_logger(before_);
  }

  Path state() const { return folder_ / "state"; }
  Path stick() const { return folder_ / "stick"; }
  std::string log() const { return log_.str(); }
  std::size_t times_logged(const std::string& part) const { return count(log(), part); }

  void install_first() {
    Published::get().install(state());
    folder_.write("state/device.toml", "kiosk = \"K01\"\n");
  }

  Result<void> open(FileSystem& files = disk()) {
    KioskOptions options{.state = state(),
                         .assets = Path(MINGTING_SOURCE) / "assets",
                         .fonts = Path(MINGTING_SOURCE) / "fonts",
                         .pinyin = Path(MINGTING_BUILD) / "pinyin",
                         .motion = false};
    options.display.headless = options.display.on_demand = true;
    options.display.size = {1080, 1920};
    options.display.icons = options.assets / "icons";
    auto kiosk = Kiosk::open(files, clock_, random_, options);
    if (!kiosk) return fail(kiosk.error());
    kiosk_ = std::move(*kiosk);
    kiosk_->tick();
    return {};
  }

  /// Starts with a release installed and the stick's folder watched.
  void start_watching() {
    install_first();
    folder_.write("state/device.toml", "kiosk = \"K01\"\nwatch = \"" + stick().string() + "\"\n");
    const auto opened = open();
    ASSERT_TRUE(opened) << worded(opened.error());
  }

  void pass(Milliseconds time) {
    for (auto left = time; left > Milliseconds(0); left -= Milliseconds(1000)) {
      clock_.advance(std::min(left, Milliseconds(1000)));
      kiosk_->tick();
    }
  }

  Result<void> play(const std::string& text) {
    auto lines = parse_journey(text);
    if (!lines) return fail(lines.error());
    return mingting::play(*kiosk_, clock_, disk(), *lines, folder_ / "out");
  }

  std::uint64_t shown() const { return kiosk_->model().hall ? kiosk_->model().hall->release : 0; }

  void put_on_stick(const Path& repository) const {
    std::filesystem::remove_all(stick());
    std::filesystem::copy(repository, stick(), std::filesystem::copy_options::recursive);
  }

  static std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
  }

  TempFolder folder_;
  std::ostringstream log_;
  std::shared_ptr<spdlog::logger> before_;
  ManualClock clock_{*parse_local_time("2026-11-23T09:00")};
  SystemRandom random_;
  std::unique_ptr<Kiosk> kiosk_;
};

/// A person's application, from the first page to the receipt, with words that are found nowhere else.
inline const std::string kApplication =
    "tap 开始使用\ntap 提申请\ntype 信息内容 槐树巷改造甲乙丙\ntap 下一步\ntap 个人\ntap 下一步\n"
    "type 姓名 欧阳试验\ntap 护照\ntype 证件号码 E12345678\ntap 下一步\n"
    "type 联系电话 13800138000\ntype 通信地址 试验路五号\ntap 我已看过\ntap 下一步\n"
    "tap 纸质件\ntap 自己来领\ntap 下一步\ntap 提交申请\nexpect 已经收到\n";

}  // namespace mingting
