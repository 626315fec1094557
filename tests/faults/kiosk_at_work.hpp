// A kiosk in this process, with a release installed, a clock that stands until moved, and its log in hand.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <sstream>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/kiosk.hpp"
#include "support/temp_folder.hpp"

namespace spdlog {
class logger;
}

namespace mingting {

class KioskAtWork : public ::testing::Test {
 protected:
  KioskAtWork();
  ~KioskAtWork() override;

  Path state() const { return folder_ / "state"; }
  Path stick() const { return folder_ / "stick"; }
  std::string log() const { return log_.str(); }
  std::size_t times_logged(const std::string& part) const { return count(log(), part); }

  void install_first();

  Result<void> open(FileSystem& files = disk());

  /// Starts with a release installed and the stick's folder watched.
  void start_watching();

  void pass(Milliseconds time);

  Result<void> play(const std::string& text);

  std::uint64_t shown() const { return kiosk_->model().hall ? kiosk_->model().hall->release : 0; }

  void put_on_stick(const Path& repository) const;

  static std::size_t count(const std::string& text, const std::string& part);

  TempFolder folder_;
  std::ostringstream log_;
  std::shared_ptr<spdlog::logger> before_;
  ManualClock clock_{*parse_local_time("2026-11-23T09:00")};
  SystemRandom random_;
  std::unique_ptr<Kiosk> kiosk_;
};

/// A person's application, from the first page to the receipt, with words that are found nowhere else.
inline const std::string kApplication =
    "tap 开始使用\ntap 提申请\ntype 您想要什么信息 槐树巷改造甲乙丙\ntap 下一步\ntap 个人\ntap 下一步\n"
    "type 申请人的姓名 欧阳试验\ntap 下一步\ntap 我用其他证件\ntap 护照\ntype 证件号码 E12345678\ntap 下一步\n"
    "type 联系电话 13800138000\ntype 通信地址 试验路五号\ntap 下一步\ntap 我已看过\ntap 下一步\n"
    "tap 纸质件\ntap 下一步\ntap 自己来领\ntap 下一步\ntap 提交申请\nexpect 已经收到\n";

}  // namespace mingting
