// SDL's window, or its picture in memory.
#include "platform/stage.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "platform/paint/draw_data.hpp"
#include "platform/paint/quad.hpp"

namespace mingting::platform {
namespace {

constexpr int kMostPixels = 16384;  // a side
constexpr float kUsualFrame = 1.0F / 60.0F;

void set_hints(bool headless) {
  // Fingers come as fingers: a mouse made up from them would arrive twice and leave hover behind.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  // SDL_CaptureMouse swallows touches on X11.
  SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_SetHint(SDL_HINT_IME_SHOW_UI, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  // A service manager's SIGTERM should end a kiosk through its event loop, and a script at once.
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, headless ? "1" : "0");
}

tl::unexpected<Error> no_display(const Remark& reason) { return fail(Trouble::Unavailable, "stage.no-display", reason); }

tl::unexpected<Error> no_display_says_sdl() {
  const std::string_view reason = SDL_GetError();
  return no_display(reason.empty() ? remark("stage.no-reason") : remark("stage.reason", reason));
}

/// SDL falls back on drivers that show nothing; a kiosk must not start on those unless somebody asked by
/// name.
bool shows_nothing(const char* driver) {
  if (std::getenv("SDL_VIDEODRIVER") != nullptr) return false;
  return driver == nullptr || std::strcmp(driver, "dummy") == 0 || std::strcmp(driver, "offscreen") == 0;
}

Window create_window(const StageOptions& options) {
  SDL_Rect place{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.size.width, options.size.height};
  // A kiosk often runs without a window manager, and then nobody else makes the window as large as the
  // screen.
  if (options.fullscreen) SDL_GetDisplayBounds(0, &place);
  const Uint32 flags =
      options.fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS : SDL_WINDOW_RESIZABLE;
  return Window{SDL_CreateWindow("Mingting", place.x, place.y, place.w, place.h, flags)};
}

/// X11 takes finished frames from memory it shares with us. Left to itself SDL would push them through OpenGL, which on a
/// machine without a graphics card is another painter in software: twice the time and memory. Where there is no such memory
/// (kmsdrm, Wayland) OpenGL is the way.
void choose_way_to_screen() {
  if (std::strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

/// What the painter paints on: 0x00RRGGBB.
constexpr Uint32 kFormat = SDL_PIXELFORMAT_RGB888;

Surface blank_canvas(Size size) {
  return Surface{SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, kFormat)};
}

}  // namespace

Result<std::unique_ptr<Stage>> Stage::open(const StageOptions& options) {
  const auto [width, height] = options.size;
  if (width < 1 || height < 1 || width > kMostPixels || height > kMostPixels)
    return fail(Trouble::Invalid, "stage.bad-size", width, height, kMostPixels, kMostPixels);
  std::unique_ptr<Stage> stage{new Stage};
  stage->on_demand_ = options.headless && options.on_demand;
  auto opened = options.headless ? stage->open_memory(options) : stage->open_window(options);
  if (!opened) return fail(opened.error());
  stage->start_imgui();
  return stage;
}

Result<void> Stage::open_window(const StageOptions& options) {
  set_hints(false);
  SDL_ResetHint(SDL_HINT_VIDEODRIVER);
  if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) return no_display_says_sdl();
  sdl_ = true;
  if (shows_nothing(SDL_GetCurrentVideoDriver())) return no_display(remark("stage.no-driver"));
  window_ = create_window(options);
  if (!window_) return no_display_says_sdl();
  choose_way_to_screen();
  if (canvas() == nullptr) return no_display_says_sdl();
  SDL_DisableScreenSaver();
  SDL_StartTextInput();
  if (options.fullscreen) SDL_ShowCursor(SDL_DISABLE);
  return {};
}

Result<void> Stage::open_memory(const StageOptions& options) {
  set_hints(true);
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
  if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0)
    return fail(Trouble::Unavailable, "stage.no-sdl", SDL_GetError());
  sdl_ = true;
  surface_ = blank_canvas(options.size);
  if (!surface_) return fail(Trouble::Unavailable, "stage.no-canvas", SDL_GetError());
  return {};
}

void Stage::start_imgui() {
  // Loaded once here, so that pictures may be decoded by another thread.
  ImGui::CreateContext();
  imgui_ = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  // Dear ImGui's own SDL platform backend is not used: in this version it always captures the mouse on X11,
  // and it puts the pointer back under a finger that has lifted. platform/events feeds the same queue
  // instead.
  io.BackendPlatformName = "mingting";
  promise_painting(io);
}

Stage::~Stage() {
  if (imgui_) {
    give_up_textures();
    ImGui::DestroyContext();
  }
  surface_.reset();
  window_.reset();
  if (sdl_) SDL_Quit();
}

Size Stage::size() const {
  if (!window_) return {surface_->w, surface_->h};
  Size size;
  SDL_GetWindowSizeInPixels(window_.get(), &size.width, &size.height);
  return size;
}

