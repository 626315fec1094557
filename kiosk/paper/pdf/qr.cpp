// libqrencode's bytes as rows of modules.
#include <qrencode.h>

#include <memory>

#include "paper/pdf/qr.hpp"

namespace mingting {

Result<std::vector<std::vector<bool>>> qr_modules(std::string_view text) {
  const std::string bytes(text);
  if (bytes.empty() || bytes.find('\0') != std::string::npos) {
    return fail(Trouble::Invalid, "pdf.code-of-zero-bytes");
  }
  // Mode 8-bit as the default; the library itself finds runs of digits and capitals.
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString(bytes.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1),
                                                             QRcode_free);
  if (!code) return fail(Trouble::Invalid, "pdf.code-too-long", bytes.size());
  const auto width = static_cast<std::size_t>(code->width);
  std::vector<std::vector<bool>> rows(width, std::vector<bool>(width));
  for (std::size_t y = 0; y < width; ++y) {
    for (std::size_t x = 0; x < width; ++x) rows[y][x] = (code->data[y * width + x] & 1) != 0;
  }
  return rows;
}

}  // namespace mingting
