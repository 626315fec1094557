// theme.toml read key by key; the first fault ends it.
#include "base/look/style_sheet.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text/text.hpp"
#include "base/text/toml_keys.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostBytes = 64 * 1024;

/// Keeps the first fault.
class FirstFault final : public TomlReader {
 public:
  explicit FirstFault(std::string file) : file_(std::move(file)) {}
  std::string kept(std::string_view text) const override { return std::string(text); }
  void note(const KeyFault& fault, const Remark& place) override {
    auto what = remark("toml-key." + std::string(fault.code), place);
    what.facts.insert(what.facts.end(), fault.facts.begin(), fault.facts.end());
    if (fault.odd) what.facts.emplace_back(Remark());
    note(fault.line > 0 ? fault.line : fault.table_line, what);
  }
  void note(int line, const Remark& what) {
    if (!found_) found_ = error_of(Trouble::Invalid, remark("toml.malformed", file_, line, what));
  }
  const std::optional<Error>& found() const { return found_; }

 private:
  std::string file_;
  std::optional<Error> found_;
};

/// One table of the sheet.
class Part {
 public:
  Part(const TomlValue& table, FirstFault& faults, const std::string& name)
      : faults_(faults), keys_(table, faults, remark("toml-place.table", name)) {}

  float number(const char* key, std::int64_t least, std::int64_t most) {
    demand(key);
    return static_cast<float>(keys_.integer(key, least, most, least));
  }
  float percent(const char* key, std::int64_t least, std::int64_t most) { return number(key, least, most) / 100; }
  bool truth(const char* key) {
    demand(key);
    return keys_.truth(key, false);
  }
  bool bold(const char* key) {
    demand(key);
    return keys_.one_word(key, {"regular", "bold"}) == "bold";
  }
  Color color(const char* key) {
    const auto written = keys_.required_text(key);
    const auto color = parse_color(written);
    if (!color && !written.empty()) faults_.note(keys_.line(key), remark("look.no-color", key, written));
    return color.value_or(Color{});
  }
  void finish() { keys_.finish(); }

 private:
  void demand(const char* key) {
    if (!keys_.has(key)) faults_.note(keys_.line(key), remark("look.missing", keys_.place(), key));
  }

  FirstFault& faults_;
  TomlKeys keys_;
};

/// The sheet by its tables.
class Sheet {
 public:
  Sheet(const TomlValue& root, FirstFault& faults) : faults_(faults), keys_(root, faults) {}

  StyleSheet read() {
    StyleSheet sheet;
    for (std::size_t i = 0; i < sheet.types.size(); ++i) {
      part(kTypes[i], [&](Part& p) { sheet.types[i] = {p.number("size", 18, 200), p.percent("line", 130, 200)}; });
    }
    part("text", [&](Part& p) { sheet.text_growth = growth(p); });
    part("icons", [&](Part& p) { sheet.icon_growth = growth(p); });
    part("shape", [&](Part& p) { sheet.shape = shape(p); });
    part("weight", [&](Part& p) {
      sheet.weights = {p.bold("heading"), p.bold("question"), p.bold("action"), p.bold("tile")};
    });
    part("motion", [&](Part& p) { sheet.motion = {milliseconds(p, "enter"), milliseconds(p, "late")}; });
    part("standard", [&](Part& p) { sheet.palettes[0] = palette(p); });
    part("high-contrast", [&](Part& p) { sheet.palettes[1] = palette(p); });
    keys_.finish();
    return sheet;
  }

 private:
  static constexpr const char* kTypes[] = {"type-caption", "type-body", "type-label", "type-title", "type-display", "type-giant"};

  template <class Read>
  void part(const char* name, const Read& read) {
    const auto* table = keys_.table(name);
    if (table == nullptr) return faults_.note(1, remark("look.missing", Remark(), name));
    Part part(*table, faults_, name);
    read(part);
    part.finish();
  }
  static std::array<float, 3> growth(Part& p) {
    return {p.percent("standard", 100, 100), p.percent("large", 100, 200), p.percent("extra-large", 100, 250)};
  }
  static StyleSheet::Shape shape(Part& p) {
    return {p.number("corner", 0, 60),      p.number("small-corner", 0, 60),    p.number("large-corner", 0, 60),
            p.number("line", 1, 10),        p.number("outlined-line", 1, 10),   p.number("state-line", 2, 12)};
  }
  static Milliseconds milliseconds(Part& p, const char* key) {
    return Milliseconds(static_cast<Milliseconds::rep>(p.number(key, 0, 1000)));
  }
  static Palette palette(Part& p) {
    Palette c;
    c.paper = p.color("paper"), c.surface = p.color("surface"), c.line = p.color("line");
    c.ink = p.color("ink"), c.quiet = p.color("quiet");
    c.primary = p.color("primary"), c.on_primary = p.color("on-primary"), c.primary_tint = p.color("primary-tint");
    c.accent = p.color("accent"), c.on_accent = p.color("on-accent"), c.accent_tint = p.color("accent-tint");
    c.good = p.color("good"), c.on_good = p.color("on-good"), c.good_tint = p.color("good-tint");
    c.wait = p.color("wait"), c.on_wait = p.color("on-wait"), c.wait_tint = p.color("wait-tint");
    c.mark = p.color("mark"), c.on_mark = p.color("on-mark");
    c.outlined = p.truth("outlined");
    return c;
  }

  FirstFault& faults_;
  TomlKeys keys_;
};

}  // namespace

Color tone_tint(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::Primary:
      return palette.primary_tint;
    case Tone::Accent:
      return palette.accent_tint;
    case Tone::Good:
      return palette.good_tint;
    case Tone::Wait:
      return palette.wait_tint;
    case Tone::Ink:
    case Tone::Quiet:
      break;
  }
  return palette.paper;
}

Color tone_color(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::Quiet:
      return palette.quiet;
    case Tone::Primary:
      return palette.primary;
    case Tone::Accent:
      return palette.accent;
    case Tone::Good:
      return palette.good;
    case Tone::Wait:
      return palette.wait;
    case Tone::Ink:
      break;
  }
  return palette.ink;
}

Palette with_primary(Palette palette, Color primary) {
  palette.primary = primary;
  palette.primary_tint = mix(palette.surface, primary, 0.06F);
  return palette;
}

PrimaryContrast contrast_of_primary(const Palette& palette) {
  PrimaryContrast found{contrast(palette.primary, palette.paper), contrast(palette.on_primary, palette.primary)};
  for (const auto& paper : {palette.surface, palette.primary_tint})
    found.as_ink = std::min(found.as_ink, contrast(palette.primary, paper));
  return found;
}

Result<StyleSheet> read_style_sheet(FileSystem& files, const Path& file) {
  const auto text = files.read(file, kMostBytes);
  if (!text) return fail(text.error());
  const auto root = read_toml(*text, file.string());
  if (!root) return fail(root.error());
  FirstFault faults(file.string());
  auto sheet = Sheet(*root, faults).read();
  if (faults.found()) return fail(*faults.found());
  return sheet;
}

}  // namespace mingting