void Stage::begin(Instant now) {
  ImGuiIO& io = ImGui::GetIO();
  const Size pixels = size();
  io.DisplaySize = ImVec2(static_cast<float>(pixels.width), static_cast<float>(pixels.height));
  const float passed = last_ ? std::chrono::duration<float>(now - *last_).count() : kUsualFrame;
  io.DeltaTime =
      passed > 0 ? std::min(passed, 1.0F) : kUsualFrame;  // never 0: the clock may stand still or be set back
  last_ = now;
  ImGui::NewFrame();
}

void Stage::end(ui::Color background) {
  ImGui::Render();
  background_ = background;
  drawn_ = true;
  grant(*ImGui::GetDrawData()->Textures);
  if (on_demand_) return;
  draw();
  show();
}

SDL_Surface* Stage::canvas() {
  if (!window_) return surface_.get();
  auto* shown = SDL_GetWindowSurface(window_.get());
  if (shown == nullptr || shown->format->format == kFormat) return shown;
  if (!surface_ || surface_->w != shown->w || surface_->h != shown->h) surface_ = blank_canvas({shown->w, shown->h});
  return surface_.get();
}

SDL_Surface* Stage::draw() {
  auto* canvas = this->canvas();
  if (canvas == nullptr) return nullptr;
  Brush brush(canvas->pixels, canvas->w, canvas->h, canvas->pitch);
  brush.fill(brush.whole(), {background_.r, background_.g, background_.b});
  paint(*ImGui::GetDrawData(), brush);
  return canvas;
}

void Stage::show() {
  if (!window_) return;
  if (surface_) SDL_BlitSurface(surface_.get(), nullptr, SDL_GetWindowSurface(window_.get()), nullptr);
  SDL_UpdateWindowSurface(window_.get());
}

namespace {

ui::Rect clipped(const ui::Rect& rect, const ImVec4& clip) {
  const float x = std::max(rect.x, clip.x), y = std::max(rect.y, clip.y);
  return {x, y, std::min(rect.x + rect.w, clip.z) - x, std::min(rect.y + rect.h, clip.w) - y};
}

bool covers(const ui::Rect& cover, const ui::Rect& rect) {
  return cover.x <= rect.x && cover.y <= rect.y && cover.x + cover.w >= rect.x + rect.w && cover.y + cover.h >= rect.y + rect.h;
}

/// The characters seen so far, in the order of the commands. A veil hides as a fill does: what it darkens is not to be read.
class Glyphs {
 public:
  void add(const ImDrawList& list, const ImDrawCmd& command) {
    if (command.TexRef._TexData == nullptr) return;  // pictures and icons are sheets of our own
    const auto* corners = list.VtxBuffer.Data + command.VtxOffset;
    const auto* index = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned at = 0; at + 6 <= command.ElemCount;) {
      const auto quad = quad_at(corners, index + at);
      at += quad ? 6 : 3;
      if (quad) add(*quad, command.ClipRect);
    }
  }
  void hide(const ui::Rect& cover) {
    std::erase_if(seen_, [&](const ui::Rect& glyph) { return covers(cover, glyph); });
  }
  std::vector<ui::Rect> take() { return std::move(seen_); }

 private:
  void add(const Quad& quad, const ImVec4& clip) {
    const auto rect = clipped({quad.from.x, quad.from.y, quad.to.x - quad.from.x, quad.to.y - quad.from.y}, clip);
    if (rect.w <= 0 || rect.h <= 0) return;
    if (quad.textured()) seen_.push_back(rect);
    else hide(rect);
  }

  std::vector<ui::Rect> seen_;
};

}  // namespace

std::vector<ui::Rect> Stage::glyphs() const {
  Glyphs glyphs;
  if (!drawn_) return {};
  for (const auto* list : ImGui::GetDrawData()->CmdLists) {
    for (const auto& command : list->CmdBuffer) {
      if (command.UserCallback == nullptr) glyphs.add(*list, command);
    }
  }
  return glyphs.take();
}

Result<Picture> Stage::capture() {
  if (!drawn_) return fail("stage.nothing-drawn");
  auto* canvas = draw();  // after it has been shown, a frame's pixels are no longer promised
  if (canvas == nullptr) return fail("stage.not-read-back", SDL_GetError());
  Picture picture{canvas->w, canvas->h, {}};
  picture.rgb.resize(static_cast<std::size_t>(canvas->w) * static_cast<std::size_t>(canvas->h) * 3);
  if (SDL_ConvertPixels(canvas->w, canvas->h, kFormat, canvas->pixels, canvas->pitch, SDL_PIXELFORMAT_RGB24, picture.rgb.data(),
                        canvas->w * 3) != 0)
    return fail("stage.not-read-back", SDL_GetError());
  return picture;
}

}  // namespace mingting::platform
