// The kiosk at work: input to messages, messages to models, models to frames, effects to the world and back.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "app/update.hpp"
#include "app/words.hpp"
#include "base/clock.hpp"
#include "main/kiosk/assets.hpp"
#include "main/kiosk/effects.hpp"
#include "main/kiosk/releases.hpp"
#include "main/kiosk/requests.hpp"
#include "main/kiosk/uses.hpp"
#include "main/kiosk/watched_folder.hpp"
#include "platform/display.hpp"

namespace mingting {

struct KioskOptions {
  Path state;
  Path assets, fonts, pinyin;
  platform::DisplayOptions display;
  std::optional<Path> receipts;  ///< instead of the device's: kept, for scripts
  bool motion = true;
  std::function<Ports(Ports)> between;  ///< for galleries: what stands before the real parts; nothing otherwise
};

class Kiosk {
 public:
  /// Errors: no display, no fonts, a state of a newer version, or another kiosk on the same state. A state that cannot be
  /// written, settings that cannot be read, a release that cannot be opened: it starts all the same, shows what it has, takes
  /// nothing in that it could not keep, and logs why.
  static Result<std::unique_ptr<Kiosk>> open(FileSystem& files, const Clock& clock, RandomSource& random,
                                             const KioskOptions& options);
  ~Kiosk();

  /// Until the window is closed. Sleeps whenever nothing changes.
  void run();

  // -- for scripts and measurements --
  /// One turn of the loop, without sleeping.
  void turn_once();
  /// Frames until nothing more happens by itself: effects answered, movements ended.
  void settle();
  /// As if this had happened, then settles.
  void tell(const Msg& message);
  /// Takes in what is due by the clock, then settles.
  void tick();
  platform::Display& display() { return *display_; }
  const ui::Tree& tree() { return display_->ui().tree(); }
  const Model& model() const { return model_; }
  /// As if the stick with this repository had been found: gives why it was refused, if it was.
  Result<void> take_release(const Path& repository);

 private:
  Kiosk(const Clock& clock, Words words) : clock_(&clock), words_(std::move(words)) {}
  Result<void> start(FileSystem& files, RandomSource& random, const KioskOptions& options);
  Device load_device_or_close(FileSystem& files, const KioskOptions& options);
  void show_current();
  Ports open_ports(FileSystem& files, const KioskOptions& options, const Device& device, const std::vector<Path>& paper_faces);
  Result<std::unique_ptr<IntakePort>> open_intake(FileSystem& files, RandomSource& random, const KioskOptions& options,
                                                  const Device& device);
  /// Carries out what is due by the clock besides the model's own ticks.
  void look_around();
  void look_for_releases(Instant now);
  /// At the start and once a day.
  void check_shown(Instant now);
  /// From any thread: its content is used from now on, its hall is shown by the message.
  Msg taken(OpenRelease release);
  void look_for_requests();
  void carry_out(const Request& request);
  void show(OpenRelease release);
  /// On the intake's thread: what the release's desk holds of this kiosk's records is deleted here.
  void forget(std::vector<Acknowledged> acknowledged);
  /// On the intake's thread: counts are kept as the release on screen has it.
  void follow_release();

  /// One turn of the loop: takes in events and answers, and draws if anything changed. False when asked to quit.
  bool turn(const std::vector<platform::InputEvent>& events);
  bool take_events(const std::vector<platform::InputEvent>& events);
  bool take_answers();
  void take(const platform::TextTyped& typed);
  void take(const platform::KeyPressed& pressed);
  void take(const platform::Pasted& pasted);
  void take(const platform::Touched&);
  void take(const platform::QuitRequested&);
  void key_without_field(platform::Key key);
  void draw();
  void send(const Msg& message);
  std::optional<Milliseconds> patience() const;

  const Clock* clock_;
  Words words_;
  Model model_;
  bool motion_ = true, quit_ = false, dirty_ = true;
  int extra_frames_ = 0;  ///< some of Dear ImGui's actions lag a frame or two behind their input
  std::unique_ptr<platform::Display> display_;
  std::unique_ptr<Releases> releases_;
  std::shared_ptr<ContentPort> first_content_;
  std::vector<Acknowledged> first_acknowledged_;
  std::shared_ptr<Reception> reception_ = std::make_shared<Reception>();
  std::shared_ptr<Intake> intake_;  ///< used on the worker's thread alone, once that runs; null when closed
  std::shared_ptr<CountedUses> uses_;  ///< as intake_
  std::optional<Trouble> closed_;   ///< why nothing can be taken in, when that is known before the store is opened
  std::optional<RequestBox> requests_;
  std::optional<WatchedFolder> watch_;
  std::atomic<bool> looking_ = false;  ///< a look into the watched folder is under way
  Instant watched_{}, asked_{};
  std::optional<Instant> checked_;  ///< when what is shown was last read to its end
  Instant drawn_{};  ///< when the last frame was
  std::unique_ptr<EffectRunner> effects_;  // last: its threads end first
};

}  // namespace mingting
