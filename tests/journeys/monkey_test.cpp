// Hands that know nothing: thousands of touches, keys and pastes at random, with a clock that jumps and a release that arrives.
// Whatever they do, the kiosk goes on, one page is on screen, and nobody sees what somebody before them typed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>

#include "journeys/booth.hpp"
#include "journeys/published.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using platform::Key;

struct Cage {
  std::uint32_t seed;
  platform::Size size;
  const char* device;
};

const Cage kCages[] = {
    {1, {1080, 1920}, ""}, {2, {1920, 1080}, ""}, {3, {640, 480}, ""}, {4, {800, 1280}, "printer = \"ipp://127.0.0.1:9/ipp/print\""},
    {5, {3840, 2160}, ""}, {6, {480, 800}, ""},   {7, {1080, 1920}, "slip = true"}, {8, {1366, 768}, ""},
};

/// For a long hunt: MINGTING_MONKEY_ACTIONS and MINGTING_MONKEY_SEED, which is added to every cage's own.
std::uint32_t wanted(const char* name, std::uint32_t otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10)) : otherwise;
}


class Monkey : public ::testing::TestWithParam<Cage> {
 protected:
  int below(int count) { return static_cast<int>(random_() % static_cast<std::uint32_t>(count)); }
  float within(int length) { return static_cast<float>(below(length)); }

  /// Each visit's own mark, in everything it types.
  std::string mark() { return booth_->model().visit ? mark_of(booth_->model().visit->number) : ""; }
  /// Of one length, so that no character deleted from one makes another visit's.
  static std::string mark_of(std::uint64_t visit) { return fmt::format("\u7279{:05}\u8bb0", visit); }

  std::string nasty() {
    static const std::vector<std::string> kTexts{
        "😀👨‍👩‍👧‍👦🇨🇳", "\x01\x02\x7F\x1B[31m", "\xE2\x80\xAE\xE2\x81\xA6" "abc", "مرحبا שלום", "𬭸䶮㛃𫖯𠮷", "e\xCC\x81\xCC\x81\xCC\x81", "\xFF\xFE\xC0\x80",
        "zhengwu", "zh", "a", "1", " ", "'", "ni hao 3", "NM-K01-20261123-0001", "NM-K01-20261103-0001-9 BCDE-3456", "NM-K01-20261009-0001-U DEFG-5678", "110105194912310021", "13800138000", "a@b.cn", "%s%n{}{0}", "'; DROP TABLE item;--",
        "\n\n\t", "贵阳市南明区人民政府办公室关于印发二〇二六年政务公开工作要点的通知", "\xEF\xBB\xBF", "2026-11-23", "ﷺ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"};
    return kTexts[static_cast<std::size_t>(below(static_cast<int>(kTexts.size())))];
  }

  void tap_a_target() {
    std::vector<ui::Node> targets;
    for (const auto& node : booth_.nodes()) {
      if (node.target && node.enabled && node.visible.w >= 1 && node.visible.h >= 1) targets.push_back(node);
    }
    if (targets.empty()) return tap_a_place();
    const auto& seen = targets[static_cast<std::size_t>(below(static_cast<int>(targets.size())))].visible;
    const int times = below(10) == 0 ? 3 : 1;
    for (int i = 0; i < times; ++i) booth_.tap_quickly(seen.x + seen.w / 2, seen.y + seen.h / 2);
  }

  void tap_a_place() { booth_.tap_quickly(within(size().width), within(size().height)); }

  void drag() {
    auto& display = booth_->display();
    display.touch_down(within(size().width), within(size().height));
    booth_->turn_once();
    for (int move = 0; move < 4; ++move) {
      booth_.clock.advance(Milliseconds(16));
      display.touch_move(within(size().width), within(size().height));
      booth_->turn_once();
    }
    display.touch_up();
  }

