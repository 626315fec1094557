// The pictures a frame may show, as textures: icons drawn at the size asked for, media decoded on a thread of
// their own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "platform/display.hpp"
#include "platform/sdl_handles.hpp"

namespace mingting::platform {

using FindMedia = std::function<std::optional<Path>(std::string_view)>;

/// One thread asks; decoding happens on another, which calls `ready` when something is done. Textures not
/// shown lately are freed when they come to more than the budget, but never one of the frame before.
class SdlPictures final : public ui::Pictures {
 public:
  SdlPictures(SDL_Renderer* renderer, Path icons, FileSystem& files, std::function<void()> ready);
  ~SdlPictures() override;
  SdlPictures(const SdlPictures&) = delete;
  SdlPictures& operator=(const SdlPictures&) = delete;

  ui::Image icon(std::string_view name, int pixels) override;
  ui::Image media(std::string_view name, int max_width, int max_height) override;
  bool fills() const override { return true; }
  void fill(const ui::Rect& rect, ui::Color color) override;
  /// From now on fills are noted there instead of painted; null: painted again.
  void note_fills(std::vector<ui::Rect>* into);

  /// Where media are found; what was shown from another place is forgotten.
  void set_media(FindMedia find);
  /// Call before each frame: takes in what was decoded and frees what is over the budget.
  void begin_frame();
  /// Media still being decoded.
  bool pending() const;
  /// Waits until something was decoded, at most so long.
  void wait_a_little(Milliseconds most);
  /// Textures held, in bytes.
  std::size_t held() const;
  static constexpr std::size_t kBudget = 96ULL * 1024 * 1024;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting::platform
