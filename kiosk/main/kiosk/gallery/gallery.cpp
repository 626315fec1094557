// Pictures drawn, measured, compared, and the page about them written.
#include "main/kiosk/gallery/gallery.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "main/kiosk/gallery/compare.hpp"

namespace mingting::gallery {
namespace {

std::string file_of(const State& state, const Look& look) {
  return fmt::format("{}/{}.png", look.name, state.name);
}

Result<void> write_picture(const Path& file, const platform::Picture& picture) {
  return disk().make_folders(file.parent_path()).and_then([&] { return platform::write_png(disk(), file, picture); });
}

/// Takes pictures of what the walk sees.
class Photographer {
 public:
  Photographer(const Options& options, Gallery& gallery) : options_(options), gallery_(gallery) {}

  Result<void> take(const Seen& seen) {
    const auto picture = seen.kiosk.display().capture();
    if (!picture) return fail(picture.error());
    Shown shown{.file = file_of(seen.state, seen.look), .findings = findings_of(seen)};
    if (auto written = write_picture(options_.folder / shown.file, *picture); !written) return written;
    taken_.insert(shown.file);
    if (options_.against && disk().exists(*options_.against / shown.file)) {
      const auto changed = compare(shown, *picture);
      if (!changed) return fail(changed.error());
      if (!*changed) return {};
    }
    gallery_.shown[{seen.state.name, seen.look.name}] = std::move(shown);
    return {};
  }

  /// Pictures of the older gallery that were not taken this time.
  std::vector<std::string> gone() const {
    std::vector<std::string> names;
    for (const auto& look : gallery_.looks) {
      for (const auto& name : disk().list(*options_.against / look.name).value_or(std::vector<std::string>{})) {
        const auto file = fmt::format("{}/{}", look.name, name);
        if (!taken_.contains(file)) names.push_back(file);
      }
    }
    return names;
  }

 private:
  static std::vector<Finding> findings_of(const Seen& seen) {
    auto& display = seen.kiosk.display();
    return measure(seen.kiosk.tree(), display.glyphs(), display.size(),
                   seen.kiosk.model().visit ? seen.look.settings : Settings{});
  }

  /// Whether it has changed; then both older picture and difference are put beside it.
  Result<bool> compare(Shown& shown, const platform::Picture& now) {
    const auto before = platform::read_png(disk(), *options_.against / shown.file);
    if (!before) return fail(before.error());
    const auto found = difference(*before, now);
    if (!found) return false;
    shown.share = found->share;
    shown.before = "before/" + shown.file;
    shown.changes = "changes/" + shown.file;
    return write_picture(options_.folder / shown.before, *before)
        .and_then([&] { return write_picture(options_.folder / shown.changes, found->picture); })
        .map([] { return true; });
  }

  const Options& options_;
  Gallery& gallery_;
  std::set<std::string> taken_;
};

}  // namespace

Result<Gallery> draw(const Options& options) {
  auto visits = read_visits(disk(), options.visits);
  if (!visits) return fail(visits.error());
  Gallery gallery{.states = states_of(*visits), .looks = options.wanted};
  Photographer photographer(options, gallery);
  auto missed = walk({options.kiosk, std::move(*visits), gallery.looks, options.now},
                     [&](const Seen& seen) { return photographer.take(seen); });
  if (!missed) return fail(missed.error());
  gallery.missed = std::move(*missed);
  if (options.against) {
    gallery.against = options.against->string();
    gallery.gone = photographer.gone();
  }
  auto written = write_durably(disk(), options.folder / "index.html", index_page(gallery));
  if (!written) return fail(written.error());
  return gallery;
}

}  // namespace mingting::gallery
