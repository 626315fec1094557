// Every state of every screen in the looks of the gallery: measured from the semantic tree and from where characters stand, and
// the tree held against what Dear ImGui drew. Nothing is painted.
#include <gmock/gmock.h>

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/said/words.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/gallery/walk.hpp"
#include "screens/known_findings.hpp"
#include "ui/tree/hooks.hpp"

namespace mingting::gallery {
namespace {

const Path kSource = MINGTING_SOURCE;

WalkOptions options_for(const Path& state) {
  auto visits = read_visits(disk(), kSource / "assets/gallery");
  EXPECT_TRUE(visits) << worded(visits.error());
  KioskOptions kiosk{
      .state = state, .assets = kSource / "assets", .fonts = kSource / "fonts", .pinyin = Path(MINGTING_BUILD) / "pinyin"};
  kiosk.display.icons = kiosk.assets / "icons";
  return {kiosk, visits.value_or(std::vector<Visit>{}), {looks().begin(), looks().end()}, *parse_local_time("2026-11-23T09:00")};
}

class Measured {
 public:
  void look_at(const Seen& seen) {
    const auto where = fmt::format("{} in {}", seen.state.name, seen.look.name);
    drawn_.insert(where);
    auto& display = seen.kiosk.display();
    const auto settings = seen.kiosk.model().visit ? seen.look.settings : Settings{};
    for (const auto& finding : measure(seen.kiosk.tree(), display.glyphs(), display.size(), settings))
      judge(seen, finding, where);
    ui::hooks::watch(true);
    seen.kiosk.tick();
    const auto holes = ui::hooks::holes(seen.kiosk.tree());
    ui::hooks::watch(false);
    EXPECT_THAT(holes, ::testing::IsEmpty()) << "drawn without a node: " << where;
  }

  /// One failure for each check and state, however many looks it is found in.
  void expect_nothing_unknown() const {
    for (const auto& [key, all] : unknown_) {
      ADD_FAILURE() << name_of(key.first) << ": \"" << key.second << "\", found " << all.size() << " times, first "
                    << all.front();
    }
  }
  void expect_all_known_ones_found() const {
    for (const auto& known : known_findings()) {
      for (const auto state : known.states) {
        EXPECT_TRUE(found_.contains({known.check, std::string(state)}))
            << "take it off the list: " << name_of(known.check) << ": " << state;
      }
    }
  }
  std::size_t drawn() const { return drawn_.size(); }

 private:
  void judge(const Seen& seen, const Finding& finding, const std::string& where) {
    const std::pair key(finding.check, seen.state.name);
    found_.insert(key);
    if (!is_known(finding.check, seen.state.name)) unknown_[key].push_back(where + ": " + finding.about);
  }
  static bool is_known(Check check, std::string_view state) {
    return std::any_of(known_findings().begin(), known_findings().end(), [&](const auto& known) {
      return known.check == check && std::find(known.states.begin(), known.states.end(), state) != known.states.end();
    });
  }

  std::set<std::string> drawn_;
  std::set<std::pair<Check, std::string>> found_;
  std::map<std::pair<Check, std::string>, std::vector<std::string>> unknown_;
};

TEST(GalleryOfScreens, EveryStateIsReachedAndKeepsToTheFloors) {
  TempFolder state;
  Published::get().install(state.path());
  Measured measured;
  const auto missed = walk(options_for(state.path()), [&](const Seen& seen) { return measured.look_at(seen), Result<void>(); });
  ASSERT_TRUE(missed) << worded(missed.error());
  for (const auto& each : *missed)
    ADD_FAILURE() << each.visit << " " << each.size.width << "x" << each.size.height << ": " << each.why;
  measured.expect_nothing_unknown();
  measured.expect_all_known_ones_found();
  EXPECT_GT(measured.drawn(), 500U);
}

}  // namespace
}  // namespace mingting::gallery
