// Pictures kept as sheets, the oldest given up first.
#include "platform/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/said/log.hpp"
#include "picture/decode.hpp"
#include "platform/decoder.hpp"

namespace mingting::platform {
namespace {

struct Held {
  std::unique_ptr<Sheet> sheet;  ///< nothing: it is being decoded, or cannot be shown
  std::uint64_t shown = 0;       ///< frame
  std::size_t bytes() const { return sheet ? sheet->bytes() : 0; }
};

bool is_icon_name(std::string_view name) {
  return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

struct KeptPictures::Impl {
  Path icons;
  FileSystem& files;
  FindMedia find;
  std::map<std::string, Held, std::less<>> sheets;
  std::vector<std::unique_ptr<Sheet>> forgotten;             ///< the last frame may still show them
  std::map<std::string, std::string, std::less<>> drawings;  ///< icons' SVG, by name
  std::uint64_t frame = 1;
  std::uint64_t generation = 0;  ///< of `find`: what was asked of an older one is not shown
  Decoder decoder;

  Impl(Path icons_, FileSystem& files_, std::function<void()> ready)
      : icons(std::move(icons_)), files(files_), decoder(files_, std::move(ready)) {}

  ui::Image show(Held& held) const {
    held.shown = frame;
    if (!held.sheet) return {};
    return {reinterpret_cast<std::uint64_t>(held.sheet.get()), held.sheet->width(), held.sheet->height()};
  }

  const std::string& drawing(std::string_view name) {
    if (const auto found = drawings.find(name); found != drawings.end()) return found->second;
    auto svg = files.read(icons / (std::string(name) + ".svg"), kMostSvgBytes);
    if (!svg) log_warning(remark("log.icon", name, svg.error()));
    return drawings.emplace(name, svg ? std::move(*svg) : std::string{}).first->second;
  }

  std::unique_ptr<Sheet> draw_icon(std::string_view name, int pixels) {
    const std::string& svg = drawing(name);
    if (svg.empty()) return nullptr;
    const auto surface = decode_icon(svg, pixels);
    auto sheet = surface ? Sheet::copy_of(*surface) : Result<std::unique_ptr<Sheet>>(fail(surface.error()));
    if (sheet) return std::move(*sheet);
    log_warning(remark("log.icon", name, sheet.error()));
    return nullptr;
  }

  void take_decoded() {
    for (auto& decoded : decoder.take()) {
      const auto found = sheets.find(decoded.key);
      if (decoded.generation == generation && found != sheets.end()) found->second.sheet = std::move(decoded.sheet);
    }
  }

  std::size_t held() const {
    std::size_t bytes = 0;
    for (const auto& [key, held] : sheets) bytes += held.bytes();
    return bytes;
  }

  /// The frame before may be painted once more (capture), so its pictures stay.
  void free_oldest() {
    for (std::size_t bytes = held(); bytes > kBudget;) {
      const auto oldest = std::ranges::min_element(sheets, {}, [](const auto& entry) {
        return entry.second.sheet ? entry.second.shown : ~std::uint64_t{0};
      });
      if (!oldest->second.sheet || oldest->second.shown + 1 >= frame) return;
      bytes -= oldest->second.bytes();
      sheets.erase(oldest);
    }
  }
};

KeptPictures::KeptPictures(Path icons, FileSystem& files, std::function<void()> ready)
    : impl_(std::make_unique<Impl>(std::move(icons), files, std::move(ready))) {}

KeptPictures::~KeptPictures() = default;

ui::Image KeptPictures::icon(std::string_view name, int pixels) {
  if (!is_icon_name(name) || pixels < 1 || pixels > 1024) return {};
  std::string key = fmt::format("icon/{}/{}", name, pixels);
  auto found = impl_->sheets.find(key);
  if (found == impl_->sheets.end())
    found = impl_->sheets.emplace(std::move(key), Held{impl_->draw_icon(name, pixels)}).first;
  return impl_->show(found->second);
}

ui::Image KeptPictures::media(std::string_view name, int max_width, int max_height) {
  if (name.empty() || max_width < 1 || max_height < 1 || !impl_->find) return {};
  std::string key = fmt::format("media/{}/{}/{}", max_width, max_height, name);
  auto found = impl_->sheets.find(key);
  if (found == impl_->sheets.end()) {
    const auto file = impl_->find(name);
    found = impl_->sheets.emplace(key, Held{}).first;
    if (file) impl_->decoder.ask({std::move(key), *file, {max_width, max_height}, impl_->generation});
  }
  return impl_->show(found->second);
}

void KeptPictures::set_media(FindMedia find) {
  impl_->find = std::move(find);
  ++impl_->generation;
  for (auto& [key, held] : impl_->sheets) {
    if (key.starts_with("media/") && held.sheet) impl_->forgotten.push_back(std::move(held.sheet));
  }
  std::erase_if(impl_->sheets, [](const auto& entry) { return entry.first.starts_with("media/"); });
}

void KeptPictures::begin_frame() {
  ++impl_->frame;
  impl_->forgotten.clear();
  impl_->take_decoded();
  impl_->free_oldest();
}

bool KeptPictures::pending() const {
  return impl_->decoder.pending();
}
void KeptPictures::wait_a_little(Milliseconds most) {
  impl_->decoder.wait_a_little(most);
}
std::size_t KeptPictures::held() const {
  return impl_->held();
}

}  // namespace mingting::platform
