// PNG by libpng: greys, palettes and 16 bits made RGBA.
#include <png.h>

#include <csetjmp>
#include <cstring>
#include <vector>

#include "picture/exif.hpp"
#include "picture/formats.hpp"

namespace mingting {
namespace {

/// What libpng works with; no more than plain values, since libpng leaps out of its functions on an error.
struct Reading {
  png_structp png = nullptr;
  png_infop info = nullptr;
  const char* next = nullptr;
  std::size_t left = 0;
  char said[128] = "";
};

void take_bytes(png_structp png, png_bytep to, std::size_t count) {
  auto& reading = *static_cast<Reading*>(png_get_io_ptr(png));
  if (count > reading.left) png_error(png, "the file ends too early");
  std::memcpy(to, reading.next, count);
  reading.next += count;
  reading.left -= count;
}

[[noreturn]] void complain(png_structp png, png_const_charp what) {
  auto& reading = *static_cast<Reading*>(png_get_error_ptr(png));
  std::strncpy(reading.said, what, sizeof reading.said - 1);
  png_longjmp(png, 1);
}

void ignore(png_structp, png_const_charp) {}

struct PngReader : Reading {
  explicit PngReader(std::string_view bytes) : Reading{.next = bytes.data(), .left = bytes.size()} {
    png = png_create_read_struct(PNG_LIBPNG_VER_STRING, static_cast<Reading*>(this), complain, ignore);
    if (png != nullptr) info = png_create_info_struct(png);
    if (png != nullptr) png_set_read_fn(png, static_cast<Reading*>(this), take_bytes);
  }
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
};

/// Whatever it holds comes as RGBA of 8 bits. Without a profile its gamma is made that of the screen.
void ask_for_rgba(Reading& reading) {
  png_set_expand(reading.png);
  png_set_scale_16(reading.png);
  png_set_gray_to_rgb(reading.png);
  png_set_add_alpha(reading.png, 255, PNG_FILLER_AFTER);
  png_set_interlace_handling(reading.png);
  if (png_get_valid(reading.png, reading.info, PNG_INFO_iCCP) == 0)
    png_set_alpha_mode(reading.png, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);
}

bool read_head(Reading& reading, PixelSize size) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_read_info(reading.png, reading.info);
  ask_for_rgba(reading);
  png_read_update_info(reading.png, reading.info);
  return png_get_image_width(reading.png, reading.info) == static_cast<png_uint_32>(size.width) &&
         png_get_image_height(reading.png, reading.info) == static_cast<png_uint_32>(size.height) &&
         png_get_rowbytes(reading.png, reading.info) == static_cast<std::size_t>(size.width) * 4;
}

bool read_rows(Reading& reading, png_bytepp rows) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_read_image(reading.png, rows);
  png_read_end(reading.png, reading.info);
  return true;
}

std::string profile_of(const Reading& reading) {
  png_charp name = nullptr;
  png_bytep profile = nullptr;
  png_uint_32 length = 0;
  int method = 0;
  if (png_get_iCCP(reading.png, reading.info, &name, &method, &profile, &length) == 0) return "";
  return {reinterpret_cast<const char*>(profile), length};
}

Turn written_turn(const Reading& reading) {
  png_bytep exif = nullptr;
  png_uint_32 length = 0;
  if (png_get_eXIf_1(reading.png, reading.info, &length, &exif) == 0) return {};
  return turn_of(std::string_view(reinterpret_cast<const char*>(exif), length));
}

}  // namespace

Result<Stored> read_png(std::string_view bytes, PixelSize size) {
  auto pixels = blank_surface(size);
  if (!pixels) return fail(pixels.error());
  PngReader reader(bytes);
  if (reader.info == nullptr) return fail("picture.no-memory", "libpng");
  std::vector<png_bytep> rows;
  for (int y = 0; y < size.height; ++y) rows.push_back(row_of(*pixels, y));
  if (!read_head(reader, size) || !read_rows(reader, rows.data()))
    return fail(Trouble::Invalid, "picture.torn", reader.said);
  return Stored{std::move(*pixels), written_turn(reader), profile_of(reader)};
}

}  // namespace mingting
