// One kiosk for each size, one visit after the other, and at each state the looks one after the other.
#include "main/kiosk/gallery/walk.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "main/kiosk/gallery/pretence.hpp"
#include "main/kiosk/gallery/samples.hpp"

namespace mingting::gallery {
namespace {

constexpr std::uint64_t kSeed = 7;
/// Visitors come one after the other: two who touch one place at one moment would be taken for one with a quick finger.
constexpr Milliseconds kBetweenVisits{450};
constexpr std::string_view kDevice = "kiosk = \"A01\"\nprinter = \"gallery\"\n";

/// Folders of state that are gone with it: one with the release of another state, one with nothing.
class BorrowedState {
 public:
  static Result<std::unique_ptr<BorrowedState>> of(const Path& state) {
    auto pattern = (std::filesystem::temp_directory_path() / "mingting-gallery-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return fail(Trouble::Unavailable, "gallery.no-room", pattern);
    std::unique_ptr<BorrowedState> borrowed(new BorrowedState(pattern));
    std::error_code trouble;
    std::filesystem::create_directory(borrowed->bare(), trouble);
    std::filesystem::create_directory(borrowed->installed(), trouble);
    std::filesystem::copy(state / "release", borrowed->installed() / "release", std::filesystem::copy_options::recursive,
                          trouble);
    if (trouble) return fail(Trouble::NotFound, "gallery.no-release", state.string(), trouble.message());
    for (const auto& folder : {borrowed->bare(), borrowed->installed()}) {
      if (auto written = write_durably(disk(), folder / "device.toml", kDevice); !written) return fail(written.error());
    }
    return borrowed;
  }
  ~BorrowedState() { (void)disk().remove_tree(folder_); }
  BorrowedState(const BorrowedState&) = delete;
  BorrowedState& operator=(const BorrowedState&) = delete;

  Path bare() const { return folder_ / "bare"; }
  Path installed() const { return folder_ / "installed"; }
  Path out() const { return folder_ / "out"; }

 private:
  explicit BorrowedState(Path folder) : folder_(std::move(folder)) {}
  Path folder_;
};

/// A kiosk of one size in a gallery, and all that its visits may ask for.
class Stand {
 public:
  static Result<std::unique_ptr<Stand>> open(const WalkOptions& options, const Path& state, platform::Size size, Path out) {
    std::unique_ptr<Stand> stand(new Stand(options.now, std::move(out)));
    auto wanted = options.kiosk;
    wanted.state = state;
    wanted.receipts = stand->out_ / "receipts";
    wanted.motion = false;
    wanted.display.headless = wanted.display.on_demand = true;
    wanted.display.size = size;
    wanted.between = [stand = stand.get()](Ports real) { return pretending(std::move(real), stand->pretence_, stand->clock_); };
    auto kiosk = Kiosk::open(disk(), stand->clock_, stand->random_, wanted);
    if (!kiosk) return fail(kiosk.error());
    stand->kiosk_ = std::move(*kiosk);
    stand->hall_ = stand->kiosk_->model().hall;
    return stand;
  }

  Kiosk& kiosk() { return *kiosk_; }

  /// Nobody is there, and everything is as it usually is.
  void begin_anew(Instant now) {
    clock_.set(now);
    *pretence_ = {};
    kiosk_->tell(msg::EndVisit{});
    if (hall_) {
      pretence_->receipt_prefix = hall_->site.receipt_prefix;
      kiosk_->tell(msg::HallLoaded{hall_, ""});
    }
    kiosk_->tell(msg::DevicesKnown{true, true});
    kiosk_->tell(msg::KeptKnown{});
    kiosk_->tick();
    view_.clear();
  }

  Result<void> carry_out(const JourneyLine& line) {
    if (line.verb == "given") return give(line.words[0]);
    if (line.verb == "fold") return fold(line);
    if (line.verb != "open" && line.verb != "at") return play(*kiosk_, clock_, disk(), {line}, out_);
    if (line.verb == "open")
      kiosk_->tell(msg::OpenTarget{line.words[0]});
    else
      view_ = line.words[0];
    return {};
  }

