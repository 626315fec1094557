// One turn of the screen: events in, a frame out.
#include "platform/display.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

#include "platform/events.hpp"
#include "platform/pictures.hpp"
#include "platform/stage.hpp"

namespace mingting::platform {
namespace {

constexpr int kMostEvents = 256;        // taken in before the next frame
constexpr Milliseconds kAnimation{50};  // a frame wanted sooner than this belongs to a movement
constexpr Milliseconds kDecoding{20};

Result<void> check_faces(const ui::Faces& faces) {
  const auto missing = [](const Path& file) {
    return fail(Trouble::Unavailable, "fonts.missing", file.empty() ? "" : " ", file.string());
  };
  if (faces.regular.empty() || faces.bold.empty()) return missing({});
  for (const auto* role : {&faces.regular, &faces.bold})
    for (const auto& face : *role)
      if (!disk().exists(face.file)) return missing(face.file);
  return {};
}

class SdlDisplay final : public Display {
 public:
  static Result<std::unique_ptr<Display>> open(const DisplayOptions& options) {
    if (auto faces = check_faces(options.faces); !faces) return fail(faces.error());
    auto stage = Stage::open({options.headless, options.fullscreen, options.size, options.on_demand});
    if (!stage) return fail(stage.error());
    auto display = std::make_unique<SdlDisplay>(std::move(*stage), options);
    auto ui = ui::Ui::create(options.faces, options.style, display->pictures_);
    if (!ui) return fail(ui.error());
    display->ui_ = std::move(*ui);
    return display;
  }

  SdlDisplay(std::unique_ptr<Stage> stage, const DisplayOptions& options)
      : stage_(std::move(stage)),
        headless_(options.headless),
        papers_{options.style.palette(ui::Theme::Standard).paper, options.style.palette(ui::Theme::HighContrast).paper},
        wake_event_(SDL_RegisterEvents(1)),
        pictures_(options.icons, disk(), [this] { wake(); }) {}

  ui::Ui& ui() override { return *ui_; }
  Size size() const override { return stage_->size(); }

  std::vector<InputEvent> wait(std::optional<Milliseconds> timeout) override {
    if (headless_ && pictures_.pending()) pictures_.wait_a_little(kDecoding);
    SDL_Event event;
    bool any = next_event(event, patience(timeout));
    for (int taken = 0; any && taken < kMostEvents; ++taken) {
      if (event.type == wake_event_)
        awake_ = false;
      else
        events_.take(event, window_size());
      any = SDL_PollEvent(&event) != 0;
    }
    show_pointer();
    return events_.drain();
  }

  void wake() override {
    if (awake_.exchange(true)) return;  // one in the queue is enough
    SDL_Event event{};
    event.type = wake_event_;
    if (SDL_PushEvent(&event) != 1) awake_ = false;
  }

  void begin_frame(const ui::Appearance& appearance, Instant now) override {
    pictures_.begin_frame();
    stage_->begin(now);
    background_ = papers_[static_cast<std::size_t>(appearance.theme)];
    const Size pixels = size();
    ui_->begin(appearance, pixels.width, pixels.height, now);
  }

  void end_frame() override {
    ui_->end();
    stage_->end(background_);
    events_.frame_done();
  }

  Result<Picture> capture() override { return stage_->capture(); }
  std::vector<ui::Rect> glyphs() override {
    return stage_->glyphs();
  }
  void set_media(std::function<std::optional<Path>(std::string_view)> find) override {
    pictures_.set_media(std::move(find));
  }

  void touch_down(float x, float y) override { events_.finger_down(x, y); }
  void touch_move(float x, float y) override { events_.finger_move(x, y); }
  void touch_up() override { events_.finger_up(); }
  void feed(InputEvent event) override { events_.feed(std::move(event)); }

  bool busy() const override {
    const auto next = ui_->next_frame();
    return events_.unsettled() || pictures_.pending() || (next && *next <= kAnimation);
  }

 private:
  /// How long wait() may sleep, in SDL's terms: -1 for ever.
  int patience(std::optional<Milliseconds> timeout) const {
    if (headless_ || events_.unsettled()) return 0;
    const auto next = ui_->next_frame();
    if (!timeout || (next && *next < *timeout)) timeout = next;
    if (!timeout) return -1;
    return static_cast<int>(std::clamp<Milliseconds::rep>(timeout->count(), 0, 3'600'000));
  }

  static bool next_event(SDL_Event& event, int patience) {
    if (patience < 0) return SDL_WaitEvent(&event) != 0;
    if (patience == 0) return SDL_PollEvent(&event) != 0;
    return SDL_WaitEventTimeout(&event, patience) != 0;
  }

  Size window_size() const {
    Size size = stage_->size();
    if (stage_->window() != nullptr) SDL_GetWindowSize(stage_->window(), &size.width, &size.height);
    return size;
  }

  void show_pointer() {
    if (headless_ || shown_ == events_.pointer()) return;
    shown_ = events_.pointer();
    SDL_ShowCursor(shown_ == Pointer::Mouse ? SDL_ENABLE : SDL_DISABLE);
  }

  std::unique_ptr<Stage> stage_;
  bool headless_;
  std::array<ui::Color, 2> papers_;
  Uint32 wake_event_;
  std::atomic<bool> awake_ = false;
  KeptPictures pictures_;  // its thread calls wake()
  std::unique_ptr<ui::Ui> ui_;
  Events events_;
  Pointer shown_ = Pointer::Finger;
  ui::Color background_;
};

}  // namespace

Result<std::unique_ptr<Display>> Display::open(const DisplayOptions& options) {
  return SdlDisplay::open(options);
}

}  // namespace mingting::platform
