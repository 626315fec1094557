// Every icon by itself: it is there, it is drawn within its frame, in the weight of its family. The contact
// sheet (icons.png in the build folder's tests/platform) is for looking at.
#include <gmock/gmock.h>

#include "base/said/words.hpp"
#include "picture/decode.hpp"
#include "platform/pictures.hpp"
#include "platform/stage_fixture.hpp"

namespace mingting::platform {
namespace {

const Path kIcons = Path(MINGTING_SOURCE) / "assets/icons";
constexpr int kPixels = 96;

std::vector<std::string> icon_names() {
  std::vector<std::string> names;
  const auto files = disk().list(kIcons).value();
  for (const auto& file : files)
    if (Path(file).extension() == ".svg") names.push_back(Path(file).stem().string());
  return names;
}

class IconsTest : public StageTest {
 protected:
  void SetUp() override { open({10 * 144, 1300}); }

  struct Ink {
    int opaque = 0;
    int left = kPixels, top = kPixels, right = -1, bottom = -1;
  };
  static Ink ink_of(const Surface& surface) {
    Ink ink;
    for (int y = 0; y < surface->h; ++y) {
      for (int x = 0; x < surface->w; ++x) {
        const auto* pixel = static_cast<const std::uint8_t*>(surface->pixels) + y * surface->pitch + x * 4;
        if (pixel[3] < 128) continue;
        ++ink.opaque;
        ink.left = std::min(ink.left, x), ink.right = std::max(ink.right, x);
        ink.top = std::min(ink.top, y), ink.bottom = std::max(ink.bottom, y);
      }
    }
    return ink;
  }
};

TEST_F(IconsTest, TheFamilyIsWhole) {
  EXPECT_THAT(
      icon_names(),
      testing::IsSupersetOf(
          {"search",   "gazette", "explain",    "card",      "apply",    "feedback",    "status",   "guide",
           "home",     "back",    "size",       "end",       "print",    "done",        "check",    "warn",
           "info",     "close",   "backspace",  "enter",     "shift",    "globe",       "keyboard", "space",
           "left",     "right",   "up",         "down",      "star",     "star-filled", "document", "clock",
           "phone",    "place",   "contrast",   "low-reach", "language", "calendar",    "group",    "list",
           "question", "qr",      "microphone", "reset",     "edit",     "hall"}));
}

TEST_F(IconsTest, EachStaysInItsFrameAndIsNeitherEmptyNorABlot) {
  for (const auto& name : icon_names()) {
    const auto svg = disk().read(kIcons / (name + ".svg"), kMostSvgBytes);
    const auto surface = decode_icon(*svg, kPixels);
    ASSERT_TRUE(surface) << name << ": " << worded(surface.error());
    const Ink ink = ink_of(*surface);
    EXPECT_GT(ink.opaque, kPixels * kPixels / 60) << name;
    EXPECT_LT(ink.opaque, kPixels * kPixels / (name == "star-filled" || name == "contrast" ? 2 : 3)) << name;
    EXPECT_GE(std::min(ink.left, ink.top), 4) << name << " touches its frame";
    EXPECT_LE(std::max(ink.right, ink.bottom), kPixels - 5) << name << " touches its frame";
    EXPECT_GE(std::max(ink.right - ink.left, ink.bottom - ink.top), kPixels / 2)
        << name << " is small for its frame";
  }
}

TEST_F(IconsTest, EachIsCentredEnough) {
  for (const auto& name : icon_names()) {
    const auto surface = decode_icon(*disk().read(kIcons / (name + ".svg"), kMostSvgBytes), kPixels);
    ASSERT_TRUE(surface);
    const Ink ink = ink_of(*surface);
    EXPECT_NEAR(ink.left + ink.right, kPixels - 1, 18) << name;
    EXPECT_NEAR(ink.top + ink.bottom, kPixels - 1, 18) << name;
  }
}

TEST_F(IconsTest, ContactSheet) {
  KeptPictures pictures(kIcons, disk(), [] {});
  const auto names = icon_names();
  frame([&] {
    ImDrawList* list = ImGui::GetForegroundDrawList();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto x = static_cast<float>(i % 10) * 144 + 24, y = static_cast<float>(i / 10) * 200 + 20;
      const auto put = [&](int pixels, float at_x, float at_y) {
        const auto image = pictures.icon(names[i], pixels);
        list->AddImage(static_cast<ImTextureID>(image.texture), {at_x, at_y},
                       {at_x + static_cast<float>(image.width), at_y + static_cast<float>(image.height)},
                       {0, 0}, {1, 1}, IM_COL32(10, 61, 122, 255));
      };
      put(kPixels, x, y);
      put(40, x, y + 100);
      put(24, x + 60, y + 108);
      list->AddText({x, y + 145}, IM_COL32(20, 24, 31, 255), names[i].c_str());
    }
  });
  const Path folder = Path(MINGTING_BUILD) / "tests/platform";
  ASSERT_TRUE(disk().make_folders(folder));
  EXPECT_TRUE(write_png(disk(), folder / "icons.png", captured()));
}

}  // namespace
}  // namespace mingting::platform
