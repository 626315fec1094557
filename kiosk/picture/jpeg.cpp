// JPEG by libjpeg: greys, YCC, and the inks of a print shop.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>
#include <jerror.h>

#include <csetjmp>
#include <cstdlib>

#include "picture/colour.hpp"
#include "picture/exif.hpp"
#include "picture/formats.hpp"

namespace mingting {
namespace {

constexpr int kExif = JPEG_APP0 + 1, kProfile = JPEG_APP0 + 2;
constexpr unsigned kWholeMarker = 0xFFFF;

/// What libjpeg works with; no more than plain values, since it leaps out of its functions on an error.
struct Reading {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  std::jmp_buf back{};
  bool torn = false;  ///< something is missing or damaged; libjpeg goes on with grey
  char said[JMSG_LENGTH_MAX] = "";
};

Reading& reading_of(j_common_ptr jpeg) { return *static_cast<Reading*>(jpeg->client_data); }

[[noreturn]] void leap_out(j_common_ptr jpeg) {
  auto& reading = reading_of(jpeg);
  jpeg->err->format_message(jpeg, reading.said);
  std::longjmp(reading.back, 1);
}

/// Cameras leave bytes between markers that harm nothing; what loses pixels does.
void hear_warning(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  const int code = jpeg->err->msg_code;
  const bool torn = code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
                    code == JWRN_MUST_RESYNC || code == JWRN_ARITH_BAD_CODE;
  if (!torn) return;
  reading_of(jpeg).torn = true;
  jpeg->err->format_message(jpeg, reading_of(jpeg).said);
}

struct JpegReader : Reading {
  JpegReader() {
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = leap_out;
    errors.emit_message = hear_warning;
    jpeg.client_data = static_cast<Reading*>(this);
  }
  ~JpegReader() { jpeg_destroy_decompress(&jpeg); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  bool in_inks() const { return jpeg.out_color_space == JCS_CMYK; }
};

bool read_head(Reading& reading, const unsigned char* bytes, std::size_t length, PixelSize size) {
  auto& jpeg = reading.jpeg;
  if (setjmp(reading.back) != 0) return false;
  jpeg_create_decompress(&jpeg);
  jpeg_save_markers(&jpeg, kExif, kWholeMarker);
  jpeg_save_markers(&jpeg, kProfile, kWholeMarker);
  jpeg_mem_src(&jpeg, bytes, length);
  jpeg_read_header(&jpeg, TRUE);
  const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
  jpeg.out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
  return jpeg.image_width == static_cast<JDIMENSION>(size.width) && jpeg.image_height == static_cast<JDIMENSION>(size.height);
}

bool read_rows(Reading& reading, SDL_Surface* pixels) {
  auto& jpeg = reading.jpeg;
  if (setjmp(reading.back) != 0) return false;
  jpeg_start_decompress(&jpeg);
  while (jpeg.output_scanline < jpeg.output_height && !reading.torn) {
    JSAMPROW row = static_cast<JSAMPROW>(pixels->pixels) + static_cast<std::ptrdiff_t>(jpeg.output_scanline) * pixels->pitch;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  if (!reading.torn) jpeg_finish_decompress(&jpeg);
  return !reading.torn;
}

std::string_view bytes_of(jpeg_saved_marker_ptr marker) {
  return {reinterpret_cast<const char*>(marker->data), marker->data_length};
}

Turn written_turn(const Reading& reading) {
  using namespace std::string_view_literals;
  for (auto* marker = reading.jpeg.marker_list; marker != nullptr; marker = marker->next) {
    if (marker->marker == kExif && bytes_of(marker).starts_with("Exif\0\0"sv)) return turn_of(bytes_of(marker));
  }
  return {};
}

std::string profile_of(Reading& reading) {
  JOCTET* bytes = nullptr;
  unsigned length = 0;
  if (setjmp(reading.back) != 0 || jpeg_read_icc_profile(&reading.jpeg, &bytes, &length) == FALSE) return "";
  std::string profile(reinterpret_cast<const char*>(bytes), length);
  std::free(bytes);
  return profile;
}

}  // namespace

Result<Stored> read_jpeg(std::string_view bytes, PixelSize size) {
  auto pixels = blank_surface(size);
  if (!pixels) return fail(pixels.error());
  JpegReader reader;
  if (!read_head(reader, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), size))
    return fail(Trouble::Invalid, reader.torn ? "picture.torn" : "picture.not-decoded", reader.said);
  auto profile = profile_of(reader);
  const auto turn = written_turn(reader);
  if (!read_rows(reader, pixels->get()))
    return fail(Trouble::Invalid, reader.torn ? "picture.torn" : "picture.not-decoded", reader.said);
  if (!reader.in_inks()) return Stored{std::move(*pixels), turn, std::move(profile)};
  inks_to_screen_colours(*pixels, reader.jpeg.saw_Adobe_marker != 0 ? Ink::Inverted : Ink::Full, profile);
  return Stored{std::move(*pixels), turn, ""};
}

}  // namespace mingting
