// Pictures of the content on a page: upright, in their colours, never more than a screen can show.
#include "picture/made_pictures.hpp"
#include "support/temp_folder.hpp"
#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

class Media : public testing::Test {
 protected:
  Media() {
    easel_.display().set_media([this](std::string_view name) -> std::optional<Path> { return folder_ / name; });
    easel_.show([this](Ui& ui) {
      ui.frame({.page_id = "page", .label = "页", .page = {.body = [&] {
        ui.media(file_, "说明");
        ui.text("后面的字");
      }}});
    });
  }

  /// Shown until it is decoded; its node.
  Node shown(const std::string& file, const std::string& bytes) {
    file_ = file;
    EXPECT_TRUE(write_durably(disk(), folder_ / file, bytes));
    do easel_.frame();
    while (easel_.display().busy());
    easel_.frames(2);
    for (const auto& node : easel_.tree().nodes())
      if (node.role == Role::Picture) return node;
    ADD_FAILURE() << "no picture";
    return {};
  }
  Color pixel(float x, float y) {
    const auto picture = easel_.display().capture();
    if (!picture) return {};
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture->width) + static_cast<std::size_t>(x)) * 3;
    return {picture->rgb.at(at), picture->rgb.at(at + 1), picture->rgb.at(at + 2)};
  }

  TempFolder folder_;
  Easel easel_;
  std::string file_;
};

bool is_near(Color seen, Colour meant) {
  return std::abs(seen.r - meant[0]) <= 4 && std::abs(seen.g - meant[1]) <= 4 && std::abs(seen.b - meant[2]) <= 4;
}

TEST_F(Media, APhotographHeldSidewaysIsSeenUpright) {
  constexpr Fields lying{kGreen, kWhite, kRed, kBlue};
  const auto node = shown("a.jpg", jpeg_of(lying, 300, 200, {.exif = exif_of(6)}));
  const float left = node.rect.x + (node.rect.w - 200) / 2, top = node.rect.y;
  EXPECT_TRUE(is_near(pixel(left + 50, top + 75), kRed));
  EXPECT_TRUE(is_near(pixel(left + 150, top + 75), kGreen));
  EXPECT_TRUE(is_near(pixel(left + 50, top + 225), kBlue));
}

TEST_F(Media, APictureOfAPrintShopHasItsColours) {
  const auto pixels = field_pixels(kFields, 300, 200, inks_inverted);
  const auto node = shown("a.jpg", jpeg_file(pixels, 300, 200, {JCS_CMYK, JCS_YCCK, 4, true}));
  const float left = node.rect.x + (node.rect.w - 300) / 2;
  EXPECT_TRUE(is_near(pixel(left + 75, node.rect.y + 50), kRed));
  EXPECT_TRUE(is_near(pixel(left + 75, node.rect.y + 150), kBlue));
}

TEST_F(Media, ALongPictureTakesLessThanAScreen) {
  EXPECT_LT(shown("long.png", png_of(400, 6000, {10, 61, 122})).rect.h, 1920 * 0.8F);
  EXPECT_LT(shown("thin.png", png_of(1, 6000, {10, 61, 122})).rect.h, 1920 * 0.2F) << "not shown at all";
}

}  // namespace
}  // namespace mingting::ui
