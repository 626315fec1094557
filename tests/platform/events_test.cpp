// SDL's events as ours.
#include <gmock/gmock.h>

#include "base/text/text.hpp"
#include "platform/stage_fixture.hpp"

namespace mingting::platform {
namespace {

using testing::ElementsAre;

/// A button of the window's left half, and what happened to it frame by frame.
struct Button {
  int pressed = 0, held = 0, tapped = 0, hovered = 0;
  void operator()() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({200, 100});
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    tapped += ImGui::InvisibleButton("left", {90, 80}) ? 1 : 0;
    pressed += ImGui::IsItemActivated() ? 1 : 0;
    held += ImGui::IsItemActive() ? 1 : 0;
    hovered = ImGui::IsItemHovered() ? 1 : 0;
    ImGui::End();
  }
};

class EventsTest : public StageTest {
 protected:
  void SetUp() override {
    open({200, 100});
    frame(std::ref(button_));
  }
  std::vector<InputEvent> drained() { return events_.drain(); }

  static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
  }
  static SDL_Event key(SDL_Keycode code, Uint16 modifiers = 0) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.keysym.mod = modifiers;
    return event;
  }
  static SDL_Event text(const char* typed) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    SDL_strlcpy(event.text.text, typed, sizeof event.text.text);
    return event;
  }
  void take(const SDL_Event& event) { events_.take(event, {200, 100}); }

  Button button_;
};

TEST_F(EventsTest, AFingerDownAndUpAtOnceIsStillATap) {
  events_.finger_down(40, 40);
  events_.finger_up();
  settle(std::ref(button_));
  EXPECT_EQ(button_.pressed, 1);
  EXPECT_GE(button_.held, 1);
  EXPECT_EQ(button_.tapped, 1);
}

TEST_F(EventsTest, NothingStaysHoveredAfterTheLift) {
  events_.finger_down(40, 40);
  settle(std::ref(button_));
  EXPECT_EQ(button_.hovered, 1);
  events_.finger_up();
  settle(std::ref(button_));
  EXPECT_EQ(button_.hovered, 0);
}

TEST_F(EventsTest, AFingerThatSlidesAwayDoesNotTap) {
  events_.finger_down(40, 40);
  settle(std::ref(button_));
  events_.finger_move(180, 40);
  settle(std::ref(button_));
  events_.finger_up();
  settle(std::ref(button_));
  EXPECT_EQ(button_.pressed, 1);
  EXPECT_EQ(button_.tapped, 0);
}

TEST_F(EventsTest, AFewTapsInARowAllArrive) {
  for (int i = 0; i < 5; ++i) {
    events_.finger_down(40, 40);
    events_.finger_up();
  }
  settle(std::ref(button_));
  EXPECT_EQ(button_.tapped, 5);
}

TEST_F(EventsTest, TouchesOfThePanelGoTheSameWay) {
  take(finger(SDL_FINGERDOWN, 7, 0.2F, 0.4F));
  take(finger(SDL_FINGERUP, 7, 0.2F, 0.4F));
  settle(std::ref(button_));
  EXPECT_EQ(button_.tapped, 1);
  EXPECT_EQ(events_.pointer(), Pointer::Finger);
}

TEST_F(EventsTest, ASecondFingerIsIgnoredAndItsLiftEndsNothing) {
  take(finger(SDL_FINGERDOWN, 7, 0.2F, 0.4F));
  settle(std::ref(button_));
  // SDL counts fingers by device; with no device it counts none, so the second finger stands for a new first
  // one.
  take(finger(SDL_FINGERMOTION, 9, 0.9F, 0.4F));
  take(finger(SDL_FINGERUP, 9, 0.9F, 0.4F));
  settle(std::ref(button_));
  EXPECT_EQ(button_.tapped, 0);
  take(finger(SDL_FINGERUP, 7, 0.2F, 0.4F));
  settle(std::ref(button_));
  EXPECT_EQ(button_.tapped, 1);
}

TEST_F(EventsTest, ALiftThatWasLostDoesNotLockTheVisitorOut) {
  take(finger(SDL_FINGERDOWN, 7, 0.9F, 0.4F));
  settle(std::ref(button_));
  take(finger(SDL_FINGERDOWN, 8, 0.2F, 0.4F));
  take(finger(SDL_FINGERUP, 8, 0.2F, 0.4F));
  settle(std::ref(button_));
  EXPECT_EQ(button_.tapped, 1);
}

TEST_F(EventsTest, AMouseWorksAndIsRemembered) {
  SDL_Event event{};
  event.type = SDL_MOUSEBUTTONDOWN;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.x = 40;
  event.button.y = 40;
  take(event);
  event.type = SDL_MOUSEBUTTONUP;
  take(event);
  settle(std::ref(button_));
  EXPECT_EQ(button_.tapped, 1);
  EXPECT_EQ(events_.pointer(), Pointer::Mouse);
}

