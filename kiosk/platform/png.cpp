// A picture written as PNG, and read again.
#include <png.h>

#include <string>

#include "platform/display.hpp"

namespace mingting::platform {
namespace {

Result<std::string> encode(const Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;
  png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(length, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &length, 0, picture.rgb.data(), picture.width * 3,
                                nullptr) == 0)
    return fail("picture.not-written", image.message);
  bytes.resize(length);
  return bytes;
}

constexpr std::uint64_t kMostBytes = 200ULL * 1024 * 1024;
constexpr png_uint_32 kMostSide = 16384;

Result<Picture> decode(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return fail("picture.not-read", image.message);
  Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  const bool fits = image.width <= kMostSide && image.height <= kMostSide;
  image.format = PNG_FORMAT_RGB;
  if (fits) picture.rgb.resize(PNG_IMAGE_SIZE(image));
  const bool read = fits && png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) != 0;
  png_image_free(&image);
  if (!read) return fail("picture.not-read", image.message);
  return picture;
}

}  // namespace

Result<Picture> read_png(FileSystem& files, const Path& path) { return files.read(path, kMostBytes).and_then(decode); }

Result<void> write_png(FileSystem& files, const Path& path, const Picture& picture) {
  const auto width = static_cast<std::size_t>(picture.width),
             height = static_cast<std::size_t>(picture.height);
  if (picture.width < 1 || picture.height < 1 || picture.rgb.size() != width * height * 3)
    return fail(Trouble::Invalid, "picture.no-picture", picture.width, picture.height, picture.rgb.size());
  auto bytes = encode(picture);
  if (!bytes) return fail(bytes.error());
  return write_durably(files, path, *bytes);
}

}  // namespace mingting::platform
