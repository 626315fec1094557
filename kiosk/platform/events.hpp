// Input on its way in: SDL's events and a script's fingers become Dear ImGui's queue (touches, mouse) and
// InputEvents (text, keys).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/display.hpp"
#include "platform/sdl_handles.hpp"

namespace mingting::platform {

constexpr std::size_t kMostPasted = 256UL * 1024;  // bytes: more than the longest field holds, which says what it left out

/// The text, cut to at most `most` bytes where a code point ends.
std::string cut_to_bytes(std::string_view text, std::size_t most);

/// Who touched last decides whether a pointer is shown.
enum class Pointer { Finger, Mouse };

/// Needs a Dear ImGui context. One thread.
class Events {
 public:
  /// Takes an event of SDL. `size`: of the window, in pixels.
  void take(const SDL_Event& event, Size size);
  /// An event as if typed.
  void feed(InputEvent event);

  /// A finger. Dear ImGui takes the place in one frame, the touch in the next, the lift in a later one.
  void finger_down(float x, float y);
  void finger_move(float x, float y);
  void finger_up();

  /// What came in since the last call, in order; runs of typed text are joined.
  std::vector<InputEvent> drain();
  /// Whether Dear ImGui has events still to take, or the last ones still to settle (some of its actions lag a
  /// frame).
  bool unsettled() const;
  /// Call after each frame.
  void frame_done();
  Pointer pointer() const { return pointer_; }

 private:
  void take_finger(const SDL_TouchFingerEvent& finger, Uint32 type, Size size);
  void take_mouse(const SDL_Event& event);
  void take_key(const SDL_KeyboardEvent& key);
  void take_window(const SDL_WindowEvent& window);
  void touched();

  std::vector<InputEvent> events_;
  std::optional<SDL_FingerID> finger_;  ///< the first finger down; others are ignored
  bool down_ = false;
  int settling_ = 0;
  Pointer pointer_ = Pointer::Finger;
};

}  // namespace mingting::platform