  /// As if this visitor had chosen it; back to what was chosen at the end.
  Result<void> in_look(const Settings& settings, const std::function<Result<void>()>& body) {
    if (!kiosk_->model().visit) return body();
    const auto chosen = kiosk_->model().visit->settings;
    put_on(settings);
    auto done = body();
    put_on(chosen);
    return done;
  }
  /// The next state is looked at from wherever it stands.
  void forget_view() { view_.clear(); }
  bool anybody_there() const { return kiosk_->model().visit.has_value(); }

 private:
  Stand(Instant now, Path out) : clock_(now), out_(std::move(out)) {}

  /// Opens or folds what folds; on a wide screen it stands open beside the page.
  Result<void> fold(const JourneyLine& line) {
    const auto& tree = kiosk_->tree();
    const auto found = tree.find(line.words[0]);
    if (!found || !tree.nodes()[*found].target) return {};
    return play(*kiosk_, clock_, disk(), {{line.number, "tap", line.words}}, out_);
  }

  void put_on(const Settings& settings) {
    kiosk_->tell(msg::SetSettings{settings});
    if (view_.empty()) return;
    kiosk_->display().ui().bring_into_view(view_);
    kiosk_->tick();
  }

  /// The hall as it would be with something else about it.
  void change_hall(const std::function<void(Hall&)>& change) {
    auto changed = std::make_shared<Hall>(*hall_);
    change(*changed);
    kiosk_->tell(msg::HallLoaded{changed, ""});
  }
  void tell_cases() {
    pretence_->statuses = sample_statuses(hall_->calendar);
    change_hall([](Hall& hall) { hall.status_as_of = kToldOn; });
  }
  /// And not so soon that a touch would be the second hit of another.
  void begin_visit() {
    kiosk_->tell(msg::StartVisit{});
    clock_.advance(Milliseconds{500});
    kiosk_->tick();
  }
  /// Somebody is still there.
  void set_clock(Instant to) {
    clock_.set(to);
    kiosk_->tell(msg::Touched{to});
    kiosk_->tick();
  }
  void fail_printing(const char* reason) {
    pretence_->printing = Printing::Failed;
    pretence_->print_reason = reason;
  }

  using Gift = std::function<void(Stand&)>;
  static const std::map<std::string, Gift>& gifts();
  Result<void> give(const std::string& what) {
    const auto gift = gifts().find(what);
    if (gift == gifts().end()) return fail("script.no-step", "given " + what);
    gift->second(*this);
    return {};
  }

  ManualClock clock_;
  SeededRandom random_{kSeed};
  Path out_;
  std::shared_ptr<Pretence> pretence_ = std::make_shared<Pretence>();
  std::unique_ptr<Kiosk> kiosk_;
  std::shared_ptr<const Hall> hall_;  ///< as installed; null on a bare machine
  std::string view_;                  ///< the last part of a node's id: what is brought into view in each look
};

/// What a line `given WHAT` may ask for: told in assets/gallery/README.md.
const std::map<std::string, Stand::Gift>& Stand::gifts() {
  using Content = Pretence::Content;
  static const std::map<std::string, Gift> kGifts{
      {"visitor", [](Stand& stand) { stand.begin_visit(); }},
      {"content-empty", [](Stand& stand) { stand.pretence_->content = Content::Empty; }},
      {"content-unreadable", [](Stand& stand) { stand.pretence_->content = Content::Failing; }},
      {"content-readable", [](Stand& stand) { stand.pretence_->content = Content::Real; }},
      {"content-expired", [](Stand& stand) { stand.change_hall([](Hall& hall) { hall.times.expires = Instant{}; }); }},
      {"urgent-notice", [](Stand& stand) { stand.change_hall([](Hall& hall) { hall.urgent = sample_notices(1); }); }},
      {"urgent-notices", [](Stand& stand) { stand.change_hall([](Hall& hall) { hall.urgent = sample_notices(3); }); }},
      {"cases-told", [](Stand& stand) { stand.tell_cases(); }},
      {"cases-untold", [](Stand& stand) { stand.change_hall([](Hall& hall) { hall.status_as_of.reset(); }); }},
      {"something-kept", [](Stand& stand) { stand.kiosk_->tell(msg::KeptKnown{sample_offer()}); }},
      {"claims-failing", [](Stand& stand) { stand.pretence_->claims_fail = true; }},
      {"printer-slow", [](Stand& stand) { stand.pretence_->printing = Printing::Slow; }},
      {"printer-out-of-paper", [](Stand& stand) { stand.fail_printing("media-empty"); }},
      {"printer-well", [](Stand& stand) { stand.pretence_->printing = Printing::Done; }},
      {"no-printer",
       [](Stand& stand) {
         stand.kiosk_->tell(msg::DevicesKnown{false, true});
       }},
      {"no-intake",
       [](Stand& stand) {
         stand.kiosk_->tell(msg::DevicesKnown{true, false});
       }},
      {"disk-full", [](Stand& stand) { stand.pretence_->refusal = "full"; }},
      {"receipt-not-saved", [](Stand& stand) { stand.pretence_->receipts_saved = false; }},
      {"clock-doubtful", [](Stand& stand) { stand.pretence_->clock_doubtful = true; }},
      {"clock-of-2019", [](Stand& stand) { stand.set_clock(*parse_local_time("2019-01-01T00:00")); }},
      {"clock-of-2027", [](Stand& stand) { stand.set_clock(*parse_local_time("2027-01-04T09:00")); }},
  };
  return kGifts;
}

class Walk {
 public:
  Walk(const WalkOptions& options, const Viewer& viewer, const BorrowedState& state)
      : options_(options), viewer_(viewer), state_(state) {}

