// Pictures are decoded by what will show them; whatever else lies there is published as it is.
#include "publish/kinds/media.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text/text.hpp"
#include "picture/decode.hpp"
#include "publish/files/side_by_side.hpp"

namespace mingting {
namespace {

struct Extension {
  std::string_view name;
  PictureKind kind;
};
/// Pictures a content folder may hold.
constexpr std::array<Extension, 4> kPictures{{{".png", PictureKind::Png},
                                              {".jpg", PictureKind::Jpeg},
                                              {".jpeg", PictureKind::Jpeg},
                                              {".webp", PictureKind::Webp}}};
constexpr std::array<std::string_view, 8> kOtherPictures{".gif",  ".bmp",  ".tif",  ".tiff",
                                                         ".heic", ".heif", ".avif", ".svg"};
constexpr PixelSize kScreen{1080, 1920};
/// A picture higher than so many times its width is shown narrower than half the screen, since it is shown whole.
constexpr int kLongPicture = 3;

std::string extension_of(const std::string& name) {
  const auto dot = name.rfind('.');
  return dot == std::string::npos ? "" : ascii_lower(std::string_view(name).substr(dot));
}

void check_name(const std::string& name, FileReport& report) {
  const auto points = to_code_points(name);
  const bool odd = std::any_of(points.begin(), points.end(), [](char32_t c) {
    return c < 0x20 || std::u32string_view(U" \"'<>|\\?*#%:()").find(c) != std::u32string_view::npos;
  });
  if (odd) report.warning(0, "media-file.odd-name");
}

const Extension* picture_extension(std::string_view extension) {
  const auto found = std::find_if(kPictures.begin(), kPictures.end(), [&](const auto& e) { return e.name == extension; });
  return found == kPictures.end() ? nullptr : &*found;
}

bool is_other_picture(std::string_view extension) {
  return std::find(kOtherPictures.begin(), kOtherPictures.end(), extension) != kOtherPictures.end();
}

bool is_picture(const std::string& name) {
  const auto extension = extension_of(name);
  return picture_extension(extension) != nullptr || is_other_picture(extension);
}

/// What the kiosk's own decoder has against it, in words for the office.
Remark for_the_office(const Error& fault) {
  return {"media-picture." + fault.code.substr(fault.code.find('.') + 1), fault.facts};
}

/// Decoded whole, as it will be shown.
void check_picture(std::string_view bytes, const Extension& extension, FileReport& report) {
  const auto header = picture_header(bytes);
  const bool other = header ? header->kind != extension.kind : header.error().code == "picture.no-kind";
  if (other) return report.error(0, "media-file.other-kind", extension.name);
  const auto shown = header ? decode_picture(bytes, kScreen) : Result<Surface>(fail(header.error()));
  if (!shown) return report.error(0, for_the_office(shown.error()));
  const auto [width, height] = size_of(*shown);
  if (height > width * kLongPicture) report.warning(0, "media-file.long-picture", kLongPicture);
}

void check_size(const FolderFile& file, bool picture, FileReport& report) {
  const auto limit = picture ? kPictureLimit : kMediaLimit;
  if (file.info.size == 0) {
    report.error(0, "media-file.blank");
  } else if (file.info.size > limit) {
    const auto* code = picture ? "media-file.large-picture" : "media-file.large-file";
    report.error(0, code, readable_size(file.info.size), readable_size(limit));
  }
}

void check_file(FileSystem& files, const FolderFile& file, FileReport& report) {
  const auto extension = extension_of(file.name);
  const auto* picture = picture_extension(extension);
  const bool other = is_other_picture(extension);
  check_size(file, picture != nullptr || other, report);
  if (report.errors() > 0) return;
  if (other) report.error(0, "media-file.not-shown", extension);
  if (picture == nullptr) return;
  const auto bytes = files.read(file.path, kPictureLimit);
  if (!bytes) return report.error(0, "source-file.unreadable", bytes.error());
  check_picture(*bytes, *picture, report);
}

}  // namespace

std::vector<MediaFile> read_media(FileSystem& files, const std::vector<FolderFile>& found,
                                  std::vector<Finding>& findings) {
  std::vector<MediaFile> media;
  std::vector<FileReport> reports;
  std::map<std::string, std::string> seen;
  for (const auto& file : found) reports.emplace_back(file.name);
  side_by_side(found.size(), 1, [&](std::size_t i) { check_file(files, found[i], reports[i]); });
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& file = found[i];
    const auto name = composed(std::string_view(file.name).substr(std::string_view("media/").size()));
    check_name(name, reports[i]);
    const auto [earlier, is_new] = seen.emplace(ascii_lower(name), file.name);
    if (!is_new) reports[i].error(0, "media-file.same-name", earlier->second);
    media.push_back({name, file.path, file.info.size, is_picture(file.name)});
    for (auto& finding : reports[i].take()) findings.push_back(std::move(finding));
  }
  std::sort(media.begin(), media.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return media;
}

}  // namespace mingting
