// A kiosk in a test: content/ installed, no window, a clock set by hand, and fingers that land where the test says.
#pragma once

#include "base/said/words.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/journey.hpp"
#include "main/kiosk/kiosk.hpp"

namespace mingting {

class Booth {
 public:
  explicit Booth(platform::Size size = {1080, 1920}, const std::string& device = "") {
    Published::get().install(state_.path());
    state_.write("device.toml", "kiosk = \"K01\"\n" + device);
    const Path source = MINGTING_SOURCE;
    KioskOptions options{.state = state_.path(), .assets = source / "assets", .fonts = source / "fonts", .pinyin = Path(MINGTING_BUILD) / "pinyin", .receipts = state_ / "receipts", .motion = false};
    options.display.headless = options.display.on_demand = true;
    options.display.size = size;
    options.display.icons = options.assets / "icons";
    auto opened = Kiosk::open(disk(), clock, random_, options);
    if (!opened) {
      ADD_FAILURE() << worded(opened.error());
      std::abort();
    }
    kiosk_ = std::move(*opened);
    kiosk_->tick();
  }

  Kiosk& operator*() { return *kiosk_; }
  Kiosk* operator->() { return kiosk_.get(); }
  const std::vector<ui::Node>& nodes() { return kiosk_->tree().nodes(); }

  /// Lines of a journey.
  void go(const std::string& lines) {
    auto parsed = parse_journey(lines);
    ASSERT_TRUE(parsed) << worded(parsed.error());
    const auto played = play(*kiosk_, clock, disk(), *parsed, state_ / "out");
    ASSERT_TRUE(played) << worded(played.error());
  }

  /// A finger down and up again, without waiting for what comes of it.
  void tap_quickly(float x, float y) {
    kiosk_->display().touch_down(x, y);
    for (int frame = 0; frame < 2; ++frame) kiosk_->turn_once();
    kiosk_->display().touch_up();
    for (int frame = 0; frame < 2; ++frame) kiosk_->turn_once();
  }
  void tap(float x, float y) {
    tap_quickly(x, y);
    kiosk_->settle();
    clock.advance(Milliseconds(500));
  }
  /// Where the middle of what is labelled so stands on screen.
  std::pair<float, float> place(const std::string& label) {
    const auto found = kiosk_->tree().find(label);
    if (!found) {
      ADD_FAILURE() << "there is no " << label << " in\n" << kiosk_->tree().describe();
      return {0, 0};
    }
    const auto& seen = nodes()[*found].visible;
    return {seen.x + seen.w / 2, seen.y + seen.h / 2};
  }

  void feed(platform::InputEvent event) {
    kiosk_->display().feed(std::move(event));
    kiosk_->settle();
  }

  const Path& state() const { return state_.path(); }
  bool shows(const std::string& text) { return kiosk_->tree().text().find(text) != std::string::npos; }

  ManualClock clock{*parse_local_time("2026-11-23T09:00")};

 private:
  TempFolder state_;
  SeededRandom random_{7};
  std::unique_ptr<Kiosk> kiosk_;
};

}  // namespace mingting
