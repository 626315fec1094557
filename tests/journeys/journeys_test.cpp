// Plays every *.journey of this folder's rooms on a fresh machine, then opens what the visitor left behind with the office's key.
#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/intake/exports.hpp"
#include "intake/export/reader.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/journey.hpp"
#include "main/kiosk/kiosk.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

const Path kJourneys = Path(MINGTING_SOURCE) / "tests/journeys";

/// What the head lines of a journey ask for.
struct Scene {
  platform::Size size{1080, 1920};
  std::string now = "2026-11-23T09:00";
  std::string device;
  std::vector<std::string> opened;
};

Scene scene_of(const std::string& text) {
  Scene scene;
  for (const auto& line : split(text, '\n')) {
    const auto value = [&](std::string_view key) { return trimmed(std::string_view(line).substr(key.size())); };
    if (line.starts_with("# size:")) std::sscanf(value("# size:").c_str(), "%dx%d", &scene.size.width, &scene.size.height);
    if (line.starts_with("# now:")) scene.now = value("# now:");
    if (line.starts_with("# device:")) scene.device += value("# device:") + "\n";
    if (line.starts_with("# opened:")) scene.opened.push_back(value("# opened:"));
  }
  return scene;
}

class Journey : public ::testing::TestWithParam<std::string> {
 protected:
  /// Pictures stay in the build folder, to be looked at.
  Path out() const { return Path(MINGTING_BUILD) / "journeys" / GetParam(); }

  void prepare(const Scene& scene) {
    std::filesystem::remove_all(out());
    std::filesystem::create_directories(out());
    std::filesystem::copy(Published::get().next(), out() / "next", std::filesystem::copy_options::recursive);
    Published::get().install(state_.path());
    state_.write("device.toml", "kiosk = \"K01\"\n" + scene.device);
  }

  void play_it(const Scene& scene, const std::string& text) {
    auto lines = parse_journey(text);
    ASSERT_TRUE(lines) << worded(lines.error());
    ManualClock clock(*parse_local_time(scene.now));
    SystemRandom random;
    KioskOptions options{.state = state_.path(), .assets = Path(MINGTING_SOURCE) / "assets", .fonts = Path(MINGTING_SOURCE) / "fonts", .pinyin = Path(MINGTING_BUILD) / "pinyin", .receipts = out() / "receipts", .motion = false};
    options.display.headless = options.display.on_demand = true;
    options.display.size = scene.size;
    options.display.icons = options.assets / "icons";
    auto kiosk = Kiosk::open(disk(), clock, random, options);
    ASSERT_TRUE(kiosk) << worded(kiosk.error());
    const auto played = play(**kiosk, clock, disk(), *lines, out());
    ASSERT_TRUE(played) << GetParam() << ".journey " << worded(played.error());
  }

  void open_at_the_office(const Scene& scene) {
    SystemRandom random;
    const ManualClock clock(*parse_local_time(scene.now));
    auto intake = Intake::open(disk(), random, clock, {.folder = state_ / "intake", .kiosk_name = "K01", .receipt_prefix = "NM"});
    ASSERT_TRUE(intake) << worded(intake.error());
    auto exported = intake->export_to(stick_.path());
    ASSERT_TRUE(exported) << worded(exported.error());
    auto key = read_key_file(disk(), Published::get().office_key_file(), "office-secret");
    auto opened = open_export(disk(), exported->folder, *key);
    ASSERT_TRUE(opened) << worded(opened.error());
    EXPECT_TRUE(opened->faults.empty());
    const auto text = as_text(*opened);
    for (const auto& wanted : scene.opened) EXPECT_NE(text.find(wanted), std::string::npos) << wanted << " is not in:\n" << text;
  }

  TempFolder state_, stick_;
};

TEST_P(Journey, Holds) {
  const auto text = disk().read(kJourneys / (GetParam() + ".journey"), 1 << 20);
  ASSERT_TRUE(text);
  const auto scene = scene_of(*text);
  prepare(scene);
  play_it(scene, *text);
  if (!HasFatalFailure() && !scene.opened.empty()) open_at_the_office(scene);
}

std::vector<std::string> journey_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kJourneys)) {
    if (entry.path().extension() != ".journey") continue;
    names.push_back(entry.path().lexically_relative(kJourneys).replace_extension().generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, Journey, ::testing::ValuesIn(journey_names()), [](const auto& instance) {
  auto name = instance.param;
  std::replace_if(name.begin(), name.end(), [](char letter) { return letter == '-' || letter == '/'; }, '_');
  return name;
});

}  // namespace
}  // namespace mingting
