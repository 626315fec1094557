// SDL's window, or its picture in memory.
#include "platform/stage.hpp"

#include <imgui.h>
#include <imgui_impl_sdlrenderer2.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace mingting::platform {
namespace {

constexpr int kMostPixels = 16384;  // a side
constexpr float kUsualFrame = 1.0F / 60.0F;

void set_hints(bool headless) {
  // With the software renderer SDL would still push the finished frame through OpenGL, which on a machine
  // without a graphics card is another software renderer: twice the time and memory.
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
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

Renderer create_renderer(SDL_Window* window) {
  // On X11 the software renderer: exact, 136 ms to the first frame, and no graphics driver to go wrong.
  // SDL_RENDER_DRIVER overrides. Without X (kmsdrm) SDL knows best.
  const bool chosen = SDL_GetHint(SDL_HINT_RENDER_DRIVER) != nullptr;
  const bool x11 = std::strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0;
  Renderer renderer{SDL_CreateRenderer(window, -1, x11 && !chosen ? SDL_RENDERER_SOFTWARE : 0)};
  if (!renderer) renderer.reset(SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE));
  return renderer;
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
  renderer_ = create_renderer(window_.get());
  if (!renderer_) return no_display_says_sdl();
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
  surface_.reset(SDL_CreateRGBSurfaceWithFormat(0, options.size.width, options.size.height, 32,
                                                SDL_PIXELFORMAT_ARGB8888));
  if (surface_) renderer_.reset(SDL_CreateSoftwareRenderer(surface_.get()));
  if (!renderer_) return fail(Trouble::Unavailable, "stage.no-renderer", SDL_GetError());
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
  ImGui_ImplSDLRenderer2_Init(renderer_.get());
}

Stage::~Stage() {
  if (imgui_) {
    ImGui_ImplSDLRenderer2_Shutdown();
    ImGui::DestroyContext();
  }
  renderer_.reset();
  surface_.reset();
  window_.reset();
  if (sdl_) SDL_Quit();
}

Size Stage::size() const {
  Size size;
  SDL_GetRendererOutputSize(renderer_.get(), &size.width, &size.height);
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
  ImGui_ImplSDLRenderer2_NewFrame();
  ImGui::NewFrame();
}

void Stage::end(ui::Color background) {
  ImGui::Render();
  background_ = background;
  drawn_ = true;
  if (on_demand_) return update_textures();
  draw();
  SDL_RenderPresent(renderer_.get());
}

void Stage::update_textures() {
  for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
    if (texture->Status != ImTextureStatus_OK) ImGui_ImplSDLRenderer2_UpdateTexture(texture);
  }
}

void Stage::draw() {
  SDL_SetRenderDrawColor(renderer_.get(), background_.r, background_.g, background_.b, 255);
  SDL_RenderClear(renderer_.get());
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_.get());
}

namespace {

/// An upright rectangle of two triangles; `textured`: it shows a piece of a texture, and is not filled with one colour.
struct Quad {
  ui::Rect rect;
  bool textured = false;
};

std::optional<Quad> quad_at(const ImDrawVert* corners, const ImDrawIdx* index) {
  const auto &a = corners[index[0]], &b = corners[index[1]], &c = corners[index[2]], &d = corners[index[5]];
  const bool two = index[3] == index[0] && index[4] == index[2];
  const bool upright = b.pos.x == c.pos.x && b.pos.y == a.pos.y && d.pos.x == a.pos.x && d.pos.y == c.pos.y;
  if (!two || !upright) return std::nullopt;
  return Quad{{a.pos.x, a.pos.y, c.pos.x - a.pos.x, c.pos.y - a.pos.y}, a.uv.x != c.uv.x && a.uv.y != c.uv.y};
}

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
    if (command.TexRef._TexData == nullptr) return;  // pictures and icons are textures of our own
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
    const auto rect = clipped(quad.rect, clip);
    if (rect.w <= 0 || rect.h <= 0) return;
    if (quad.textured) seen_.push_back(rect);
    else hide(rect);
  }

  std::vector<ui::Rect> seen_;
};

}  // namespace

std::vector<ui::Rect> Stage::glyphs(const NoteFills& note) const {
  Glyphs glyphs;
  if (!drawn_) return {};
  std::vector<ui::Rect> filled;
  note(&filled);
  for (const auto* list : ImGui::GetDrawData()->CmdLists) {
    for (const auto& command : list->CmdBuffer) {
      filled.clear();
      if (command.UserCallback == nullptr) glyphs.add(*list, command);
      else if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(list, &command);
      for (const auto& rect : filled) glyphs.hide(rect);
    }
  }
  note(nullptr);
  return glyphs.take();
}

Result<Picture> Stage::capture() {
  if (!drawn_) return fail("stage.nothing-drawn");
  draw();  // after it has been shown, a frame's pixels are no longer promised
  Picture picture;
  const Size pixels = size();
  picture.width = pixels.width;
  picture.height = pixels.height;
  picture.rgb.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 3);
  if (SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGB24, picture.rgb.data(),
                           pixels.width * 3) != 0)
    return fail("stage.not-read-back", SDL_GetError());
  return picture;
}

}  // namespace mingting::platform
