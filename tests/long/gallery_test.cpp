// The gallery painted: every picture of it, the same a second time. Daily only the smallest look.
#include <gmock/gmock.h>

#include "base/said/words.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/gallery/gallery.hpp"
#include "support/rounds.hpp"

namespace mingting::gallery {
namespace {

Options options_for(const Path& state, const Path& folder) {
  const Path source = MINGTING_SOURCE;
  KioskOptions kiosk{
      .state = state, .assets = source / "assets", .fonts = source / "fonts", .pinyin = Path(MINGTING_BUILD) / "pinyin"};
  kiosk.display.icons = kiosk.assets / "icons";
  Options options{kiosk, kiosk.assets / "gallery", folder, {}, *parse_local_time("2026-11-23T09:00")};
  std::erase_if(options.wanted, [](const Look& look) { return rounds(0, 1) == 0 && look.name != std::string_view("800x600"); });
  return options;
}

TEST(PaintedGallery, IsTheSameASecondTimeAndSaysWhatHasChanged) {
  TempFolder folder;
  Published::get().install(folder / "state");
  auto options = options_for(folder / "state", folder / "first");
  const auto first = draw(options);
  ASSERT_TRUE(first) << worded(first.error());
  EXPECT_GT(first->shown.size(), 30U);
  EXPECT_THAT(first->missed, ::testing::IsEmpty());
  for (const auto& [names, shown] : first->shown) EXPECT_TRUE(disk().exists(folder / "first" / shown.file)) << shown.file;

  const auto& some = first->shown.begin()->second.file;
  ASSERT_TRUE(disk().remove(folder / "first" / some));
  const platform::Picture dot{1, 1, {0, 0, 0}};
  ASSERT_TRUE(platform::write_png(disk(), folder / "first" / options.wanted.front().name / "no-state.png", dot));
  options.folder = folder / "second";
  options.against = folder / "first";
  const auto second = draw(options);
  ASSERT_TRUE(second) << worded(second.error());
  ASSERT_EQ(second->shown.size(), 1U) << second->shown.rbegin()->second.file;
  EXPECT_EQ(second->shown.begin()->second.file, some) << "the new one";
  EXPECT_THAT(second->gone, ::testing::ElementsAre(options.wanted.front().name + std::string("/no-state.png")));
  EXPECT_TRUE(disk().exists(folder / "second/index.html"));
}

}  // namespace
}  // namespace mingting::gallery
