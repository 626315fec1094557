// The pictures a frame may show, ready to be painted: icons drawn at the size asked for, media decoded on a thread of
// their own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "base/disk/files.hpp"
#include "platform/display.hpp"

namespace mingting::platform {

using FindMedia = std::function<std::optional<Path>(std::string_view)>;

/// One thread asks; decoding happens on another, which calls `ready` when something is done. What was not
/// shown lately is freed when all comes to more than the budget, but never a picture of the frame before.
class KeptPictures final : public ui::Pictures {
 public:
  KeptPictures(Path icons, FileSystem& files, std::function<void()> ready);
  ~KeptPictures() override;
  KeptPictures(const KeptPictures&) = delete;
  KeptPictures& operator=(const KeptPictures&) = delete;

  ui::Image icon(std::string_view name, int pixels) override;
  ui::Image media(std::string_view name, int max_width, int max_height) override;

  /// Where media are found; what was shown from another place is forgotten.
  void set_media(FindMedia find);
  /// Call before each frame: takes in what was decoded and frees what is over the budget.
  void begin_frame();
  /// Media still being decoded.
  bool pending() const;
  /// Waits until something was decoded, at most so long.
  void wait_a_little(Milliseconds most);
  /// What is kept, in bytes.
  std::size_t held() const;
  static constexpr std::size_t kBudget = 96ULL * 1024 * 1024;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting::platform
