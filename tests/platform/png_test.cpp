// Pictures written as PNG.
#include <gmock/gmock.h>
#include <png.h>

#include <map>

#include "platform/display.hpp"
#include "support/temp_folder.hpp"

namespace mingting::platform {
namespace {

Picture gradient(int width, int height) {
  Picture picture{width, height, {}};
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (const int value : {x, y, x ^ y}) picture.rgb.push_back(static_cast<std::uint8_t>(value));
  return picture;
}

Picture read_back(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  EXPECT_NE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()), 0) << image.message;
  image.format = PNG_FORMAT_RGB;
  Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  picture.rgb.resize(PNG_IMAGE_SIZE(image));
  EXPECT_NE(png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr), 0) << image.message;
  return picture;
}

TEST(WritePng, ComesBackExactly) {
  const TempFolder folder;
  for (const auto& [width, height] : std::map<int, int>{{1, 1}, {3, 5}, {257, 129}}) {
    const Picture picture = gradient(width, height);
    ASSERT_TRUE(write_png(disk(), folder.path() / "a.png", picture));
    const Picture again = read_back(*disk().read(folder.path() / "a.png", 1 << 20));
    EXPECT_EQ(again.width, width);
    EXPECT_EQ(again.height, height);
    EXPECT_EQ(again.rgb, picture.rgb);
  }
}

TEST(WritePng, RefusesWhatIsNotAPicture) {
  const TempFolder folder;
  Picture torn = gradient(4, 4);
  torn.rgb.pop_back();
  for (const Picture& picture : {torn, Picture{}}) {
    const auto written = write_png(disk(), folder.path() / "a.png", picture);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().trouble, Trouble::Invalid);
  }
  EXPECT_FALSE(disk().exists(folder.path() / "a.png"));
}

TEST(WritePng, SaysWhenTheFolderIsMissing) {
  const TempFolder folder;
  EXPECT_FALSE(write_png(disk(), folder.path() / "none" / "a.png", gradient(2, 2)));
}

}  // namespace
}  // namespace mingting::platform
