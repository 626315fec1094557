// Where frames are painted: a window's pixels or memory, and Dear ImGui's context on top of it.
// One at a time in a program. Everything here belongs to the thread that opened it.
#pragma once

#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "platform/display.hpp"
#include "platform/sdl_handles.hpp"

namespace mingting::platform {

struct StageOptions {
  bool headless = false;
  bool fullscreen = true;
  Size size{1080, 1920};
  bool on_demand = false;  ///< pixels are drawn only when they are captured
};

class Stage {
 public:
  /// Errors: Trouble::Unavailable when there is no display server, Trouble::Invalid for an impossible size.
  static Result<std::unique_ptr<Stage>> open(const StageOptions& options);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Nothing when headless.
  SDL_Window* window() const { return window_.get(); }
  Size size() const;

  /// Starts a frame of Dear ImGui. Its time follows `now`, so that a clock that is set by hand moves
  /// animations too.
  void begin(Instant now);
  /// Draws what Dear ImGui collected over `background`, and shows it.
  void end(ui::Color background);
  /// The last frame as drawn, exactly. Errors: no frame yet, or SDL cannot read it back.
  Result<Picture> capture();
  /// Where the last frame has characters (Display::glyphs). 
  std::vector<ui::Rect> glyphs() const;

 private:
  Stage() = default;
  Result<void> open_window(const StageOptions& options);
  Result<void> open_memory(const StageOptions& options);
  void start_imgui();
  /// What is painted on: the window's own pixels where they are of the painter's kind. Null: SDL has none.
  SDL_Surface* canvas();
  SDL_Surface* draw();
  void show();

  Window window_;
  Surface surface_;  ///< of a headless stage, or of a window whose pixels are of another kind
  bool sdl_ = false, imgui_ = false;
  bool drawn_ = false, on_demand_ = false;
  ui::Color background_;
  std::optional<Instant> last_;
};

}  // namespace mingting::platform
