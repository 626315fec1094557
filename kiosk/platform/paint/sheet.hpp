// What can be laid on pixels besides plain colours: stencils and pictures, in the form the painter is fastest with.
#pragma once

#include <pixman.h>

#include <cstddef>
#include <cstdint>
#include <memory>

#include "picture/surface.hpp"

namespace mingting::platform {

struct PixmanDeleter {
  void operator()(pixman_image_t* image) const { pixman_image_unref(image); }
};
using PixmanImage = std::unique_ptr<pixman_image_t, PixmanDeleter>;

class Sheet {
 public:
  enum class Kind {
    Stencil,  ///< how much of each pixel a colour covers
    Picture,  ///< colours of its own
  };

  /// A copy of a decoded picture (RGBA). One that is white throughout, as icons are, is kept as a stencil, in a quarter of the room.
  /// Error: no memory.
  static Result<std::unique_ptr<Sheet>> copy_of(const Surface& rgba);
  /// A stencil of somebody else's bytes, one a pixel, rows without gaps, `width` a multiple of 4. They must outlive it.
  static std::unique_ptr<Sheet> over(std::uint8_t* coverage, int width, int height);

  Kind kind() const { return kind_; }
  int width() const { return pixman_image_get_width(image_.get()); }
  int height() const { return pixman_image_get_height(image_.get()); }
  /// Of its pixels.
  std::size_t bytes() const;
  pixman_image_t* image() const { return image_.get(); }

 private:
  Sheet(Kind kind, PixmanImage image) : kind_(kind), image_(std::move(image)) {}

  Kind kind_;
  PixmanImage image_;
};

}  // namespace mingting::platform
