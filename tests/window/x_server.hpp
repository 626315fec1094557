// A screen of its own for a test: Xvfb on a free display number, with xdotool for fingers and ImageMagick for
// eyes.
#pragma once

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/disk/files.hpp"
#include "window/child.hpp"

namespace mingting {

/// What is on the screen: RGB, 3 bytes a pixel.
struct Shot {
  int width = 0, height = 0;
  std::string rgb;
  bool whole() const {
    return !rgb.empty() &&
           rgb.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
  }
  std::array<std::uint8_t, 3> pixel(int x, int y) const {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    return {static_cast<std::uint8_t>(rgb[at]), static_cast<std::uint8_t>(rgb[at + 1]),
            static_cast<std::uint8_t>(rgb[at + 2])};
  }
};

/// The share of pixels in rows [from, to) that differ visibly, 0 to 1; 1 when the shots have different sizes.
inline double difference(const Shot& one, const Shot& other, int from, int to) {
  if (one.width != other.width || one.height != other.height || !one.whole() || !other.whole()) return 1;
  std::size_t different = 0, all = 0;
  for (int y = from; y < to; ++y) {
    for (int x = 0; x < one.width; ++x, ++all) {
      const auto a = one.pixel(x, y), b = other.pixel(x, y);
      const bool differs =
          std::abs(a[0] - b[0]) > 24 || std::abs(a[1] - b[1]) > 24 || std::abs(a[2] - b[2]) > 24;
      different += differs ? 1 : 0;
    }
  }
  return all == 0 ? 1 : static_cast<double>(different) / static_cast<double>(all);
}

inline bool is_installed(const std::string& program) {
  return run({"which", program}, {}, Seconds(10)) == 0;
}

class XServer {
 public:
  /// Nothing when it does not come up within ten seconds.
  static std::unique_ptr<XServer> start(int width, int height, const Path& folder) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) return nullptr;
    std::unique_ptr<XServer> server{new XServer(width, height, folder, pipe[1])};
    ::close(pipe[1]);
    server->display_ = read_display(pipe[0]);
    ::close(pipe[0]);
    return server->display_.empty() ? nullptr : std::move(server);
  }

  const std::string& display() const { return display_; }
  std::map<std::string, std::string> environment() const {
    return {{"DISPLAY", display_}, {"SDL_VIDEODRIVER", "x11"}, {"WAYLAND_DISPLAY", ""}};
  }

  bool xdotool(std::vector<std::string> words) {
    words.insert(words.begin(), "xdotool");
    return run(words, {environment(), folder_ / "xdotool.log"}, Seconds(30)) == 0;
  }
  bool click(int x, int y) {
    return xdotool({"mousemove", std::to_string(x), std::to_string(y), "click", "1"});
  }
  Shot shot() {
    const Path raw = folder_ / "shot.rgb";
    Shot shot{width_, height_, {}};
    if (run({"import", "-window", "root", "-depth", "8", "rgb:" + raw.string()},
            {environment(), folder_ / "import.log"}, Seconds(30)) != 0)
      return shot;
    if (auto bytes = disk().read(raw, 64 << 20)) shot.rgb = std::move(*bytes);
    return shot;
  }
  /// For people to look at.
  bool keep(const Path& png) {
    return run({"import", "-window", "root", png.string()}, {environment(), {}}, Seconds(30)) == 0;
  }

 private:
  XServer(int width, int height, Path folder, int display_descriptor)
      : width_(width),
        height_(height),
        folder_(std::move(folder)),
        server_({"Xvfb", "-displayfd", std::to_string(display_descriptor), "-screen", "0",
                 fmt::format("{}x{}x24", width, height), "-nolisten", "tcp", "-noreset"},
                {{}, folder_ / "xvfb.log", display_descriptor}) {}

  static std::string read_display(int descriptor) {
    std::string number;
    while (number.find('\n') == std::string::npos) {
      pollfd waiting{descriptor, POLLIN, 0};
      char byte = 0;
      if (::poll(&waiting, 1, 10'000) <= 0 || ::read(descriptor, &byte, 1) != 1) return "";
      number += byte;
    }
    return ":" + number.substr(0, number.find('\n'));
  }

  int width_, height_;
  Path folder_;
  Child server_;
  std::string display_;
};

}  // namespace mingting
