// The running kiosk: put together, and turned frame by frame.
#include "main/kiosk/kiosk.hpp"

#include <algorithm>

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "main/kiosk/adapters.hpp"
#include "platform/fonts.hpp"
#include "screens/view.hpp"

namespace mingting {
namespace {

constexpr Milliseconds kWatchEvery{5000};  // for releases, in the watched folder
constexpr Milliseconds kAskedEvery{2000};  // for requests of hall staff
constexpr std::chrono::hours kCheckedEvery{24};  // what is shown, to its last byte
constexpr const char* kSpoilt = "attract.spoilt";
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

Result<std::unique_ptr<Kiosk>> Kiosk::open(FileSystem& files, const Clock& clock, RandomSource& random,
                                           const KioskOptions& options) {
  auto words = load_words(options.assets);
  if (!words) return fail(words.error());
  std::unique_ptr<Kiosk> kiosk(new Kiosk(clock, std::move(*words)));
  if (auto started = kiosk->start(files, random, options); !started) return fail(started.error());
  return kiosk;
}

Result<void> Kiosk::start(FileSystem& files, RandomSource& random, const KioskOptions& options) {
  const auto device = load_device_or_close(files, options);
  auto releases = Releases::open(files, options.state);
  if (!releases) return fail(releases.error());
  releases_ = std::move(*releases);
  motion_ = options.motion;
  if (!device.watch.empty()) watch_.emplace(files, device.watch, *releases_);
  model_.now = model_.attract_since = watched_ = asked_ = clock_->now();

  auto display_options = options.display;
  auto plan = platform::read_font_plan(files, options.fonts / "fonts.toml");
  if (!plan) return fail(plan.error());
  display_options.faces = plan->screen;
  auto style = read_style_sheet(files, options.assets / "theme.toml");
  if (!style) return fail(style.error());
  display_options.style = *style;
  show_current();
  auto ports = open_ports(files, options, device, plan->paper);
  auto intake = open_intake(files, random, options, device);
  if (!intake) return fail(intake.error());
  ports.intake = std::move(*intake);
  ports.uses = uses_;
  if (options.between) ports = options.between(std::move(ports));
  send(msg::DevicesKnown{!device.printer.empty(), intake_ != nullptr});
  if (intake_) send(msg::KeptKnown{offer_of(intake_->kept())});
  auto display = platform::Display::open(display_options);
  if (!display) return fail(display.error());
  display_ = std::move(*display);
  display_->set_media([this](std::string_view name) { return releases_->media(name); });
  effects_ = std::make_unique<EffectRunner>(std::move(ports), [this] { display_->wake(); });
  forget(std::move(first_acknowledged_));
  follow_release();
  return {};
}

/// Without its settings the kiosk does not know its own name: it shows what it has, but gives no numbers.
Device Kiosk::load_device_or_close(FileSystem& files, const KioskOptions& options) {
  auto loaded = load_device(files, options.state);
  Device device;
  device.receipts = options.state / "receipts";
  if (loaded) {
    device = std::move(*loaded);
  } else {
    spdlog::error("{}", worded(loaded.error()));
    closed_ = loaded.error().trouble;
  }
  if (options.receipts) {
    device.receipts = *options.receipts;
    device.keep_receipts = true;
  }
  return device;
}

void Kiosk::show_current() {
  auto current = releases_->open_current();
  if (!current) {
    spdlog::error("{}", worded(current.error()));
    return send(msg::HallLoaded{nullptr, kSpoilt});
  }
  if (!current->has_value()) return;
  first_content_ = (*current)->content;
  first_acknowledged_ = std::move((*current)->acknowledged);
  send(msg::HallLoaded{(*current)->hall, ""});
}

Ports Kiosk::open_ports(FileSystem& files, const KioskOptions& options, const Device& device,
                        const std::vector<Path>& paper_faces) {
  Ports ports;
  ports.content = first_content_ ? std::move(first_content_) : no_content();
  ports.pinyin = rime_pinyin(options.pinyin);
  ports.receipts = paper_receipts(files, device, paper_faces, words_);
  return ports;
}

Result<std::unique_ptr<IntakePort>> Kiosk::open_intake(FileSystem& files, RandomSource& random, const KioskOptions& options,
                                                       const Device& device) {
  if (closed_) return closed_intake(*closed_);
  const auto prefix = reception_->receipt_prefix();
  auto intake = Intake::open(files, random, *clock_,
                             {.folder = options.state / "intake", .kiosk_name = device.kiosk, .receipt_prefix = prefix});
  if (intake) {
    intake_ = std::make_shared<Intake>(std::move(*intake));
    uses_ = std::make_shared<CountedUses>(files, options.state / "intake", intake_, reception_);
    requests_.emplace(options.state);
    return sealed_intake(intake_, reception_);
  }
  const auto& error = intake.error();
  // Another kiosk runs on this state, or a newer version wrote it: neither may be touched.
  if (error.trouble == Trouble::Busy || error.trouble == Trouble::NewerFormat) return fail(error);
  spdlog::error("{}", worded(error));
  return closed_intake(error.trouble);
}

void Kiosk::send(const Msg& message) {
  if (const auto* loaded = std::get_if<msg::HallLoaded>(&message); loaded != nullptr && loaded->hall) {
    reception_->use(*loaded->hall);
    follow_release();
  }
  auto step = update(std::move(model_), message);
  model_ = std::move(step.model);
  if (effects_) effects_->show_on(shown_day(model_));
  for (const auto& effect : step.effects) {
    effects_->perform(effect);
    if (std::holds_alternative<effect::Forget>(effect)) display_->ui().forget();
  }
  dirty_ = true;
}

// ---- input ---------------------------------------------------------------------------------------------------------

void Kiosk::take(const platform::TextTyped& typed) {
  send(msg::Touched{clock_->now()});
  send(msg::TextTyped{typed.text});
}

void Kiosk::take(const platform::Pasted& pasted) {
  send(msg::Touched{clock_->now()});
  send(msg::Pasted{pasted.text});
}

void Kiosk::take(const platform::Touched&) { send(msg::Touched{clock_->now()}); }
void Kiosk::take(const platform::QuitRequested&) { quit_ = true; }

void Kiosk::take(const platform::KeyPressed& pressed) {
  send(msg::Touched{clock_->now()});
  const bool typing = model_.visit && model_.visit->typing && model_.asking == Asking::Nothing;
  const bool tab = pressed.key == platform::Key::Tab || pressed.key == platform::Key::BackTab;
  if (typing && tab) send(msg::LeaveField{});  // or Enter would go on belonging to the field
  if (!typing || tab) return key_without_field(pressed.key);
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
    const auto* loaded = std::get_if<msg::HallLoaded>(&message);
    if (loaded != nullptr && !loaded->hall && loaded->trouble.empty()) continue;  // nothing has changed
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
  drawn_ = clock_->now();
  dirty_ = false;
  for (const auto& message : outbox) send(message);
}

bool Kiosk::turn(const std::vector<platform::InputEvent>& events) {
  const auto now = clock_->now();
  if (now >= next_tick(model_) || now < model_.now) send(msg::Tick{now});
  look_around();
  take_events(events);
  take_answers();
  const auto moving = display_->ui().next_frame();
  const bool animating = display_->busy() || (moving && now >= drawn_ + *moving);
  if (dirty_ || extra_frames_ > 0 || animating) {
    if (!dirty_ && extra_frames_ > 0) --extra_frames_;
    draw();
  }
  check_shown(now);  // once something stands on the screen: nobody is to wait for it
  return !quit_;
}

std::optional<Milliseconds> Kiosk::patience() const {
  if (dirty_ || extra_frames_ > 0) return Milliseconds(0);
  auto due = next_tick(model_);
  if (watch_ && !looking_) due = std::min(due, watched_ + kWatchEvery);
  // Also when the clock was put back and everything seems far away.
  auto left = std::clamp(std::min(due, asked_ + kAskedEvery) - clock_->now(), Milliseconds(0), kAskedEvery);
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

void Kiosk::tell(const Msg& message) {
  send(message);
  settle();
}

void Kiosk::tick() {
  send(msg::Tick{clock_->now()});
  settle();
}

// ---- releases ------------------------------------------------------------------------------------------------------

void Kiosk::show(OpenRelease release) {
  send(taken(std::move(release)));
}

void Kiosk::forget(std::vector<Acknowledged> acknowledged) {
  if (!intake_ || acknowledged.empty()) return;
  effects_->beside_intake([this, all = std::move(acknowledged)] {
    if (forget_acknowledged(*intake_, all)) uses_->begin_anew();
  });
}

void Kiosk::follow_release() {
  if (effects_ && uses_) effects_->beside_intake([this] { uses_->follow_release(); });
}

void Kiosk::look_around() {
  const auto now = clock_->now();
  const auto due = [now](Instant last, Milliseconds every) { return now >= last + every || now < last; };
  if (watch_ && due(watched_, kWatchEvery) && !looking_) {
    watched_ = now;
    look_for_releases(now);
  }
  if (due(asked_, kAskedEvery)) {
    asked_ = now;
    if (auto switched = releases_->open_switched()) show(std::move(*switched));
    look_for_requests();
  }
}

void Kiosk::check_shown(Instant now) {
  if (checked_ && now >= *checked_ && now < *checked_ + kCheckedEvery) return;
  checked_ = now;
  effects_->background([this]() -> Msg {
    auto instead = releases_->check_shown();
    if (!instead) return msg::HallLoaded{};
    if (*instead) return taken(std::move(**instead));
    spdlog::error("{}", worded(instead->error()));
    return msg::HallLoaded{nullptr, kSpoilt};
  });
}

Msg Kiosk::taken(OpenRelease release) {
  effects_->use_content(std::move(release.content));
  forget(std::move(release.acknowledged));
  return msg::HallLoaded{std::move(release.hall), ""};
}

void Kiosk::look_for_releases(Instant now) {
  looking_ = true;
  effects_->background([this, now]() -> Msg {
    auto newer = watch_->look(now);
    looking_ = false;
    return newer ? taken(std::move(*newer)) : Msg(msg::HallLoaded{});
  });
}

void Kiosk::look_for_requests() {
  if (!requests_ || !requests_->changed()) return;
  for (const auto& request : requests_->take()) {
    effects_->beside_intake([this, request] { carry_out(request); });
  }
}

void Kiosk::carry_out(const Request& request) {
  auto answer = about(*intake_);
  if (request.kind == Request::Kind::Export) {
    auto report = intake_->export_to(request.folder, uses_->sealed());
    if (report)
      answer.records = report->records, answer.folder = report->folder.string();
    else answer.trouble = worded(report.error());
    if (report) spdlog::info("{} submissions exported", report->records);
    else spdlog::error("export: {}", worded(report.error()));
  }
  if (auto told = requests_->answer(request, answer); !told) spdlog::error("{}", worded(told.error()));
}

Result<void> Kiosk::take_release(const Path& repository) {
  auto newer = releases_->take_newer(repository);
  if (!newer) return fail(newer.error());
  if (newer->has_value()) show(std::move(**newer));
  settle();
  return {};
}

}  // namespace mingting
