// Pictures kept as textures, the oldest given up first.
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
  Texture texture;
  int width = 0, height = 0;
  std::uint64_t shown = 0;  ///< frame
  std::size_t bytes() const {
    return texture ? static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4 : 0;
  }
};

bool is_icon_name(std::string_view name) {
  return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

Held upload(SDL_Renderer* renderer, SDL_Surface* surface) {
  Held held;
  held.texture.reset(SDL_CreateTextureFromSurface(renderer, surface));
  if (!held.texture) {
    spdlog::warn("a picture of {}x{} cannot be shown: {}", surface->w, surface->h, SDL_GetError());
    return held;
  }
  SDL_SetTextureBlendMode(held.texture.get(), SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(held.texture.get(), SDL_ScaleModeLinear);
  held.width = surface->w;
  held.height = surface->h;
  return held;
}

}  // namespace

struct SdlPictures::Impl {
  SDL_Renderer* renderer;
  Path icons;
  FileSystem& files;
  FindMedia find;
  std::map<std::string, Held, std::less<>> textures;
  std::map<std::string, std::string, std::less<>> drawings;  ///< icons' SVG, by name
  std::uint64_t frame = 1;
  std::uint64_t generation = 0;  ///< of `find`: what was asked of an older one is not shown
  std::vector<ui::Rect>* noted = nullptr;  ///< where fills are noted instead of painted
  Decoder decoder;

  Impl(SDL_Renderer* renderer_, Path icons_, FileSystem& files_, std::function<void()> ready)
      : renderer(renderer_), icons(std::move(icons_)), files(files_), decoder(files_, std::move(ready)) {}

  ui::Image show(Held& held) const {
    held.shown = frame;
    return {reinterpret_cast<std::uint64_t>(held.texture.get()), held.width, held.height};
  }

  const std::string& drawing(std::string_view name) {
    if (const auto found = drawings.find(name); found != drawings.end()) return found->second;
    auto svg = files.read(icons / (std::string(name) + ".svg"), kMostSvgBytes);
    if (!svg) log_warning(remark("log.icon", name, svg.error()));
    return drawings.emplace(name, svg ? std::move(*svg) : std::string{}).first->second;
  }

  Held draw_icon(std::string_view name, int pixels) {
    const std::string& svg = drawing(name);
    if (svg.empty()) return {};
    auto surface = decode_icon(svg, pixels);
    if (surface) return upload(renderer, surface->get());
    log_warning(remark("log.icon", name, surface.error()));
    return {};
  }

  void take_decoded() {
    for (auto& decoded : decoder.take()) {
      const auto found = textures.find(decoded.key);
      if (decoded.generation != generation || found == textures.end()) continue;
      const auto shown = found->second.shown;
      found->second = decoded.surface ? upload(renderer, decoded.surface.get()) : Held{};
      found->second.shown = shown;
    }
  }

  std::size_t held() const {
    std::size_t bytes = 0;
    for (const auto& [key, held] : textures) bytes += held.bytes();
    return bytes;
  }

  /// The frame before may be drawn once more (capture), so its textures stay.
  void free_oldest() {
    for (std::size_t bytes = held(); bytes > kBudget;) {
      const auto oldest = std::ranges::min_element(textures, {}, [](const auto& entry) {
        return entry.second.texture ? entry.second.shown : ~std::uint64_t{0};
      });
      if (!oldest->second.texture || oldest->second.shown + 1 >= frame) return;
      bytes -= oldest->second.bytes();
      textures.erase(oldest);
    }
  }
};

SdlPictures::SdlPictures(SDL_Renderer* renderer, Path icons, FileSystem& files, std::function<void()> ready)
    : impl_(std::make_unique<Impl>(renderer, std::move(icons), files, std::move(ready))) {}

SdlPictures::~SdlPictures() = default;

ui::Image SdlPictures::icon(std::string_view name, int pixels) {
  if (!is_icon_name(name) || pixels < 1 || pixels > 1024) return {};
  std::string key = fmt::format("icon/{}/{}", name, pixels);
  auto found = impl_->textures.find(key);
  if (found == impl_->textures.end())
    found = impl_->textures.emplace(std::move(key), impl_->draw_icon(name, pixels)).first;
  return impl_->show(found->second);
}

ui::Image SdlPictures::media(std::string_view name, int max_width, int max_height) {
  if (name.empty() || max_width < 1 || max_height < 1 || !impl_->find) return {};
  std::string key = fmt::format("media/{}/{}/{}", max_width, max_height, name);
  auto found = impl_->textures.find(key);
  if (found == impl_->textures.end()) {
    const auto file = impl_->find(name);
    found = impl_->textures.emplace(key, Held{}).first;
    if (file) impl_->decoder.ask({std::move(key), *file, {max_width, max_height}, impl_->generation});
  }
  return impl_->show(found->second);
}

void SdlPictures::note_fills(std::vector<ui::Rect>* into) { impl_->noted = into; }

void SdlPictures::fill(const ui::Rect& rect, ui::Color color) {
  if (impl_->noted != nullptr) return impl_->noted->push_back(rect);
  const SDL_Rect area{static_cast<int>(rect.x), static_cast<int>(rect.y), static_cast<int>(rect.w),
                      static_cast<int>(rect.h)};
  SDL_RenderSetClipRect(impl_->renderer, nullptr);  // the kit has clipped; Dear ImGui's backend sets its own again
  SDL_SetRenderDrawBlendMode(impl_->renderer, SDL_BLENDMODE_NONE);
  SDL_SetRenderDrawColor(impl_->renderer, color.r, color.g, color.b, SDL_ALPHA_OPAQUE);
  SDL_RenderFillRect(impl_->renderer, &area);
}

void SdlPictures::set_media(FindMedia find) {
  impl_->find = std::move(find);
  ++impl_->generation;
  std::erase_if(impl_->textures, [](const auto& entry) { return entry.first.starts_with("media/"); });
}

void SdlPictures::begin_frame() {
  ++impl_->frame;
  impl_->take_decoded();
  impl_->free_oldest();
}

bool SdlPictures::pending() const {
  return impl_->decoder.pending();
}
void SdlPictures::wait_a_little(Milliseconds most) {
  impl_->decoder.wait_a_little(most);
}
std::size_t SdlPictures::held() const {
  return impl_->held();
}

}  // namespace mingting::platform
