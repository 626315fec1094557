// Text set in lines (base/text/typeset.hpp), remembered, and walked through sign by sign when it is drawn or touched.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text/typeset.hpp"
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
  Natural,   ///< Fill::Full
  Typed,     ///< Fill::Typed: fields; of one line in an unbounded width
  Balanced,  ///< Fill::Balanced: headings, labels
  Never      ///< one line, however long (line feeds still break)
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
  float width = 0;                   ///< without them, and without the blank halves of marks at its ends
  float stretch = 0;                 ///< added after each sign
};

class Layout {
 public:
  std::string text;
  std::vector<Span> spans;
  Setting setting;
  std::vector<Line> lines;
  float width = 0;     ///< of the longest line
  bool cut = false;    ///< the last line ends in …
  bool typed = false;  ///< as Wrap::Typed has it

  float height() const { return setting.line * static_cast<float>(lines.size()); }
};

/// Lengths of an em of so many pixels, whole.
Ems ems_of(int em);

/// The signs of a line one after another, where they stand.
class LineWalk {
 public:
  LineWalk(Fonts& fonts, const Layout& layout, const Line& line);
  /// On to the next sign; false at the line's end or line feed, where at() and x() are those of the caret behind it all.
  bool next();
  char32_t c() const { return c_; }
  std::size_t at() const { return at_; }    ///< its first byte
  std::size_t end() const { return end_; }  ///< behind its last
  float x() const { return x_; }            ///< from the line's beginning to its room
  float advance() const { return advance_; }
  float ink() const { return ink_; }  ///< from the line's beginning to where it is drawn: before x() without its blank half
  Span style() const;
  Type& type() const;

 private:
  Fonts& fonts_;
  const Layout& layout_;
  const Ems ems_;
  const std::size_t line_end_;
  const float stretch_;
  char32_t c_ = 0;
  std::size_t at_, end_, span_ = 0;
  float x_ = 0, advance_ = 0, ink_ = 0;
};

/// Sets texts in the faces and remembers them.
class TextCache {
 public:
  explicit TextCache(Fonts& fonts) : fonts_(fonts) {}
  /// Valid until forget() or until it has gone unused for some seconds of frames.
  const Layout& lay(const TextRequest& request);
  float measure(std::string_view text, const Setting& setting);
  /// From now on these names stand on one line each where they can (names_to_keep()).
  void keep_whole(const std::vector<std::string>& names);
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
  std::vector<Line> lines(const TextRequest& request, std::span<const Sign> signs, Fill fill) const;

  Fonts& fonts_;
  std::vector<std::string> given_;
  std::vector<std::u32string> names_;
  std::unordered_map<std::uint64_t, Entry> known_;
  std::uint32_t frame_ = 0;
};

}  // namespace mingting::ui
