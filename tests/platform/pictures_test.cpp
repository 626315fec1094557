// Which pictures are kept and which are given up.
#include "platform/pictures.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <set>

#include "picture/picture_bytes.hpp"
#include "platform/stage_fixture.hpp"
#include "support/temp_folder.hpp"

namespace mingting::platform {
namespace {

constexpr int kHigh = 2000;

class PicturesTest : public StageTest {
 protected:
  void SetUp() override {
    open({300, 300});
    pictures_ = std::make_unique<KeptPictures>(Path(MINGTING_SOURCE) / "assets/icons", disk(), [this] {
      ++ready_;
      ready_.notify_all();
    });
    pictures_->set_media([this](std::string_view name) -> std::optional<Path> {
      ++asked_;
      const Path path = folder_.path() / name;
      return disk().exists(path) ? std::optional(path) : std::nullopt;
    });
  }
  void TearDown() override { pictures_.reset(); }

  void put(const std::string& name, const std::string& bytes) {
    ASSERT_TRUE(write_durably(disk(), folder_.path() / name, bytes));
  }
  /// Asks for it, and again when it is decoded.
  ui::Image decoded(std::string_view name, int max_width) {
    EXPECT_EQ(pictures_->media(name, max_width, kHigh).texture, 0U)
        << "media must not be decoded while a frame waits";
    while (pictures_->pending()) {
      pictures_->wait_a_little(Milliseconds{1000});
      pictures_->begin_frame();
    }
    return pictures_->media(name, max_width, kHigh);
  }
  void draw(const ui::Image& image, ImU32 tint) {
    frame([&] {
      ImGui::GetForegroundDrawList()->AddImage(
          static_cast<ImTextureID>(image.texture), {0, 0},
          {static_cast<float>(image.width), static_cast<float>(image.height)}, {0, 0}, {1, 1}, tint);
    });
  }

  TempFolder folder_;
  std::unique_ptr<KeptPictures> pictures_;
  std::atomic<int> ready_ = 0;
  int asked_ = 0;
};

TEST_F(PicturesTest, IconsHaveTheExactSizeAskedFor) {
  for (const int pixels : {16, 24, 56, 57, 96, 200}) {
    const auto image = pictures_->icon("search", pixels);
    EXPECT_NE(image.texture, 0U);
    EXPECT_EQ(image.width, pixels);
    EXPECT_EQ(image.height, pixels);
  }
}

TEST_F(PicturesTest, IconsAreKept) {
  EXPECT_EQ(pictures_->icon("home", 56).texture, pictures_->icon("home", 56).texture);
  EXPECT_NE(pictures_->icon("home", 56).texture, pictures_->icon("home", 57).texture);
}

TEST_F(PicturesTest, IconsTakeTheTintAndNothingElse) {
  draw(pictures_->icon("check", 96), IM_COL32(10, 61, 122, 255));
  const Picture picture = captured();
  int inked = 0;
  for (int y = 0; y < 96; ++y) {
    for (int x = 0; x < 96; ++x) {
      const auto color = pixel(picture, x, y);
      inked += color == ui::Color{10, 61, 122} ? 1 : 0;
      // Between paper and ink, edges included: nothing darker, no other hue.
      EXPECT_LE(color.r, 250);
      EXPECT_GE(color.r, 9);  // blending rounds
      EXPECT_GE(color.b, 120);
    }
  }
  EXPECT_GT(inked, 300);
}

TEST_F(PicturesTest, UnknownAndStrangeIconNamesAreEmpty) {
  for (const char* name : {"", "no-such-icon", "../icons/home", "home.svg", "Home", "a/b"})
    EXPECT_EQ(pictures_->icon(name, 56).texture, 0U) << name;
  EXPECT_EQ(pictures_->icon("home", 0).texture, 0U);
  EXPECT_EQ(pictures_->icon("home", 100'000).texture, 0U);
}

TEST_F(PicturesTest, MediaArriveLaterAndAreAnnounced) {
  put("photo.png", png_of(640, 320, {10, 61, 122}));
  const auto image = decoded("photo.png", 200);
  EXPECT_NE(image.texture, 0U);
  EXPECT_EQ(image.width, 200);
  EXPECT_EQ(image.height, 100);
  ready_.wait(0);  // the picture may be seen a moment before it is announced
  EXPECT_EQ(ready_, 1);
  draw(image, IM_COL32_WHITE);
  EXPECT_EQ(pixel(captured(), 100, 50), (ui::Color{10, 61, 122}));
}

TEST_F(PicturesTest, MediaThatCannotBeShownStayEmptyAndAreNotTriedAgain) {
  put("bomb.png", with_png_size(png_of(8, 8, {0, 0, 0}), 100'000, 100'000));
  EXPECT_EQ(decoded("bomb.png", 200).texture, 0U);
  EXPECT_EQ(decoded("absent.png", 200).texture, 0U);
  const int asked = asked_;
  EXPECT_EQ(pictures_->media("bomb.png", 200, kHigh).texture, 0U);
  EXPECT_EQ(pictures_->media("absent.png", 200, kHigh).texture, 0U);
  EXPECT_EQ(asked_, asked);
  EXPECT_FALSE(pictures_->pending());
}

TEST_F(PicturesTest, ANewReleaseForgetsTheOldPictures) {
  put("a.png", png_of(20, 20, {1, 1, 1}));
  EXPECT_NE(decoded("a.png", 200).texture, 0U);
  pictures_->set_media([](std::string_view) { return std::optional<Path>{}; });
  EXPECT_EQ(pictures_->media("a.png", 200, kHigh).texture, 0U);
}

TEST_F(PicturesTest, FreesWhatWasNotShownLately) {
  std::set<std::uint64_t> textures;
  for (int i = 0; i < 40; ++i) {  // 40 x 4 MB
    put(fmt::format("{}.png", i), png_of(1024, 1024, {static_cast<std::uint8_t>(i), 0, 0}));
    EXPECT_NE(decoded(fmt::format("{}.png", i), 1024).texture, 0U);
    pictures_->begin_frame();
    EXPECT_LE(pictures_->held(), KeptPictures::kBudget + 4 * 1024 * 1024);
  }
  EXPECT_NE(pictures_->media("39.png", 1024, kHigh).texture, 0U);
}

TEST_F(PicturesTest, ClosesWhileDecoding) {
  for (int i = 0; i < 10; ++i) put(fmt::format("{}.png", i), checkered_png(1024, 1024));
  for (int i = 0; i < 10; ++i) pictures_->media(fmt::format("{}.png", i), 500, kHigh);
  pictures_.reset();
  EXPECT_LE(ready_, 10);
}

}  // namespace
}  // namespace mingting::platform
