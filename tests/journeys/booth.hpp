// A kiosk in a test: content/ installed, no window, a clock set by hand, and fingers that land where the test says.
#pragma once

#include "base/random.hpp"
#include "main/kiosk/kiosk.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

class Booth {
 public:
  explicit Booth(platform::Size size = {1080, 1920}, const std::string& device = "");

  Kiosk& operator*() { return *kiosk_; }
  Kiosk* operator->() { return kiosk_.get(); }
  const std::vector<ui::Node>& nodes() { return kiosk_->tree().nodes(); }

  /// Lines of a journey.
  void go(const std::string& lines);

  /// A finger down and up again, without waiting for what comes of it.
  void tap_quickly(float x, float y);
  void tap(float x, float y);
  /// Where the middle of what is labelled so stands on screen.
  std::pair<float, float> place(const std::string& label);

  void feed(platform::InputEvent event);

  const Path& state() const { return state_.path(); }
  bool shows(const std::string& text);

  ManualClock clock{*parse_local_time("2026-11-23T09:00")};

 private:
  TempFolder state_;
  SeededRandom random_{7};
  std::unique_ptr<Kiosk> kiosk_;
};

}  // namespace mingting
