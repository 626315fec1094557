// The same visit without a window, played first: it tells where things are and what the screen should show.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>

#include "base/disk/files.hpp"
#include "base/text/text.hpp"
#include "window/x_server.hpp"

namespace mingting {

struct Place {
  int x = 0, y = 0;
};

class Rehearsal {
 public:
  explicit Rehearsal(Path folder) : folder_(std::move(folder)) {}

  /// Where the middle of the first node of that role and label is, in the tree of that name.
  std::optional<Place> place(const std::string& tree, const std::string& role,
                             const std::string& label) const {
    const auto text = disk().read(folder_ / (tree + ".txt"), 1 << 20);
    if (!text) return std::nullopt;
    const std::string wanted = fmt::format("{} \"{}\"", role, label);
    for (const auto& line : split(*text, '\n')) {
      if (!trimmed(line).starts_with(wanted)) continue;
      const auto bracket = line.rfind(" [");
      int x = 0, y = 0, w = 0, h = 0;
      if (bracket != std::string::npos &&
          std::sscanf(line.c_str() + bracket, " [%d,%d %dx%d]", &x, &y, &w, &h) == 4)
        return Place{x + w / 2, y + h / 2};
    }
    return std::nullopt;
  }

  /// What the screen showed at that `shot`.
  Shot shot(const std::string& name, int width, int height) const {
    const Path raw = folder_ / (name + ".rgb");
    Shot shot{width, height, {}};
    const std::vector<std::string> command{"convert", folder_ / (name + ".png"), "-depth", "8",
                                           "rgb:" + raw.string()};
    if (run(command, {}, Seconds(30)) != 0) return shot;
    if (auto bytes = disk().read(raw, 64 << 20)) shot.rgb = std::move(*bytes);
    return shot;
  }

 private:
  Path folder_;
};

}  // namespace mingting