TEST_F(EventsTest, APointerThatOnlyLiesThereIsNobody) {
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  event.motion.x = 40;
  take(event);
  EXPECT_TRUE(drained().empty());
  EXPECT_EQ(events_.pointer(), Pointer::Finger);
  event.motion.xrel = 3;
  take(event);
  EXPECT_EQ(drained().size(), 1U);
  EXPECT_EQ(events_.pointer(), Pointer::Mouse);
}

TEST_F(EventsTest, LosingTheWindowLiftsTheFinger) {
  take(finger(SDL_FINGERDOWN, 7, 0.2F, 0.4F));
  settle(std::ref(button_));
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
  take(event);
  settle(std::ref(button_));
  EXPECT_FALSE(ImGui::IsMouseDown(0));
}

TEST_F(EventsTest, TouchesSaySomebodyIsThereOnce) {
  events_.finger_down(10, 10);
  events_.finger_move(20, 10);
  events_.finger_up();
  const auto events = drained();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<Touched>(events[0]));
}

TEST_F(EventsTest, TypedTextIsJoinedAndKeepsItsPlaceAmongKeys) {
  for (const char* typed : {"贵", "阳"}) take(text(typed));
  take(key(SDLK_BACKSPACE));
  take(text("州"));
  const auto events = drained();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(std::get<TextTyped>(events[0]).text, "贵阳");
  EXPECT_EQ(std::get<KeyPressed>(events[1]).key, Key::Backspace);
  EXPECT_EQ(std::get<TextTyped>(events[2]).text, "州");
}

TEST_F(EventsTest, NamesTheKeys) {
  const std::vector<std::pair<SDL_Keycode, Key>> pairs{
      {SDLK_DELETE, Key::Delete},    {SDLK_LEFT, Key::Left},
      {SDLK_RIGHT, Key::Right},      {SDLK_UP, Key::Up},
      {SDLK_DOWN, Key::Down},        {SDLK_HOME, Key::Home},
      {SDLK_END, Key::End},          {SDLK_RETURN, Key::Enter},
      {SDLK_TAB, Key::Tab},          {SDLK_KP_ENTER, Key::Enter},
      {SDLK_ESCAPE, Key::Escape},    {SDLK_PAGEUP, Key::PageUp},
      {SDLK_PAGEDOWN, Key::PageDown}};
  for (const auto& [code, expected] : pairs) {
    take(key(code));
    const auto events = drained();
    ASSERT_EQ(events.size(), 1U) << SDL_GetKeyName(code);
    EXPECT_EQ(std::get<KeyPressed>(events[0]).key, expected) << SDL_GetKeyName(code);
  }
  take(key(SDLK_TAB, KMOD_LSHIFT));
  EXPECT_EQ(std::get<KeyPressed>(drained().at(0)).key, Key::BackTab);
  take(key(SDLK_a, KMOD_CTRL));
  EXPECT_TRUE(drained().empty());
}

TEST_F(EventsTest, PastesTheClipboardCutAtACodePoint) {
  std::string text;
  while (text.size() < 3 * kMostPasted) text += "厅";
  SDL_SetClipboardText(text.c_str());
  take(key(SDLK_v, KMOD_LCTRL));
  const auto events = drained();
  ASSERT_EQ(events.size(), 1U);
  const auto& pasted = std::get<Pasted>(events[0]).text;
  EXPECT_EQ(pasted.size(), kMostPasted / 3 * 3);
  EXPECT_TRUE(is_valid_utf8(pasted));
}

TEST_F(EventsTest, AnEmptyClipboardPastesNothing) {
  SDL_SetClipboardText("");
  take(key(SDLK_INSERT, KMOD_SHIFT));
  EXPECT_TRUE(drained().empty());
}

TEST_F(EventsTest, FedPastesAreBoundedToo) {
  events_.feed(Pasted{std::string(kMostPasted + 7, 'a')});
  EXPECT_EQ(std::get<Pasted>(drained().at(0)).text.size(), kMostPasted);
}

TEST_F(EventsTest, ClosingTheWindowIsARequest) {
  SDL_Event event{};
  event.type = SDL_QUIT;
  take(event);
  EXPECT_TRUE(std::holds_alternative<QuitRequested>(drained().at(0)));
}

TEST_F(EventsTest, SettlesAfterTwoMoreFrames) {
  settle(std::ref(button_));
  EXPECT_FALSE(events_.unsettled());
  take(key(SDLK_DOWN));
  EXPECT_TRUE(events_.unsettled());
  EXPECT_EQ(settle(std::ref(button_)), 3);
}

TEST(CutToBytes, NeverSplitsACodePoint) {
  EXPECT_EQ(cut_to_bytes("明厅", 6), "明厅");
  EXPECT_EQ(cut_to_bytes("明厅", 5), "明");
  EXPECT_EQ(cut_to_bytes("明厅", 3), "明");
  EXPECT_EQ(cut_to_bytes("明厅", 2), "");
  EXPECT_EQ(cut_to_bytes("a\xF0\xAC\xAD\xB8", 4), "a");
  EXPECT_EQ(cut_to_bytes("", 0), "");
}

}  // namespace
}  // namespace mingting::platform
