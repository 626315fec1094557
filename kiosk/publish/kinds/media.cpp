// Pictures are known by their first bytes; whatever else lies there is published as it is.
#include "publish/kinds/media.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text/text.hpp"

namespace mingting {
namespace {

using namespace std::string_view_literals;

/// Pictures the kiosk can draw, by what their files begin with.
struct PictureKind {
  std::string_view extension, beginning;
};
constexpr std::array<PictureKind, 4> kPictures{{{".png", "\x89PNG\r\n\x1a\n"sv},
                                                {".jpg", "\xFF\xD8\xFF"sv},
                                                {".jpeg", "\xFF\xD8\xFF"sv},
                                                {".webp", "RIFF"sv}}};
constexpr std::array<std::string_view, 8> kOtherPictures{".gif",  ".bmp",  ".tif",  ".tiff",
                                                         ".heic", ".heif", ".avif", ".svg"};

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

void check_beginning(FileSystem& files, const FolderFile& file, const PictureKind& kind, FileReport& report) {
  auto reader = files.open_read(file.path);
  auto bytes = reader ? (*reader)->read(16) : Result<std::string>(fail(reader.error()));
  if (!bytes)
    report.error(0, "source-file.unreadable", bytes.error());
  else if (!bytes->starts_with(kind.beginning))
    report.error(0, "media-file.other-kind", kind.extension);
}

void check_kind(FileSystem& files, const FolderFile& file, FileReport& report) {
  const auto extension = extension_of(file.name);
  const auto kind = std::find_if(kPictures.begin(), kPictures.end(),
                                 [&](const auto& k) { return k.extension == extension; });
  const bool other =
      std::find(kOtherPictures.begin(), kOtherPictures.end(), extension) != kOtherPictures.end();
  const bool picture = kind != kPictures.end() || other;
  const auto limit = picture ? kPictureLimit : kMediaLimit;
  if (file.info.size == 0) {
    report.error(0, "media-file.blank");
  } else if (file.info.size > limit) {
    const auto* code = picture ? "media-file.large-picture" : "media-file.large-file";
    report.error(0, code, readable_size(file.info.size), readable_size(limit));
  } else if (kind != kPictures.end()) {
    check_beginning(files, file, *kind, report);
  } else if (other) {
    report.warning(0, "media-file.not-shown", extension);
  }
}

}  // namespace

std::vector<MediaFile> read_media(FileSystem& files, const std::vector<FolderFile>& found,
                                  std::vector<Finding>& findings) {
  std::vector<MediaFile> media;
  std::map<std::string, std::string> seen;
  for (const auto& file : found) {
    FileReport report(file.name);
    const auto name = composed(std::string_view(file.name).substr(std::string_view("media/").size()));
    check_name(name, report);
    check_kind(files, file, report);
    const auto [earlier, is_new] = seen.emplace(ascii_lower(name), file.name);
    if (!is_new) report.error(0, "media-file.same-name", earlier->second);
    media.push_back({name, file.path, file.info.size});
    for (auto& finding : report.take()) findings.push_back(std::move(finding));
  }
  std::sort(media.begin(), media.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return media;
}

}  // namespace mingting