  Result<std::vector<Missed>> run() {
    for (const auto size : sizes_of(options_.looks)) {
      for (const auto& visit : options_.visits) {
        if (auto gone = go(visit, size); !gone) return fail(gone.error());
      }
      stand_.reset();  // one display at a time
    }
    return std::move(missed_);
  }

 private:
  std::vector<Look> looks_for(const State& state, platform::Size size) const {
    std::vector<Look> wanted;
    for (const auto& look : options_.looks) {
      if (look.size == size && (look.every_state || state.landmark)) wanted.push_back(look);
    }
    return wanted;
  }
  /// Behind the last line that leads to a state wanted in this size.
  std::size_t lines_to_play(const Visit& visit, platform::Size size) const {
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < visit.lines.size(); ++i) {
      const auto state = state_of(visit.lines[i]);
      if (state && !looks_for(*state, size).empty()) wanted = i + 1;
    }
    return wanted;
  }

  Result<void> prepare(const Visit& visit, platform::Size size) {
    if (!stand_ || installed_ != visit.installed) {
      stand_.reset();
      auto stand = Stand::open(options_, visit.installed ? state_.installed() : state_.bare(), size, state_.out());
      if (!stand) return fail(stand.error());
      stand_ = std::move(*stand);
      installed_ = visit.installed;
    }
    stand_->begin_anew(options_.now + kBetweenVisits * (&visit - options_.visits.data()));
    return {};
  }

  Result<void> go(const Visit& visit, platform::Size size) {
    const auto count = lines_to_play(visit, size);
    if (count == 0) return {};
    if (auto prepared = prepare(visit, size); !prepared) return prepared;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& line = visit.lines[i];
      if (const auto state = state_of(line)) {
        if (auto shown = show(*state, size); !shown) return shown;
      } else if (const auto done = stand_->carry_out(line); !done) {
        missed_.push_back({visit.name, size, words("gallery.line", line.number, split(worded(done.error()), '\n').front())});
        return {};
      }
    }
    return {};
  }

  /// Where nobody has chosen anything, there is one look to a size.
  Result<void> show(const State& state, platform::Size size) {
    for (const auto& look : looks_for(state, size)) {
      if (!stand_->anybody_there() && look.settings != Settings{}) continue;
      auto shown = stand_->in_look(look.settings, [&] { return viewer_({state, look, stand_->kiosk()}); });
      if (!shown) return shown;
    }
    stand_->forget_view();
    return {};
  }

  const WalkOptions& options_;
  const Viewer& viewer_;
  const BorrowedState& state_;
  std::unique_ptr<Stand> stand_;
  bool installed_ = false;
  std::vector<Missed> missed_;
};

}  // namespace

Result<std::vector<Missed>> walk(const WalkOptions& options, const Viewer& viewer) {
  const auto state = BorrowedState::of(options.kiosk.state);
  if (!state) return fail(state.error());
  return Walk(options, viewer, **state).run();
}

}  // namespace mingting::gallery