  void type() {
    const auto& nodes = booth_.nodes();
    for (const auto& node : nodes) {
      if (node.role == ui::Role::Field && !node.focused && node.enabled && node.visible.h > 1 && below(2) == 0) {
        booth_.tap_quickly(node.visible.x + node.visible.w / 2, node.visible.y + node.visible.h / 2);
        booth_->settle();
        break;
      }
    }
    auto text = below(2) == 0 ? mark() + nasty() : nasty();
    if (below(60) == 0) text = std::string(10'000'000, '9');
    if (below(3) == 0) booth_->display().feed(platform::Pasted{text});
    else booth_->display().feed(platform::TextTyped{text});
  }

  void press() {
    static constexpr Key kKeys[]{Key::Backspace, Key::Delete, Key::Left, Key::Right, Key::Up, Key::Down, Key::Home, Key::End,
                                 Key::Enter, Key::Tab, Key::Tab, Key::BackTab, Key::Escape, Key::PageUp, Key::PageDown};
    for (int times = below(4); times >= 0; --times) booth_->display().feed(platform::KeyPressed{kKeys[below(std::size(kKeys))]});
  }

  void let_time_pass() {
    static constexpr int kSeconds[]{1, 5, 40, 95, 31, 200, 3600, 90'000, -30, -3600, -90'000};
    booth_.clock.advance(std::chrono::seconds(kSeconds[below(std::size(kSeconds))]));
    booth_->tick();
  }

  void act() {
    const int what = below(100);
    if (what < 50) tap_a_target();
    else if (what < 58) tap_a_place();
    else if (what < 66) drag();
    else if (what < 82) type();
    else if (what < 91) press();
    else if (what < 97) let_time_pass();
    else if (what < 98) EXPECT_TRUE(booth_->take_release(Published::get().next()));
    else booth_->turn_once();
    if (below(5) != 0) booth_->settle();  // or the next comes before this is done
  }

  void look() {
    if (booth_.nodes().empty()) booth_->turn_once();  // the visit has just ended: the kit forgot even its last frame
    const auto& nodes = booth_.nodes();
    ASSERT_FALSE(nodes.empty());
    EXPECT_EQ(std::count_if(nodes.begin(), nodes.end(), [](const auto& node) { return node.role == ui::Role::Page; }), 1);
    for (const auto& node : nodes) {
      if (!node.target || node.visible.w < 1 || node.visible.h < 1) continue;
      EXPECT_GE(node.rect.x, -1) << node.label;
      EXPECT_LE(node.rect.x + node.rect.w, static_cast<float>(size().width) + 1) << node.label;
    }
  }

  /// After all is settled: the screen belongs to the visit it is in, and holds nothing of those before.
  void nothing_of_others() {
    booth_->settle();
    const auto now = booth_->model().visit ? booth_->model().visit->number : 0;
    if (now != 0) visits_.insert(now);
    const auto text = booth_->tree().text();
    for (const auto visit : visits_) {
      if (visit == now) continue;
      EXPECT_EQ(text.find(mark_of(visit)), std::string::npos) << "visit " << visit << " shows in visit " << now << "\n" << text;
    }
  }

  platform::Size size() const { return GetParam().size; }

  std::mt19937 random_{GetParam().seed + wanted("MINGTING_MONKEY_SEED", 0)};
  Booth booth_{GetParam().size, GetParam().device};
  std::set<std::uint64_t> visits_;
};

TEST_P(Monkey, BreaksNothingAndLearnsNothing) {
  const auto actions = wanted("MINGTING_MONKEY_ACTIONS", rounds(600, 10'000));
  for (std::uint32_t action = 0; action < actions && !HasFailure(); ++action) {
    SCOPED_TRACE("action " + std::to_string(action));
    act();
    look();
    if (action % 4 == 0) nothing_of_others();
  }
  EXPECT_GT(visits_.size(), 3U);  // or it was no test of who comes next
}

INSTANTIATE_TEST_SUITE_P(Cages, Monkey, ::testing::ValuesIn(kCages), [](const auto& instance) {
  return fmt::format("{}x{}_{}", instance.param.size.width, instance.param.size.height, instance.param.seed);
});

}  // namespace
}  // namespace mingting
