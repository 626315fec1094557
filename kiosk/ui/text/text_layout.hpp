// Text broken into lines: measured, cached, never broken where Chinese typesetting forbids it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/text/fonts.hpp"

namespace mingting::ui {

constexpr float kUnbounded = 1e9F;

/// How text is set: face, em size and line pitch in whole pixels.
struct Setting {
  bool bold = false;
  int em = 0;
  float line = 0;
};

/// A stretch of text up to byte `end` that is set alike.
struct Span {
  std::uint32_t end = 0;
  bool bold = false;
  bool marked = false;
  int link = -1;
  bool struck = false;
  bool operator==(const Span&) const = default;
};

enum class Wrap {
  Natural,   ///< lines as full as they go, but no last line of a character or two
  Typed,     ///< as full as they go: what is being typed must not jump
  Balanced,  ///< the fewest lines, all about as long: labels
  Never      ///< one line, however long (line feeds still break): a field of one line
};

struct TextRequest {
  std::string_view text;
  std::span<const Span> spans;  ///< empty: all alike
  Setting setting;
  float width = kUnbounded;
  int max_lines = 0;  ///< 0: all
  Wrap wrap = Wrap::Natural;
};

struct Line {
  std::uint32_t begin = 0, end = 0;  ///< bytes; trailing spaces and the line feed included
  float width = 0;                   ///< without them
};

class Layout {
 public:
  std::string text;
  std::vector<Span> spans;
  Setting setting;
  std::vector<Line> lines;
  float width = 0;   ///< of the longest line
  bool cut = false;  ///< the last line ends in …

  float height() const { return setting.line * static_cast<float>(lines.size()); }
};

/// Measures with the faces and remembers what it laid out. Lines' advances include a tenth of an em between
/// Han and Latin characters.
class TextCache {
 public:
  explicit TextCache(Fonts& fonts) : fonts_(fonts) {}
  /// Valid until forget() or until it has gone unused for some seconds of frames.
  const Layout& lay(const TextRequest& request);
  float measure(std::string_view text, const Setting& setting);
  /// Of a character followed by another (0 at the end of a line).
  float advance(char32_t c, char32_t next, bool bold, int em);
  /// Place of the caret before byte `at`: line and x in it.
  struct Place {
    std::size_t line = 0;
    float x = 0;
  };
  Place place(const Layout& layout, std::size_t at);
  /// The byte whose caret is nearest to (x, y) measured from the layout's top left corner.
  std::size_t byte_at(const Layout& layout, float x, float y);
  void end_frame();
  void forget() { known_.clear(); }
  bool remembers(std::string_view words) const;
  Fonts& fonts() { return fonts_; }

 private:
  struct Entry {
    std::unique_ptr<Layout> layout;
    float asked_width = 0;
    int max_lines = 0;
    Wrap wrap = Wrap::Natural;
    std::uint32_t used = 0;
  };
  std::unique_ptr<Layout> make(const TextRequest& request);

  Fonts& fonts_;
  std::unordered_map<std::uint64_t, Entry> known_;
  std::uint32_t frame_ = 0;
};

}  // namespace mingting::ui
