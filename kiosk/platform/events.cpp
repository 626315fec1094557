// SDL's events as ours.
#include "platform/events.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <utility>

namespace mingting::platform {
namespace {

constexpr int kSettlingFrames = 3;  // the frame that takes the input, and two more

std::optional<Key> key_of(const SDL_Keysym& symbol) {
  switch (symbol.sym) {
    case SDLK_BACKSPACE:
      return Key::Backspace;
    case SDLK_DELETE:
      return Key::Delete;
    case SDLK_LEFT:
      return Key::Left;
    case SDLK_RIGHT:
      return Key::Right;
    case SDLK_UP:
      return Key::Up;
    case SDLK_DOWN:
      return Key::Down;
    case SDLK_HOME:
      return Key::Home;
    case SDLK_END:
      return Key::End;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return Key::Enter;
    case SDLK_TAB:
      return (symbol.mod & KMOD_SHIFT) != 0 ? Key::BackTab : Key::Tab;
    case SDLK_ESCAPE:
      return Key::Escape;
    case SDLK_PAGEUP:
      return Key::PageUp;
    case SDLK_PAGEDOWN:
      return Key::PageDown;
    default:
      return std::nullopt;
  }
}

bool pastes(const SDL_Keysym& symbol) {
  return (symbol.sym == SDLK_v && (symbol.mod & KMOD_CTRL) != 0) ||
         (symbol.sym == SDLK_INSERT && (symbol.mod & KMOD_SHIFT) != 0);
}

std::string clipboard() {
  char* text = SDL_GetClipboardText();
  std::string kept = text != nullptr ? cut_to_bytes(text, kMostPasted) : std::string{};
  SDL_free(text);
  return kept;
}

}  // namespace

std::string cut_to_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  // A code point has at most three bytes of the form 10xxxxxx after its first.
  for (int back = 0; back < 3 && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80; ++back)
    --end;
  return std::string(text.substr(0, end));
}

void Events::take(const SDL_Event& event, Size size) {
  switch (event.type) {
    case SDL_QUIT:
      events_.push_back(QuitRequested{});
      break;
    case SDL_TEXTINPUT:
      feed(TextTyped{event.text.text});
      break;
    case SDL_KEYDOWN:
      take_key(event.key);
      break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      take_finger(event.tfinger, event.type, size);
      break;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEWHEEL:
      take_mouse(event);
      break;
    case SDL_WINDOWEVENT:
      take_window(event.window);
      break;
    default:
      break;
  }
  settling_ = kSettlingFrames;
}

void Events::feed(InputEvent event) {
  settling_ = kSettlingFrames;
  if (auto* pasted = std::get_if<Pasted>(&event)) pasted->text = cut_to_bytes(pasted->text, kMostPasted);
  auto* typed = std::get_if<TextTyped>(&event);
  auto* before = typed != nullptr && !events_.empty() ? std::get_if<TextTyped>(&events_.back()) : nullptr;
  if (before != nullptr)
    before->text += typed->text;
  else
    events_.push_back(std::move(event));
}

void Events::take_key(const SDL_KeyboardEvent& key) {
  if (pastes(key.keysym)) {
    if (std::string text = clipboard(); !text.empty()) feed(Pasted{std::move(text)});
  } else if (const auto pressed = key_of(key.keysym)) {
    feed(KeyPressed{*pressed});
  }
}

void Events::take_finger(const SDL_TouchFingerEvent& finger, Uint32 type, Size size) {
  const float x = finger.x * static_cast<float>(size.width), y = finger.y * static_cast<float>(size.height);
  if (type == SDL_FINGERDOWN) {
    // A lift that never came (a panel that was unplugged) must not lock the visitor out.
    if (finger_ && SDL_GetNumTouchFingers(finger.touchId) <= 1) finger_up();
    if (finger_) return;
    finger_down(x, y);
    finger_ = finger.fingerId;
  } else if (finger_ != finger.fingerId) {
    return;
  } else if (type == SDL_FINGERMOTION) {
    finger_move(x, y);
  } else {
    finger_move(x, y);
    finger_up();
  }
}

void Events::finger_down(float x, float y) {
  if (down_) finger_up();
  finger_move(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  down_ = true;
}

void Events::finger_move(float x, float y) {
  touched();
  pointer_ = Pointer::Finger;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
}

void Events::finger_up() {
  touched();
  finger_.reset();
  down_ = false;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMouseButtonEvent(0, false);
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // or what was under the finger stays hovered
}

void Events::take_mouse(const SDL_Event& event) {
  // A window that opens under the pointer is told where it is, by a movement of nothing: that is nobody.
  const bool moved = event.type != SDL_MOUSEMOTION || event.motion.xrel != 0 || event.motion.yrel != 0;
  if (moved) {
    touched();
    pointer_ = Pointer::Mouse;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  if (event.type == SDL_MOUSEMOTION) {
    io.AddMousePosEvent(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y));
  } else if (event.type == SDL_MOUSEWHEEL) {
    io.AddMouseWheelEvent(-event.wheel.preciseX, event.wheel.preciseY);
  } else if (event.button.button == SDL_BUTTON_LEFT) {
    io.AddMousePosEvent(static_cast<float>(event.button.x), static_cast<float>(event.button.y));
    io.AddMouseButtonEvent(0, event.type == SDL_MOUSEBUTTONDOWN);
  }
}

void Events::take_window(const SDL_WindowEvent& window) {
  ImGuiIO& io = ImGui::GetIO();
  if (window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
    if (down_) finger_up();
    io.AddMouseButtonEvent(0, false);
  }
  if (window.event == SDL_WINDOWEVENT_LEAVE && pointer_ == Pointer::Mouse)
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Events::touched() {
  settling_ = kSettlingFrames;
  if (events_.empty() || !std::holds_alternative<Touched>(events_.back())) events_.push_back(Touched{});
}

std::vector<InputEvent> Events::drain() {
  return std::exchange(events_, {});
}

bool Events::unsettled() const {
  return settling_ > 0 || !events_.empty() || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

void Events::frame_done() {
  if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0)
    settling_ = kSettlingFrames;
  else
    settling_ = std::max(0, settling_ - 1);
}

}  // namespace mingting::platform
