// Draws every page of the gallery in each size, theme and orientation; with MINGTING_GALLERY set, leaves them
// as PNGs to look at.
#include "ui/gallery.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

constexpr const char* kSizes[] = {"standard", "large", "extra-large"};

struct Setup {
  const char* name;
  Appearance appearance;
  platform::Size size;
};

std::vector<Setup> setups() {
  std::vector<Setup> all;
  for (const auto size : {kPortrait, kLandscape}) {
    for (const auto type : {TextSize::Standard, TextSize::Large, TextSize::ExtraLarge}) {
      for (const auto theme : {Theme::Standard, Theme::HighContrast}) {
        all.push_back(
            {kSizes[static_cast<int>(type)], {.size = type, .theme = theme, .motion = false}, size});
      }
    }
  }
  return all;
}

std::string file_name(const GalleryPage& page, const Setup& setup) {
  return fmt::format("{}-{}-{}{}.png", page.name, setup.size == kPortrait ? "portrait" : "landscape",
                     setup.name, setup.appearance.theme == Theme::HighContrast ? "-contrast" : "");
}

TEST(Gallery, EveryPageIsDrawnInEverySizeAndTheme) {
  const char* wanted = std::getenv("MINGTING_GALLERY");
  const Path folder = Path(MINGTING_BUILD) / "gallery";
  if (wanted != nullptr) {
    ASSERT_TRUE(disk().make_folders(folder));
  }
  for (const auto& setup : setups()) {
    Easel easel(setup.size);
    easel.appearance = setup.appearance;
    for (const auto& page : gallery()) {
      const auto name = file_name(page, setup);
      if (wanted != nullptr && name.find(wanted) == std::string::npos) continue;
      easel.show(page.draw);
      easel.settle();
      EXPECT_FALSE(easel.tree().nodes().empty());
      if (wanted == nullptr) continue;
      const auto picture = easel.display().capture();
      ASSERT_TRUE(picture);
      ASSERT_TRUE(platform::write_png(disk(), folder / name, *picture));
    }
  }
}

}  // namespace
}  // namespace mingting::ui
