#include "main/kiosk/kiosk.hpp"

#include "base/log.hpp"
#include "main/kiosk/adapters.hpp"
#include "platform/fonts.hpp"
#include "screens/view.hpp"

namespace mingting {
namespace {

constexpr Milliseconds kWatchEvery{5000};
constexpr int kExtraFrames = 2;
constexpr int kMostTurns = 300;  // a script never waits longer for stillness

std::optional<EditKey> edit_key(platform::Key key) {
  switch (key) {
    case platform::Key::Backspace: return EditKey::Backspace;
    case platform::Key::Delete: return EditKey::Delete;
    case platform::Key::Left: return EditKey::Left;
    case platform::Key::Right: return EditKey::Right;
    case platform::Key::Home: return EditKey::Home;
    case platform::Key::End: return EditKey::End;
    default: return std::nullopt;
  }
}

}  // namespace

Kiosk::~Kiosk() = default;

Result<std::unique_ptr<Kiosk>> Kiosk::open(FileSystem& files, const Clock& clock, RandomSource& random, const KioskOptions& options) {
  auto words = load_words(options.assets);
  if (!words) return fail(words.error());
  std::unique_ptr<Kiosk> kiosk(new Kiosk(clock, std::move(*words)));
  if (auto started = kiosk->start(files, random, options); !started) return fail(started.error());
  return kiosk;
}

Result<void> Kiosk::start(FileSystem& files, RandomSource& random, const KioskOptions& options) {
  auto device = load_device(files, options.state);
  if (!device) return fail(device.error());
  if (options.receipts) {
    device->receipts = *options.receipts;
    device->keep_receipts = true;
  }
  auto releases = Releases::open(files, options.state);
  if (!releases) return fail(releases.error());
  releases_ = std::move(*releases);
  office_key_ = std::make_shared<std::string>();
  motion_ = options.motion;
  watch_ = device->watch;
  model_.now = model_.attract_since = watched_ = clock_->now();

  auto display_options = options.display;
  auto plan = platform::read_font_plan(files, options.fonts / "fonts.toml");
  if (!plan) return fail(plan.error());
  display_options.faces = plan->screen;
  auto current = releases_->open_current(clock_->now());
  if (!current) return fail(current.error());
  if (current->has_value()) send(msg::HallLoaded{(*current)->hall, ""});
  auto ports = open_ports(files, random, options, *device, plan->paper);
  if (!ports) return fail(ports.error());
  if (current->has_value()) ports->content = (*current)->content;
  auto display = platform::Display::open(display_options);
  if (!display) return fail(display.error());
  display_ = std::move(*display);
  display_->set_media([this](std::string_view name) { return releases_->media(name); });
  effects_ = std::make_unique<EffectRunner>(std::move(*ports), [this] { display_->wake(); });
  return {};
}

Result<Ports> Kiosk::open_ports(FileSystem& files, RandomSource& random, const KioskOptions& options, const Device& device,
                                const std::vector<Path>& paper_faces) {
  Ports ports;
  ports.content = no_content();
  ports.pinyin = rime_pinyin(options.pinyin);
  ports.receipts = paper_receipts(files, device, paper_faces, words_);
  const auto site = model_.hall ? model_.hall->site : Site{};
  auto intake = Intake::open(files, random, *clock_, {.folder = options.state / "intake", .kiosk_name = device.kiosk, .receipt_prefix = site.receipt_prefix});
  const bool open = intake.has_value();
  if (!open && (intake.error().trouble == Trouble::Busy || intake.error().trouble == Trouble::NewerFormat)) {
    return fail(intake.error());  // another kiosk runs on this state, or a newer version wrote it: neither may be touched
  }
  if (open) {
    ports.intake = sealed_intake(std::move(*intake), [key = office_key_] { return *key; }, words_);
  } else {
    spdlog::error("{}", intake.error().message);
    ports.intake = closed_intake(intake.error().message);
  }
  send(msg::DevicesKnown{!device.printer.empty(), open});
  return ports;
}

void Kiosk::send(const Msg& message) {
  if (const auto* loaded = std::get_if<msg::HallLoaded>(&message); loaded != nullptr && loaded->hall) {
    *office_key_ = loaded->hall->site.office_key;
  }
  auto step = update(std::move(model_), message);
  model_ = std::move(step.model);
  for (const auto& effect : step.effects) effects_->perform(effect);
  dirty_ = true;
}

// ---- input ---------------------------------------------------------------------------------------------------------

void Kiosk::take(const platform::TextTyped& typed) { send(msg::TextTyped{typed.text}); }
void Kiosk::take(const platform::Pasted& pasted) { send(msg::TextTyped{pasted.text}); }
void Kiosk::take(const platform::Touched&) { send(msg::Touched{clock_->now()}); }
void Kiosk::take(const platform::QuitRequested&) { quit_ = true; }

void Kiosk::take(const platform::KeyPressed& pressed) {
  send(msg::Touched{clock_->now()});
  const bool typing = model_.visit && model_.visit->typing && model_.asking == Asking::Nothing;
  if (!typing || pressed.key == platform::Key::Tab || pressed.key == platform::Key::BackTab) return key_without_field(pressed.key);
  if (pressed.key == platform::Key::Enter) return send(msg::Entered{});
  if (pressed.key == platform::Key::Escape) return send(msg::LeaveField{});
  if (const auto key = edit_key(pressed.key)) send(msg::Edited{*key});
}

void Kiosk::key_without_field(platform::Key key) {
  auto& ui = display_->ui();
  switch (key) {
    case platform::Key::Tab: return ui.focus_next();
    case platform::Key::BackTab: return ui.focus_previous();
    case platform::Key::Enter: return ui.activate_focused();
    case platform::Key::Escape: return send(msg::GoBack{});
    default: return;
  }
}

bool Kiosk::take_events(const std::vector<platform::InputEvent>& events) {
  for (const auto& event : events) std::visit([this](const auto& happened) { take(happened); }, event);
  if (!events.empty()) extra_frames_ = kExtraFrames;
  return !events.empty();
}

bool Kiosk::take_answers() {
  const auto answers = effects_->take();
  for (const auto& message : answers) {
    if (const auto* loaded = std::get_if<msg::HallLoaded>(&message); loaded != nullptr && !loaded->hall) continue;
    send(message);
  }
  return !answers.empty();
}

// ---- the loop ------------------------------------------------------------------------------------------------------

void Kiosk::draw() {
  std::vector<Msg> outbox;
  const screens::View view{display_->ui(), model_, words_, outbox};
  display_->begin_frame(screens::appearance(model_, motion_), clock_->now());
  screens::draw(view);
  display_->end_frame();
  dirty_ = false;
  for (const auto& message : outbox) send(message);
}

bool Kiosk::turn(const std::vector<platform::InputEvent>& events) {
  const auto now = clock_->now();
  if (now >= next_tick(model_) || now < model_.now) send(msg::Tick{now});
  watch();
  take_events(events);
  take_answers();
  const auto moving = display_->ui().next_frame();
  const bool animating = display_->busy() || (moving && *moving <= Milliseconds(0));
  if (dirty_ || extra_frames_ > 0 || animating) {
    if (!dirty_ && extra_frames_ > 0) --extra_frames_;
    draw();
  }
  return !quit_;
}

std::optional<Milliseconds> Kiosk::patience() const {
  if (dirty_ || extra_frames_ > 0) return Milliseconds(0);
  auto due = next_tick(model_);
  if (!watch_.empty()) due = std::min(due, watched_ + kWatchEvery);
  auto left = std::max(Milliseconds(0), due - clock_->now());
  if (const auto frame = display_->ui().next_frame()) left = std::min(left, *frame);
  return left;
}

void Kiosk::run() {
  while (turn(display_->wait(patience()))) {
  }
}

void Kiosk::turn_once() { turn(display_->wait(Milliseconds(0))); }

void Kiosk::settle() {
  for (int turns = 0; turns < kMostTurns; ++turns) {
    turn_once();
    effects_->settle();
    if (!dirty_ && extra_frames_ == 0 && !display_->busy() && !take_answers()) return;
  }
}

void Kiosk::tick() {
  send(msg::Tick{clock_->now()});
  settle();
}

// ---- releases ------------------------------------------------------------------------------------------------------

void Kiosk::watch() {
  const auto now = clock_->now();
  if (watch_.empty() || (now < watched_ + kWatchEvery && now >= watched_)) return;
  watched_ = now;
  effects_->background([this, folder = watch_, now]() -> Msg {
    auto newer = releases_->take_newer(folder, now);
    if (!newer) spdlog::warn("release refused: {}", newer.error().message);
    if (!newer || !*newer) return msg::HallLoaded{};
    effects_->use_content((*newer)->content);
    return msg::HallLoaded{(*newer)->hall, ""};
  });
}

Result<void> Kiosk::take_release(const Path& repository) {
  auto newer = releases_->take_newer(repository, clock_->now());
  if (!newer) return fail(newer.error());
  if (newer->has_value()) {
    effects_->use_content((*newer)->content);
    send(msg::HallLoaded{(*newer)->hall, ""});
  }
  settle();
  return {};
}

}  // namespace mingting
