// The window, or its stand-in without one: input, drawing, capture. SDL lives here.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "ui/ui.hpp"

namespace mingting::platform {

struct Size {
  int width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

/// Text from a keyboard or a scanner. Touches and the mouse go to the widgets directly.
struct TextTyped {
  std::string text;
};
enum class Key {
  Backspace,
  Delete,
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  Enter,
  Tab,
  BackTab,
  Escape,
  PageUp,
  PageDown
};
struct KeyPressed {
  Key key;
};
struct Pasted {
  std::string text;
};
struct QuitRequested {};
struct Touched {};  ///< any touch or movement: somebody is there
using InputEvent = std::variant<TextTyped, KeyPressed, Pasted, QuitRequested, Touched>;

struct DisplayOptions {
  bool headless = false;
  bool fullscreen = true;
  Size size{1080, 1920};  ///< of a headless or windowed display
  bool on_demand = false; ///< for scripts: frames are laid out, but their pixels drawn only when captured
  Path icons;             ///< assets/icons: NAME.svg
  ui::Faces faces;
  ui::StyleSheet style;   ///< assets/theme.toml
};

/// Pixels, 3 bytes each (RGB), rows from the top.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};
Result<void> write_png(FileSystem& files, const Path& path, const Picture& picture);
/// Errors: no such file, or not a PNG of a size a screen may have.
Result<Picture> read_png(FileSystem& files, const Path& path);

class Display {
 public:
  /// Errors: Trouble::Unavailable without a display server or without fonts, with a sentence that says what
  /// to do.
  static Result<std::unique_ptr<Display>> open(const DisplayOptions& options);
  virtual ~Display() = default;

  virtual ui::Ui& ui() = 0;
  virtual Size size() const = 0;
  /// Sleeps until input, wake(), or the timeout (nothing: for ever). Headless: never sleeps.
  virtual std::vector<InputEvent> wait(std::optional<Milliseconds> timeout) = 0;
  /// Ends a wait() from any thread.
  virtual void wake() = 0;
  /// begin_frame, draw with ui(), end_frame: renders and shows.
  virtual void begin_frame(const ui::Appearance& appearance, Instant now) = 0;
  virtual void end_frame() = 0;
  /// The last frame, exactly.
  virtual Result<Picture> capture() = 0;
  /// For measurements: where the last frame has characters, in the order they were drawn, without those that something was drawn
  /// over. Needs no pixels. The rounded corners of boxes count as characters too.
  virtual std::vector<ui::Rect> glyphs() = 0;
  /// Media pictures are found here by name once set: the function gives the file of a name, or nothing.
  virtual void set_media(std::function<std::optional<Path>(std::string_view)> find) = 0;

  /// For scripts and tests: a finger at a place, through the same path as a real one. Takes effect over the
  /// next frames.
  virtual void touch_down(float x, float y) = 0;
  virtual void touch_move(float x, float y) = 0;
  virtual void touch_up() = 0;
  /// Events as if typed.
  virtual void feed(InputEvent event) = 0;
  /// Whether touches, text or animations are still to be taken in by further frames.
  virtual bool busy() const = 0;
};

}  // namespace mingting::platform
