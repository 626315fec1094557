// How is a kiosk opened and touched in a test?
#include "journeys/booth.hpp"

#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/journey.hpp"

namespace mingting {

Booth::Booth(platform::Size size, const std::string& device) {
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

void Booth::go(const std::string& lines) {
  auto parsed = parse_journey(lines);
  ASSERT_TRUE(parsed) << worded(parsed.error());
  const auto played = play(*kiosk_, clock, disk(), *parsed, state_ / "out");
  ASSERT_TRUE(played) << worded(played.error());
}

void Booth::tap_quickly(float x, float y) {
  kiosk_->display().touch_down(x, y);
  for (int frame = 0; frame < 2; ++frame) kiosk_->turn_once();
  kiosk_->display().touch_up();
  for (int frame = 0; frame < 2; ++frame) kiosk_->turn_once();
}

void Booth::tap(float x, float y) {
  tap_quickly(x, y);
  kiosk_->settle();
  clock.advance(Milliseconds(500));
}

std::pair<float, float> Booth::place(const std::string& label) {
  const auto found = kiosk_->tree().find(label);
  if (!found) {
    ADD_FAILURE() << "there is no " << label << " in\n" << kiosk_->tree().describe();
    return {0, 0};
  }
  const auto& seen = nodes()[*found].visible;
  return {seen.x + seen.w / 2, seen.y + seen.h / 2};
}

void Booth::feed(platform::InputEvent event) {
  kiosk_->display().feed(std::move(event));
  kiosk_->settle();
}

bool Booth::shows(const std::string& text) { return kiosk_->tree().text().find(text) != std::string::npos; }

}  // namespace mingting
